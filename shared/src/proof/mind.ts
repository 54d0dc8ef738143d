import { toneOf } from '../persona/schema';
import { poolLines, waitsFor } from '../rehearsal/words';
import { type Case, once, speaks } from '../script/case';
import { ALWAYS, holds, type Signs, type Situation } from '../script/condition';
import type { Ending } from '../script/kinds';
import type { Say } from '../script/machine/context';

/** Where the turn stands between two reactions. */
export type Place = 'unaware' | 'waiting' | 'holding' | 'resting';

/** The customer between two reactions, without times and words. */
export type Mind = {
  readonly at: Place;
  /** Steps of patience that are used up, while waiting. */
  readonly patience: number;
  readonly beat: string;
  readonly level: number;
  readonly soothed: boolean;
  readonly known: Readonly<Record<string, true>>;
  readonly used: Readonly<Record<string, number>>;
};

/**
 * What comes of a letter: an ending or the next state of mind, the pools that were said, and the rules of script and persona that
 * took effect, as `step:BEAT:INDEX`, `reaction:ID`, `red-line:ID`, `close:INDEX`, `leave:INDEX`, `boil`.
 */
export type Answer = {
  readonly said: readonly string[];
  readonly fired: readonly string[];
  readonly next: Mind | Ending;
};

export type Saying = Readonly<Say>;

const needIds = once(({ needs }) => Object.keys(needs));

export const situationIn = (
  facts: Case,
  { known, level }: Pick<Mind, 'known' | 'level'>,
  signs: Signs,
): Situation => ({ signs, known, tone: toneOf(facts.persona, level), needs: needIds(facts) });

/** Where the turn stands once this is said: the last words decide whether an answer is owed. */
export function placeAfter(facts: Case, said: readonly Saying[], beat: string): Place {
  const spoken = said.filter(({ pool }) => poolLines(facts, pool).length > 0);
  const last = spoken.at(-1);
  const owes = last ? waitsFor(facts, beat, last) : (facts.script.beats[beat]?.owes ?? false);
  return owes ? 'waiting' : 'resting';
}

const LAST_WORDS = { close: 'voice.bye', leave: 'voice.leave' } as const;

/** The first ending of a list whose condition holds, with its last words. */
export function endingOf(
  facts: Case,
  now: Situation,
  how: keyof typeof LAST_WORDS,
  ownWords?: string,
): Answer | undefined {
  const list = facts.script.outcome[how];
  const index = list.findIndex(({ when }) => holds(when ?? ALWAYS, now));
  const found = list[index];
  if (!found) return undefined;
  const own = facts.script.endings[found.ending]?.say;
  const words = ownWords ?? (speaks(facts, own) ? `ending.${found.ending}` : LAST_WORDS[how]);
  return { said: [words], fired: [`${how}:${index}`], next: found.ending };
}
