import { z } from 'zod';
import { sha256Hex } from '../hash';
import { ACT_IDS, ActSchema } from './acts';

/** Raised when features or layout change: an older model would then be read wrongly. */
export const MODEL_VERSION = 1;

/** One act's way from a raw sum to a probability and a decision. */
export const ActUnitSchema = z.strictObject({
  act: ActSchema,
  bias: z.number(),
  /** One step of the act's quantised weights. */
  scale: z.number().positive(),
  /** Probability = 1 / (1 + exp(−(slope × sum + offset))), fitted on rows that were not learnt. */
  slope: z.number(),
  offset: z.number(),
  /** The probability from which the act is said. */
  threshold: z.number().min(0).max(1),
});

/** A trained recogniser as data: a table of feature hashes with an 8-bit weight per act each. */
export const ModelSchema = z.strictObject({
  version: z.literal(MODEL_VERSION),
  /** SHA-256 over everything else: equal hashes recognise alike. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  rows: z.int().nonnegative(),
  units: z.array(ActUnitSchema).length(ACT_IDS.length),
  /** Feature hashes, ascending, as little-endian 32-bit words in base64. */
  keys: z.base64(),
  /** Weights, feature by feature in the order of `keys`, act by act in the order of `units`, as signed bytes in base64. */
  weights: z.base64(),
  /** In how many training rows each feature stood, as 16 × log2 in a byte. */
  frequency: z.base64(),
});

export type ActUnit = z.infer<typeof ActUnitSchema>;
export type Model = z.infer<typeof ModelSchema>;

/** Hash of a model's content. */
export function modelHash(model: Omit<Model, 'hash'>): string {
  const { version, rows, units, keys, weights, frequency } = model;
  return sha256Hex(JSON.stringify([version, rows, units, keys, weights, frequency]));
}
