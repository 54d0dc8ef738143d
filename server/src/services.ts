import type { Sessions } from './auth/sessions';
import type { Throttle } from './auth/throttle';
import type { Users } from './auth/users';
import type { Clock } from './clock';
import type { Config } from './config';

/** What routes and sockets work with. Made in app.ts, handed on as an argument. */
export type Services = {
  readonly config: Config;
  readonly clock: Clock;
  readonly users: Users;
  readonly sessions: Sessions;
};
