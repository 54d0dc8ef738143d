import { z } from 'zod';
import { sha256Hex } from '../hash';
import { ACT_IDS, ActSchema } from './acts';

/** Raised when features or layout change: an older model would then be read wrongly. */
export const MODEL_VERSION = 5;

/** A linear part of the model for one act. */
const part = z.strictObject({
  bias: z.number(),
  /** The act's largest weight, of which all are shares. */
  scale: z.number().positive(),
});

/** One act's way from the raw sums to a probability and a decision. */
export const ActUnitSchema = z.strictObject({
  act: ActSchema,
  whole: part,
  clause: part,
  /** Probability = 1 / (1 + exp(−(slope × mean of both sums + offset))), fitted on rows that were not learnt. */
  slope: z.number(),
  offset: z.number(),
  /** The probability from which the act is said. */
  threshold: z.number().min(0).max(1),
});

/** A trained recogniser as data: a table of feature hashes with the steps of their weights per act, for the whole reply and for clauses. */
export const ModelSchema = z.strictObject({
  version: z.literal(MODEL_VERSION),
  /** SHA-256 over everything else: equal hashes recognise alike. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  rows: z.int().nonnegative(),
  units: z.array(ActUnitSchema).length(ACT_IDS.length),
  /** Feature hashes, the frequent ones first, as little-endian 32-bit words in base64. */
  keys: z.base64(),
  /** Weights, feature by feature in the order of `keys`, act by act in the order of `units`, as steps in signed bytes in base64. */
  wholeWeights: z.base64(),
  clauseWeights: z.base64(),
  /** In how many training rows each feature stood, as 16 × log2 in a byte. */
  frequency: z.base64(),
});

export type ActUnit = z.infer<typeof ActUnitSchema>;
export type Model = z.infer<typeof ModelSchema>;

/** Hash of a model's content. */
export function modelHash(model: Omit<Model, 'hash'>): string {
  const { version, rows, units, keys, wholeWeights, clauseWeights, frequency } = model;
  return sha256Hex(JSON.stringify([version, rows, units, keys, wholeWeights, clauseWeights, frequency]));
}
