import type { Desk } from '@kefu/shared/protocol/rest';
import { useTexts } from '../../i18n';
import { classes } from '../../ui/classes';
import { Icon } from '../../ui/icon';
import { minutesSeconds } from '../../ui/time';
import type { DeskState } from './live/desk-state';
import { ticketClock } from './live/ticket';
import { useRehearsalNow } from './live/use-desk';
import css from './ticket-clock.module.css';

const ICONS = { running: 'clock', late: 'over', answered: 'check', 'answered-late': 'alert' } as const;

/** How long the complaint ticket may still wait for its first reply, in words, colour and sign; nothing without one. */
export function TicketClock({ desk: { ticket }, live }: { desk: Desk; live: DeskState }) {
  const { t } = useTexts();
  const answered = live.entries.some(({ kind }) => kind === 'reply');
  const now = useRehearsalNow(live, ticket !== null && !live.over && !answered);
  // Who was never answered and has gone waits no more.
  if (!ticket || ticket.due === null || (live.over && !answered)) return null;
  const clock = ticketClock(live.entries, ticket.due, now);
  const said = (): string => {
    switch (clock.state) {
      case 'running':
        return t('ticket.left', { time: minutesSeconds(clock.left) });
      case 'late':
        return t('ticket.over', { time: minutesSeconds(clock.over) });
      case 'answered':
        return t('ticket.answered');
      case 'answered-late':
        return t('ticket.answeredLate');
    }
  };
  return (
    <span className={classes(css.clock, css[clock.state])}>
      <Icon name={ICONS[clock.state]} size={14} />
      {said()}
    </span>
  );
}
