import { z } from 'zod';
import { sha256Hex } from '../hash';
import { ACT_IDS, ActSchema } from './acts';
import { NEURONS } from './net';

/** Raised when features or layout change: an older model would then be read wrongly. */
export const MODEL_VERSION = 6;

/** One act's way from the raw sums to a probability and a decision. */
export const ActUnitSchema = z.strictObject({
  act: ActSchema,
  /** Added to the sums of the clauses. */
  bias: z.number(),
  /** The act's largest weight in the clauses, of which all are shares. */
  scale: z.number().positive(),
  /** Added to the sums of the neurons. */
  netBias: z.number(),
  /** How much the neurons count; the rest is the clauses'. */
  netShare: z.number().min(0).lt(1),
  /** Probability = 1 / (1 + exp(−(slope × weighted mean of both sums + offset))), fitted on rows that were not learnt. */
  slope: z.number(),
  offset: z.number(),
  /** The probability from which the act is said. */
  threshold: z.number().min(0).max(1),
});

const NeuronSchema = z.strictObject({
  /** How far the neuron is excited by nothing. */
  excitability: z.number(),
  /** What the greatest step of its weights is worth. */
  scale: z.number().positive(),
  /** What it says of each act, in the order of `units`. */
  outs: z.array(z.number()).length(ACT_IDS.length),
});

const steps = z.string().regex(/^[A-Za-z0-9+/]*$/);

/** A trained recogniser as data: a table of feature hashes with the steps of their weights per act and per neuron. */
export const ModelSchema = z.strictObject({
  version: z.literal(MODEL_VERSION),
  /** SHA-256 over everything else: equal hashes recognise alike. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  rows: z.int().nonnegative(),
  units: z.array(ActUnitSchema).length(ACT_IDS.length),
  neurons: z.array(NeuronSchema).length(NEURONS),
  /** Feature hashes, the frequent ones first, as little-endian 32-bit words in base64. */
  keys: z.base64(),
  /** Weights of the clauses, feature by feature in the order of `keys`, act by act in the order of `units`, see steps-text.ts. */
  actSteps: steps,
  /** Weights of the neurons, likewise. */
  neuronSteps: steps,
  /** In how many training rows each feature stood, as 16 × log2 in a byte. */
  frequency: z.base64(),
});

export type ActUnit = z.infer<typeof ActUnitSchema>;
export type Neuron = z.infer<typeof NeuronSchema>;
export type Model = z.infer<typeof ModelSchema>;

/** Hash of a model's content. */
export function modelHash(model: Omit<Model, 'hash'>): string {
  const { version, rows, units, neurons, keys, actSteps, neuronSteps, frequency } = model;
  return sha256Hex(JSON.stringify([version, rows, units, neurons, keys, actSteps, neuronSteps, frequency]));
}
