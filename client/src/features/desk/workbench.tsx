import type { Desk } from '@kefu/shared/protocol/rest';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTexts } from '../../i18n';
import { deskQuery, libraryQuery, rehearsalsQuery } from '../../net/queries';
import { classes } from '../../ui/classes';
import { LinkButton } from '../../ui/link-button';
import { Failure } from '../../ui/states';
import { Chat } from './chat/chat';
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

/** What the other pages know about this rehearsal is out of date once it is over. */
function useForgetOnEnd(id: string, over: boolean): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    if (!over) return;
    for (const { queryKey } of [libraryQuery, rehearsalsQuery, deskQuery(id)]) {
      void queryClient.invalidateQueries({ queryKey });
    }
  }, [queryClient, id, over]);
}
