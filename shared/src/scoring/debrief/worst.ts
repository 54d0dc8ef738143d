import type { EffectEntry } from '../../rehearsal/entry';
import type { Record } from '../record';
import type { Evidence, Scorecard } from '../scorecard';

/** A stretch of the talk that went wrong: the replies that the customer read together, a wait, or the chat closed too early. */
export type Trouble = {
  readonly kind: 'reply' | 'silence' | 'close';
  /** The first of the replies, the message that nobody answered, or the closing. */
  readonly seq: number;
  /** All of them. */
  readonly seqs: number[];
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly lost: number;
  readonly effects: readonly EffectEntry[];
};

const MOST = 3;
/** What a level of the mood weighs against a point of the score. */
const LEVEL_WORTH = 2;
/** A crossed line ends the talk: nothing weighs more. */
const RED_LINE_WORTH = 40;
/** What is left open when the agent closes the chat cannot be mended any more. */
const CLOSED_WORTH = 20;
/** Less than this is no moment to dwell on, in points. */
const LEAST = 2;

/** The worst moments of a talk, at most three, in the order in which they came. */
export function worstTroubles(record: Record, scorecard: Scorecard): Trouble[] {
  const costs = costsOf(scorecard);
  const costOf = (seqs: readonly number[]) => seqs.reduce((sum, seq) => sum + (costs.get(seq) ?? 0), 0);
  const read = record.effects
    .filter(({ replies }) => replies.length > 0)
    .map(({ replies, ...effect }) => trouble('reply', replies, [{ ...effect, replies }], costOf(replies)));
  const waits = waitsOf(record).map(({ effects, asked }) =>
    trouble('silence', [asked], effects, costOf([asked])),
  );
  const closed = closings(record).map(({ seq, level }) => ({
    ...trouble('close', [seq], [], costOf([seq])),
    ...{ from: level, to: level, weight: CLOSED_WORTH },
  }));
  const place = (seq: number) => record.log.find((entry) => entry.seq === seq)?.at ?? 0;
  return [...read, ...waits, ...closed]
    .map(({ weight, ...rest }) => ({ ...rest, weight, at: place(rest.seq) }))
    .filter(({ weight }) => weight >= LEAST)
    .toSorted((a, b) => b.weight - a.weight || a.seq - b.seq)
    .slice(0, MOST)
    .toSorted((a, b) => a.seq - b.seq)
    .map(({ weight: _, ...rest }) => rest);
}

function trouble(
  kind: Trouble['kind'],
  seqs: readonly number[],
  effects: readonly EffectEntry[],
  lost: number,
) {
  const from = effects[0]?.from ?? 0;
  const to = effects.at(-1)?.to ?? from;
  const crossed = effects.some(({ notes }) => notes.some((note) => note.kind === 'red-line'));
  const weight = lost + LEVEL_WORTH * Math.max(0, to - from) + (crossed ? RED_LINE_WORTH : 0);
  return {
    kind,
    seq: seqs[0] ?? 1,
    seqs: [...seqs],
    from,
    to,
    effects,
    weight,
    lost: Math.round(lost * 10) / 10,
  };
}

/** Runs of effects that time alone brought about, each with the oldest message that was not answered. */
function waitsOf({ log, effects }: Record): { effects: EffectEntry[]; asked: number }[] {
  const waits: { effects: EffectEntry[]; asked: number }[] = [];
  for (const effect of effects) {
    if (effect.replies.length > 0 || effect.to <= effect.from) continue;
    const answered = log.findLast(({ kind, seq }) => kind === 'reply' && seq < effect.seq)?.seq ?? 0;
    const asked = log.find((entry) => entry.kind === 'message' && entry.owes && entry.seq > answered);
    if (!asked || asked.seq > effect.seq) continue;
    const same = waits.find((wait) => wait.asked === asked.seq);
    if (same) same.effects.push(effect);
    else waits.push({ effects: [effect], asked: asked.seq });
  }
  return waits;
}

/** Where the agent closed the chat although the customer was not content, with the mood in which it was left. */
function closings({ facts, actions, effects, ending }: Record): { seq: number; level: number }[] {
  if (ending === 'delighted' || ending === 'solved') return [];
  return actions
    .filter(({ action }) => action.do === 'close')
    .map(({ seq }) => ({
      seq,
      level: effects.findLast((effect) => effect.seq < seq)?.to ?? facts.persona.mood.start,
    }));
}

/** The points of 100 that each entry of the log cost: what an indicator lost, shared among the deductions that it cites. */
function costsOf({ dimensions }: Scorecard): Map<number, number> {
  const costs = new Map<number, number>();
  for (const { points, weight, evidence } of dimensions.flatMap(({ indicators }) => indicators)) {
    const lost: Evidence[] = evidence.filter(({ effect }) => effect === 'lost');
    for (const { seq, absent } of lost) {
      // What never came was not this reply's doing, whichever place it points to.
      if (absent) continue;
      const share = (((100 - (points ?? 100)) / 100) * weight) / lost.length;
      costs.set(seq, (costs.get(seq) ?? 0) + share);
    }
  }
  return costs;
}
