import type { Figures, Lesson, ModelSummary } from '@kefu/shared/protocol/teaching';
import { useTexts } from '../../../i18n';
import { Button } from '../../../ui/button';
import { Tag } from '../../../ui/tag';
import { momentText } from '../../../ui/time';
import css from './models-tab.module.css';
import { percentText } from './percent-text';

type Props = { model: ModelSummary; lesson: Lesson; busy: boolean; onUse: () => void };

/** The newest model beside the one that was in use when it was trained. */
export function LastResult({ model, lesson: { result, before }, busy, onUse }: Props) {
  const { t, language } = useTexts();
  return (
    <section className={css.panel}>
      <div className={css.head}>
        <div>
          <h2>{t('teaching.result')}</h2>
          <p className={css.hint}>{momentText(model.createdAt, language)}</p>
        </div>
        {model.current ? (
          <Tag kind="good">{t('teaching.current')}</Tag>
        ) : (
          <Button look="primary" busy={busy} onClick={onUse}>
            {t('teaching.use')}
          </Button>
        )}
      </div>
      <table className={css.figures}>
        <thead>
          <tr>
            <th scope="col" colSpan={2}>
              {t('teaching.measure')}
            </th>
            <th scope="col" className={css.end}>
              {t('teaching.before')}
            </th>
            <th scope="col" className={css.end}>
              {t('teaching.after')}
            </th>
          </tr>
        </thead>
        <tbody>
          <Rows
            title={t('teaching.heldOut', { count: result.heldOut.rows })}
            before={before.heldOut}
            after={result.heldOut}
          />
          {result.labelled.rows > 0 && (
            <Rows
              title={t('teaching.fit', { count: result.labelled.rows })}
              before={before.labelled}
              after={result.labelled}
            />
          )}
        </tbody>
      </table>
    </section>
  );
}

function Rows({ title, before, after }: { title: string; before: Figures; after: Figures }) {
  const { t } = useTexts();
  return (['macroF1', 'microF1'] as const).map((figure, index) => (
    <tr key={figure}>
      {index === 0 && (
        <th scope="rowgroup" rowSpan={2}>
          {title}
        </th>
      )}
      <th scope="row">{t(figure === 'macroF1' ? 'teaching.macro' : 'teaching.micro')}</th>
      <td>{percentText(before[figure])}</td>
      <td>
        {percentText(after[figure])} <Change by={after[figure] - before[figure]} />
      </td>
    </tr>
  ));
}

/** Up or down, in points of a hundred; nothing where it makes no difference. */
function Change({ by }: { by: number }) {
  const points = percentText(Math.abs(by));
  if (points === percentText(0)) return null;
  return <span className={by > 0 ? css.up : css.down}>{`${by > 0 ? '+' : '−'}${points}`}</span>;
}
