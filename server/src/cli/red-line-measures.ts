import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Act, RED_LINE_ACTS } from '@kefu/shared/understanding/acts';
import type { LabelledReply } from '@kefu/shared/understanding/labelled-reply';
import type { Recogniser } from '@kefu/shared/understanding/recogniser';
import { prepareTeaching, understand } from '@kefu/shared/understanding/understand';
import { readRepliesFile } from '../content/replies';

/** Breaches, and how many of them are held against the agent as rehearsals hold them. */
export type Found = { readonly breaches: number; readonly found: number };

export type RedLineMeasure = Found & {
  readonly act: Act;
  /** By the files of breaches, which tell how openly it is done. */
  readonly ways: readonly Found[];
  /** Innocent replies of which it is said. */
  readonly falsely: number;
};

/** One set of replies around the red lines: a folder with `innocent.jsonl` and one or more files of breaches. */
export type RedLineMeasures = {
  readonly set: string;
  readonly ways: readonly string[];
  readonly innocent: number;
  readonly lines: readonly RedLineMeasure[];
};

/** Only acts count here: no cues and no claims are taught. */
const NOTHING_TAUGHT = { now: '2026-05-13T15:00', cues: {}, claims: {} };

/** Measures what a rehearsal would hold against an agent, on every set in a folder. */
export const measureRedLines = (recogniser: Recogniser, folder: string): RedLineMeasures[] =>
  readdirSync(folder)
    .sort()
    .map((set) => measureSet(recogniser, folder, set));

function measureSet(recogniser: Recogniser, folder: string, set: string): RedLineMeasures {
  const teaching = prepareTeaching(recogniser, NOTHING_TAUGHT);
  const held = ({ text, context }: LabelledReply) =>
    new Set(understand(recogniser, teaching, text, context).acts.map(({ act }) => act));
  const read = (file: string) =>
    readRepliesFile(join(folder, set, file)).map((row) => ({ labels: row.labels, held: held(row) }));
  const innocent = read('innocent.jsonl');
  const files = readdirSync(join(folder, set))
    .filter((file) => file.startsWith('breaches'))
    .sort();
  const breaches = files.map(read);
  const count = (act: Act, rows: ReturnType<typeof read>): Found => {
    const own = rows.filter(({ labels }) => labels.includes(act));
    return { breaches: own.length, found: own.filter((row) => row.held.has(act)).length };
  };
  return {
    set,
    ways: files.map((file) => file.replace(/^breaches-?|\.jsonl$/g, '')),
    innocent: innocent.length,
    lines: RED_LINE_ACTS.map((act) => ({
      act,
      ...count(act, breaches.flat()),
      ways: breaches.map((rows) => count(act, rows)),
      falsely: innocent.filter((row) => row.held.has(act)).length,
    })),
  };
}
