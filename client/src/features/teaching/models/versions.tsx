import type { Figures, ModelSummary } from '@kefu/shared/protocol/teaching';
import { useTexts } from '../../../i18n';
import { modelHref } from '../../../net/teaching';
import { Button } from '../../../ui/button';
import { type Column, DataTable } from '../../../ui/data-table';
import { Icon } from '../../../ui/icon';
import { Tag } from '../../../ui/tag';
import { momentText } from '../../../ui/time';
import css from './models-tab.module.css';
import { percentText } from './percent-text';

type Props = { models: readonly ModelSummary[]; busy: boolean; onUse: (hash: string) => void };
type Row = ModelSummary & { id: string; heldOut: Figures | undefined };

/** Every model there is, to go back to and to take along. */
export function Versions({ models, busy, onUse }: Props) {
  const { t } = useTexts();
  const columns = useColumns(busy, onUse);
  const rows = models.map((model) => ({ ...model, id: model.hash, heldOut: heldOutOf(model, models) }));
  return (
    <>
      <h2>{t('teaching.versions')}</h2>
      <DataTable label={t('teaching.versions')} rows={rows} columns={columns} empty={null} />
    </>
  );
}

/** A model that comes with the program is measured when another is trained beside it. */
const heldOutOf = ({ hash, lesson }: ModelSummary, models: readonly ModelSummary[]): Figures | undefined =>
  lesson?.result.heldOut ??
  models.find((other) => other.lesson?.before.hash === hash)?.lesson?.before.heldOut;

function useColumns(busy: boolean, onUse: (hash: string) => void): readonly Column<Row>[] {
  const { t, language } = useTexts();
  return [
    {
      key: 'hash',
      title: t('teaching.version'),
      cell: ({ hash }) => <span className={css.hash}>{hash.slice(0, 8)}</span>,
    },
    {
      key: 'made',
      title: t('teaching.made'),
      order: (a, b) => a.createdAt.localeCompare(b.createdAt),
      cell: ({ createdAt }) => <span className={css.time}>{momentText(createdAt, language)}</span>,
    },
    { key: 'by', title: t('teaching.trainer'), wide: true, cell: ({ by }) => by ?? t('teaching.builtIn') },
    {
      key: 'rows',
      title: t('teaching.rows'),
      wide: true,
      align: 'end',
      cell: ({ rows }) => rows.toLocaleString(),
    },
    {
      key: 'macro',
      title: t('teaching.macro'),
      wide: true,
      align: 'end',
      cell: ({ heldOut }) => (heldOut ? percentText(heldOut.macroF1) : '—'),
    },
    {
      key: 'actions',
      title: '',
      align: 'end',
      cell: ({ hash, current }) => (
        <span className={css.actions}>
          {current ? (
            <Tag kind="good">{t('teaching.current')}</Tag>
          ) : (
            <Button size="small" disabled={busy} onClick={() => onUse(hash)}>
              {t('teaching.use')}
            </Button>
          )}
          <a href={modelHref(hash)} download aria-label={t('teaching.download', { hash: hash.slice(0, 8) })}>
            <Icon name="download" />
          </a>
        </span>
      ),
    },
  ];
}
