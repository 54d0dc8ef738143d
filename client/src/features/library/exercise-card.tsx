import type { Library } from '@kefu/shared/protocol/rest';
import { useTexts } from '../../i18n';
import { Avatar } from '../../ui/avatar';
import { platformName } from '../../ui/platform';
import { Tag } from '../../ui/tag';
import css from './exercise-card.module.css';

type Props = {
  exercise: Library['exercises'][number];
  personas: Library['personas'];
  onStart: (persona: string) => void;
};

/** One case: what it is about, and every customer one can meet in it with the best score so far. */
export function ExerciseCard({ exercise, personas, onStart }: Props) {
  const { t, say } = useTexts();
  return (
    <li className={css.card}>
      <div className={css.tags}>
        <Tag kind="accent">{t(`stage.${exercise.stage}`)}</Tag>
        <Tag kind={exercise.level === 'advanced' ? 'warn' : 'plain'}>{t(`level.${exercise.level}`)}</Tag>
        <span className={css.shop}>
          {say(exercise.shop)} · {platformName(t, exercise.platform)}
        </span>
      </div>
      <h2>{say(exercise.title)}</h2>
      <p className={css.summary}>{say(exercise.summary)}</p>
      {exercise.tags.length > 0 && (
        <p className={css.topics}>{exercise.tags.map((tag) => `#${tag}`).join(' ')}</p>
      )}
      <ul className={css.personas}>
        {personas.map((persona) => {
          const attempt = exercise.attempts[persona.id];
          const exam = exercise.exams[persona.id]?.score;
          return (
            <li key={persona.id}>
              <button
                type="button"
                className={css.persona}
                aria-label={t('library.startWith', {
                  persona: say(persona.name),
                  title: say(exercise.title),
                })}
                onClick={() => onStart(persona.id)}
              >
                <Avatar persona={persona.id} size={28} />
                <span className={css.who}>{say(persona.name)}</span>
                <span className={css.best}>
                  {attempt && attempt.count > 0 ? (
                    <>
                      <strong>{attempt.best}</strong> · {t('library.attempts', { count: attempt.count })}
                    </>
                  ) : (
                    t('library.notYet')
                  )}
                  {typeof exam === 'number' && <> · {t('library.exam', { score: exam })}</>}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </li>
  );
}
