import { BOILING_POINT } from '../persona/schema';
import { poolLines } from '../rehearsal/words';
import { type Case, speaks } from '../script/case';
import { reactionsOf } from '../script/machine/feelings';
import { redLinesOf } from '../script/red-lines';
import { type Letter, take } from './customer-model';
import type { Edge, Explorer } from './explore';
import type { Wish } from './formula';
import type { Mind } from './mind';
import type { Outline } from './outline';
import { mayGoRound, type Possible } from './satisfiable';

/** Longer circles than this are not looked for. */
const LONGEST_CIRCLE = 4;
/** Rounds after which everything limited is used up; then a round has to change nothing at all. */
const ROUNDS = 12;

/**
 * What could let a waiting customer be talked to for ever without its mood getting worse. Needs, secrets and limited reactions are used
 * up in the end, and asking again costs; so there must be a reaction without limit that costs nothing but has words, one that
 * soothes again and again, a step of the agenda that stays where it is, or a circle of steps, and the steps must be possible when
 * all that the burst shows was shown before.
 * @returns names of the rules; with none of them, no talk is free in any state
 */
export function mayLoop(facts: Case, outline: Outline): string[] {
  const { script } = facts;
  const owing = outline.reached.filter((id) => script.beats[id]?.owes !== false);
  const again = (beat: string, wishes: readonly Wish[]): boolean =>
    mayGoRound([wishes], repliesIn(outline, [beat]));
  // With nothing left to ask; what waits for a beat may be left.
  const asked = Object.entries(facts.needs)
    .filter(([, { ask, since }]) => since === undefined && speaks(facts, ask))
    .map(([id]) => id);
  const content = (beat: string): Wish[] =>
    asked.length === 0 || !owing.includes(beat) ? [] : [{ condition: { need: asked }, holds: true }];
  const endless = reactionsOf(facts).filter(({ limit }) => limit === undefined);
  // What costs something, or ends the rehearsal, must not happen on the way.
  const costly = [...endless.filter(({ mood }) => mood > 0), ...redLinesOf(script)].map(
    ({ when }): Wish => ({ condition: when, holds: false }),
  );
  const soothing = endless.filter(
    ({ when, mood }) =>
      mood < 0 && outline.reached.some((beat) => again(beat, [{ condition: when, holds: true }])),
  );
  const idle = endless.filter(
    ({ id, when, mood, pool, enough }) =>
      mood === 0 &&
      poolLines(facts, pool ?? '').length > 0 &&
      outline.reached.some((beat) =>
        again(beat, [
          { condition: { all: [when, { reacted: [id] }] }, holds: true },
          ...costly,
          ...(enough ? [] : content(beat)),
        ]),
      ),
  );
  const still = owing.flatMap((beat) =>
    (script.beats[beat]?.next ?? []).flatMap(({ when, go, close }, index) =>
      go === undefined && !close && again(beat, [{ condition: when, holds: true }, ...costly])
        ? [`step:${beat}:${index}`]
        : [],
    ),
  );
  return [
    ...[...soothing, ...idle].map(({ id }) => `reaction:${id}`),
    ...still,
    ...circles(facts, outline, costly, owing),
  ];
}

/** What may be the case in all of the beats; replies only, since what is done costs the shop and mostly can be done but once. */
function repliesIn(outline: Outline, beats: readonly string[]): Possible {
  const [first, ...others] = beats.map((beat) => outline.moment(beat));
  if (!first) throw new Error('no beats');
  return {
    ...first,
    fact: (name, value) => [first, ...others].every(({ fact }) => fact(name, value)),
    sign: (name, value) => !(value && name.startsWith('doing:')),
  };
}

/** Circles of steps whose conditions agree with each other on everything lasting: facts do not change from round to round. */
function circles(facts: Case, outline: Outline, costly: readonly Wish[], owing: readonly string[]): string[] {
  const { beats } = facts.script;
  const found: string[] = [];
  const walk = (start: string, here: string, steps: readonly { beat: string; index: number }[]): void => {
    (beats[here]?.next ?? []).forEach(({ go }, index) => {
      if (go === undefined || !outline.possible.has(`step:${here}:${index}`)) return;
      const way = [...steps, { beat: here, index }];
      if (go === start) {
        if (way.some(({ beat }) => owing.includes(beat)) && agrees(way)) {
          found.push(way.map(({ beat, index: nth }) => `step:${beat}:${nth}`).join('+'));
        }
      } else if (go > start && !way.some(({ beat }) => beat === go)) walk(start, go, way);
    });
  };
  const agrees = (way: readonly { beat: string; index: number }[]): boolean => {
    const moment = repliesIn(
      outline,
      way.map(({ beat }) => beat),
    );
    const bursts = (more: readonly Wish[]) =>
      way.map(({ beat, index }): Wish[] => [
        { condition: beats[beat]?.next[index]?.when ?? {}, holds: true },
        ...more,
      ]);
    // Most circles contradict themselves, which is soon found without what must not happen on the way.
    return mayGoRound(bursts([]), moment) && mayGoRound(bursts(costly), moment);
  };
  for (const start of outline.reached) walk(start, start, []);
  return found;
}

/** A talk that goes round for ever: the way to it, and the replies that can be given again and again. */
export type Loop = { readonly way: readonly Letter[]; readonly round: readonly Letter[] };

export function findLoop(facts: Case, explorer: Explorer): Loop | undefined {
  const from = new Map<number, Edge[]>();
  for (const edge of explorer.edges) from.set(edge.from, [...(from.get(edge.from) ?? []), edge]);
  for (const start of from.keys()) {
    const mind = explorer.mindAt(start);
    const round = mind && circleFrom(facts, mind, start, from);
    if (round) return { way: explorer.wayTo(start), round };
  }
  return undefined;
}

function circleFrom(
  facts: Case,
  mind: Mind,
  start: number,
  from: ReadonlyMap<number, readonly Edge[]>,
): Letter[] | undefined {
  let layer: { at: number; way: Letter[] }[] = [{ at: start, way: [] }];
  for (let length = 1; length <= LONGEST_CIRCLE; length++) {
    const next: typeof layer = [];
    const seen = new Set<number>();
    for (const { at, way } of layer) {
      for (const { by, to } of from.get(at) ?? []) {
        const longer = [...way, by];
        if (to === start && turns(facts, mind, longer)) return longer;
        if (to <= start || seen.has(to)) continue;
        seen.add(to);
        next.push({ at: to, way: longer });
      }
    }
    layer = next;
  }
  return undefined;
}

/** Whether the replies can be gone through again and again, until a whole round changes nothing. */
export function turns(facts: Case, start: Mind, round: readonly Letter[]): boolean {
  let before = start;
  for (let count = 0; count < ROUNDS; count++) {
    let mind = before;
    for (const letter of round) {
      const { next } = take(facts, mind, letter);
      if (typeof next === 'string' || next.at !== 'waiting') return false;
      mind = next;
    }
    if (isSame(before, mind)) return mind.level < BOILING_POINT;
    before = mind;
  }
  return false;
}

const isSame = (a: Mind, b: Mind): boolean =>
  a.level === b.level &&
  a.beat === b.beat &&
  a.soothed === b.soothed &&
  sameEntries(a.used, b.used) &&
  sameEntries(a.known, b.known);

const sameEntries = (a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean =>
  Object.keys({ ...a, ...b }).every((id) => a[id] === b[id]);
