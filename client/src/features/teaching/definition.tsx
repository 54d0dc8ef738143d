import { ACTS, type Act } from '@kefu/shared/understanding/acts';
import { useTexts } from '../../i18n';
import css from './definition.module.css';

/** What an act means. It keeps its room, so that nothing jumps under the pointer. */
export function Definition({ act }: { act: Act | null }) {
  const { t, say } = useTexts();
  return (
    <div className={css.definition} aria-live="polite">
      {act ? (
        <>
          <p>
            <strong>{say(ACTS[act])}</strong> {t(`act.${act}.means`)}
          </p>
          <p className={css.example}>
            {t('teaching.example')}
            <span lang="zh-CN">{t(`act.${act}.example`)}</span>
          </p>
        </>
      ) : (
        <>
          <p>{t('teaching.noLabel')}</p>
          <p className={css.example}>{t('teaching.definitionHint')}</p>
        </>
      )}
    </div>
  );
}
