import type { Scorecard } from '@kefu/shared/scoring/scorecard';

export type Point = Scorecard['mood'][number] & { x: number; y: number };

/** Worst level of a mood; personas count from 0 to this. */
const WORST = 10;

/** Places the mood in a box: time to the right, worse upwards. Equal times keep their order. */
export function placeMood(
  mood: Scorecard['mood'],
  until: number,
  width: number,
  height: number,
): readonly Point[] {
  const end = Math.max(1, until, ...mood.map(({ at }) => at));
  return mood.map((point) => ({
    ...point,
    x: (point.at / end) * width,
    y: height - (Math.min(WORST, Math.max(0, point.level)) / WORST) * height,
  }));
}

/** A mood holds until something moves it: a line in steps, to the end of the talk. */
export function stepPath(points: readonly Point[], width: number): string {
  const [first, ...rest] = points;
  if (!first) return '';
  return `M0 ${first.y}${rest.map(({ x, y }) => `H${x}V${y}`).join('')}H${width}`;
}
