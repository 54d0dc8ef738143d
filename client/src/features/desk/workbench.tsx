import type { Desk } from '@kefu/shared/protocol/rest';
import type { Action } from '@kefu/shared/script/action';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTexts } from '../../i18n';
import { deskQuery, libraryQuery, rehearsalsQuery } from '../../net/rehearsals';
import { timingOf } from '../../transcript/timing-of';
import { openWait } from '../../transcript/waiting';
import { classes } from '../../ui/classes';
import { LinkButton } from '../../ui/link-button';
import { Failure } from '../../ui/states';
import { usePageTitle } from '../../ui/use-page-title';
import { Chat } from './chat/chat';
import type { ComposerHandle } from './chat/composer';
import { forgetDraft } from './chat/use-draft';
import { ConversationList } from './conversation-list';
import { toggle } from './live/desk-preferences';
import { useDesk } from './live/use-desk';
import { useDeskKeys } from './live/use-desk-keys';
import { SIDE_TABS, SidePanel, type SideTab } from './side/side-panel';
import css from './workbench.module.css';

const ShortcutSheet = lazy(async () => ({ default: (await import('./shortcut-sheet')).ShortcutSheet }));
const PhrasesDialog = lazy(async () => ({
  default: (await import('./phrases/phrases-dialog')).PhrasesDialog,
}));

type Props = {
  desk: Desk;
  /** What was done before the clock ran, to be told first. */
  first: Action | undefined;
};

/** The desk: who waits, the talk, and what one can look up and do. */
export function Workbench({ desk, first }: Props) {
  const { t } = useTexts();
  const { id } = desk.rehearsal;
  const { desk: live, store } = useDesk(id, first);
  const composer = useRef<ComposerHandle>(null);
  const search = useRef<HTMLInputElement>(null);
  const [tab, setTab] = useState<SideTab>('customer');
  const [dialog, setDialog] = useState<'keys' | 'phrases' | null>(null);
  // On a narrow screen the panel lies over the chat.
  const [panelOpen, setPanelOpen] = useState(false);
  useForgetOnEnd(id, live.over);
  const waits = !live.over && openWait(live.entries, timingOf(desk)) !== null;
  usePageTitle(`${waits ? '● ' : ''}${desk.customer.name}`);

  const hint =
    desk.actions.includes('hint') && !live.over ? () => void store.act({ do: 'hint', with: {} }) : undefined;
  const turnTo = (next: SideTab) =>
    // Drawn at once, so that what is in the tab can take the focus.
    flushSync(() => {
      setTab(next);
      setPanelOpen(true);
    });
  const toChat = () => flushSync(() => setPanelOpen(false));
  useDeskKeys({
    tab: (index) => turnTo(SIDE_TABS[index] ?? 'customer'),
    write: () => {
      toChat();
      composer.current?.focus();
    },
    read: () => {
      toChat();
      document.querySelector<HTMLElement>('[data-transcript]')?.focus();
    },
    search: () => {
      turnTo('knowledge');
      search.current?.focus();
    },
    hint: () => hint?.(),
    sound: () => toggle('sound'),
    sheet: () => setDialog('keys'),
  });

  if (live.connection.state === 'refused') {
    return (
      <Failure
        failure={live.connection.code}
        onRetry={() => location.reload()}
        action={<LinkButton to="/library">{t('common.toLibrary')}</LinkButton>}
      />
    );
  }
  const close = () => setDialog(null);
  return (
    <div className={css.desk} data-immersive>
      <ConversationList conversations={[{ desk, live }]} current={id} />
      <Chat
        ref={composer}
        desk={desk}
        live={live}
        store={store}
        onHint={hint}
        onPanel={() => setPanelOpen(true)}
        onSheet={() => setDialog('keys')}
        onManage={() => setDialog('phrases')}
      />
      <div className={classes(css.side, panelOpen && css.open)}>
        <SidePanel
          desk={desk}
          live={live}
          store={store}
          tab={tab}
          search={search}
          onTab={setTab}
          onInsert={(text) => {
            toChat();
            composer.current?.insert(text);
          }}
          onClose={() => setPanelOpen(false)}
        />
      </div>
      <Suspense fallback={null}>
        {dialog === 'keys' && <ShortcutSheet practice={desk.rehearsal.mode === 'practice'} onClose={close} />}
        {dialog === 'phrases' && <PhrasesDialog onClose={close} />}
      </Suspense>
    </div>
  );
}

/** Once it is over, what the other pages know of this rehearsal is out of date, and a half-written reply is of no use. */
function useForgetOnEnd(id: string, over: boolean): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    if (!over) return;
    forgetDraft(id);
    for (const { queryKey } of [libraryQuery, rehearsalsQuery, deskQuery(id)]) {
      void queryClient.invalidateQueries({ queryKey });
    }
  }, [queryClient, id, over]);
}
