import type { Bilingual } from '@kefu/shared/script/text';
import type { IconName } from '../../ui/icon';
import type { Scene } from './scene';

/** Something that a coach looks for, at its moment. `seq` is the line to show. */
export type Mark = {
  readonly kind: 'late' | 'red-line' | 'need' | 'told' | 'action' | 'ending';
  readonly at: number;
  readonly seq: number;
  /** What it was about; null where the kind and the line say it all. */
  readonly title: Bilingual | null;
};

/** The marks of a rehearsal in the order of their times. */
export function marksOf({ replay, report, lines }: Scene): Mark[] {
  const { log, scorecard } = report;
  const atOf = new Map(log.map(({ seq, at }) => [seq, at]));
  const late = scorecard.times
    .filter(({ ms, limit }) => limit !== null && ms > limit)
    .map(({ asked, answered, limit }): Mark => {
      // What was never answered was late from the limit on.
      const at = answered === null ? (atOf.get(asked) ?? 0) + (limit ?? 0) : (atOf.get(answered) ?? 0);
      return { kind: 'late', at, seq: answered ?? asked, title: null };
    });
  const inside = replay.insights.flatMap(({ seq, met, told, redLines }): Mark[] => {
    const effect = log.find((entry) => entry.seq === seq);
    if (effect?.kind !== 'effect') return [];
    // What a reply has brought about is shown at the reply's line, and marked when it happened.
    const shown = effect.replies.at(-1) ?? lines.findLast((line) => line.seq < seq)?.seq ?? seq;
    const mark =
      (kind: Mark['kind']) =>
      (title: Bilingual): Mark => ({ kind, at: effect.at, seq: shown, title });
    return [
      ...met.map(mark('need')),
      ...told.map(mark('told')),
      ...redLines.map(({ title }) => mark('red-line')(title)),
    ];
  });
  const done = lines.flatMap(({ kind, at, seq }): Mark[] =>
    kind === 'action'
      ? [{ kind, at, seq, title: null }]
      : kind === 'ended'
        ? [{ kind: 'ending', at, seq, title: null }]
        : [],
  );
  return [...late, ...inside, ...done].toSorted((a, b) => a.at - b.at || a.seq - b.seq);
}

/** Puts marks that would lie on each other together. `gap`: the share of the timeline that one mark takes, 0–1. */
export function clusters(marks: readonly Mark[], until: number, gap: number): (readonly Mark[])[] {
  const groups: Mark[][] = [];
  for (const mark of marks) {
    const group = groups.at(-1);
    const first = group?.[0];
    if (group && first && (mark.at - first.at) / Math.max(1, until) < gap) group.push(mark);
    else groups.push([mark]);
  }
  return groups;
}

/** From what matters most to what matters least. */
const RANK: readonly Mark['kind'][] = ['red-line', 'ending', 'late', 'told', 'need', 'action'];

/** The mark of a group that stands for it. */
export const worstOf = (group: readonly Mark[]): Mark | undefined =>
  group.toSorted((a, b) => RANK.indexOf(a.kind) - RANK.indexOf(b.kind))[0];

export const MARK_ICONS: Readonly<Record<Mark['kind'], IconName>> = {
  late: 'clock',
  'red-line': 'over',
  need: 'check',
  told: 'eye',
  action: 'bolt',
  ending: 'flag',
};
