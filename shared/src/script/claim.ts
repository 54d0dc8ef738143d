import { z } from 'zod';
import { type ClaimTeaching, claimKinds, type RightFigures } from '../understanding/teaching';
import type { ActionName } from './action';
import { IdSchema } from './text';

/** A figure of the script: a number, or the fact that has it. */
export const FigureSchema = z.union([
  z.number(),
  z.strictObject({ fact: IdSchema.describe('取这个事实的值 / the value of this fact') }),
]);
export type FigureRef = z.infer<typeof FigureSchema>;

/** What is right: a range, or some values; any other is `wrong`, unless it is `above` or `below` all of them. */
const RightSchema = z.union([
  z
    .strictObject({
      from: FigureSchema.optional().describe('最小 / least'),
      to: FigureSchema.optional().describe('最大 / most'),
    })
    .refine(
      (range) => range.from !== undefined || range.to !== undefined,
      '至少写 from 或 to 之一 / write from or to',
    ),
  z.array(FigureSchema).min(1),
]);

/** A figure that replies may state, with what is right for this case; facts stand for their values. */
export const ClaimSchema = z.discriminatedUnion('kind', [
  claimKinds.number.extend({
    right: RightSchema.meta({
      description: '正确的值，或 from 到 to 的范围 / the right values, or a range',
      examples: [{ from: 10, to: 20 }],
    }),
  }),
  claimKinds.when,
  claimKinds.size,
]);
export type Claim = z.infer<typeof ClaimSchema>;

/** Between which amounts an action is right, CNY. */
export type Limits = Readonly<Partial<Record<ActionName, { readonly min: number; readonly max: number }>>>;

type Facts = Readonly<Record<string, string>>;

/** The value of a figure; NaN for a fact that is none, which the check reports. */
export const figureIn = (facts: Facts, figure: FigureRef): number =>
  typeof figure === 'number' ? figure : Number(facts[figure.fact] ?? 'none');

/** The claim with values in the place of facts. */
export function resolveClaim(facts: Facts, claim: Claim): ClaimTeaching {
  if (claim.kind === 'when' || claim.kind === 'size') return claim;
  return { ...claim, right: resolveRight(facts, claim.right) };
}

function resolveRight(facts: Facts, right: z.infer<typeof RightSchema>): RightFigures {
  if (Array.isArray(right)) return right.map((figure) => figureIn(facts, figure));
  const { from, to } = right;
  return {
    ...(from !== undefined && { from: figureIn(facts, from) }),
    ...(to !== undefined && { to: figureIn(facts, to) }),
  };
}

/** The facts that a claim names. */
export function factsNamed(claim: Claim): string[] {
  if (claim.kind === 'when' || claim.kind === 'size') return [];
  const figures = Array.isArray(claim.right) ? claim.right : [claim.right.from, claim.right.to];
  return figures.flatMap((figure) => (typeof figure === 'object' ? [figure.fact] : []));
}
