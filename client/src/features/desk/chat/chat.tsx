import type { Desk } from '@kefu/shared/protocol/rest';
import type { Ref } from 'react';
import { useTexts } from '../../../i18n';
import { timingOf } from '../../../transcript/timing-of';
import { openWait } from '../../../transcript/waiting';
import { Notice } from '../../../ui/notice';
import type { DeskState } from '../live/desk-state';
import type { DeskStore } from '../live/desk-store';
import { useSounds } from '../live/use-sounds';
import { Announcer } from './announcer';
import css from './chat.module.css';
import { ChatHeader } from './chat-header';
import { Composer, type ComposerHandle } from './composer';
import { EndCard } from './end-card';
import { Transcript } from './transcript';

type Props = {
  ref: Ref<ComposerHandle>;
  desk: Desk;
  live: DeskState;
  store: DeskStore;
  onHint: (() => void) | undefined;
  onPanel: () => void;
  onSheet: () => void;
  onManage: () => void;
};

export function Chat({ ref, desk, live, store, onHint, onPanel, onSheet, onManage }: Props) {
  const { t } = useTexts();
  const wait = live.over ? null : openWait(live.entries, timingOf(desk));
  const ended = live.entries.findLast((entry) => entry.kind === 'ended');
  useSounds(live, wait);
  return (
    <section className={css.chat} aria-label={t('talk.chat')}>
      <ChatHeader desk={desk} live={live} wait={wait} onPanel={onPanel} onSheet={onSheet} />
      {live.connection.state === 'lost' && (
        <Notice kind="warn" icon="plug">
          {t('desk.lost')}
        </Notice>
      )}
      <Transcript desk={desk} live={live} store={store} />
      {ended ? (
        <EndCard ending={ended.ending} desk={desk} />
      ) : (
        <Composer
          ref={ref}
          rehearsal={desk.rehearsal.id}
          onSend={(text) => store.reply(text)}
          onTemplate={(template) => void store.act({ do: 'use-template', with: { template } })}
          onHint={onHint}
          onManage={onManage}
        />
      )}
      <Announcer name={desk.customer.name} live={live} wait={wait} />
    </section>
  );
}
