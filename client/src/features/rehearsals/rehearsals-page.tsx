import type { RehearsalSummary } from '@kefu/shared/protocol/rest';
import { useQuery, useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCustomerName } from '../../customer-name';
import { useTexts } from '../../i18n';
import { groupsQuery } from '../../net/groups';
import { rehearsalsQuery } from '../../net/rehearsals';
import { sessionQuery } from '../../net/session';
import { Button } from '../../ui/button';
import { type Column, DataTable } from '../../ui/data-table';
import { FilterSelect } from '../../ui/filter-select';
import { LinkButton } from '../../ui/link-button';
import { Page } from '../../ui/page';
import { Empty } from '../../ui/states';
import { Tag } from '../../ui/tag';
import { momentText } from '../../ui/time';
import css from './rehearsals-page.module.css';
import { Retake } from './retake';

const MODES = ['practice', 'exam'] as const;

/** Every rehearsal one may see: running ones to go on with, finished ones with their report. */
export function RehearsalsPage() {
  const { t } = useTexts();
  const listed = useSuspenseInfiniteQuery(rehearsalsQuery);
  const rehearsals = listed.data.pages.flatMap((page) => page.rehearsals);
  const { user } = useSuspenseQuery(sessionQuery).data;
  const [trainee, setTrainee] = useState<string>();
  const [mode, setMode] = useState<string>();
  const [group, setGroup] = useState<string>();
  const seesAll = user?.role === 'coach' || user?.role === 'trainer' || user?.role === 'admin';
  const groups = useQuery({ ...groupsQuery, enabled: seesAll }).data?.groups ?? [];
  const members = groups.find(({ id }) => id === group)?.members;
  const trainees = new Map(rehearsals.map((rehearsal) => [rehearsal.trainee.id, rehearsal.trainee.name]));
  const columns = useColumns(user?.id, seesAll, user?.role === 'coach' || user?.role === 'admin');
  return (
    <Page
      title={t(seesAll ? 'rehearsals.allTitle' : 'rehearsals.title')}
      actions={
        <div className={css.filters}>
          {groups.length > 0 && (
            <FilterSelect
              label={t('rehearsals.group')}
              any={t('rehearsals.anyGroup')}
              value={group}
              options={groups.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={setGroup}
            />
          )}
          {seesAll && (
            <FilterSelect
              label={t('rehearsals.trainee')}
              any={t('rehearsals.anyTrainee')}
              value={trainee}
              options={[...trainees].map(([value, label]) => ({ value, label }))}
              onChange={setTrainee}
            />
          )}
          <FilterSelect
            label={t('rehearsals.mode')}
            any={t('rehearsals.anyMode')}
            value={mode}
            options={MODES.map((value) => ({ value, label: t(`mode.${value}`) }))}
            onChange={setMode}
          />
        </div>
      }
    >
      <DataTable
        label={t('rehearsals.title')}
        rows={rehearsals.filter(
          (rehearsal) =>
            (trainee === undefined || rehearsal.trainee.id === trainee) &&
            (members === undefined || members.some(({ id }) => id === rehearsal.trainee.id)) &&
            (mode === undefined || rehearsal.mode === mode),
        )}
        columns={columns}
        more={
          listed.hasNextPage && (
            <Button size="small" busy={listed.isFetchingNextPage} onClick={() => void listed.fetchNextPage()}>
              {t('rehearsals.older')}
            </Button>
          )
        }
        empty={
          <Empty
            icon="list"
            title={t('rehearsals.empty')}
            hint={t('rehearsals.emptyHint')}
            action={<LinkButton to="/library">{t('common.toLibrary')}</LinkButton>}
          />
        }
      />
    </Page>
  );
}

function useColumns(
  me: string | undefined,
  seesAll: boolean,
  examines: boolean,
): readonly Column<RehearsalSummary>[] {
  const { t, say, language } = useTexts();
  const customerName = useCustomerName();
  return [
    {
      key: 'script',
      title: t('rehearsals.script'),
      cell: ({ title, persona, overlays }) => (
        <div className={css.title}>
          <strong>{say(title)}</strong>
          <span>{customerName({ persona, overlays })}</span>
        </div>
      ),
    },
    ...(seesAll
      ? [
          {
            key: 'trainee',
            title: t('rehearsals.trainee'),
            wide: true,
            cell: ({ trainee }: RehearsalSummary) => trainee.name,
          },
        ]
      : []),
    {
      key: 'mode',
      title: t('rehearsals.mode'),
      wide: true,
      cell: ({ mode, pace, exam }) => (
        <span className={css.mode}>
          <Tag kind={mode === 'exam' ? 'accent' : 'plain'}>{t(`mode.${mode}`)}</Tag>
          {exam === 'retake-granted' && <Tag>{t('rehearsals.retakeGranted')}</Tag>}
          {pace !== 1 && <Tag>{t(`pace.${pace}`)}</Tag>}
        </span>
      ),
    },
    {
      key: 'started',
      title: t('rehearsals.started'),
      wide: true,
      cell: ({ startedAt }) => momentText(startedAt, language),
      order: (a, b) => a.startedAt.localeCompare(b.startedAt),
    },
    {
      key: 'ending',
      title: t('rehearsals.ending'),
      wide: true,
      cell: ({ ending, status }) => (ending ? t(`ending.${ending}`) : t(`rehearsals.${status}`)),
    },
    {
      key: 'score',
      title: t('rehearsals.score'),
      align: 'end',
      order: (a, b) => (a.score ?? -1) - (b.score ?? -1),
      cell: ({ score, passed }) =>
        score === null ? (
          '–'
        ) : (
          <span className={css.score}>
            {score.toFixed(1)}
            <Tag kind={passed ? 'good' : 'bad'}>{t(passed ? 'rehearsals.passed' : 'rehearsals.failed')}</Tag>
          </span>
        ),
    },
    {
      key: 'open',
      title: '',
      align: 'end',
      cell: (rehearsal) => (
        <span className={css.open}>
          {examines && rehearsal.exam === 'counts' && rehearsal.status === 'over' && (
            <Retake rehearsal={rehearsal} />
          )}
          <Open rehearsal={rehearsal} own={rehearsal.trainee.id === me} />
        </span>
      ),
    },
  ];
}

function Open({ rehearsal, own }: { rehearsal: RehearsalSummary; own: boolean }) {
  const { t } = useTexts();
  const params = { id: rehearsal.id };
  switch (rehearsal.status) {
    case 'over':
      return (
        <>
          <LinkButton to="/rehearsals/$id/replay" params={params} size="small" icon="play">
            {t('common.toReplay')}
          </LinkButton>
          <LinkButton to="/rehearsals/$id/report" params={params} size="small">
            {t('rehearsals.report')}
          </LinkButton>
        </>
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
