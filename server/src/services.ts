import type { Groups } from './auth/groups';
import type { Sessions } from './auth/sessions';
import type { Users } from './auth/users';
import type { Clock } from './clock';
import type { Config } from './config';
import type { Archive } from './content/archive';
import type { Library } from './content/library';
import type { Recognisers } from './content/recognisers';
import type { Metrics } from './metrics';
import type { Sockets } from './rooms/gateway';
import type { Journal } from './storage/journal';
import type { Labels } from './storage/labels';
import type { Models } from './storage/models';
import type { Phrases } from './storage/phrases';
import type { Rehearsals } from './storage/rehearsals';
import type { WorkNotes } from './storage/work-notes';
import type { ModelTraining } from './teaching/training';

/** What routes and sockets work with. Made in app.ts, handed on as an argument. */
export type Services = {
  readonly config: Config;
  readonly clock: Clock;
  readonly users: Users;
  readonly groups: Groups;
  readonly sessions: Sessions;
  readonly sockets: Sockets;
  readonly library: Library;
  readonly archive: Archive;
  readonly recognisers: Recognisers;
  readonly rehearsals: Rehearsals;
  readonly models: Models;
  readonly labels: Labels;
  readonly journal: Journal;
  readonly training: ModelTraining;
  readonly phrases: Phrases;
  readonly workNotes: WorkNotes;
  readonly metrics: Metrics;
};
