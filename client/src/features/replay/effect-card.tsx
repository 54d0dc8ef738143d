import { useTexts } from '../../i18n';
import { Icon } from '../../ui/icon';
import { MoodFace } from '../../ui/mood-face';
import css from './effect-card.module.css';
import type { Effect } from './explain';
import { usePlayerStore } from './use-player';

/** One turn of the customer's inside: the mood before and after with every reason, the agenda, and what was reached. */
export function EffectCard({ effect }: { effect: Effect }) {
  const { t, say } = useTexts();
  const { replay, report } = usePlayerStore().scene;
  const { from, to, tone, insight } = effect;
  const { before, beat, moves, met, told, woken, redLines } = insight;
  const name = say(report.exercise.moodName);
  return (
    <div className={css.card}>
      <p className={css.mood}>
        {from !== to && (
          <>
            <MoodFace tone={before} size={22} /> <span>{say(replay.tones[before])}</span>
            <Icon name="forward" size={14} />
          </>
        )}
        <MoodFace tone={tone} size={22} /> <span>{say(replay.tones[tone])}</span>
        <strong className={from === to ? undefined : from < to ? css.worse : css.better}>
          {from === to ? t('replay.moodStays', { name, level: to }) : t('replay.moods', { name, from, to })}
        </strong>
      </p>
      {moves.length > 0 && (
        <ul className={css.moves}>
          {moves.map(({ why, title, by }) => (
            <li key={`${why} ${title?.en}`}>
              <span className={by > 0 ? css.worse : by < 0 ? css.better : css.even}>
                {by > 0 ? `+${by}` : by < 0 ? `−${-by}` : '±0'}
              </span>
              <span>
                {t(`replay.why.${why}`)}
                {title && (
                  <>
                    {' '}
                    <q>{say(title)}</q>
                  </>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
      <dl className={css.facts}>
        {met.map((need) => (
          <Fact key={need.en} icon="check" name={t('replay.met')} value={say(need)} look={css.good} />
        ))}
        {told.map((fact) => (
          <Fact key={fact.en} icon="eye" name={t('replay.told')} value={say(fact)} look={css.good} />
        ))}
        {woken.map((doubt) => (
          <Fact key={doubt.en} icon="alert" name={t('replay.woken')} value={say(doubt)} look={css.warn} />
        ))}
        {redLines.map(({ title, rule }) => (
          <Fact
            key={rule}
            icon="over"
            name={t('replay.redLine')}
            value={`${say(title)} (${rule})`}
            look={css.bad}
          />
        ))}
        {beat && (
          <Fact
            icon="forward"
            name={t('replay.beat')}
            value={
              beat.from === null
                ? say(beat.to)
                : t('replay.beatMoves', { from: say(beat.from), to: say(beat.to) })
            }
          />
        )}
      </dl>
    </div>
  );
}

type FactProps = {
  icon: Parameters<typeof Icon>[0]['name'];
  name: string;
  value: string;
  look?: string | undefined;
};

function Fact({ icon, name, value, look }: FactProps) {
  return (
    <div className={look}>
      <dt>
        <Icon name={icon} size={14} /> {name}
      </dt>
      <dd>{value}</dd>
    </div>
  );
}
