import type { Joined } from '@kefu/shared/protocol/socket';
import type { TestDesk } from './test-desk';
import type { TestServer } from './test-server';
import type { TestVisitor } from './test-visitor';

/** A trainee at their desk, the customer's first words before them. `joined` is what they were sent on arrival. */
export type Seated = {
  readonly trainee: TestVisitor;
  readonly desk: TestDesk;
  readonly id: string;
  readonly joined: Joined;
};

/** Lets a guest start a rehearsal and waits for the customer to speak. */
export async function seat(server: TestServer, choice: Record<string, unknown> = {}): Promise<Seated> {
  const trainee = server.visitor();
  await trainee.comeAsGuest();
  const id = await trainee.startRehearsal(choice);
  const desk = await server.desk(trainee);
  const joined = await desk.join(id);
  await server.clock.advance(10_000);
  await desk.until(({ pushed }) => pushed.some(({ kind }) => kind === 'message'));
  return { trainee, desk, id, joined };
}

/** Says nothing more until the customer has gone. */
export async function waitForEnd({ clock }: TestServer, { desk }: Pick<Seated, 'desk'>): Promise<void> {
  await clock.advance(10 * 60_000);
  await desk.until(({ pushed }) => pushed.some(({ kind }) => kind === 'ended'));
}
