import type { Entry } from '../rehearsal/entry';
import { seededIndex } from '../rehearsal/random';
import type { Case } from '../script/case';
import { redLinesOf } from '../script/red-lines';
import { MEASURE_FUNCTIONS } from './measures';
import { makeRecord, type Record } from './record';
import type { Rubric } from './rubric';
import type { DimensionScore, Evidence, Scorecard } from './scorecard';

export type Scoring = {
  readonly facts: Case;
  readonly rubric: Rubric;
  /** 1, 1.5, 2, or 0 for a rehearsal without a timer: its time indicators are left out. */
  readonly pace: number;
  readonly log: readonly Entry[];
};

/** One decimal, as shown. */
const round = (points: number): number => Math.round(points * 10) / 10;

/** The scorecard of a finished rehearsal: a pure function of the log, the case and the rubric. */
export function scoreRehearsal({ facts, rubric, pace, log }: Scoring): Scorecard {
  const record = makeRecord(facts, rubric, pace, log);
  const dimensions = scoreDimensions(record);
  const sum = dimensions.reduce((total, { points, weight }) => total + ((points ?? 0) * weight) / 100, 0);
  const caps = rubric.caps.filter(({ endings }) => endings.includes(record.ending));
  const total = round(Math.min(sum, ...caps.map(({ at }) => at)));
  const passed = total >= rubric.pass;
  return {
    rubric: { id: rubric.id, version: rubric.version },
    total,
    passed,
    grade:
      total >= rubric.excellent ? 'excellent' : passed ? 'passed' : total < rubric.poor ? 'poor' : 'failed',
    dimensions,
    caps: caps.map(({ id, title, at }) => ({ id, title, at })),
    redLines: brokenRedLines(record),
    hidden: hiddenFound(record),
    ending: record.ending,
    outcome: outcomeOf(record),
    times: [...record.times],
    mood: moodCurve(record),
  };
}

/** Indicators that cannot occur are left out and the rest of the dimension weighs more; so with whole dimensions. */
function scoreDimensions(record: Record): DimensionScore[] {
  const { stage } = record.facts.script;
  const measured = record.rubric.dimensions.map((dimension) => {
    const indicators = dimension.indicators.map(({ measure, ...shown }) => {
      const { evidence, ...measured } = MEASURE_FUNCTIONS[measure](record);
      return { id: measure, ...shown, ...measured, evidence: evidence.map(citing(shown.rules[0])) };
    });
    const scored = indicators.flatMap(({ points }) => (points === null ? [] : [points]));
    const points = scored.length === 0 ? null : scored.reduce((sum, value) => sum + value, 0) / scored.length;
    return {
      dimension,
      indicators,
      points,
      count: scored.length,
      weight: points === null ? 0 : dimension.weights[stage],
    };
  });
  const present = measured.reduce((sum, { weight }) => sum + weight, 0);
  return measured.map(({ dimension, indicators, points, count, weight }) => {
    const rescaled = present === 0 ? 0 : (weight / present) * 100;
    return {
      id: dimension.id,
      title: dimension.title,
      weight: round(rescaled),
      points: points === null ? null : round(points),
      indicators: indicators.map((indicator) => ({
        ...indicator,
        points: indicator.points === null ? null : round(indicator.points),
        weight: indicator.points === null ? 0 : round(rescaled / count),
      })),
    };
  });
}

/** Every deduction names its rule: the one that the measure gave, else the indicator's first. */
const citing =
  (rule: string | undefined) =>
  (evidence: Evidence): Evidence =>
    evidence.effect === 'lost' && rule !== undefined ? { rule, ...evidence } : evidence;

function brokenRedLines({ effects, facts, replies }: Record): Scorecard['redLines'] {
  const broken = effects.flatMap(({ notes, replies: read }) =>
    notes.filter(({ kind }) => kind === 'red-line').map(({ id }) => ({ id, read })),
  );
  return redLinesOf(facts.script).flatMap(({ id, title, rule, when }) => {
    const hit = broken.find((note) => note.id === id);
    if (!hit) return [];
    const acts = when.act ?? [];
    const cues = when.cue ?? [];
    const evidence = replies
      .filter(({ seq }) => hit.read.includes(seq))
      .flatMap((reply) => {
        const { understood } = reply;
        const spans = [
          ...understood.acts.filter(({ act }) => acts.includes(act)),
          ...understood.cues.filter(({ cue }) => cues.includes(cue)),
        ];
        return spans.map(({ start, end }) => ({
          seq: reply.seq,
          start,
          end,
          words: reply.text.slice(start, end),
          effect: 'lost' as const,
          rule,
          note: title,
        }));
      });
    return [{ id, title, rule, evidence }];
  });
}

const hiddenFound = ({ facts, effects }: Record): Scorecard['hidden'] =>
  Object.entries(facts.script.hidden).map(([id, { title }]) => {
    const effect = effects.find(({ notes }) => notes.some((note) => note.kind === 'told' && note.id === id));
    return { id, title, found: effect !== undefined, seq: effect ? (effect.replies[0] ?? effect.seq) : null };
  });

/** R08, R09: simulated satisfaction. Wrong statements cost 描述相符, the final mood 服务态度; 物流 follows the ending. */
function outcomeOf({ rubric, ending, facts, effects, replies }: Record): Scorecard['outcome'] {
  const { csat, reviews } = rubric.outcome[ending];
  const wrong = replies
    .flatMap(({ understood }) => understood.claims)
    .filter(({ verdict }) => verdict === 'wrong').length;
  const level = effects.at(-1)?.to ?? facts.startLevel;
  const star = (value: number) => Math.max(1, Math.min(5, Math.round(value * 10) / 10));
  const own = facts.script.reviews[ending] ?? reviews;
  return {
    csat,
    dsr: {
      goods: star(Math.max(csat, 3) + (csat >= 4 ? 0.8 : 0) - wrong),
      service: star(csat + 0.4 - level / 10),
      logistics: star(csat + 0.5),
    },
    review: own[seededIndex(effects.length + level * 31, `${facts.script.id}/${ending}`, own.length)] ?? '',
  };
}

/** The mood over time; `why` names what moved it. */
const moodCurve = ({ facts, effects }: Record): Scorecard['mood'] => [
  { at: 0, level: facts.startLevel, seq: 1, why: [] },
  ...effects
    .filter(({ from, to }) => from !== to)
    .map(({ at, to, seq, notes }) => ({
      at,
      level: to,
      seq,
      why: notes.filter(({ kind }) => kind !== 'beat').map(({ kind, id }) => `${kind}:${id}`),
    })),
];
