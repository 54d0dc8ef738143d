import type { ActReasons, Report } from '@kefu/shared/protocol/report';
import type { Entry } from '@kefu/shared/rehearsal/entry';
import { useEffect, useRef } from 'react';
import { useTexts } from '../../i18n';
import { BotLog } from '../../transcript/bot-log';
import type { Place } from '../../transcript/marks';
import { OutcomeText } from '../../transcript/outcome-text';
import { ReplyLine } from '../../transcript/reply-line';
import { Button } from '../../ui/button';
import { classes } from '../../ui/classes';
import { Icon } from '../../ui/icon';
import { PhotoCard } from '../../ui/photo-card';
import { minutesSeconds } from '../../ui/time';
import { placeOf } from './nearest';
import css from './transcript.module.css';

type Props = { report: Report; shown: { place: Place; nth: number } | null; onBack: () => void };

/** The whole talk, with what every reply was understood to do. Evidence leads here and is marked. */
export function Transcript({ report, shown, onBack }: Props) {
  const { t } = useTexts();
  const { log, exercise, reasons } = report;
  const list = useRef<HTMLOListElement>(null);
  const target = shown && placeOf(log, shown.place.seq);
  useEffect(() => {
    if (shown === null || target === null) return;
    const item = list.current?.querySelector<HTMLElement>(`[data-seq="${target}"]`);
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    item?.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' });
    item?.focus({ preventScroll: true });
  }, [shown, target]);
  return (
    <section className={css.panel} aria-label={t('report.transcript')}>
      <header className={css.header}>
        <h2>{t('report.transcript')}</h2>
        {shown && (
          <Button look="plain" size="small" icon="back" onClick={onBack}>
            {t('report.backToScore')}
          </Button>
        )}
      </header>
      <ol ref={list} className={css.list}>
        {exercise.botLog && <BotLog log={exercise.botLog} name={exercise.customer.name} />}
        {exercise.botLog && <li className={css.event}>{t('talk.handover')}</li>}
        {log.map((entry) => (
          <Line
            key={entry.seq}
            entry={entry}
            reasons={reasons.filter(({ seq }) => seq === entry.seq)}
            customer={exercise.customer.name}
            shown={shown !== null && target === entry.seq ? shown.place : null}
          />
        ))}
      </ol>
    </section>
  );
}

type LineProps = { entry: Entry; reasons: readonly ActReasons[]; customer: string; shown: Place | null };

function Line({ entry, reasons, customer, shown }: LineProps) {
  const { t } = useTexts();
  const item = { 'data-seq': entry.seq, tabIndex: -1 };
  const time = <time>{minutesSeconds(entry.at)}</time>;
  switch (entry.kind) {
    case 'message':
      return (
        <li {...item} className={classes(css.theirs, shown && css.shown)}>
          <p className={css.meta}>
            {customer} {time}
          </p>
          {'text' in entry.content ? (
            <p className={css.bubble} lang="zh-CN">
              {entry.content.text}
            </p>
          ) : (
            <PhotoCard description={entry.content.photo} />
          )}
        </li>
      );
    case 'reply':
      return (
        <li {...item} className={classes(css.own, shown && css.shown)}>
          <p className={css.meta}>
            {t('talk.you')} {time}
          </p>
          <ReplyLine entry={entry} reasons={reasons} shown={shown} />
        </li>
      );
    case 'action':
      return (
        <li {...item} className={classes(css.event, shown && css.shown)}>
          <Icon name={entry.outcome.status === 'refused' ? 'alert' : 'bolt'} size={14} />
          {t(`action.${entry.action.do}`)} · <OutcomeText outcome={entry.outcome} />
          {entry.outcome.status === 'refused' && ` (${t('report.refused')})`}
          {entry.outcome.status === 'done' &&
            entry.outcome.verdict !== 'right' &&
            ` (${t(`report.verdict.${entry.outcome.verdict}`)})`}
          {time}
        </li>
      );
    case 'effect':
      return null;
    case 'ended':
      return (
        <li {...item} className={classes(css.event, shown && css.shown)}>
          <Icon name="flag" size={14} />
          {t('talk.untilEnd', { ending: t(`ending.${entry.ending}`) })} {time}
        </li>
      );
  }
}
