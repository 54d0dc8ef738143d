import type { Desk } from '@kefu/shared/protocol/rest';
import type { Ending } from '@kefu/shared/script/kinds';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTexts } from '../../../i18n';
import { workNoteQuery } from '../../../net/aids';
import { Button } from '../../../ui/button';
import { classes } from '../../../ui/classes';
import { Icon } from '../../../ui/icon';
import { LinkButton } from '../../../ui/link-button';
import css from './end-card.module.css';
import { WorkNoteForm } from './work-note-form';

const GOOD: readonly Ending[] = ['delighted', 'solved'];

/** The talk is over: how it ended, the note on it, and the way to the report. After a sale the note comes first (R81). */
export function EndCard({ ending, desk }: { ending: Ending; desk: Desk }) {
  const { t } = useTexts();
  const { id } = desk.rehearsal;
  const report = useRef<HTMLAnchorElement>(null);
  const { data } = useQuery(workNoteQuery(id));
  const owed = desk.stage === 'after-sale';
  const [asked, setAsked] = useState(owed);
  const writing = asked && data?.note === null;
  useEffect(() => {
    if (!owed) report.current?.focus();
  }, [owed]);
  const kind = GOOD.includes(ending) ? css.good : ending === 'grudging' ? css.fair : css.bad;
  return (
    <div className={classes(css.card, kind)}>
      <Icon name={GOOD.includes(ending) ? 'check' : 'flag'} size={24} />
      <div className={css.text} role="status">
        <h2>
          {t('end.title')} · {t(`ending.${ending}`)}
        </h2>
        <p>{t(`end.${ending}`)}</p>
        {data?.note && <p className={css.saved}>{t('workNote.saved')}</p>}
      </div>
      <div className={css.actions}>
        <LinkButton to="/library">{t('end.library')}</LinkButton>
        {data?.note === null && !asked && (
          <Button icon="edit" onClick={() => setAsked(true)}>
            {t('workNote.open')}
          </Button>
        )}
        <LinkButton
          ref={report}
          to="/rehearsals/$id/report"
          params={{ id }}
          look={writing ? 'plain' : 'primary'}
        >
          {t('common.toReport')}
        </LinkButton>
      </div>
      {writing && <WorkNoteForm rehearsal={id} owed={owed} onSaved={() => report.current?.focus()} />}
    </div>
  );
}
