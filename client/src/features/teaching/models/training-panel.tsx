import type { Training } from '@kefu/shared/protocol/teaching';
import { useTexts } from '../../../i18n';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import css from './models-tab.module.css';

type Props = { training: Training; busy: boolean; onStart: () => void };

/** What is new, and the way to have it learnt. */
export function TrainingPanel({ training: { work, fresh, labelled, changed }, busy, onStart }: Props) {
  const { t } = useTexts();
  return (
    <section className={css.panel}>
      <div className={css.head}>
        <div>
          <h2>{t('teaching.train')}</h2>
          <p>{t(`teaching.${newsOf(fresh, changed)}`, { fresh, labelled })}</p>
        </div>
        <Button look="primary" disabled={!changed} busy={busy || work.is === 'running'} onClick={onStart}>
          {t('teaching.trainDo')}
        </Button>
      </div>
      {work.is === 'running' && <Progress {...work} />}
      {work.is === 'failed' && <Notice kind="bad">{t('teaching.failed', { reason: work.reason })}</Notice>}
      <p className={css.hint}>{t('teaching.trainHint')}</p>
    </section>
  );
}

const newsOf = (fresh: number, changed: boolean) => {
  if (fresh > 0) return 'fresh';
  return changed ? 'otherRows' : 'freshNone';
};

type Running = Extract<Training['work'], { is: 'running' }>;

/** How far it is by the time that the last training took; the last part is left open. */
function Progress({ step, elapsed, expected }: Running) {
  const { t } = useTexts();
  const seconds = Math.ceil((expected - elapsed) / 1000);
  return (
    <div className={css.progress} role="status">
      <progress max={1} value={Math.min(0.97, elapsed / expected)} aria-label={t('teaching.train')} />
      <span>{t(`teaching.step.${step}`)}</span>
      <span>{seconds > 0 ? t('teaching.remaining', { seconds }) : t('teaching.soon')}</span>
    </div>
  );
}
