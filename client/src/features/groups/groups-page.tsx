import type { Group } from '@kefu/shared/protocol/groups';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '../../i18n';
import { useFailureText } from '../../net/failure';
import { groupRest, groupsQuery } from '../../net/groups';
import { Button } from '../../ui/button';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { Notice } from '../../ui/notice';
import { Page } from '../../ui/page';
import { Empty } from '../../ui/states';
import { GroupCard } from './group-card';
import css from './groups-page.module.css';
import { NameDialog } from './name-dialog';

type Open = { kind: 'new' } | { kind: 'rename' | 'remove'; group: Group };

/** The groups of trainees, for those who lead them: who is in, and the link by which others come. */
export function GroupsPage() {
  const { t } = useTexts();
  const failureText = useFailureText();
  const queryClient = useQueryClient();
  const { groups } = useSuspenseQuery(groupsQuery).data;
  const [open, setOpen] = useState<Open | null>(null);
  const refresh = () => {
    setOpen(null);
    void queryClient.invalidateQueries(groupsQuery);
  };
  const change = useMutation({ mutationFn: (how: () => Promise<Group>) => how(), onSuccess: refresh });
  const add = (
    <Button look="primary" onClick={() => setOpen({ kind: 'new' })}>
      {t('groups.add')}
    </Button>
  );
  return (
    <Page title={t('groups.title')} intro={t('groups.intro')} actions={add}>
      {change.isError && <Notice kind="bad">{failureText(change.error)}</Notice>}
      {groups.length === 0 ? (
        <Empty icon="users" title={t('groups.none')} hint={t('groups.noneHint')} />
      ) : (
        <ul className={css.list}>
          {groups.map((group) => (
            <li key={group.id}>
              <GroupCard
                group={group}
                busy={change.isPending}
                onInvite={() => change.mutate(() => groupRest.renewInvite(group.id))}
                onCloseInvite={() => change.mutate(() => groupRest.closeInvite(group.id))}
                onTakeOut={(user) => change.mutate(() => groupRest.takeOut(group.id, user))}
                onRename={() => setOpen({ kind: 'rename', group })}
                onRemove={() => setOpen({ kind: 'remove', group })}
              />
            </li>
          ))}
        </ul>
      )}
      {open?.kind === 'new' && (
        <NameDialog
          title={t('groups.add')}
          name=""
          onClose={() => setOpen(null)}
          onName={groupRest.addGroup}
          onDone={refresh}
        />
      )}
      {open?.kind === 'rename' && (
        <NameDialog
          title={t('groups.rename')}
          name={open.group.name}
          onClose={() => setOpen(null)}
          onName={(form) => groupRest.renameGroup(open.group.id, form)}
          onDone={refresh}
        />
      )}
      {open?.kind === 'remove' && (
        <ConfirmDialog
          title={t('groups.removeSure', { name: open.group.name })}
          action={t('groups.remove')}
          busy={change.isPending}
          onClose={() => setOpen(null)}
          onConfirm={() => change.mutate(() => groupRest.removeGroup(open.group.id))}
        >
          <p>{t('groups.removeHint')}</p>
        </ConfirmDialog>
      )}
    </Page>
  );
}
