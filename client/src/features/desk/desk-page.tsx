import type { Action } from '@kefu/shared/script/action';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Navigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTexts } from '../../i18n';
import { deskQuery } from '../../net/rehearsals';
import { LinkButton } from '../../ui/link-button';
import { Empty } from '../../ui/states';
import { Brief } from './brief';
import { Workbench } from './workbench';

const route = getRouteApi('/inside/rehearsals/$id');

export function DeskPage() {
  const { id } = route.useParams();
  return <Rehearsal key={id} id={id} />;
}

/** A rehearsal from its brief to its end. Joining starts the clock, so the desk opens only on purpose or again. */
function Rehearsal({ id }: { id: string }) {
  const { t } = useTexts();
  const queryClient = useQueryClient();
  const query = deskQuery(id);
  const { data: desk } = useSuspenseQuery(query);
  const running = desk.rehearsal.status === 'running';
  const [begun, setBegun] = useState(desk.begun && running);
  const [opened] = useState(() => performance.now());
  const [read, setRead] = useState<Action>();
  const begin = () => {
    const seconds = Math.min(86_400, Math.round((performance.now() - opened) / 1000));
    setRead({ do: 'read-brief', with: { seconds } });
    queryClient.setQueryData(query.queryKey, { ...desk, begun: true });
    setBegun(true);
  };
  if (begun) return <Workbench desk={desk} first={read} />;
  if (desk.rehearsal.status === 'abandoned') {
    return (
      <Empty
        icon="flag"
        title={t('desk.abandoned')}
        hint={t('desk.abandonedHint')}
        action={<LinkButton to="/library">{t('common.toLibrary')}</LinkButton>}
      />
    );
  }
  if (!running) return <Navigate to="/rehearsals/$id/report" params={{ id }} replace />;
  return <Brief desk={desk} onBegin={begin} />;
}
