import { z } from 'zod';
import type { Case } from '../script/case';
import { BilingualSchema } from '../script/text';
import type { Entry } from './entry';

/** Why the customer said a message, by the pool that its words come from. For those who may see the whole log only. */
export const SourceSchema = z.object({
  /** The message's number in the log. */
  seq: z.int().positive(),
  of: z.enum(['agenda', 'ask', 'again', 'thanks', 'hidden', 'reaction', 'temper', 'ending']),
  /** The need, hidden fact or reaction; null where there is none. */
  title: BilingualSchema.nullable(),
});

export type Source = z.infer<typeof SourceSchema>;

/** Why the customer said each of its messages. */
export const sourcesOf = (facts: Case, log: readonly Entry[]): Source[] =>
  log.flatMap((entry) =>
    entry.kind === 'message' ? [{ seq: entry.seq, ...sourceOf(facts, entry.pool) }] : [],
  );

function sourceOf({ script, needs }: Case, pool: string): Omit<Source, 'seq'> {
  const [kind, id = '', part] = pool.split('.');
  switch (kind) {
    case 'need': {
      const of = part === 'again' || part === 'thanks' ? part : 'ask';
      return { of, title: needs[id]?.title ?? null };
    }
    case 'hidden':
      return { of: 'hidden', title: script.hidden[id]?.title ?? null };
    case 'reaction':
      return { of: 'reaction', title: script.reactions.find((one) => one.id === id)?.title ?? null };
    case 'ending':
      return { of: 'ending', title: null };
    case 'voice':
      return { of: 'temper', title: null };
    default:
      return { of: 'agenda', title: null };
  }
}
