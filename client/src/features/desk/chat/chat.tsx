import type { Desk } from '@kefu/shared/protocol/rest';
import { useTexts } from '../../../i18n';
import { timingOf } from '../../../transcript/timing-of';
import { openWait } from '../../../transcript/waiting';
import { Notice } from '../../../ui/notice';
import type { DeskState } from '../live/desk-state';
import type { DeskStore } from '../live/desk-store';
import { Announcer } from './announcer';
import css from './chat.module.css';
import { ChatHeader } from './chat-header';
import { Composer } from './composer';
import { EndCard } from './end-card';
import { Transcript } from './transcript';

type Props = { desk: Desk; live: DeskState; store: DeskStore; onPanel: () => void };

export function Chat({ desk, live, store, onPanel }: Props) {
  const { t } = useTexts();
  const wait = live.over ? null : openWait(live.entries, timingOf(desk));
  const ended = live.entries.findLast((entry) => entry.kind === 'ended');
  return (
    <section className={css.chat} aria-label={t('desk.chat')}>
      <ChatHeader desk={desk} live={live} wait={wait} onPanel={onPanel} />
      {live.connection.state === 'lost' && (
        <Notice kind="warn" icon="plug">
          {t('desk.lost')}
        </Notice>
      )}
      <Transcript desk={desk} live={live} store={store} />
      {ended ? (
        <EndCard ending={ended.ending} rehearsal={desk.rehearsal.id} />
      ) : (
        <Composer rehearsal={desk.rehearsal.id} onSend={(text) => store.reply(text)} />
      )}
      <Announcer name={desk.customer.name} live={live} wait={wait} />
    </section>
  );
}
