import type { EffectEntry, Entry } from '../rehearsal/entry';
import { isInput } from '../rehearsal/entry';

/**
 * What happened in a rehearsal, whichever words were chosen: one line for what the agent did (`0` before it did anything) and all
 * that came of it. `action=verdict` is what was done, `kind:id` what the customer noticed or did, `from→to` its mood, and
 * `“pool”` what it said.
 */
export function storyOf(log: readonly Entry[]): string[] {
  const lines: string[][] = [['0']];
  for (const entry of log) {
    if (isInput(entry)) lines.push([String(lines.length)]);
    const line = lines.at(-1);
    const words = wordsFor(entry);
    // A burst is said from one pool; how many messages it has depends on the line.
    for (const word of words) if (line && line.at(-1) !== word) line.push(word);
  }
  return lines.map((line) => line.join(' '));
}

function wordsFor(entry: Entry): string[] {
  switch (entry.kind) {
    case 'reply':
      return [...(entry.repeated ? ['repeated'] : []), ...(entry.contradicts ? ['contradicts'] : [])];
    case 'action': {
      const { outcome, action } = entry;
      return [`${action.do}=${outcome.status === 'done' ? outcome.verdict : outcome.status}`];
    }
    case 'message':
      return [`“${entry.pool}”`];
    case 'effect':
      return effectWords(entry);
    case 'ended':
      return [];
  }
}

const effectWords = ({ notes, from, to }: EffectEntry): string[] => [
  ...notes.map(({ kind, id }) => `${kind}:${id}`),
  ...(from === to ? [] : [`${from}→${to}`]),
];
