import { clausesOf } from './clauses';
import type { Figure } from './figure';
import { figuresIn } from './figures';
import { halfWidth } from './normalise';
import type { ClaimTeaching, RightFigures, Teaching } from './teaching';
import { asksSomething } from './turn';
import type { ClaimHit, Verdict } from './understood';

/** A claim with its words as they stand in text of normal width. */
type PreparedClaim = {
  readonly id: string;
  readonly claim: ClaimTeaching;
  readonly about: readonly string[];
  readonly notAbout: readonly string[];
};

/** The claims of a script, worked out once. */
export type PreparedClaims = { readonly now: string; readonly claims: readonly PreparedClaim[] };

export function prepareClaims({ now, claims }: Pick<Teaching, 'now' | 'claims'>): PreparedClaims {
  const prepared = Object.entries(claims).map(([id, claim]) => ({
    id,
    claim,
    about: claim.about.map(halfWidth),
    notAbout: claim.notAbout.map(halfWidth),
  }));
  return { now, claims: prepared };
}

/**
 * Matches the figures of a reply to the script's claims and judges them.
 *
 * Topic: a claim's `about` words count in the figure's own clause first, then in the clause before it, then in the customer's
 * turn if that is a question and the clause a bare answer to it; a nearer topic beats a farther one, so that “48小时内发货,3天退款” answers two claims although the customer asked
 * about one. Among claims with a topic in the same clause the word next to the figure wins (after it rather than before it,
 * for times). Where topics stand only elsewhere and fit several claims, those that the figure is right for are meant. A claim
 * without `about` takes what no other claim of its kind takes. `notAbout` in the clause excludes.
 * Thresholds (满300…) only belong to claims that name 满 among their `about` words.
 *
 * Verdict: a time is judged by its latest end, other ranges by both ends. Denied, asked, quoted and past figures are no claims.
 */
export function findClaims(source: string, context: string, { now, claims }: PreparedClaims): ClaimHit[] {
  if (claims.length === 0) return [];
  const text = halfWidth(source);
  const figures = figuresIn(text, now).filter((figure) => !figure.negated && !isPast(figure));
  if (figures.length === 0) return [];
  const clauses = clausesOf(text);
  const asked = halfWidth(context);
  const turn = asksSomething(asked) ? asked : '';
  return figures.flatMap((figure) => {
    const index = clauses.findIndex(({ end }) => figure.start < end);
    const clause = clauses[index];
    const before = clauses[index - 1];
    const own = { text: clause ? text.slice(clause.start, clause.end) : '', offset: clause?.start ?? 0 };
    const previous = before ? text.slice(before.start, before.end) : '';
    const fitting = claims
      .filter((claim) => fits(claim, figure, own.text))
      .map((one) => ({ ...one, distance: topicDistance(one.about, figure, own, previous, turn) }))
      .filter(({ distance }) => distance < FAR);
    const nearest = Math.min(...fitting.map(({ distance }) => distance));
    const hits = fitting
      .filter(({ distance }) => distance === nearest)
      .map(
        ({ id, claim }): ClaimHit => ({
          claim: id,
          verdict: judge(claim, figure),
          value: figureValue(figure),
          start: figure.start,
          end: figure.end,
        }),
      );
    const right = hits.filter(({ verdict }) => verdict === 'right');
    return nearest >= PREVIOUS && right.length > 0 ? right : hits;
  });
}

const isPast = (figure: Figure): boolean => figure.kind === 'when' && figure.to < 0;

function fits({ claim, notAbout }: PreparedClaim, figure: Figure, clause: string): boolean {
  if (claim.kind !== figure.kind) return false;
  if (figure.kind === 'amount' && figure.isThreshold !== claim.about.includes('满')) return false;
  return !notAbout.some((word) => clause.includes(word));
}

const PREVIOUS = 1000;
const TURN = 2000;
/** Most characters beside the figure in a clause that merely answers; a longer one has a topic of its own. */
const BARE = 8;
const ANY = 3000;
const FAR = 4000;

/** How far the claim's topic is from the figure: characters within the clause, then clause before, customer's turn, no topic needed. */
function topicDistance(
  about: readonly string[],
  figure: Figure,
  own: { text: string; offset: number },
  previous: string,
  turn: string,
): number {
  if (about.length === 0) return ANY;
  const distances = about.flatMap((word) =>
    positions(own.text, word).map((at) => gap(at + own.offset, word.length, figure)),
  );
  if (distances.length > 0) return Math.min(...distances, PREVIOUS - 1);
  if (about.some((word) => previous.includes(word))) return PREVIOUS;
  const besides = own.text.length - (figure.end - figure.start);
  return besides <= BARE && about.some((word) => turn.includes(word)) ? TURN : FAR;
}

function gap(at: number, length: number, { start, end, kind }: Figure): number {
  if (at >= end) return at - end;
  const before = Math.max(0, start - at - length);
  // The verb follows its time (“48小时内发货”), so a word before it is farther than it looks.
  return kind === 'when' ? before * 2 + 3 : before;
}

function positions(text: string, word: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) found.push(at);
  return found;
}

function judge(claim: ClaimTeaching, figure: Figure): Verdict {
  if (claim.kind === 'size') {
    const right = new Set(claim.right.map((size) => halfWidth(size).toUpperCase()));
    return figure.sizes.every((size) => right.has(size)) ? 'right' : 'wrong';
  }
  if (claim.kind === 'when') {
    if (figure.isSpan && claim.alsoRight.includes(figure.to)) return 'right';
    return compare(figure.to, figure.to, claim.right, claim);
  }
  const { right } = claim;
  if (!isList(right)) return compare(figure.from, figure.to, right, claim);
  const isOne = (value: number) => right.some((each) => Math.abs(each - value) < SAME);
  if (isOne(figure.from) && isOne(figure.to)) return 'right';
  const outside = compare(
    figure.from,
    figure.to,
    { from: Math.min(...right), to: Math.max(...right) },
    claim,
  );
  return outside === 'right' ? 'wrong' : outside;
}

/** Amounts go to the 分: what differs by less is the same number, written in binary. */
const SAME = 0.001;

const isList = (right: RightFigures): right is readonly number[] => Array.isArray(right);

function compare(
  from: number,
  to: number,
  right: { from?: number | undefined; to?: number | undefined },
  { above, below }: { above: Verdict; below: Verdict },
): Verdict {
  if (right.to !== undefined && to > right.to) return above;
  if (right.from !== undefined && from < right.from) return below;
  return 'right';
}

/** Equal figures have equal values, however they were written. */
export function figureValue(figure: Figure): string {
  if (figure.kind === 'size') return figure.sizes.join('/');
  const [from, to] = [oneValue(figure, figure.from), oneValue(figure, figure.to)];
  return from === to ? to : `${from}-${to}`;
}

const UNITS: Partial<Record<Figure['kind'], string>> = { when: 'h', percent: '%', length: 'cm' };

function oneValue({ kind }: Figure, value: number): string {
  if (kind === 'amount') return value.toFixed(2);
  const short = String(Math.round(value * 100) / 100);
  return short + (UNITS[kind] ?? '');
}
