import { z } from 'zod';
import type { Hear } from '../understanding/hear';
import type { Exercise } from './exercise';
import { type Move, MoveSchema, type Played, Player } from './play';

/** A customer of a shift. `from`: when it comes, ms since the start of the shift; its own clock runs from then on. */
export type Customer = {
  readonly exercise: Exercise;
  readonly hear: Hear;
  readonly seed: number;
  readonly from: number;
};

/** What the agent does next, and for which customer; `at` counts from the start of the shift. */
export type ShiftMove = { readonly to: number; readonly move: Move };

const AddressSchema = z.looseObject({
  to: z.int().positive().describe('第几位客户 / which customer, from 1 on'),
});

/** One line of a timed shift: a move with the number of the customer whom it is for. */
export const ShiftMoveSchema = AddressSchema.transform(({ to, ...rest }, context): ShiftMove => {
  const move = MoveSchema.safeParse(rest);
  if (move.success) return { to, move: move.data };
  for (const { path, message } of move.error.issues) context.addIssue({ code: 'custom', path, message });
  return z.NEVER;
});

/**
 * Plays several customers who come to one agent. The agent has one pair of hands: moves are made in their order, none before the one
 * before it, while the clock of every customer runs on. Nobody is written to before it is there; moves for those who have gone are
 * dropped.
 * @returns what came of each customer, in their order; times are those of its own clock
 */
export function playTogether(
  customers: readonly Customer[],
  pace: number,
  moves: readonly ShiftMove[],
): Played[] {
  const players = customers.map(({ exercise, hear, seed, from }) => ({
    player: new Player(exercise, hear, seed, pace),
    from,
  }));
  let now = 0;
  for (const { to, move } of moves) {
    const chosen = players[to - 1];
    if (!chosen || chosen.player.ended) continue;
    const { player, from } = chosen;
    if ('after' in move) player.listen();
    const wanted = 'after' in move ? from + player.now + move.after * 1000 : move.at * 1000;
    now = Math.max(now, from, wanted);
    player.make(move, now - from);
  }
  return players.map(({ player }) => player.finish());
}
