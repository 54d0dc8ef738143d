import { useTexts } from '../i18n';
import { classes } from '../ui/classes';
import { Icon } from '../ui/icon';
import css from './clock.module.css';
import { Ring } from './ring';
import { countdown, type Wait } from './waiting';

const ICONS = { running: 'clock', soon: 'alert', over: 'over' } as const;

type Props = {
  /** ms on the rehearsal's clock. */
  now: number;
  wait: Wait | null;
  pace: number;
};

/** The open wait against its limit, in words, colour and sign. Untimed rehearsals have none. */
export function Clock({ now, wait, pace }: Props) {
  const { t } = useTexts();
  if (pace === 0) return <p className={css.idle}>{t('talk.untimed')}</p>;
  const clock = wait && countdown(wait, now);
  if (!clock) return <p className={css.idle}>{t('talk.nothingOwed')}</p>;
  const seconds = clock.phase === 'over' ? Math.floor(clock.over / 1000) : Math.ceil(clock.left / 1000);
  return (
    <div className={classes(css.clock, css[clock.phase])} role="timer" aria-live="off">
      <Ring clock={clock} size={44} />
      <span className={css.text}>
        <span className={css.kind}>
          <Icon name={ICONS[clock.phase]} size={14} /> {t(wait.kind === 'first' ? 'talk.first' : 'talk.each')}
        </span>
        <strong>{t(clock.phase === 'over' ? 'talk.overtime' : 'talk.remaining', { s: seconds })}</strong>
      </span>
    </div>
  );
}
