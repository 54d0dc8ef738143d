import { poolLines } from '../rehearsal/words';
import { type Case, speaks } from '../script/case';
import { ENDINGS, type Ending } from '../script/kinds';
import { redLinesOf } from '../script/red-lines';
import type { Pool } from '../script/text';
import { type Distance, toBeat, toCondition, toEnding, toOutcome, toPool, toStep } from './distance';
import { mayBeSaid, type Outline } from './outline';

export type ItemKind = 'ending' | 'need' | 'fact' | 'beat' | 'line' | 'rule';

/** Something that a script writes down and that has to come about in some rehearsal. */
export type Item = {
  readonly kind: ItemKind;
  /** Its id for people, e.g. `delighted` or `need.size.ask`. */
  readonly what: string;
  /** Its name among the sights of an exploration. */
  readonly sight: string;
  /** Whether every persona has to come to it, or it is enough that one does. */
  readonly scope: 'persona' | 'script';
  readonly distance: () => Distance;
  /** Whether the outline of the case has room for it; if not, it can never come about. */
  readonly within: (outline: Outline) => boolean;
};

/** All that a case has to show. */
export function itemsOf(facts: Case): Item[] {
  const { script, needs } = facts;
  const item = (
    kind: ItemKind,
    what: string,
    distance: () => Distance,
    rest: Partial<Pick<Item, 'sight' | 'scope' | 'within'>> = {},
  ): Item => {
    const sight = rest.sight ?? what;
    return {
      ...{ kind, what, distance, sight, scope: 'script' },
      within: ({ possible }) => possible.has(sight),
      ...rest,
    };
  };
  const guarded = [
    ...redLinesOf(script).map(({ id, when }) => ({ sight: `red-line:${id}`, when })),
    ...Object.entries(script.actions).flatMap(([name, known]) =>
      known?.when ? [{ sight: `open:${name}`, when: known.when }] : [],
    ),
  ];
  const rule = (sight: string, distance: () => Distance): Item => item('rule', sight, distance);
  return [
    ...declaredEndings(facts).map((id) =>
      item('ending', id, () => toEnding(facts, id), { sight: `ending:${id}`, scope: 'persona' }),
    ),
    ...Object.entries(needs).map(([id, { met }]) =>
      item('need', id, () => toCondition(facts, met), { sight: `need:${id}`, scope: 'persona' }),
    ),
    ...Object.entries(script.hidden).map(([id, { when }]) =>
      item('fact', id, () => toCondition(facts, when), { sight: `told:${id}` }),
    ),
    ...Object.keys(script.beats).map((id) =>
      item('beat', id, () => toBeat(facts, id), { sight: `beat:${id}` }),
    ),
    ...ownPools(facts).map(({ id, own }) =>
      item('line', id, () => toPool(facts, id), {
        sight: `line:${id}`,
        scope: own ? 'persona' : 'script',
        within: (outline) => mayBeSaid(facts, outline, id),
      }),
    ),
    ...Object.entries(script.beats).flatMap(([beat, { next }]) =>
      next.map((_, index) => rule(`step:${beat}:${index}`, () => toStep(facts, beat, index))),
    ),
    ...[...script.reactions.map(({ id, when }) => ({ sight: `reaction:${id}`, when })), ...guarded].map(
      ({ sight, when }) => rule(sight, () => toCondition(facts, when)),
    ),
    ...(['close', 'leave'] as const).flatMap((how) =>
      script.outcome[how].map((_, index) => rule(`${how}:${index}`, () => toOutcome(facts, how, index))),
    ),
  ];
}

/** The endings that a script names, with words or a title of their own or in its outcome. */
function declaredEndings({ script }: Case): Ending[] {
  const { close, leave, boil } = script.outcome;
  const named = new Set<string>([
    ...[...close, ...leave].map(({ ending }) => ending),
    ...Object.keys(script.endings),
    ...[boil, 'red-line'],
  ]);
  return ENDINGS.filter((ending) => named.has(ending));
}

/**
 * The pools of the script that this persona has lines in; those of the persona are shared by all scripts. `own`: written for this
 * persona alone.
 */
function ownPools(facts: Case): { id: string; own: boolean }[] {
  const { script, persona, needs } = facts;
  const ids: { id: string; own: boolean }[] = [];
  const add = (id: string, pool: Pool | undefined): void => {
    if (pool && speaks(facts, pool) && poolLines(facts, id).length > 0) {
      ids.push({ id, own: !Array.isArray(pool) && pool[persona.id] !== undefined });
    }
  };
  for (const [id, need] of Object.entries(needs)) {
    add(`need.${id}.ask`, need.ask);
    add(`need.${id}.again`, need.again);
    add(`need.${id}.thanks`, need.thanks);
  }
  for (const [id, { tell }] of Object.entries(script.hidden)) add(`hidden.${id}`, tell);
  for (const [id, { say, next }] of Object.entries(script.beats)) {
    add(`beat.${id}`, say);
    next.forEach((step, index) => {
      add(`beat.${id}.${index}`, step.say);
    });
  }
  for (const { id, say } of script.reactions) add(`reaction.${id}`, say);
  for (const [id, ending] of Object.entries(script.endings)) add(`ending.${id}`, ending?.say);
  return ids;
}
