import { ACT_IDS, type Act } from './acts';

/** One judged row: what it is, what was said of it, and what careful people disagree on. */
export type Judged = {
  readonly labels: readonly Act[];
  readonly hits: readonly { readonly act: Act; readonly confidence: number }[];
  readonly contested?: readonly Act[];
};

export type ActMeasure = {
  readonly act: Act;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly support: number;
};

export type Measures = {
  readonly rows: number;
  readonly acts: readonly ActMeasure[];
  /** Mean F1 over the acts that occur among the labels. */
  readonly macroF1: number;
  readonly microF1: number;
  /** Share of rows with exactly the right acts. */
  readonly exactMatch: number;
  /** Expected calibration error of the confidences of all hits, in ten bins. */
  readonly calibrationError: number;
  /** Most frequent pairs of an act missed and an act said instead in the same row. */
  readonly confusions: readonly { readonly missed: Act; readonly said: Act; readonly rows: number }[];
};

const TOP_CONFUSIONS = 15;
const BINS = 10;

export function measure(rows: readonly Judged[]): Measures {
  const counted = rows.map((row) => countable(row));
  const acts = ACT_IDS.map((act) => measureAct(act, counted)).filter(
    ({ support, said }) => support > 0 || said > 0,
  );
  const supported = acts.filter(({ support }) => support > 0);
  const right = sum(acts.map((act) => act.right));
  const said = sum(acts.map((act) => act.said));
  const support = sum(acts.map((act) => act.support));
  return {
    rows: rows.length,
    acts: acts.map(({ act, precision, recall, f1, support }) => ({ act, precision, recall, f1, support })),
    macroF1: ratio(sum(supported.map((act) => act.f1)), supported.length),
    microF1: ratio(2 * right, said + support),
    exactMatch: ratio(counted.filter(isExact).length, rows.length),
    calibrationError: calibrationError(counted),
    confusions: confusions(counted),
  };
}

type Counted = { labels: ReadonlySet<Act>; hits: ReadonlyMap<Act, number> };

function countable({ labels, hits, contested = [] }: Judged): Counted {
  const open = new Set(contested);
  return {
    labels: new Set(labels.filter((act) => !open.has(act))),
    hits: new Map(hits.filter(({ act }) => !open.has(act)).map(({ act, confidence }) => [act, confidence])),
  };
}

function measureAct(act: Act, rows: readonly Counted[]): ActMeasure & { right: number; said: number } {
  const support = rows.filter(({ labels }) => labels.has(act)).length;
  const said = rows.filter(({ hits }) => hits.has(act)).length;
  const right = rows.filter(({ labels, hits }) => labels.has(act) && hits.has(act)).length;
  const precision = ratio(right, said);
  const recall = ratio(right, support);
  return { act, precision, recall, f1: ratio(2 * right, said + support), support, right, said };
}

const isExact = ({ labels, hits }: Counted): boolean =>
  labels.size === hits.size && [...labels].every((act) => hits.has(act));

function calibrationError(rows: readonly Counted[]): number {
  const bins = Array.from({ length: BINS }, () => ({ hits: 0, right: 0, confidence: 0 }));
  let total = 0;
  for (const { labels, hits } of rows) {
    for (const [act, confidence] of hits) {
      const bin = bins[Math.min(BINS - 1, Math.floor(confidence * BINS))];
      if (!bin) continue;
      bin.hits++;
      bin.confidence += confidence;
      if (labels.has(act)) bin.right++;
      total++;
    }
  }
  return ratio(sum(bins.map((bin) => Math.abs(bin.right - bin.confidence))), total);
}

function confusions(rows: readonly Counted[]): Measures['confusions'] {
  const pairs = new Map<string, { missed: Act; said: Act; rows: number }>();
  for (const { labels, hits } of rows) {
    for (const missed of labels) {
      if (hits.has(missed)) continue;
      for (const said of hits.keys()) {
        if (labels.has(said)) continue;
        const key = `${missed} ${said}`;
        const pair = pairs.get(key) ?? { missed, said, rows: 0 };
        pair.rows++;
        pairs.set(key, pair);
      }
    }
  }
  return [...pairs.values()]
    .sort((a, b) => b.rows - a.rows || ACT_IDS.indexOf(a.missed) - ACT_IDS.indexOf(b.missed))
    .slice(0, TOP_CONFUSIONS);
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
