import { z } from 'zod';
import { poolsOf } from './pools';
import { type Script, ScriptSchema } from './schema';
import { IdSchema, type Pool, PoolSchema } from './text';

const { version, title, summary, tags, platform, shop, customer, brief, about, facts, cues, actions } =
  ScriptSchema.shape;
const compensation = ScriptSchema.shape.assessment.shape.compensation;

/**
 * What the shop of another category puts into a script (R99): facts and words, and never a branch. Whatever is left out
 * is the script's; what is given under a name stands in the place of what the script has under it.
 */
export const AdaptationSchema = z.strictObject({
  id: ScriptSchema.shape.id,
  version,
  script: IdSchema.describe(
    '演哪个剧本；样例对话共用，不一样的词写成 {fact} / the script that is played; its transcripts serve both, with {fact} for what differs',
  ),
  title,
  summary,
  brief,
  tags: tags.optional(),
  platform: platform.optional(),
  shop,
  customer: customer.optional(),
  about,
  facts,
  cues,
  actions,
  compensation,
  variants: z
    .record(
      IdSchema,
      z.strictObject({ about: about.optional(), facts, compensation }).describe('一个变体 / one variant'),
    )
    .default({})
    .describe('剧本的变体里不一样的内容，按变体的名字 / what differs in the variants, by their ids'),
  say: z
    .record(z.string().min(1), PoolSchema)
    .default({})
    .describe(
      '客户换一种说法，按剧本里的位置，例如 beats.opening.say / other words of the customer, by their place in the script, such as beats.opening.say',
    ),
});
export type Adaptation = z.infer<typeof AdaptationSchema>;

/** The script as this shop plays it. What the adaptation names and the script does not have is left out; the check tells. */
export function adapt(script: Script, own: Adaptation): Script {
  // The versions that the script was written for are those of its own shop's policies.
  const { pins: _, ...branches } = script;
  const adapted: Script = {
    ...branches,
    id: own.id,
    version: own.version,
    title: own.title,
    summary: own.summary,
    brief: own.brief,
    tags: own.tags ?? script.tags,
    platform: own.platform ?? script.platform,
    shop: own.shop,
    customer: own.customer ?? script.customer,
    about: own.about,
    facts: { ...script.facts, ...own.facts },
    cues: { ...script.cues, ...own.cues },
    actions: { ...script.actions, ...own.actions },
    assessment: {
      ...script.assessment,
      compensation: own.compensation ?? script.assessment.compensation,
    },
    variants: script.variants.map((variant) => {
      const other = own.variants[variant.id];
      if (!other) return variant;
      const { assessment } = variant;
      return {
        ...variant,
        about: other.about ?? variant.about,
        facts: { ...variant.facts, ...other.facts },
        assessment: other.compensation ? { ...assessment, compensation: other.compensation } : assessment,
      };
    }),
  };
  const places = new Set(placesOf(script));
  return Object.entries(own.say)
    .filter(([place]) => places.has(place))
    .reduce((whole, [place, pool]) => ScriptSchema.parse(put(whole, place.split('.'), pool)), adapted);
}

/** Every place of a script at which the customer has words. */
export const placesOf = (script: Script): string[] =>
  [...poolsOf(script)].map(({ path: [part, nth, ...rest] }) =>
    [part, part === 'reactions' ? script.reactions[Number(nth)]?.id : nth, ...rest].join('.'),
  );

/** A copy with the pool at this place; lists are entered by the id or the number of their items. */
function put(value: unknown, [key, ...rest]: readonly string[], pool: Pool): unknown {
  if (key === undefined) return pool;
  if (Array.isArray(value)) {
    return value.map((item: { id?: string }, index) =>
      item.id === key || String(index) === key ? put(item, rest, pool) : item,
    );
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, k === key ? put(v, rest, pool) : v]));
}
