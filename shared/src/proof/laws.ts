import type { Case } from '../script/case';
import { ALWAYS, holds, NO_SIGNS } from '../script/condition';
import { redLinesOf } from '../script/red-lines';
import { type Letter, startOf, take } from './customer-model';
import { type Explorer, isEndless } from './explore';
import { findLoop, mayLoop, turns } from './loops';
import { situationIn } from './mind';
import type { Outline } from './outline';
import { shortestWay } from './shortest';

/**
 * What must hold in every state: silence comes to an ending, no state is a trap, no talk goes on for ever at no cost, a red line
 * always ends it, and nothing is had for nothing.
 */
export type Law = 'silence-ends' | 'no-trap' | 'no-free-loop' | 'red-lines-end' | 'nothing-for-nothing';

export type LawFinding = {
  readonly law: Law;
  /** `proved` for all states, from the case's outline; `broken` by the chat; `open`: no chat was found that breaks it. */
  readonly known: 'proved' | 'broken' | 'open';
  /** Where it is broken: a beat, a need, a red line. */
  readonly what: string;
  readonly chat: readonly Letter[];
};

export function lawsOf(
  facts: Case,
  outline: Outline,
  explorer: Explorer,
  letters: readonly Letter[],
): LawFinding[] {
  return [
    silenceEnds(facts, outline, explorer, letters),
    ...traps(facts, outline, explorer, letters),
    ...loops(facts, outline, explorer, letters),
    ...redLines(facts, explorer, letters),
    ...forNothing(facts),
  ];
}

/** Patience and rest run out in finitely many steps; then some entry of the list that applies has to hold. */
function silenceEnds(
  facts: Case,
  outline: Outline,
  explorer: Explorer,
  letters: readonly Letter[],
): LawFinding {
  const [endless] = explorer.endless;
  const law = 'silence-ends';
  if (endless !== undefined) {
    const chat = shortestWay(facts, letters, explorer.wayTo(endless), (mind) => isEndless(facts, mind));
    return { law, known: 'broken', what: '', chat };
  }
  const sure = (['close', 'leave'] as const).every(
    (how) =>
      !outline.anywhere(
        facts.script.outcome[how].map(({ when }) => ({ condition: when ?? ALWAYS, holds: false })),
        'none',
      ),
  );
  return { law, known: sure ? 'proved' : 'open', what: '', chat: [] };
}

/**
 * A beat in which the customer waits for an answer and from which no agenda leads to a farewell: from there one can only anger it,
 * leave it or break off. That every state has some ending follows from silence.
 */
function traps(facts: Case, outline: Outline, explorer: Explorer, letters: readonly Letter[]): LawFinding[] {
  const { script } = facts;
  const law = 'no-trap';
  const good = new Set<string>();
  for (let before = -1; before < good.size; ) {
    before = good.size;
    for (const id of outline.reached) {
      const beat = script.beats[id];
      const leads = beat?.next.some(
        ({ go, close }, index) =>
          outline.possible.has(`step:${id}:${index}`) && (close || (go !== undefined && good.has(go))),
      );
      if (beat?.owes === false || leads) good.add(id);
    }
  }
  const bad = outline.reached.filter((id) => !good.has(id));
  const found = bad.map((id): LawFinding => {
    const known = explorer.wayToSight(`beat:${id}`);
    if (!known) return { law, known: 'open', what: id, chat: [] };
    const chat = shortestWay(facts, letters, known, ({ beat }) => beat === id);
    return { law, known: 'broken', what: id, chat };
  });
  return found.length > 0 ? found : [{ law, known: 'proved', what: '', chat: [] }];
}

function loops(facts: Case, outline: Outline, explorer: Explorer, letters: readonly Letter[]): LawFinding[] {
  const law = 'no-free-loop';
  const may = mayLoop(facts, outline);
  if (may.length === 0) return [{ law, known: 'proved', what: '', chat: [] }];
  const loop = findLoop(facts, explorer);
  if (!loop) return [{ law, known: 'open', what: may.join(' '), chat: [] }];
  const way = shortestWay(facts, letters, loop.way, (mind) => turns(facts, mind, loop.round));
  return [{ law, known: 'broken', what: may.join(' '), chat: [...way, ...loop.round] }];
}

/**
 * The machine looks at red lines before anything else, so that a burst that crosses one ends the rehearsal in any state; here it is
 * also tried in all states that were found. When a line applies is for the script to say.
 */
function redLines(facts: Case, explorer: Explorer, letters: readonly Letter[]): LawFinding[] {
  const law = 'red-lines-end';
  const lines = redLinesOf(facts.script);
  for (let index = 0; index < explorer.states; index++) {
    const mind = explorer.mindAt(index);
    if (!mind) continue;
    for (const letter of letters) {
      if (letter.do !== 'reply') continue;
      const now = situationIn(facts, mind, letter.signs);
      const crossed = lines.find(({ when }) => holds(when, now));
      if (!crossed || take(facts, mind, letter).next === 'red-line') continue;
      return [{ law, known: 'broken', what: crossed.id, chat: [...explorer.wayTo(index), letter] }];
    }
  }
  return [{ law, known: 'proved', what: '', chat: [] }];
}

/** A first reply that shows nothing at all meets no need, is told no secret, moves nothing and crosses no line. */
function forNothing(facts: Case): LawFinding[] {
  const law = 'nothing-for-nothing';
  const first = startOf(facts).next;
  const empty: Letter = { do: 'reply', signs: NO_SIGNS };
  if (typeof first === 'string') return [];
  const { fired, next } = take(facts, first, empty);
  const gained =
    typeof next === 'string'
      ? []
      : Object.keys(next.known).filter((name) => /^(?:need|told):/.test(name) && !first.known[name]);
  const what = [...fired.filter((rule) => /^(?:red-line|close):/.test(rule)), ...gained];
  return what.length === 0
    ? [{ law, known: 'proved', what: '', chat: [] }]
    : what.map((name) => ({ law, known: 'broken', what: name, chat: [empty] }));
}
