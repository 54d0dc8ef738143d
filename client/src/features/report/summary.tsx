import type { Report } from '@kefu/shared/protocol/report';
import { useTexts } from '../../i18n';
import { receiptHref, tableHref } from '../../net/results';
import type { Place } from '../../transcript/marks';
import { Avatar } from '../../ui/avatar';
import { Button } from '../../ui/button';
import { classes } from '../../ui/classes';
import { AnchorButton, LinkButton } from '../../ui/link-button';
import { Notice } from '../../ui/notice';
import { Tag } from '../../ui/tag';
import { momentText } from '../../ui/time';
import { usePageTitle } from '../../ui/use-page-title';
import { Again } from './again';
import { EvidenceList } from './evidence-list';
import { Radar } from './radar';
import css from './summary.module.css';

/** The result on one look: score, grade, ending, and what limited it. */
export function Summary({ report, onShow }: { report: Report; onShow: (place: Place) => void }) {
  const { t, say, language } = useTexts();
  const { rehearsal, exercise, scorecard } = report;
  const { total, passed, grade, ending, caps, redLines } = scorecard;
  const hints = report.log.filter((entry) => entry.kind === 'action' && entry.action.do === 'hint').length;
  usePageTitle(`${t('report.title')} · ${say(rehearsal.title)}`);
  return (
    <section className={css.summary}>
      <header className={css.header}>
        <div>
          <p className={css.kicker}>{t('report.title')}</p>
          <h1>{say(rehearsal.title)}</h1>
          <p className={css.meta}>
            {rehearsal.trainee.name} · {momentText(rehearsal.startedAt, language)} ·{' '}
            {t(`mode.${rehearsal.mode}`)} · {t(`pace.${rehearsal.pace}`)}
          </p>
        </div>
        <div className={css.tools}>
          <LinkButton to="/rehearsals/$id/replay" params={{ id: rehearsal.id }} size="small" icon="play">
            {t('common.toReplay')}
          </LinkButton>
          <AnchorButton href={receiptHref(rehearsal.id)} download size="small" icon="download">
            {t('report.receipt')}
          </AnchorButton>
          {(['csv', 'xlsx'] as const).map((kind) => (
            <AnchorButton
              key={kind}
              href={tableHref(rehearsal.id, kind, language)}
              download
              size="small"
              icon="download"
            >
              {t(kind === 'csv' ? 'report.csv' : 'report.excel')}
            </AnchorButton>
          ))}
          <Button size="small" icon="print" onClick={() => print()}>
            {t('report.print')}
          </Button>
        </div>
      </header>
      <div className={css.result}>
        <div className={css.facts}>
          <p className={classes(css.total, passed ? css.good : css.bad)}>
            <strong>{total.toFixed(1)}</strong>
            <span>{t('report.of100')}</span>
          </p>
          <div className={css.verdict}>
            <p className={css.tags}>
              <Tag kind={passed ? 'good' : 'bad'}>{t(passed ? 'report.passed' : 'report.failed')}</Tag>
              <Tag>{t(`report.grade.${grade}`)}</Tag>
              <Tag kind={ending === 'delighted' || ending === 'solved' ? 'good' : 'warn'}>
                {t('report.ending')} · {t(`ending.${ending}`)}
              </Tag>
              {rehearsal.mode === 'practice' && (
                <Tag>{hints === 0 ? t('report.noHints') : t('report.hints', { count: hints })}</Tag>
              )}
            </p>
            <p className={css.customer}>
              <Avatar persona={exercise.persona.id} size={28} />
              {exercise.customer.name} · {say(exercise.persona.name)}
              {rehearsal.overlays.map(({ name }) => ` · ${say(name)}`)}
              {exercise.variant && ` · ${say(exercise.variant)}`}
            </p>
          </div>
          <Again report={report} />
        </div>
        <Radar dimensions={scorecard.dimensions} />
      </div>
      {redLines.map((line) => (
        <Notice key={line.id} kind="bad">
          <strong>
            {t('report.redLines')} · {say(line.title)}
          </strong>{' '}
          ({line.rule})
          <EvidenceList evidence={line.evidence} onShow={onShow} />
        </Notice>
      ))}
      {caps.map((cap) => (
        <Notice key={cap.id} kind="warn">
          <strong>
            {t('report.caps')} {t('report.capAt', { at: cap.at })}
          </strong>{' '}
          · {say(cap.title)}
        </Notice>
      ))}
    </section>
  );
}
