import { z } from 'zod';
import { firstTime, type Record } from '../scoring/record';
import { type Condition, ConditionSchema, conditionsWithin } from './condition';
import type { Script } from './schema';
import type { Source } from './source';
import { BilingualSchema, FILE_HEAD, IdSchema } from './text';

/** Customers of a shift: more are not dealt at once (R06). */
export const MOST_AT_ONCE = 4;

const PartSchema = z.strictObject({
  script: IdSchema.describe('剧本 / the script'),
  persona: IdSchema.optional().describe(
    '客户画像；不写由种子决定 / who it is; drawn by the seed when left out',
  ),
  variant: IdSchema.optional().describe(
    '变体；不写由种子决定 / the variant; drawn by the seed when left out',
  ),
  after: z
    .number()
    .nonnegative()
    .max(600)
    .default(0)
    .describe(
      '秒：同时接待时，开始多久后这位客户才说话；连续时，之前休息多久 / seconds: at once, after the start before this customer writes; in sequence, of rest before it',
    ),
  unless: ConditionSchema.optional().describe(
    '连续时：前一段里这件事发生过，这一段就不演练（R83），条件用前一段剧本的名字 / in sequence: only played if this never held in the part before, in whose terms it speaks (R83)',
  ),
});

/**
 * Several customers of the library put together, with nothing written anew: at once, as in a busy hour, or one after the other,
 * where the second may be the consequence of the first.
 */
export const DrillSchema = z
  .strictObject({
    ...FILE_HEAD,
    title: BilingualSchema.describe('标题 / title'),
    summary: BilingualSchema.describe('简介 / what it is about'),
    order: z.int().default(100).describe('列表中的位置，小的在前 / place in lists, lowest first'),
    level: z.enum(['novice', 'advanced']).describe('难度 / level'),
    kind: z
      .enum(['at-once', 'in-sequence'])
      .describe(
        'at-once 同时接待（R06）、in-sequence 一个接一个（R98、R83） / at once, or one after the other',
      ),
    parts: z.array(PartSchema).min(2).max(6).describe('各位客户 / the customers'),
  })
  .superRefine(({ kind, parts }, context) => {
    const issue = (path: (string | number)[], message: string) =>
      context.addIssue({ path, message, code: 'custom' });
    if (kind === 'at-once' && parts.length > MOST_AT_ONCE)
      issue(['parts'], `同时最多 ${MOST_AT_ONCE} 位客户 / at most ${MOST_AT_ONCE} customers at once`);
    parts.forEach(({ unless }, index) => {
      if (unless && (kind === 'at-once' || index === 0))
        issue(['parts', index, 'unless'], '前面要有一段才能写 unless / unless needs a part before it');
    });
  });

export type Drill = z.infer<typeof DrillSchema>;
export type DrillPart = Drill['parts'][number];

/** Whether a part is played after the one before, of which this is the record. */
export const isUnlocked = ({ unless }: DrillPart, before: Record): boolean =>
  unless === undefined || firstTime(before, unless) === undefined;

/** Checks that scripts, personas and variants exist, and that conditions name what the part before has. */
export function checkDrill(
  source: Source,
  { parts }: Drill,
  scripts: ReadonlyMap<string, { readonly value: Script }>,
  names: { readonly scripts: readonly string[]; readonly personas: readonly string[] },
): void {
  parts.forEach(({ script, persona, variant, unless }, index) => {
    const path = ['parts', index];
    source.expect([...path, 'script'], 'script', script, names.scripts);
    if (persona) source.expect([...path, 'persona'], 'persona', persona, names.personas);
    const own = scripts.get(script)?.value;
    const variants = own?.variants.map(({ id }) => id);
    if (variant && variants) source.expect([...path, 'variant'], 'variant', variant, variants);
    const before = scripts.get(parts[index - 1]?.script ?? '')?.value;
    if (unless && before) checkCondition(source, [...path, 'unless'], unless, before);
  });
}

function checkCondition(
  source: Source,
  path: (string | number)[],
  condition: Condition,
  script: Script,
): void {
  const has = (kind: 'cue' | 'claim' | 'need' | 'hidden', ids: readonly string[], known: object) => {
    for (const id of ids) source.expect(path, kind, id, Object.keys(known));
  };
  for (const part of conditionsWithin(condition)) {
    for (const signs of [part, part.ever, part.before]) {
      has('cue', signs?.cue ?? [], script.cues);
      has('claim', Object.keys(signs?.claim ?? {}), script.claims);
    }
    has('need', [...(part.need ?? []), ...(part.open ?? [])], script.needs);
    has('hidden', part.told ?? [], script.hidden);
  }
}
