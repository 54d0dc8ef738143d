import { poolLines } from '../rehearsal/words';
import type { Case } from '../script/case';
import type { Ending } from '../script/schema';
import { linesFor, type Pool } from '../script/text';
import type { Letter } from './customer-model';
import { Explorer } from './explore';
import { forward, towardsBeat, towardsEnding, towardsPool } from './merits';

/** What a proof says of one case. */
export type Finding = {
  readonly code:
    | 'ending-unreachable'
    | 'need-unmeetable'
    | 'fact-untold'
    | 'beat-unreachable'
    | 'line-unspeakable'
    | 'silence-endless'
    | 'free-loop';
  /** Which ending, need, line …, by its id. */
  readonly what: string;
  /** The shortest way found that shows the fault; nothing can be shown of what is not reached. */
  readonly chat: readonly Letter[];
};

export type Proof = {
  readonly findings: readonly Finding[];
  /** Endings, needs, facts, beats and lines that were reached. */
  readonly reached: readonly string[];
  /** States of mind that were found, and reactions that were tried. */
  readonly states: number;
  readonly steps: number;
  /** Nothing was left out: what was not reached cannot be reached with any of the letters. */
  readonly complete: boolean;
};

/** States to go on from, when nobody asks for more: about a second for a case. Some lines of long cases lie deeper. */
export const USUAL_BOUND = 400;

/**
 * Explores a case and says what is unsound in it. What is reached is proved by the way that leads there; of what is not,
 * “unreachable” means: not within the bound, unless the exploration is complete.
 */
export function prove(facts: Case, bound = USUAL_BOUND): Proof {
  const explorer = new Explorer(facts);
  const { endings, pools, known, endless, idle } = explorer;
  explorer.run(forward, bound);
  // What was not met on the way is looked for by itself.
  const share = Math.ceil(bound / 4);
  for (const id of Object.keys(facts.script.beats)) {
    if (!known.has(`beat:${id}`)) explorer.run(towardsBeat(facts, id), share, () => known.has(`beat:${id}`));
  }
  for (const id of Object.keys(facts.needs)) {
    if (!known.has(`need:${id}`)) explorer.run(forward, share, () => known.has(`need:${id}`));
  }
  for (const ending of declaredEndings(facts)) {
    if (!endings.has(ending)) explorer.run(towardsEnding(facts, ending), share, () => endings.has(ending));
  }
  for (const pool of ownPools(facts)) {
    if (!pools.has(pool)) explorer.run(towardsPool(facts, pool), share, () => pools.has(pool));
  }
  const { states, steps, complete } = explorer;
  const wanted = {
    endings: declaredEndings(facts),
    needs: Object.keys(facts.needs),
    facts: Object.keys(facts.script.hidden),
    beats: Object.keys(facts.script.beats),
    lines: ownPools(facts),
  };
  const missing = {
    endings: wanted.endings.filter((ending) => !endings.has(ending)),
    needs: wanted.needs.filter((id) => !known.has(`need:${id}`)),
    facts: wanted.facts.filter((id) => !known.has(`told:${id}`)),
    beats: wanted.beats.filter((id) => !known.has(`beat:${id}`)),
    lines: wanted.lines.filter((pool) => !pools.has(pool)),
  };
  const unseen = (code: Finding['code'], ids: readonly string[]): Finding[] =>
    ids.map((what) => ({ code, what, chat: [] }));
  return {
    ...{ states, steps, complete },
    findings: [
      ...unseen('ending-unreachable', missing.endings),
      ...unseen('need-unmeetable', missing.needs),
      ...unseen('fact-untold', missing.facts),
      ...unseen('beat-unreachable', missing.beats),
      ...unseen('line-unspeakable', missing.lines),
      ...endless.slice(0, 1).map((chat): Finding => ({ code: 'silence-endless', what: '', chat })),
      ...shortestByLast(idle).map((chat): Finding => ({ code: 'free-loop', what: '', chat })),
    ],
    reached: Object.values(wanted)
      .flat()
      .filter((id) => !Object.values(missing).flat().includes(id)),
  };
}

/** The endings that a script names with words or a title of their own. */
function declaredEndings({ script }: Case): Ending[] {
  const { close, leave, boil } = script.outcome;
  return [...new Set<Ending>([...[...close, ...leave].map(({ ending }) => ending), boil, 'red-line'])];
}

/** The pools of the script that this persona has lines in; those of the persona are shared by all scripts. */
function ownPools(facts: Case): string[] {
  const { script, persona, needs } = facts;
  const ids: string[] = [];
  const add = (id: string, pool: Pool | undefined): void => {
    if (pool && linesFor(pool, persona).length > 0) ids.push(id);
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
  return ids.filter((id) => poolLines(facts, id).length > 0);
}

/** Of several chats that end in the same reply, the shortest. */
function shortestByLast(chats: readonly (readonly Letter[])[]): (readonly Letter[])[] {
  const shortest = new Map<string, readonly Letter[]>();
  for (const chat of chats) {
    const key = JSON.stringify(chat.at(-1));
    const before = shortest.get(key);
    if (!before || chat.length < before.length) shortest.set(key, chat);
  }
  return [...shortest.values()];
}
