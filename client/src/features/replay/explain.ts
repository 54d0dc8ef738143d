import type { ActionEntry, Entry, MessageEntry, ReplyEntry } from '@kefu/shared/rehearsal/entry';
import type { Insight } from '@kefu/shared/rehearsal/insight';
import type { Evidence } from '@kefu/shared/scoring/scorecard';
import type { Scene } from './scene';

/** What explaining needs of a scene. */
type Explained = {
  readonly report: Pick<Scene['report'], 'log'>;
  readonly replay: Pick<Scene['replay'], 'insights'>;
  readonly reads: Scene['reads'];
};

/** An effect of the log with what it means. */
export type Effect = Extract<Entry, { kind: 'effect' }> & { readonly insight: Insight };

/** What made the customer say a message: a reply by its entry, or the waiting. */
export type Cause =
  | { is: 'reply'; entry: ReplyEntry | ActionEntry }
  | { is: 'waiting'; effect: Effect }
  | null;

export const entryOf = ({ report }: Scene, seq: number): Entry | undefined =>
  report.log.find((entry) => entry.seq === seq);

/** What the customer did on reading a reply or noticing an action, in order. */
export const effectsOf = (scene: Scene, seq: number): Effect[] =>
  scene.report.log.flatMap((entry) =>
    entry.kind === 'effect' && entry.replies.includes(seq) ? explained(scene, entry) : [],
  );

function explained({ replay }: Explained, effect: Extract<Entry, { kind: 'effect' }>): Effect[] {
  const insight = replay.insights.find(({ seq }) => seq === effect.seq);
  return insight ? [{ ...effect, insight }] : [];
}

/** Looks back from a message to what set the customer writing, over the messages of the same burst. */
export function causeOf(scene: Explained, message: MessageEntry): Cause {
  const { log } = scene.report;
  // What came while it was being typed has not brought it about.
  const before = log.filter(({ seq, at }) => seq < message.seq && at <= message.typedFrom);
  for (const entry of before.reverse()) {
    if (entry.kind === 'message') {
      if (message.typedFrom - entry.at < BURST_MS) return causeOf(scene, entry);
      continue;
    }
    if (entry.kind === 'reply' || entry.kind === 'action') return readBefore(scene, message);
    if (entry.kind !== 'effect') return null;
    const by = log.find(({ seq }) => seq === entry.replies.at(-1));
    if (by?.kind === 'reply' || by?.kind === 'action') return { is: 'reply', entry: by };
    const [effect] = explained(scene, entry);
    return effect ? { is: 'waiting', effect } : null;
  }
  return null;
}

/** Between two messages of a burst a customer pauses less than this, ms. */
const BURST_MS = 500;

/** The last reply that was read before a message was written; it brought the words about without any other effect. */
function readBefore({ reads, report }: Explained, { typedFrom }: MessageEntry): Cause {
  const entry = report.log.findLast(
    (one) => one.kind === 'reply' && (reads.get(one.seq) ?? Number.POSITIVE_INFINITY) <= typedFrom,
  );
  return entry?.kind === 'reply' ? { is: 'reply', entry } : null;
}

/** What a line has earned or lost in the scorecard. */
export const evidenceFor = ({ report }: Scene, seq: number): Evidence[] =>
  report.scorecard.dimensions
    .flatMap(({ indicators }) => indicators.flatMap(({ evidence }) => evidence))
    .filter((one) => one.seq === seq);
