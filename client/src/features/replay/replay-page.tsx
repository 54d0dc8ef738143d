import { useSuspenseQueries } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTexts } from '../../i18n';
import { replayQuery, reportQuery } from '../../net/results';
import { usePageTitle } from '../../ui/use-page-title';
import { Announcer } from './announcer';
import { Chat } from './chat';
import { Controls } from './controls';
import { Header } from './header';
import { PlayerStore } from './player-store';
import css from './replay-page.module.css';
import { sceneOf } from './scene';
import { Side } from './side';
import { readSkips } from './skips-preference';
import { Timeline } from './timeline';
import { useKeys } from './use-keys';
import { PlayerContext } from './use-player';

const route = getRouteApi('/inside/rehearsals/$id/replay');

/** A finished rehearsal, to be watched again and understood. */
export function ReplayPage() {
  const { id } = route.useParams();
  const { at = 0 } = route.useSearch();
  // Another rehearsal or another link is another replay.
  return <Stage key={`${id} ${at}`} id={id} at={at} />;
}

function Stage({ id, at }: { id: string; at: number }) {
  const { t, say } = useTexts();
  const [{ data: replay }, { data: report }] = useSuspenseQueries({
    queries: [replayQuery(id), reportQuery(id)],
  });
  const [store] = useState(() => new PlayerStore(sceneOf(replay, report), at, readSkips()));
  useEffect(() => store.close, [store]);
  usePageTitle(`${t('replay.title')} · ${say(report.rehearsal.title)}`);
  const [sideOpen, setSideOpen] = useState(false);
  const keys = useKeys(store.order);
  return (
    <PlayerContext value={store}>
      <div className={css.replay} data-immersive>
        <section className={css.talk} aria-label={t('replay.chat')}>
          <Header onSide={() => setSideOpen(true)} />
          <Chat />
        </section>
        <Side open={sideOpen} onClose={() => setSideOpen(false)} />
        <section className={css.time} aria-label={t('replay.timeline')}>
          <Timeline />
          <Controls keys={keys} />
        </section>
        <Announcer />
      </div>
    </PlayerContext>
  );
}
