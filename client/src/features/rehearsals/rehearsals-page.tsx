import type { RehearsalSummary } from '@kefu/shared/protocol/rest';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Table, type TableColumnsType } from 'antd';
import { useTexts } from '../../i18n';
import { libraryQuery, rehearsalsQuery, sessionQuery } from '../../net/queries';
import { AntdTheme } from '../../ui/antd-theme';
import { LinkButton } from '../../ui/link-button';
import { Page } from '../../ui/page';
import { Empty } from '../../ui/states';
import { Tag } from '../../ui/tag';
import { momentText } from '../../ui/time';
import css from './rehearsals-page.module.css';

/** Every rehearsal one may see: running ones to go on with, finished ones with their report. */
export function RehearsalsPage() {
  const { t, say, language } = useTexts();
  const { rehearsals } = useSuspenseQuery(rehearsalsQuery).data;
  const { user } = useSuspenseQuery(sessionQuery).data;
  const personas = useQuery(libraryQuery).data?.personas ?? [];
  const seesAll = user?.role === 'coach' || user?.role === 'trainer' || user?.role === 'admin';
  const personaName = (id: string) => {
    const persona = personas.find((candidate) => candidate.id === id);
    return persona ? say(persona.name) : id;
  };
  const trainees = [...new Set(rehearsals.map(({ trainee }) => trainee.name))];
  const columns: TableColumnsType<RehearsalSummary> = [
    {
      title: t('rehearsals.script'),
      render: (_, { title, persona }) => (
        <div className={css.title}>
          <strong>{say(title)}</strong>
          <span>{personaName(persona)}</span>
        </div>
      ),
    },
    ...(seesAll
      ? [
          {
            title: t('rehearsals.trainee'),
            render: (_: unknown, { trainee }: RehearsalSummary) => trainee.name,
            filters: trainees.map((name) => ({ text: name, value: name })),
            onFilter: (name: unknown, { trainee }: RehearsalSummary) => trainee.name === name,
          },
        ]
      : []),
    {
      title: t('rehearsals.mode'),
      responsive: ['md'],
      render: (_, { mode, pace }) => (
        <span className={css.mode}>
          <Tag kind={mode === 'exam' ? 'accent' : 'plain'}>{t(`mode.${mode}`)}</Tag>
          {pace !== 1 && <Tag>{t(`pace.${pace}`)}</Tag>}
        </span>
      ),
      filters: (['practice', 'exam'] as const).map((mode) => ({ text: t(`mode.${mode}`), value: mode })),
      onFilter: (mode, rehearsal) => rehearsal.mode === mode,
    },
    {
      title: t('rehearsals.started'),
      responsive: ['sm'],
      render: (_, { startedAt }) => momentText(startedAt, language),
      sorter: (a, b) => a.startedAt.localeCompare(b.startedAt),
    },
    {
      title: t('rehearsals.ending'),
      responsive: ['sm'],
      render: (_, { ending, status }) =>
        ending ? t(`ending.${ending}`) : status === 'over' ? '' : t(`rehearsals.${status}`),
    },
    {
      title: t('rehearsals.score'),
      align: 'right',
      sorter: (a, b) => (a.score ?? -1) - (b.score ?? -1),
      render: (_, { score, passed }) =>
        score === null ? (
          '–'
        ) : (
          <span className={css.score}>
            {score.toFixed(1)}{' '}
            <Tag kind={passed ? 'good' : 'bad'}>{t(passed ? 'rehearsals.passed' : 'rehearsals.failed')}</Tag>
          </span>
        ),
    },
    {
      title: <span className="visually-hidden">{t('users.actions')}</span>,
      align: 'right',
      render: (_, rehearsal) => <Open rehearsal={rehearsal} own={rehearsal.trainee.id === user?.id} />,
    },
  ];
  return (
    <Page title={t(seesAll ? 'rehearsals.allTitle' : 'rehearsals.title')}>
      <AntdTheme>
        <Table
          rowKey="id"
          size="middle"
          columns={columns}
          dataSource={rehearsals}
          scroll={{ x: 'max-content' }}
          pagination={{
            pageSize: 20,
            hideOnSinglePage: true,
            showSizeChanger: false,
            showTotal: (count) => t('rehearsals.total', { count }),
          }}
          locale={{
            emptyText: (
              <Empty
                icon="list"
                title={t('rehearsals.empty')}
                hint={t('rehearsals.emptyHint')}
                action={<LinkButton to="/library">{t('common.toLibrary')}</LinkButton>}
              />
            ),
          }}
        />
      </AntdTheme>
    </Page>
  );
}

function Open({ rehearsal, own }: { rehearsal: RehearsalSummary; own: boolean }) {
  const { t } = useTexts();
  const params = { id: rehearsal.id };
  switch (rehearsal.status) {
    case 'over':
      return (
        <LinkButton to="/rehearsals/$id/report" params={params} size="small">
          {t('rehearsals.report')}
        </LinkButton>
      );
    case 'running':
      return own ? (
        <LinkButton to="/rehearsals/$id" params={params} size="small" look="primary">
          {t('rehearsals.resume')}
        </LinkButton>
      ) : null;
    case 'abandoned':
      return null;
  }
}
