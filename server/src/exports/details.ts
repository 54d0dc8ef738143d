import type { Report } from '@kefu/shared/protocol/report';
import type { Bilingual } from '@kefu/shared/script/text';
import { type Language, TEXTS } from './texts';

/** A cell of an exported table. */
export type Cell = string | number | null;
/** The first row has the headings. */
export type Table = readonly (readonly Cell[])[];

type Row = {
  readonly part: Bilingual;
  readonly item: Bilingual;
  readonly value?: Bilingual | string | number;
  readonly threshold?: Bilingual;
  readonly points?: number | null;
  readonly outOf?: number;
  readonly rule?: string;
  readonly seq?: number | null;
  readonly words?: string | undefined;
  readonly note?: Bilingual;
};

/** The whole scorecard in one table, a line for each thing that was measured, found or promised; the same columns throughout. */
export function detailsOf(report: Report, language: Language): Table {
  const { log } = report;
  const say = (text: Bilingual | string | number | undefined): Cell =>
    text === undefined ? null : typeof text === 'object' ? text[language] : text;
  const secondsAt = (seq: number | null | undefined): Cell => {
    const entry = log.find((candidate) => candidate.seq === seq);
    return entry ? seconds(entry.at) : null;
  };
  const { part, item, value, threshold, points, outOf, rule, message, words, note } = TEXTS;
  const columns = [part, item, value, threshold, points, outOf, rule, message];
  return [
    [...columns, TEXTS.seconds, words, note].map((title) => title[language]),
    ...rowsOf(report).map((row) => [
      ...[say(row.part), say(row.item), say(row.value), say(row.threshold)],
      ...[row.points ?? null, row.outOf ?? null, row.rule ?? null],
      ...[row.seq ?? null, secondsAt(row.seq), row.words ?? null, say(row.note)],
    ]),
  ];
}

/** Seconds with one decimal. */
export const seconds = (ms: number): number => Math.round(ms / 100) / 10;

const tenth = (points: number): number => Math.round(points * 10) / 10;

function rowsOf({ scorecard, debrief }: Report): Row[] {
  const { total, passed, dimensions, caps, redLines, hidden, times, outcome } = scorecard;
  return [
    { part: TEXTS.result, item: TEXTS.total, value: TEXTS[passed ? 'yes' : 'no'], points: total, outOf: 100 },
    ...caps.map(({ title, at }) => ({ part: TEXTS.cap, item: title, outOf: at })),
    ...redLines.flatMap(({ title, rule, evidence }) => [
      { part: TEXTS.redLine, item: title, rule },
      ...evidence.map(({ seq, words, note }) => ({
        ...{ part: TEXTS.redLine, item: title, rule, seq, words, note },
      })),
    ]),
    ...dimensions.flatMap(dimensionRows),
    ...times.map(({ kind, ms, limit, answered, asked }) => ({
      ...{ part: TEXTS.wait, item: TEXTS[kind], value: seconds(ms), seq: answered ?? asked },
      ...(limit !== null && { threshold: { zh: `≤ ${seconds(limit)} 秒`, en: `≤ ${seconds(limit)} s` } }),
      note:
        answered === null
          ? TEXTS.unanswered
          : TEXTS[limit === null ? 'untimed' : ms > limit ? 'late' : 'inTime'],
    })),
    ...debrief.promises.map(({ what, status, seq, words, decided }) => ({
      ...{ part: TEXTS.promise, item: what, value: TEXTS[status], rule: 'R62', seq, words },
      note: decided.note,
    })),
    ...hidden.map(({ title, found, seq }) => ({
      ...{ part: TEXTS.hidden, item: title, value: TEXTS[found ? 'found' : 'missed'], rule: 'R36', seq },
    })),
    { part: TEXTS.outcome, item: TEXTS.csat, value: outcome.csat, outOf: 5 },
    ...(['goods', 'service', 'logistics'] as const).map((id) => ({
      ...{ part: TEXTS.outcome, item: TEXTS[id], value: outcome.dsr[id], outOf: 5 },
    })),
    { part: TEXTS.outcome, item: TEXTS.review, value: outcome.review },
  ];
}

/** A dimension, its indicators, and below each what earned and lost its points. */
function dimensionRows({
  title,
  points,
  weight,
  indicators,
}: Report['scorecard']['dimensions'][number]): Row[] {
  const gained = (share: number | null, of: number) => (share === null ? null : tenth((share * of) / 100));
  return [
    { part: TEXTS.dimension, item: title, points: gained(points, weight), outOf: weight },
    ...indicators.flatMap((indicator) => [
      {
        ...{ part: TEXTS.indicator, item: indicator.title, threshold: indicator.threshold },
        value: indicator.points === null ? TEXTS.notCounted : indicator.value,
        points: gained(indicator.points, indicator.weight),
        outOf: indicator.weight,
        rule: indicator.rules.join(' '),
      },
      ...indicator.evidence.map(({ effect, rule, seq, words, note }) => ({
        ...{ part: TEXTS[effect], item: indicator.title, seq, words, note },
        ...(rule !== undefined && { rule }),
      })),
    ]),
  ];
}
