import type { KeyboardEvent } from 'react';
import { useTexts } from '../../i18n';
import { minutesSeconds } from '../../ui/time';
import { commandOf } from './keys';
import { moodAt } from './mood-at';
import css from './timeline.module.css';
import { usePlayerStore, usePlaying } from './use-player';

/** Keys that move a slider everywhere; they work here also for those who have turned the single keys off. */
const SLIDES = /^(?:Arrow(?:Left|Right)|Home|End)$/;

/** Where the replay stands, to be moved. It says the time and the mood. */
export function Slider() {
  const { t, say } = useTexts();
  const { scene, order } = usePlayerStore();
  const { until, report, replay } = scene;
  const { moodName } = report.exercise;
  const at = usePlaying((playing) => Math.round(playing.at));
  const { level, tone } = moodAt(scene, at);
  const slide = (event: KeyboardEvent) => {
    const command = SLIDES.test(event.key) && commandOf(event.key);
    if (!command || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    order(command);
  };
  const share = until === 0 ? 0 : at / until;
  return (
    <>
      <div className={css.past} style={{ width: `${share * 100}%` }} />
      <input
        type="range"
        className={css.slider}
        min={0}
        max={Math.max(1, Math.ceil(until))}
        // To the millisecond: with a coarser step the browser would never let the end be reached.
        step={1}
        value={at}
        aria-label={t('replay.position')}
        aria-valuetext={t('replay.positionText', {
          time: minutesSeconds(at),
          total: minutesSeconds(until),
          name: say(moodName),
          level,
          tone: say(replay.tones[tone]),
        })}
        onChange={(event) => order({ do: 'seek', at: event.target.valueAsNumber })}
        onKeyDown={slide}
      />
    </>
  );
}
