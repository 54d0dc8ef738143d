import { canonicalJson } from '@kefu/shared/hash';
import type { Joined } from '@kefu/shared/protocol/socket';

/** What the trainee of one rehearsal knows of it, to be held against what a server says that has been killed since. */
export type Played = {
  readonly id: string;
  /** Every reply by its id, in the order of sending; `seq` once it was acknowledged. */
  readonly sent: Map<string, { readonly text: string; seq: number | undefined }>;
  /** Every entry that was ever shown, by its number, as canonical JSON. */
  readonly shown: Map<number, string>;
  ended: boolean;
  /** Scorecard and receipt as first read after the end, as canonical JSON. */
  score: string | undefined;
};

export const newPlayed = (id: string): Played => ({
  id,
  sent: new Map(),
  shown: new Map(),
  ended: false,
  score: undefined,
});

/** Keeps what was shown. Returns what contradicts what had been shown before. */
export function see(played: Played, entries: Joined['entries']): string[] {
  const faults: string[] = [];
  for (const entry of entries) {
    const now = canonicalJson(entry);
    const before = played.shown.get(entry.seq) ?? now;
    if (before !== now) faults.push(`${played.id}: entry ${entry.seq} was ${before} and is ${now}`);
    played.shown.set(entry.seq, now);
    if (entry.kind === 'ended') played.ended = true;
  }
  return faults;
}

/** What the whole log, as the next server tells it, lacks of what was acknowledged or shown, or has too much. */
export function faultsIn(played: Played, { entries, over }: Joined): string[] {
  const faults: string[] = [];
  const complain = (what: string) => faults.push(`${played.id}: ${what}`);
  if (entries.some(({ seq }, index) => seq !== index + 1)) complain('the numbers have gaps');
  const lastShown = Math.max(0, ...played.shown.keys());
  if (lastShown > entries.length) complain(`${lastShown} was shown, there are ${entries.length}`);
  faults.push(...see(played, entries));
  if (over !== played.ended) complain(over ? 'it was broken off' : 'it had ended and goes on');
  const stored = entries.flatMap((entry) => (entry.kind === 'reply' ? [entry] : []));
  const order = [...played.sent.keys()].filter((id) => stored.some((entry) => entry.id === id));
  if (stored.map(({ id }) => id).join() !== order.join())
    complain('replies are out of order, twice or not ours');
  for (const [id, { text, seq }] of played.sent) {
    const found = stored.find((entry) => entry.id === id);
    if (seq !== undefined && found?.seq !== seq) complain(`reply ${id}, acknowledged as ${seq}, is lost`);
    if (found && found.text !== text) complain(`reply ${id} has other words`);
  }
  return faults;
}
