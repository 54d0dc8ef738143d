import type { Desk } from '@kefu/shared/protocol/rest';
import { useTexts } from '../../i18n';
import { Ring } from '../../transcript/ring';
import { timingOf } from '../../transcript/timing-of';
import { countdown, openWait } from '../../transcript/waiting';
import { Avatar } from '../../ui/avatar';
import { classes } from '../../ui/classes';
import css from './conversation-list.module.css';
import type { DeskState } from './live/desk-state';
import { useRehearsalNow } from './live/use-desk';
import { TicketClock } from './ticket-clock';

type Conversation = { desk: Desk; live: DeskState };

/** Everybody whom this agent serves, with the clock of who waits. */
export function ConversationList({
  conversations,
  current,
}: {
  conversations: readonly Conversation[];
  current: string;
}) {
  const { t } = useTexts();
  return (
    <section className={css.list} aria-label={t('desk.conversations')}>
      <h2>
        {t('desk.conversations')} <span className={css.count}>{conversations.length}</span>
      </h2>
      <ul>
        {conversations.map((conversation) => (
          <Row
            key={conversation.desk.rehearsal.id}
            {...conversation}
            current={conversation.desk.rehearsal.id === current}
          />
        ))}
      </ul>
    </section>
  );
}

function Row({ desk, live, current }: Conversation & { current: boolean }) {
  const { t } = useTexts();
  const wait = live.over ? null : openWait(live.entries, timingOf(desk));
  const now = useRehearsalNow(live, wait !== null);
  const clock = wait && countdown(wait, now);
  return (
    <li className={classes(css.row, current && css.current)} aria-current={current || undefined}>
      <Avatar persona={desk.rehearsal.persona} size={36} />
      <div className={css.who}>
        <strong>{desk.customer.name}</strong>
        <span>{previewOf(live) ?? t(live.over ? 'desk.over' : 'desk.idle')}</span>
        <TicketClock desk={desk} live={live} />
      </div>
      {clock && <Ring clock={clock} size={34} />}
    </li>
  );
}

/** The latest words of either side. */
function previewOf({ entries }: DeskState): string | undefined {
  const last = entries.findLast(({ kind }) => kind === 'message' || kind === 'reply');
  if (last?.kind === 'reply') return last.text;
  if (last?.kind !== 'message') return undefined;
  return 'text' in last.content ? last.content.text : `[${last.content.photo}]`;
}
