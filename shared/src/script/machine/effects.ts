import { z } from 'zod';
import { NoteSchema } from '../../rehearsal/entry';

/**
 * What a transition of the customer machine asks to be done: our own effects, and XState's delayed events, which a pure
 * transition returns instead of scheduling them. Checked, since XState types them loosely.
 */
export const CustomerActionParamsSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('say'), params: z.object({ pool: z.string(), owes: z.boolean() }) }),
  z.object({ type: z.literal('note'), params: NoteSchema }),
  z.object({
    type: z.literal('xstate.raise'),
    params: z.object({ event: z.object({ type: z.string() }), delay: z.number().optional() }),
  }),
  z.object({ type: z.literal('xstate.cancel'), params: z.object({ sendId: z.string() }) }),
]);
