import type { Ending } from '@kefu/shared/script/schema';
import { useEffect, useRef } from 'react';
import { useTexts } from '../../../i18n';
import { classes } from '../../../ui/classes';
import { Icon } from '../../../ui/icon';
import { LinkButton } from '../../../ui/link-button';
import css from './end-card.module.css';

const GOOD: readonly Ending[] = ['delighted', 'solved'];

/** The talk is over: how it ended, and the way to the report. */
export function EndCard({ ending, rehearsal }: { ending: Ending; rehearsal: string }) {
  const { t } = useTexts();
  const ref = useRef<HTMLAnchorElement>(null);
  useEffect(() => ref.current?.focus(), []);
  const kind = GOOD.includes(ending) ? css.good : ending === 'grudging' ? css.fair : css.bad;
  return (
    <div className={classes(css.card, kind)} role="status">
      <Icon name={GOOD.includes(ending) ? 'check' : 'flag'} size={24} />
      <div className={css.text}>
        <h2>
          {t('end.title')} · {t(`ending.${ending}`)}
        </h2>
        <p>{t(`end.${ending}`)}</p>
      </div>
      <div className={css.actions}>
        <LinkButton to="/library">{t('end.library')}</LinkButton>
        <LinkButton ref={ref} to="/rehearsals/$id/report" params={{ id: rehearsal }} look="primary">
          {t('end.report')}
        </LinkButton>
      </div>
    </div>
  );
}
