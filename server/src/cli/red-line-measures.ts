import { join } from 'node:path';
import type { Act } from '@kefu/shared/understanding/acts';
import type { LabelledReply } from '@kefu/shared/understanding/labelled-reply';
import type { Recogniser } from '@kefu/shared/understanding/recogniser';
import { understand } from '@kefu/shared/understanding/understand';
import { readRepliesFile } from '../content/replies';

/** The acts that must not be called falsely: off-platform deals and paid reviews, privacy, false claims, insults. */
export const RED_LINE_ACTS = [
  'offplatform',
  'leak',
  'overpromise',
  'confront',
] as const satisfies readonly Act[];

export type RedLineMeasure = {
  readonly act: Act;
  /** Breaches with this label, and how many of them are held against the agent as rehearsals hold them. */
  readonly breaches: number;
  readonly found: number;
  /** Innocent replies of which it is said. */
  readonly falsely: number;
};

export type RedLineMeasures = { readonly innocent: number; readonly lines: readonly RedLineMeasure[] };

/** Only acts count here: no cues and no claims are taught. */
const NOTHING_TAUGHT = { cues: [], teaching: { now: '2026-05-13T15:00', claims: {} } };

/** Measures what a rehearsal would hold against an agent, on the replies of `innocent.jsonl` and `breaches.jsonl`. */
export function measureRedLines(recogniser: Recogniser, folder: string): RedLineMeasures {
  const read = (name: string): LabelledReply[] => readRepliesFile(join(folder, name));
  const held = ({ text, context }: LabelledReply) =>
    new Set(understand(recogniser, NOTHING_TAUGHT, text, context).acts.map(({ act }) => act));
  const innocent = read('innocent.jsonl').map(held);
  const breaches = read('breaches.jsonl').map((row) => ({ labels: row.labels, held: held(row) }));
  return {
    innocent: innocent.length,
    lines: RED_LINE_ACTS.map((act) => {
      const own = breaches.filter(({ labels }) => labels.includes(act));
      return {
        act,
        breaches: own.length,
        found: own.filter((row) => row.held.has(act)).length,
        falsely: innocent.filter((acts) => acts.has(act)).length,
      };
    }),
  };
}
