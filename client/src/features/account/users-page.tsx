import type { Account } from '@kefu/shared/protocol/rest';
import { queryOptions, useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { App, Button, Input, Popconfirm, Select, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useTexts } from '../../i18n';
import { useFailureText } from '../../net/failure';
import { sessionQuery } from '../../net/queries';
import { rest } from '../../net/rest';
import { AntdTheme } from '../../ui/antd-theme';
import { Page } from '../../ui/page';
import { Tag } from '../../ui/tag';
import { momentText } from '../../ui/time';
import { ACCOUNT_ROLES, NewUserDialog } from './new-user-dialog';
import { ResetDialog } from './reset-dialog';
import css from './users-page.module.css';

const usersQuery = queryOptions({ queryKey: ['users'], queryFn: rest.users });

export function UsersPage() {
  return (
    <AntdTheme>
      <App>
        <Users />
      </App>
    </AntdTheme>
  );
}

/** Everybody with an account: whom an administrator adds, promotes, helps with a lost password, or shuts out. */
function Users() {
  const { t, language } = useTexts();
  const { message } = App.useApp();
  const failureText = useFailureText();
  const queryClient = useQueryClient();
  const { users } = useSuspenseQuery(usersQuery).data;
  const { user: me } = useSuspenseQuery(sessionQuery).data;
  const [search, setSearch] = useState('');
  const [dialog, setDialog] = useState<{ kind: 'new' } | { kind: 'reset'; account: Account } | null>(null);
  const done = async (text: string) => {
    setDialog(null);
    await queryClient.invalidateQueries(usersQuery);
    void message.success(text);
  };
  const change = useMutation({
    mutationFn: ({ id, ...body }: Parameters<typeof rest.changeUser>[1] & { id: string }) =>
      rest.changeUser(id, body),
    onSuccess: () => done(t('users.saved')),
    onError: (error) => void message.error(failureText(error)),
  });

  const columns: TableColumnsType<Account> = [
    {
      title: t('users.name'),
      sorter: (a, b) => a.name.localeCompare(b.name, 'zh-CN'),
      render: (_, { id, name }) => (
        <span className={css.name}>
          {name} {id === me?.id && <Tag kind="accent">{t('users.you')}</Tag>}
        </span>
      ),
    },
    {
      title: t('users.role'),
      render: (_, { id, name, role }) => (
        <Select
          className={css.role ?? ''}
          value={role}
          disabled={id === me?.id || change.isPending}
          aria-label={`${t('users.role')}: ${name}`}
          options={ACCOUNT_ROLES.map((value) => ({ value, label: t(`role.${value}`) }))}
          onChange={(next) => {
            const chosen = ACCOUNT_ROLES.find((value) => value === next);
            if (chosen) change.mutate({ id, role: chosen });
          }}
        />
      ),
    },
    {
      title: t('users.status'),
      filters: [
        { text: t('users.active'), value: false },
        { text: t('users.disabled'), value: true },
      ],
      onFilter: (disabled, account) => account.disabled === disabled,
      render: (_, { disabled }) => (
        <Tag kind={disabled ? 'bad' : 'good'}>{t(disabled ? 'users.disabled' : 'users.active')}</Tag>
      ),
    },
    {
      title: t('users.created'),
      responsive: ['md'],
      sorter: (a, b) => a.createdAt.localeCompare(b.createdAt),
      render: (_, { createdAt }) => momentText(createdAt, language),
    },
    {
      title: t('users.actions'),
      align: 'right',
      render: (_, account) => (
        <span className={css.actions}>
          <Button size="small" onClick={() => setDialog({ kind: 'reset', account })}>
            {t('users.reset')}
          </Button>
          {account.disabled ? (
            <Button size="small" onClick={() => change.mutate({ id: account.id, disabled: false })}>
              {t('users.enable')}
            </Button>
          ) : (
            <Popconfirm
              title={t('users.disableSure', { name: account.name })}
              description={t('users.disableHint')}
              okText={t('users.disable')}
              cancelText={t('common.cancel')}
              onConfirm={() => change.mutate({ id: account.id, disabled: true })}
            >
              <Button size="small" danger disabled={account.id === me?.id}>
                {t('users.disable')}
              </Button>
            </Popconfirm>
          )}
        </span>
      ),
    },
  ];
  return (
    <Page
      title={t('users.title')}
      actions={
        <div className={css.tools}>
          <Input.Search
            allowClear
            placeholder={t('users.search')}
            onChange={(event) => setSearch(event.target.value)}
          />
          <Button type="primary" onClick={() => setDialog({ kind: 'new' })}>
            {t('users.add')}
          </Button>
        </div>
      }
    >
      <Table
        rowKey="id"
        size="middle"
        columns={columns}
        dataSource={users.filter(({ name }) => name.toLowerCase().includes(search.trim().toLowerCase()))}
        scroll={{ x: 'max-content' }}
        pagination={{
          pageSize: 20,
          hideOnSinglePage: true,
          showSizeChanger: false,
          showTotal: (count) => t('users.total', { count }),
        }}
      />
      {dialog?.kind === 'new' && (
        <NewUserDialog
          onClose={() => setDialog(null)}
          onDone={(name) => void done(t('users.added', { name }))}
        />
      )}
      {dialog?.kind === 'reset' && (
        <ResetDialog
          account={dialog.account}
          onClose={() => setDialog(null)}
          onDone={() => void done(t('users.saved'))}
        />
      )}
    </Page>
  );
}
