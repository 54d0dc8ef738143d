import type { DoubtfulReply } from '@kefu/shared/protocol/teaching';
import { ACTS, type Act } from '@kefu/shared/understanding/acts';
import { useTexts } from '../../../i18n';
import { classes } from '../../../ui/classes';
import css from './opinion.module.css';

/** The likeliest acts, and only those that are likely at all. */
const SHOWN = 5;
const LIKELY = 0.1;

type Props = { suggestions: DoubtfulReply['suggestions']; onLook: (act: Act) => void };

/** What the recogniser makes of the reply and by which words, likeliest first. */
export function Opinion({ suggestions, onLook }: Props) {
  const { t, say } = useTexts();
  const likely = suggestions
    .filter(({ probability }) => probability >= LIKELY)
    .toSorted((a, b) => b.probability - a.probability)
    .slice(0, SHOWN);
  return (
    <div className={css.opinion}>
      <h2>{t('teaching.machine')}</h2>
      {likely.length === 0 && <p className={css.nothing}>{t('teaching.nothingSaid')}</p>}
      <ul>
        {likely.map(({ act, probability, said, words }) => (
          <li key={act} className={classes(said && css.said)} onPointerEnter={() => onLook(act)}>
            <span className={css.name}>{say(ACTS[act])}</span>
            <span className={css.percent}>{Math.round(probability * 100)}%</span>
            <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
              <rect className={css.track} width="100" height="6" />
              <rect className={css.fill} width={probability * 100} height="6" />
            </svg>
            <span className={css.words} lang="zh-CN">
              {words.join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
