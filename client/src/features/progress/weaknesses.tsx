import type { OwnProgress } from '@kefu/shared/protocol/journal';
import { Link } from '@tanstack/react-router';
import { useTexts } from '../../i18n';
import { Section } from '../../ui/section';
import css from './weaknesses.module.css';

/** What costs the most points lately, and the exercises that train it. */
export function Weaknesses({ weaknesses }: Pick<OwnProgress, 'weaknesses'>) {
  const { t, say } = useTexts();
  return (
    <Section title={t('progress.weak')} hint={t('progress.weakHint')}>
      {weaknesses.length === 0 ? (
        <p className={css.none}>{t('progress.noWeak')}</p>
      ) : (
        <ul className={css.list}>
          {weaknesses.map(({ id, title, dimension, points, times, exercises }) => (
            <li key={id}>
              <p className={css.title}>
                <strong>{say(title)}</strong>
                <span>{t('progress.weakOf', { dimension: say(dimension), points, count: times })}</span>
              </p>
              {exercises.length > 0 && (
                <p className={css.exercises}>
                  {t('progress.train')}
                  {exercises.map((exercise) => (
                    <Link key={exercise.script} to="/library" search={{ q: say(exercise.title) }}>
                      {say(exercise.title)}
                    </Link>
                  ))}
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
