import type { Replay } from '@kefu/shared/protocol/replay';
import type { Report } from '@kefu/shared/protocol/report';
import type { ViewEntry } from '@kefu/shared/rehearsal/view';
import { isSeen } from '../../transcript/lines';
import { countUntil } from '../../transcript/moment';
import { timingOf } from '../../transcript/timing-of';
import { waitsOf } from '../../transcript/waiting';

/** What playing needs to know of a rehearsal. */
export type Track = {
  /** Time of the last entry, ms; the replay runs from 0 to here. */
  readonly until: number;
  /** What has a line in the replay's chat: beside what the desk showed, looking things up and the end. */
  readonly lines: readonly ViewEntry[];
  /** Every moment at which something begins to happen, typing included, in order. */
  readonly stirs: readonly { readonly at: number }[];
};

/** A finished rehearsal, prepared for looking at any moment of it. Never changes. */
export type Scene = Track & {
  readonly replay: Replay;
  readonly report: Report;
  readonly waits: ReturnType<typeof waitsOf>;
  /** When each reply was read, by its number. */
  readonly reads: ReadonlyMap<number, number>;
};

export function sceneOf(replay: Replay, report: Report): Scene {
  const { views, desk, reads } = replay;
  return {
    replay,
    report,
    until: views.at(-1)?.at ?? 0,
    lines: views.filter((view) => view.kind === 'action' || view.kind === 'ended' || isSeen(view)),
    waits: waitsOf(views, timingOf(desk)),
    reads: new Map(reads.map(({ seq, at }) => [seq, at])),
    stirs: views
      .flatMap((view) => (view.kind === 'message' ? [view.typedFrom, view.at] : [view.at]))
      .toSorted((a, b) => a - b)
      .map((at) => ({ at })),
  };
}

/** The line at the cursor: the last that has happened by `at`, ms; undefined before the first. */
export const lineAt = ({ lines }: Track, at: number): ViewEntry | undefined =>
  lines[countUntil(lines, at) - 1];
