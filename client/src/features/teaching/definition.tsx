import { ACTS, type Act } from '@kefu/shared/understanding/acts';
import { brokenRule } from '@kefu/shared/understanding/border-rules';
import { useTexts } from '../../i18n';
import { classes } from '../../ui/classes';
import css from './definition.module.css';

type Props = { act: Act | null; chosen: readonly Act[] };

/** What is wrong with the choice, or else what an act means. It keeps its room, so that nothing jumps under the pointer. */
export function Definition({ act, chosen }: Props) {
  const { t, say } = useTexts();
  const broken = brokenRule(chosen);
  if (broken) {
    const [one, other] = broken;
    return (
      <p className={classes(css.definition, css.wrong)} role="alert">
        {t('teaching.exclude', { one: say(ACTS[one]), other: say(ACTS[other]) })}
      </p>
    );
  }
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
