import type { Doubtful, DoubtfulReply } from '@kefu/shared/protocol/teaching';

/** The replies before a trainer: the first one waiting is shown; the last one done can be taken back. */
export type Queue = {
  readonly waiting: readonly DoubtfulReply[];
  readonly done: readonly DoubtfulReply[];
  /** How many wait in all, here and on the server. */
  readonly left: number;
};

export const EMPTY_QUEUE: Queue = { waiting: [], done: [], left: 0 };

/** Fewer than this in hand, and more are fetched before anybody has to wait. */
const FEW = 6;

export const needsMore = ({ waiting, left }: Queue): boolean => waiting.length < FEW && waiting.length < left;

/** Takes in what the server offers. What was done here a moment ago may still be on its list. */
export function refill({ waiting, done }: Queue, { replies, left }: Doubtful): Queue {
  const known = new Set([...waiting, ...done].map(({ id }) => id));
  const late = replies.filter(({ id }) => done.some((reply) => reply.id === id)).length;
  const fresh = replies.filter(({ id }) => !known.has(id));
  return { waiting: [...waiting, ...fresh], done, left: left - late };
}

/** The reply that is shown is done. */
export function take({ waiting, done, left }: Queue): Queue {
  const [first, ...others] = waiting;
  return first ? { waiting: others, done: [...done, first], left: left - 1 } : { waiting, done, left };
}

/** A reply that was done is the next one again. */
export function putBack({ waiting, done, left }: Queue, id: string): Queue {
  const reply = done.find((one) => one.id === id);
  if (!reply) return { waiting, done, left };
  return { waiting: [reply, ...waiting], done: done.filter((one) => one !== reply), left: left + 1 };
}
