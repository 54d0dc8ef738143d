import { toneOf } from '../../persona/schema';
import type { RehearsalState } from '../../rehearsal/state';
import { type ActionName, ActionNameSchema } from '../../script/action';
import type { Case } from '../../script/case';
import type { Condition } from '../../script/condition';
import type { Bilingual } from '../../script/text';
import { both } from '../indicators/measured';
import type { WayOut } from './schema';

/** What the customer waits for at a moment: `soothe`, `need:ID` or `told:ID` as the notes of the log name it. */
export type Wanted = WayOut & { readonly key: string };

/**
 * What would help at this moment, the most urgent first: a soothing word where nothing else counts (R22), then what the
 * customer has asked for, then what is open.
 * @param asked the need that the customer's latest words ask for
 */
export function wantedAt(facts: Case, { machine }: RehearsalState, asked: string | undefined): Wanted[] {
  const { context } = machine;
  const { gate } = facts.persona;
  const gated = gate && !context.soothed && gate.while.includes(toneOf(facts.persona, context.level));
  const known = (key: string) => context.known[key] === true;
  const open = Object.entries(facts.needs)
    .filter(([id]) => !known(`need:${id}`) && !known(`asleep:${id}`))
    .toSorted(([a], [b]) => Number(b === asked) - Number(a === asked))
    .map(([id, { title, met }]) => wayTo(facts, `need:${id}`, title, met));
  const kept = Object.entries(facts.script.hidden)
    .filter(([id]) => !known(`told:${id}`))
    .map(([id, { title, when }]) => wayTo(facts, `told:${id}`, title, when));
  const soothe = gated ? [wayTo(facts, 'soothe', both('先被安抚', 'to be soothed first'), gate.until)] : [];
  return [...soothe, ...open, ...kept];
}

/** The acts, words and actions that a condition looks for; what it forbids is left out. */
function wayTo({ teaching }: Case, key: string, title: Bilingual, condition: Condition): Wanted {
  const parts = [...soughtBy(condition)];
  const signs = parts.flatMap((part) => [part, part.ever ?? {}, part.before ?? {}]);
  const cues = signs.flatMap(({ cue }) => cue ?? []).map((id) => teaching.cues[id]?.title ?? id);
  const claims = signs
    .flatMap(({ claim }) => Object.entries(claim ?? {}))
    .filter(([, verdicts]) => verdicts.includes('right'))
    .map(([id]) => teaching.claims[id]?.title ?? id);
  const does = parts.flatMap(({ doing, did }) => [...(doing ?? []), ...(did ?? [])]).filter(isAction);
  return {
    ...{ key, title },
    acts: [...new Set(signs.flatMap(({ act }) => act ?? []))],
    says: [...new Set([...cues, ...claims])],
    does: [...new Set(does)],
  };
}

/** The parts of a condition that ask for something. */
function* soughtBy(condition: Condition): Generator<Condition> {
  yield condition;
  for (const part of [...(condition.all ?? []), ...(condition.any ?? [])]) yield* soughtBy(part);
}

const isAction = (deed: string): deed is ActionName => ActionNameSchema.safeParse(deed).success;
