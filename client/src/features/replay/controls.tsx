import type { ComponentProps } from 'react';
import { useTexts } from '../../i18n';
import { Button } from '../../ui/button';
import { classes } from '../../ui/classes';
import { Keycap } from '../../ui/keycap';
import { KeysDialog } from '../../ui/keys-dialog';
import { minutesSeconds } from '../../ui/time';
import css from './controls.module.css';
import { CopyLink } from './copy-link';
import { SPEEDS } from './player';
import { writeSkips } from './skips-preference';
import type { Keys } from './use-keys';
import { usePlayerStore, usePlaying } from './use-player';

/** A button that leaves the focus where it is when it is clicked, so that the keys go on working as they did. */
function Press(props: ComponentProps<typeof Button>) {
  return <Button look="quiet" onMouseDown={(event) => event.preventDefault()} {...props} />;
}

/** Play, step, speed; and the moment as a link. */
export function Controls({ keys }: { keys: Keys }) {
  const { t } = useTexts();
  const { order } = usePlayerStore();
  const playing = usePlaying((now) => now.playing);
  const speed = usePlaying((now) => now.speed);
  const skips = usePlaying((now) => now.skips);
  return (
    <div className={css.controls}>
      <div className={css.move}>
        <Press
          icon="previous"
          aria-label={t('replay.previous')}
          title={t('replay.previous')}
          onClick={() => order({ do: 'step', by: -1 })}
        />
        <Press
          look="primary"
          icon={playing ? 'pause' : 'play'}
          className={css.play}
          aria-label={t(playing ? 'replay.pause' : 'replay.play')}
          title={t(playing ? 'replay.pause' : 'replay.play')}
          onClick={() => order({ do: 'toggle' })}
        />
        <Press
          icon="next"
          aria-label={t('replay.next')}
          title={t('replay.next')}
          onClick={() => order({ do: 'step', by: 1 })}
        />
        <Time />
      </div>
      <fieldset className={css.speeds}>
        <legend className="visually-hidden">{t('replay.speed')}</legend>
        {SPEEDS.map((one) => (
          <Press
            key={one}
            size="small"
            className={classes(css.speed, one === speed && css.chosen)}
            aria-pressed={one === speed}
            onClick={() => order({ do: 'speed', speed: one })}
          >
            ×{one}
          </Press>
        ))}
      </fieldset>
      <label className={css.skip} title={t('replay.skip')}>
        <input
          type="checkbox"
          checked={skips}
          onChange={({ target }) => {
            writeSkips(target.checked);
            order({ do: 'skip', skips: target.checked });
          }}
        />
        {t('replay.skipShort')}
      </label>
      <CopyLink />
      <Press
        size="small"
        icon="keyboard"
        className={css.help}
        aria-label={t('replay.keys.help')}
        title={t('replay.keys.help')}
        onClick={() => keys.showHelp(true)}
      />
      {keys.help && <Help keys={keys} />}
    </div>
  );
}

function Time() {
  const { until } = usePlayerStore().scene;
  const seconds = usePlaying(({ at }) => Math.floor(at / 1000));
  return (
    <span className={css.time}>
      {minutesSeconds(seconds * 1000)} <span>/ {minutesSeconds(until)}</span>
    </span>
  );
}

function Help({ keys }: { keys: Keys }) {
  const { t } = useTexts();
  const caps = (...names: string[]) => (
    <span className={css.caps}>
      {names.map((name) => (
        <Keycap key={name}>{name}</Keycap>
      ))}
    </span>
  );
  return (
    <KeysDialog
      rows={[
        { keys: caps('Space'), text: t('replay.keys.toggle') },
        { keys: caps('←', '→'), text: t('replay.keys.move') },
        { keys: caps('Home', 'End'), text: t('replay.keys.ends') },
        { keys: caps(',', '.'), text: t('replay.keys.step') },
        { keys: caps(...SPEEDS.map(String)), text: t('replay.keys.speed') },
        { keys: caps('?'), text: t('replay.keys.help') },
      ]}
      on={keys.on}
      onTurn={keys.turn}
      onClose={() => keys.showHelp(false)}
    />
  );
}
