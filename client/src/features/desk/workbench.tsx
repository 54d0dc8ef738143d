import type { Desk } from '@kefu/shared/protocol/rest';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTexts } from '../../i18n';
import { deskQuery, libraryQuery, rehearsalsQuery } from '../../net/queries';
import { timingOf } from '../../transcript/timing-of';
import { openWait } from '../../transcript/waiting';
import { classes } from '../../ui/classes';
import { LinkButton } from '../../ui/link-button';
import { Failure } from '../../ui/states';
import { usePageTitle } from '../../ui/use-page-title';
import { Chat } from './chat/chat';
import { forgetDraft } from './chat/use-draft';
import { ConversationList } from './conversation-list';
import { useDesk } from './live/use-desk';
import { SidePanel } from './side/side-panel';
import css from './workbench.module.css';

/** The desk: who waits, the talk, and what one can look up and do. */
export function Workbench({ desk }: { desk: Desk }) {
  const { t } = useTexts();
  const { id } = desk.rehearsal;
  const { desk: live, store } = useDesk(id);
  // On a narrow screen the panel lies over the chat.
  const [panelOpen, setPanelOpen] = useState(false);
  useForgetOnEnd(id, live.over);
  const waits = !live.over && openWait(live.entries, timingOf(desk)) !== null;
  usePageTitle(`${waits ? '● ' : ''}${desk.customer.name}`);

  if (live.connection.state === 'refused') {
    return (
      <Failure
        failure={live.connection.code}
        onRetry={() => location.reload()}
        action={<LinkButton to="/library">{t('common.toLibrary')}</LinkButton>}
      />
    );
  }
  return (
    <div className={css.desk} data-immersive>
      <ConversationList conversations={[{ desk, live }]} current={id} />
      <Chat desk={desk} live={live} store={store} onPanel={() => setPanelOpen(true)} />
      <div className={classes(css.side, panelOpen && css.open)}>
        <SidePanel desk={desk} live={live} store={store} onClose={() => setPanelOpen(false)} />
      </div>
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
