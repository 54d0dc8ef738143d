import type { Report } from '@kefu/shared/protocol/report';
import { useTexts } from '../../i18n';
import type { Place } from '../../transcript/marks';
import { classes } from '../../ui/classes';
import { minutesSeconds } from '../../ui/time';
import css from './turns.module.css';

/** The curve in words: each change of the mood with what caused it. */
export function Turns({ report, onShow }: { report: Report; onShow: (place: Place) => void }) {
  const { t, say } = useTexts();
  const name = say(report.exercise.moodName);
  return (
    <ol className={css.list} aria-label={t('report.turns')}>
      {report.debrief.turns.map(({ at, from, to, seq, causes }) => (
        <li key={`${at} ${seq} ${to}`}>
          <button type="button" className={css.turn} onClick={() => onShow({ seq })}>
            <time>{minutesSeconds(at)}</time>
            <span className={classes(css.move, to > from ? css.worse : css.better)}>
              <span className="visually-hidden">{name} </span>
              {to > from ? '▲' : '▼'} {from} → {to}
            </span>
            <span>{causes.map(say).join(' · ')}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}
