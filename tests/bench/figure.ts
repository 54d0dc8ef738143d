import { type Spread, spreadOf } from './statistics';

/** What a benchmark found out, one number or the median of several rounds, and what was to be reached. */
export type Figure = Spread & {
  readonly what: string;
  readonly unit: string;
  readonly goal?: Goal;
};

type Goal = { readonly atLeast: number } | { readonly atMost: number };

export const figure = (what: string, unit: string, values: readonly number[], goal?: Goal): Figure => ({
  ...{ what, unit, ...spreadOf(values) },
  ...(goal && { goal }),
});

/** Whether the median reaches the goal; undefined where there is none. */
export function isReached({ goal, median }: Figure): boolean | undefined {
  if (!goal) return undefined;
  return 'atLeast' in goal ? median >= goal.atLeast : median <= goal.atMost;
}

export type Benchmark = {
  /** By which it is chosen on the command line. */
  readonly name: string;
  readonly title: string;
  readonly run: (setting: Setting) => Promise<Figure[]>;
};

export type Setting = {
  /** Only to see whether it works: few rounds, short slices, small numbers. */
  readonly short: boolean;
  /** Tells how far it is. */
  readonly say: (progress: string) => void;
};
