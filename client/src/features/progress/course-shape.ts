export type CoursePoint = {
  readonly index: number;
  readonly value: number;
  readonly x: number;
  readonly y: number;
};

/** Places points of 0–100 in a box, one after the other in equal steps; those that could not occur are left out. */
export function places(values: readonly (number | null)[], width: number, height: number): CoursePoint[] {
  const step = values.length > 1 ? width / (values.length - 1) : 0;
  return values.flatMap((value, index) =>
    value === null
      ? []
      : [
          {
            ...{ index, value },
            // A single one stands in the middle.
            x: values.length > 1 ? index * step : width / 2,
            y: height - (value / 100) * height,
          },
        ],
  );
}

export const coursePath = (points: readonly CoursePoint[]): string =>
  points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('');
