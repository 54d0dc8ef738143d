import type { Figure, RawFigure } from './figure';
import { findLengths } from './figure-lengths';
import { findMoments } from './figure-moments';
import { findMultiples } from './figure-multiples';
import { findPlain } from './figure-plain';
import { isAsked, isNegated, isQuoted } from './figure-polarity';
import { findSizes } from './figure-sizes';
import { findSpans } from './figure-spans';
import { halfWidth } from './normalise';

/** All figures of a text in order, without overlap. `now` is the shop's local time, ISO without zone. */
export const findFigures = (source: string, now: string): Figure[] => figuresIn(halfWidth(source), now);

/** The same in text of normal width. */
export function figuresIn(text: string, now: string): Figure[] {
  const raw = [
    ...findSpans(text),
    ...findMoments(text, now),
    ...findMultiples(text),
    ...findPlain(text),
    ...findLengths(text),
    ...findSizes(text),
  ];
  const merged = joinRanges(text, withoutOverlap(raw));
  return merged.map((figure) => ({
    sizes: [],
    isSpan: false,
    isThreshold: false,
    ...figure,
    bound: boundOf(text, figure),
    negated: isNegated(text, figure) || isAsked(text, figure) || isQuoted(text, figure),
  }));
}

/** Of overlapping figures the longest stands, of equally long ones the earlier finder's. */
function withoutOverlap(raw: readonly RawFigure[]): RawFigure[] {
  const kept: RawFigure[] = [];
  const byLength = raw
    .map((figure, index) => ({ figure, index }))
    .sort((a, b) => b.figure.end - b.figure.start - (a.figure.end - a.figure.start) || a.index - b.index);
  for (const { figure } of byLength) {
    if (kept.every((other) => figure.end <= other.start || figure.start >= other.end)) kept.push(figure);
  }
  return kept.sort((a, b) => a.start - b.start);
}

const LINK = /^\s*(?:到|至|或者?|和|-|~|—|、|,)\s*$/;
const LOOSE_LINK = /^\s*(?:到|至|-|~|或者?)?\s*$/;

/** “周四到周五”, “M或L”, “5元到10元” are one figure from the first to the last. */
function joinRanges(text: string, figures: readonly RawFigure[]): RawFigure[] {
  const joined: RawFigure[] = [];
  for (const figure of figures) {
    const last = joined[joined.length - 1];
    const between = last ? text.slice(last.end, figure.start) : '';
    const same = last ? onItsDay(last, figure, between) : figure;
    if (!last || last.kind !== figure.kind || figure.kind === 'count' || !joins(last, same, between)) {
      joined.push(figure);
      continue;
    }
    joined[joined.length - 1] = {
      ...last,
      from: Math.min(last.from, same.from),
      to: Math.max(last.to, same.to),
      sizes: [...(last.sizes ?? []), ...(figure.sizes ?? [])],
      end: figure.end,
    };
  }
  return joined;
}

/** In “明天9点到18点” the second clock time is on the day of the first. */
function onItsDay(first: RawFigure, second: RawFigure, between: string): RawFigure {
  const isRange = first.kind === 'when' && second.kind === 'when' && /^(?:到|至|-|~)$/.test(between);
  if (!isRange || first.isSpan || second.isSpan || second.to >= first.to) return second;
  const later = Math.ceil((first.to - second.to) / 24) * 24;
  return { ...second, from: second.from + later, to: second.to + later };
}

function joins(first: RawFigure, second: RawFigure, between: string): boolean {
  if (first.kind === 'size') return LINK.test(between) && between !== ',';
  if (first.kind !== 'when') return /^(?:到|至|-|~)$/.test(between);
  return (
    (first.isSpan ?? false) === (second.isSpan ?? false) && second.to >= first.to && LOOSE_LINK.test(between)
  );
}

const AT_MOST_BEFORE =
  /(?:不到|不足|最多|至多|顶多|不超过|不会超过|最迟|最晚|最慢|以内|不高于|不多于|上限)(?:是|就|也就|给|给您|补|补您|能|只能|可以)?$/;
const AT_MOST_AFTER = /^(?:以内|之内|内|前|之前|以前|封顶|以下)/;
const AT_LEAST_BEFORE =
  /(?:至少|最少|起码|不低于|不少于|超过|大于|多于|最快|不止)(?:是|要|也要|需要|得|也得)?$/;
const AT_LEAST_AFTER = /^(?:以上|起|开外|之后|以后|后|往上|多)/;
const ABOUT_BEFORE = /(?:大概|大约|约|预计|差不多|估计|一般|将近|接近)(?:是|要|需要|在)?$/;
const ABOUT_AFTER = /^(?:左右|上下|样子|差不多)/;

function boundOf(text: string, { start, end, to }: RawFigure): Figure['bound'] {
  // The 前 of “三天前发的” is no limit.
  if (to < 0) return 'exact';
  const before = text.slice(Math.max(0, start - 8), start);
  const after = text.slice(end, end + 4);
  if (AT_MOST_BEFORE.test(before) || AT_MOST_AFTER.test(after)) return 'at-most';
  if (AT_LEAST_BEFORE.test(before) || AT_LEAST_AFTER.test(after)) return 'at-least';
  if (ABOUT_BEFORE.test(before) || ABOUT_AFTER.test(after)) return 'about';
  return 'exact';
}
