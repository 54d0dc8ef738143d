import type { Account, UserChange } from '@kefu/shared/protocol/rest';
import { queryOptions, useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '../../i18n';
import { accountRest, userDataHref } from '../../net/accounts';
import { useFailureText } from '../../net/failure';
import { sessionQuery } from '../../net/session';
import { Button } from '../../ui/button';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { type Column, DataTable } from '../../ui/data-table';
import { AnchorButton } from '../../ui/link-button';
import { Notice } from '../../ui/notice';
import { Page } from '../../ui/page';
import { SearchField } from '../../ui/search-field';
import { Empty } from '../../ui/states';
import { Tag } from '../../ui/tag';
import { momentText } from '../../ui/time';
import { ACCOUNT_ROLES } from './account-roles';
import { ErasureDialog } from './erasure-dialog';
import { NewUserDialog } from './new-user-dialog';
import { ResetDialog } from './reset-dialog';
import css from './users-page.module.css';

const usersQuery = queryOptions({ queryKey: ['users'], queryFn: accountRest.users });

type Open = { kind: 'new' } | { kind: 'reset' | 'disable' | 'erase'; account: Account };

/** Everybody with an account: whom an administrator adds, promotes, helps with a lost password, or shuts out. */
export function UsersPage() {
  const { t } = useTexts();
  const failureText = useFailureText();
  const queryClient = useQueryClient();
  const { users } = useSuspenseQuery(usersQuery).data;
  const [search, setSearch] = useState('');
  const [open, setOpen] = useState<Open | null>(null);
  const [done, setDone] = useState('');
  const finish = (text: string) => {
    setOpen(null);
    setDone(text);
    void queryClient.invalidateQueries(usersQuery);
  };
  const change = useMutation({
    mutationFn: ({ id, body }: { id: string; body: UserChange }) => accountRest.changeUser(id, body),
    onSuccess: ({ name }) => finish(t('users.changed', { name })),
  });
  const columns = useColumns({
    busy: change.isPending,
    onChange: (id, body) => change.mutate({ id, body }),
    onOpen: setOpen,
  });
  return (
    <Page
      title={t('users.title')}
      actions={
        <div className={css.tools}>
          <SearchField label={t('users.search')} value={search} onChange={setSearch} />
          <Button look="primary" onClick={() => setOpen({ kind: 'new' })}>
            {t('users.add')}
          </Button>
        </div>
      }
    >
      {change.isError && <Notice kind="bad">{failureText(change.error)}</Notice>}
      {done !== '' && <Notice kind="good">{done}</Notice>}
      <DataTable
        label={t('users.title')}
        rows={users.filter(({ name }) => name.toLowerCase().includes(search.trim().toLowerCase()))}
        columns={columns}
        empty={<Empty icon="users" title={t('users.none')} />}
      />
      {open?.kind === 'new' && (
        <NewUserDialog onClose={() => setOpen(null)} onDone={(name) => finish(t('users.added', { name }))} />
      )}
      {open?.kind === 'reset' && (
        <ResetDialog
          account={open.account}
          onClose={() => setOpen(null)}
          onDone={() => finish(t('users.resetDone', { name: open.account.name }))}
        />
      )}
      {open?.kind === 'disable' && (
        <ConfirmDialog
          title={t('users.disableSure', { name: open.account.name })}
          action={t('users.disable')}
          busy={change.isPending}
          onClose={() => setOpen(null)}
          onConfirm={() => change.mutate({ id: open.account.id, body: { disabled: true } })}
        >
          <p>{t('users.disableHint')}</p>
        </ConfirmDialog>
      )}
      {open?.kind === 'erase' && (
        <ErasureDialog
          title={t('users.eraseSure', { name: open.account.name })}
          asksPassword={false}
          download={
            <AnchorButton href={userDataHref(open.account.id)} download size="small">
              {t('erasure.downloadFirst')}
            </AnchorButton>
          }
          erase={() => accountRest.removeUser(open.account.id)}
          onClose={() => setOpen(null)}
          onDone={({ name }) => finish(t('users.erased', { name }))}
        />
      )}
    </Page>
  );
}

type Does = {
  busy: boolean;
  onChange: (id: string, body: UserChange) => void;
  onOpen: (open: Open) => void;
};

function useColumns({ busy, onChange, onOpen }: Does): readonly Column<Account>[] {
  const { t, language } = useTexts();
  const me = useSuspenseQuery(sessionQuery).data.user?.id;
  return [
    {
      key: 'name',
      title: t('users.name'),
      order: (a, b) => a.name.localeCompare(b.name, 'zh-CN'),
      cell: ({ id, name }) => (
        <span className={css.name}>
          {name} {id === me && <Tag kind="accent">{t('users.you')}</Tag>}
        </span>
      ),
    },
    {
      key: 'role',
      title: t('users.role'),
      cell: ({ id, name, role }) => (
        <select
          className={css.role}
          value={role}
          disabled={id === me || busy}
          aria-label={t('users.roleOf', { name })}
          onChange={(event) => {
            const next = ACCOUNT_ROLES.find((value) => value === event.target.value);
            if (next) onChange(id, { role: next });
          }}
        >
          {ACCOUNT_ROLES.map((value) => (
            <option key={value} value={value}>
              {t(`role.${value}`)}
            </option>
          ))}
        </select>
      ),
    },
    {
      key: 'status',
      title: t('users.status'),
      wide: true,
      order: (a, b) => Number(a.disabled) - Number(b.disabled),
      cell: ({ disabled }) => (
        <Tag kind={disabled ? 'bad' : 'good'}>{t(disabled ? 'users.disabled' : 'users.active')}</Tag>
      ),
    },
    {
      key: 'created',
      title: t('users.created'),
      wide: true,
      order: (a, b) => a.createdAt.localeCompare(b.createdAt),
      cell: ({ createdAt }) => momentText(createdAt, language),
    },
    {
      key: 'actions',
      title: '',
      align: 'end',
      cell: (account) => (
        <span className={css.actions}>
          <Button size="small" onClick={() => onOpen({ kind: 'reset', account })}>
            {t('users.reset')}
          </Button>
          {account.disabled ? (
            <Button size="small" disabled={busy} onClick={() => onChange(account.id, { disabled: false })}>
              {t('users.enable')}
            </Button>
          ) : (
            <Button
              size="small"
              look="danger"
              disabled={account.id === me}
              onClick={() => onOpen({ kind: 'disable', account })}
            >
              {t('users.disable')}
            </Button>
          )}
          <Button
            size="small"
            look="quiet"
            icon="bin"
            disabled={account.id === me}
            aria-label={t('users.erase', { name: account.name })}
            title={t('users.erase', { name: account.name })}
            onClick={() => onOpen({ kind: 'erase', account })}
          />
        </span>
      ),
    },
  ];
}
