import type { ServerMessage } from '@kefu/shared/protocol/socket';
import type { FastifyBaseLogger } from 'fastify';
import type { Archive } from '../content/archive';
import type { Recognisers } from '../content/recognisers';
import type { Hearing } from '../hearing/hearing';
import type { GroupCommit } from '../storage/group-commit';
import type { Inbox } from '../storage/inbox';
import type { Rehearsals, RehearsalWrites } from '../storage/rehearsals';
import type { Alarm } from './alarm';
import type { ServiceClock } from './service-clock';
import type { WorkQueue } from './work-queue';

/** What every room works with. */
export type Stage = {
  readonly rehearsals: Rehearsals;
  readonly writes: RehearsalWrites;
  readonly inbox: Inbox;
  readonly commits: GroupCommit;
  readonly work: WorkQueue;
  readonly archive: Archive;
  readonly recognisers: Recognisers;
  readonly hearing: Hearing;
  readonly clock: ServiceClock;
  readonly alarm: Alarm;
  /** Sends to everyone who follows the rehearsal. */
  readonly publish: (message: ServerMessage) => void;
  readonly log: FastifyBaseLogger;
};
