import { ROUTES } from '@kefu/shared/protocol/routes';
import type { Label } from '@kefu/shared/protocol/teaching';
import { ACTS } from '@kefu/shared/understanding/acts';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '../../../i18n';
import { useFailureText } from '../../../net/failure';
import { teachingRest } from '../../../net/teaching';
import { Button } from '../../../ui/button';
import { type Column, DataTable } from '../../../ui/data-table';
import { AnchorButton } from '../../../ui/link-button';
import { Notice } from '../../../ui/notice';
import { Empty } from '../../../ui/states';
import { Tag } from '../../../ui/tag';
import { momentText } from '../../../ui/time';
import { forgetLabel, labelsQuery, rememberLabel } from '../queries';
import { CorrectDialog } from './correct-dialog';
import css from './labelled-tab.module.css';

/** What was said of which reply: to look at again, to correct and to take along. */
export function LabelledTab() {
  const { t } = useTexts();
  const failureText = useFailureText();
  const queryClient = useQueryClient();
  const { labels } = useSuspenseQuery(labelsQuery).data;
  const [correcting, setCorrecting] = useState<Label | null>(null);
  const [removed, setRemoved] = useState<Label | null>(null);
  const remove = useMutation({
    mutationFn: teachingRest.removeLabel,
    onSuccess: (label) => {
      forgetLabel(queryClient, label.id);
      setRemoved(label);
    },
  });
  const restore = useMutation({
    mutationFn: ({ text, context, labels }: Label) => teachingRest.label({ text, context, labels }),
    onSuccess: (label) => {
      rememberLabel(queryClient, label);
      setRemoved(null);
    },
  });
  const columns = useColumns({ onCorrect: setCorrecting, onRemove: ({ id }) => remove.mutate(id) });
  const error = remove.error ?? restore.error;
  return (
    <div className={css.tab}>
      {labels.length > 0 && (
        <div className={css.tools}>
          <AnchorButton icon="download" href={ROUTES.labelsFile} download>
            {t('teaching.export')}
          </AnchorButton>
        </div>
      )}
      {error && <Notice kind="bad">{failureText(error)}</Notice>}
      {removed && (
        <Notice
          kind="good"
          action={
            <Button size="small" busy={restore.isPending} onClick={() => restore.mutate(removed)}>
              {t('teaching.restore')}
            </Button>
          }
        >
          {t('teaching.removed', { text: removed.text })}
        </Notice>
      )}
      <DataTable
        label={t('teaching.labelled')}
        rows={labels}
        columns={columns}
        empty={
          <Empty icon="label" title={t('teaching.emptyLabelled')} hint={t('teaching.emptyLabelledHint')} />
        }
      />
      {correcting && <CorrectDialog label={correcting} onClose={() => setCorrecting(null)} />}
    </div>
  );
}

type Does = { onCorrect: (label: Label) => void; onRemove: (label: Label) => void };

function useColumns({ onCorrect, onRemove }: Does): readonly Column<Label>[] {
  const { t, say, language } = useTexts();
  return [
    {
      key: 'reply',
      title: t('teaching.reply'),
      cell: ({ text, context }) => (
        <div className={css.reply} lang="zh-CN">
          <p>{text}</p>
          {context !== '' && <p className={css.context}>{context}</p>}
        </div>
      ),
    },
    {
      key: 'labels',
      title: t('teaching.labels'),
      cell: ({ labels }) => (
        <span className={css.labels}>
          {labels === null && <Tag>{t('teaching.skipped')}</Tag>}
          {labels?.length === 0 && <Tag>{t('teaching.none')}</Tag>}
          {labels?.map((act) => (
            <Tag key={act} kind={ACTS[act].kind === 'good' ? 'accent' : 'bad'}>
              {say(ACTS[act])}
            </Tag>
          ))}
        </span>
      ),
    },
    { key: 'by', title: t('teaching.by'), wide: true, cell: ({ by }) => by },
    {
      key: 'at',
      title: t('teaching.at'),
      wide: true,
      order: (a, b) => a.at.localeCompare(b.at),
      cell: ({ at }) => <span className={css.time}>{momentText(at, language)}</span>,
    },
    {
      key: 'actions',
      title: '',
      align: 'end',
      cell: (label) => (
        <span className={css.actions}>
          <Button size="small" onClick={() => onCorrect(label)}>
            {t('teaching.correct')}
          </Button>
          <Button size="small" look="danger" onClick={() => onRemove(label)}>
            {t('teaching.remove')}
          </Button>
        </span>
      ),
    },
  ];
}
