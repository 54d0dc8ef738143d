import { z } from 'zod';

/** One connection of the load generator: who comes, what it sends, and how many messages each reply is answered with. */
const SeatSchema = z.object({
  cookie: z.string(),
  rehearsal: z.string(),
  /** Messages that come after joining; undefined where there is nothing to join. */
  opening: z.number().optional(),
  turns: z.array(z.object({ text: z.string(), answers: z.number() })),
});
export type Seat = z.infer<typeof SeatSchema>;

/** Takes the seats and waits until everybody is let in and every customer has said its first words. */
export const SitSchema = z.object({ url: z.string(), seats: z.array(SeatSchema) });

/** Turns of each seat. */
export const SaturateSchema = z.object({ turns: z.number() });
export const OfferSchema = z.object({ ms: z.number(), perSecond: z.number() });

export const RanSchema = z.object({
  /** Turns that were acknowledged and answered. */
  turns: z.number(),
  ms: z.number(),
  /** Of the acknowledgement, ms from the moment at which the message was due. */
  latency: z.object({ p50: z.number(), p95: z.number(), p99: z.number() }),
  /** Messages that got no answer, no acknowledgement, or one that says no. */
  lost: z.number(),
});
export type Ran = z.infer<typeof RanSchema>;
