import { z } from 'zod';
import { RemarkSchema, remarksOn } from '../scoring/remarks';
import type { Action } from '../script/action';
import type { Case } from '../script/case';
import { EndingSchema } from '../script/kinds';
import { ToneSchema } from '../script/tone';
import { FoundCardSchema, searchKnowledge } from '../shop/knowledge';
import { PolicySchema } from '../shop/policy';
import { OrderSchema, ProductSchema } from '../shop/schema';
import { ActionEntrySchema, type Entry, MessageEntrySchema, ReplyEntrySchema } from './entry';
import { findOrder, findPolicy, findProduct } from './look-up';

/** What a look-up opens in the agent's panels. */
export const PanelSchema = z.discriminatedUnion('panel', [
  z.object({ panel: z.literal('order'), order: OrderSchema.omit({ parcel: true }) }),
  z.object({ panel: z.literal('parcel'), parcel: OrderSchema.shape.parcel.unwrap() }),
  z.object({ panel: z.literal('product'), product: ProductSchema }),
  z.object({ panel: z.literal('policy'), policy: PolicySchema }),
  z.object({ panel: z.literal('results'), query: z.string(), cards: z.array(FoundCardSchema) }),
]);

const numbered = { seq: z.int().positive(), at: z.number().nonnegative() };

/**
 * An entry as the trainee may see it while the rehearsal runs. Hidden entries keep their number and lose their payload,
 * so that a gap in the numbers always means a lost message.
 */
export const ViewEntrySchema = z.discriminatedUnion('kind', [
  ReplyEntrySchema.pick({ seq: true, at: true, kind: true, id: true, text: true }).extend({
    /** What is to be said of it at once; practice only. */
    remarks: z.array(RemarkSchema).optional(),
  }),
  ActionEntrySchema.extend({ panel: PanelSchema.optional() }),
  MessageEntrySchema.omit({ pool: true, line: true }),
  /** The customer's mood; practice only. */
  z.object({ ...numbered, kind: z.literal('mood'), level: z.number(), tone: ToneSchema }),
  z.object({ ...numbered, kind: z.literal('hidden') }),
  z.object({ ...numbered, kind: z.literal('ended'), ending: EndingSchema }),
]);

export type Panel = z.infer<typeof PanelSchema>;
export type ViewEntry = z.infer<typeof ViewEntrySchema>;
export type Mode = 'practice' | 'exam';

/** What the filter must know: the case, how it is played, and the phrases that the rubric bans (R38). */
export type Viewing = {
  readonly facts: Case;
  readonly mode: Mode;
  readonly bannedPhrases: readonly string[];
};

/** The one filter through which a running rehearsal reaches a trainee's browser. */
export function viewEntry({ facts, mode, bannedPhrases }: Viewing, entry: Entry): ViewEntry {
  const { seq, at } = entry;
  switch (entry.kind) {
    case 'reply': {
      const shown = { seq, at, kind: 'reply' as const, id: entry.id, text: entry.text };
      return mode === 'practice' ? { ...shown, remarks: remarksOn(entry, bannedPhrases) } : shown;
    }
    case 'action': {
      const panel = entry.outcome.status === 'done' ? panelOf(facts, entry.action) : undefined;
      // Whether an amount was within the agent's authority is told in the report, not at once.
      const outcome =
        entry.outcome.status === 'done' ? { ...entry.outcome, verdict: 'right' as const } : entry.outcome;
      return { ...entry, outcome, ...(panel && { panel }) };
    }
    case 'message': {
      const { pool: _, line: __, ...shown } = entry;
      return shown;
    }
    case 'effect':
      return mode === 'practice' && entry.from !== entry.to
        ? { seq, at, kind: 'mood', level: entry.to, tone: entry.tone }
        : { seq, at, kind: 'hidden' };
    case 'ended':
      return entry;
  }
}

/** The fixture that a look-up action opens; undefined for other actions and for what does not exist. */
function panelOf(facts: Case, action: Action): Panel | undefined {
  switch (action.do) {
    case 'look-up-order':
    case 'look-up-parcel': {
      const found = findOrder(facts, action.with.order);
      if (!found) return undefined;
      const { parcel, ...order } = found;
      if (action.do === 'look-up-order') return { panel: 'order', order };
      return parcel && { panel: 'parcel', parcel };
    }
    case 'look-up-product': {
      const product = findProduct(facts, action.with.product);
      return product && { panel: 'product', product };
    }
    case 'look-up-policy': {
      const policy = findPolicy(facts, action.with.policy);
      return policy && { panel: 'policy', policy };
    }
    case 'search': {
      const { query } = action.with;
      return { panel: 'results', query, cards: searchKnowledge(facts.shop, query) };
    }
    default:
      return undefined;
  }
}
