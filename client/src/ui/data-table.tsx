import { type ReactNode, useState } from 'react';
import { useTexts } from '../i18n';
import { Button } from './button';
import { classes } from './classes';
import css from './data-table.module.css';

/** How many rows a page has. */
const PAGE = 25;

export type Column<Row> = {
  key: string;
  title: string;
  cell: (row: Row) => ReactNode;
  /** Ascending order by this column; columns without it cannot be sorted by. */
  order?: (a: Row, b: Row) => number;
  align?: 'end';
  /** Left out where there is no room. */
  wide?: boolean;
};

type Props<Row> = {
  label: string;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  empty: ReactNode;
  /** Brings rows that are not here yet. */
  more?: ReactNode;
};

/** Rows in columns, sorted by a press on a heading, page by page. */
export function DataTable<Row extends { id: string }>({ label, rows, columns, empty, more }: Props<Row>) {
  const { t } = useTexts();
  const [sort, setSort] = useState<{ key: string; down: boolean } | null>(null);
  const [page, setPage] = useState(0);
  if (rows.length === 0) {
    return (
      <div className={css.frame}>
        {empty}
        {more && <footer className={css.footer}>{more}</footer>}
      </div>
    );
  }

  const order = columns.find(({ key }) => key === sort?.key)?.order;
  const sorted = order ? rows.toSorted((a, b) => (sort?.down ? order(b, a) : order(a, b))) : rows;
  const last = Math.ceil(rows.length / PAGE) - 1;
  // Filters may have taken the page that was open.
  const shown = Math.min(page, last);
  const classOf = ({ align, wide }: Column<Row>) => classes(align && css.end, wide && css.wide);
  return (
    <div className={css.frame}>
      <table className={css.table} aria-label={label}>
        <thead>
          <tr>
            {columns.map((column) => (
              <Heading
                key={column.key}
                title={column.title}
                className={classOf(column)}
                sorted={sort?.key === column.key ? (sort.down ? 'descending' : 'ascending') : undefined}
                onSort={
                  column.order &&
                  (() => {
                    setSort({ key: column.key, down: sort?.key === column.key && !sort.down });
                    setPage(0);
                  })
                }
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.slice(shown * PAGE, (shown + 1) * PAGE).map((row) => (
            <tr key={row.id}>
              {columns.map((column) => (
                <td key={column.key} className={classOf(column)}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <footer className={css.footer}>
        {more}
        <span>{t(more ? 'table.sofar' : 'table.total', { count: rows.length })}</span>
        {last > 0 && (
          <>
            <Button
              look="quiet"
              size="small"
              icon="back"
              aria-label={t('table.previous')}
              disabled={shown === 0}
              onClick={() => setPage(shown - 1)}
            />
            <span>{t('table.page', { page: shown + 1, pages: last + 1 })}</span>
            <Button
              look="quiet"
              size="small"
              icon="forward"
              aria-label={t('table.next')}
              disabled={shown === last}
              onClick={() => setPage(shown + 1)}
            />
          </>
        )}
      </footer>
    </div>
  );
}

type HeadingProps = {
  title: string;
  className: string;
  sorted: 'ascending' | 'descending' | undefined;
  onSort: (() => void) | undefined;
};

function Heading({ title, className, sorted, onSort }: HeadingProps) {
  return (
    <th scope="col" className={className} aria-sort={sorted}>
      {onSort ? (
        <button type="button" className={css.sort} onClick={onSort}>
          {title}
          <span aria-hidden="true">{sorted === undefined ? '↕' : sorted === 'ascending' ? '↑' : '↓'}</span>
        </button>
      ) : (
        title
      )}
    </th>
  );
}
