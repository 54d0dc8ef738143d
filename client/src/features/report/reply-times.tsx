import type { ResponseTime } from '@kefu/shared/scoring/scorecard';
import { useTexts } from '../../i18n';
import type { Place } from '../../transcript/marks';
import { classes } from '../../ui/classes';
import { Section } from '../../ui/section';
import { secondsOf } from '../../ui/time';
import css from './reply-times.module.css';

type Props = { times: readonly ResponseTime[]; onShow: (place: Place) => void };

/** Each wait of the customer as a bar against its limit. All bars share one scale. */
export function ReplyTimes({ times, onShow }: Props) {
  const { t } = useTexts();
  const untimed = times.some(({ limit }) => limit === null);
  const longest = Math.max(1, ...times.flatMap(({ ms, limit }) => [ms, (limit ?? 0) * 1.2]));
  // The first reply has a row of its own kind.
  let nth = times.some(({ kind }) => kind === 'first') ? 1 : 0;
  const rows = times.map((time) => ({
    ...time,
    name: time.kind === 'first' ? t('report.first') : t('report.each', { n: ++nth }),
  }));
  return (
    <Section title={t('report.times')} {...(untimed && { hint: t('report.untimed') })}>
      {rows.length === 0 && <p>{t('report.timesNone')}</p>}
      <ul className={css.rows}>
        {rows.map(({ asked, answered, ms, limit, name }) => {
          const late = limit !== null && ms > limit;
          return (
            <li key={asked}>
              <button type="button" className={css.row} onClick={() => onShow({ seq: answered ?? asked })}>
                <span className={css.name}>{name}</span>
                <svg className={css.bar} viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
                  <rect className={css.track} width="100" height="12" />
                  <rect className={late ? css.late : css.fill} width={(ms / longest) * 100} height="12" />
                  {limit !== null && (
                    <rect className={css.limit} x={(limit / longest) * 100} width="0.6" height="12" />
                  )}
                </svg>
                <span className={classes(css.value, late && css.over)}>
                  {t('report.secondsShort', { s: secondsOf(ms) })}
                  <small>
                    {answered === null
                      ? t('report.notAnswered')
                      : limit === null
                        ? ''
                        : `${t(late ? 'report.late' : 'report.inTime')} · ${t('report.limit', { s: secondsOf(limit) })}`}
                  </small>
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
