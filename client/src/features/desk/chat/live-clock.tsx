import { Clock } from '../../../transcript/clock';
import type { Wait } from '../../../transcript/waiting';
import type { DeskState } from '../live/desk-state';
import { useRehearsalNow } from '../live/use-desk';

type Props = { live: DeskState; wait: Wait | null; pace: number };

/** The clock of a running rehearsal; after the end there is none. */
export function LiveClock({ live, wait, pace }: Props) {
  const now = useRehearsalNow(live, wait !== null);
  return live.over ? null : <Clock now={now} wait={wait} pace={pace} />;
}
