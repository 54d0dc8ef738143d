import type { Desk } from '@kefu/shared/protocol/rest';
import { useState } from 'react';
import { useTexts } from '../../../i18n';
import { useFailureText } from '../../../net/failure';
import { OutcomeText } from '../../../transcript/outcome-text';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import type { DeskState } from '../live/desk-state';
import type { DeskStore } from '../live/desk-store';
import { type FormAction, formsFor } from './action-fields';
import { ActionForm } from './action-form';
import css from './actions.module.css';

type Props = { desk: Desk; live: DeskState; store: DeskStore };

/** What the agent can do beside writing: a small form each, and what came of the latest one. */
export function Actions({ desk, live, store }: Props) {
  const { t } = useTexts();
  const failureText = useFailureText();
  const [open, setOpen] = useState<FormAction | null>(null);
  const [latest, setLatest] = useState<string | null>(null);

  const queued = live.outbox.find(({ id }) => id === latest);
  const entry = live.entries.find((candidate) => candidate.kind === 'action' && candidate.id === latest);
  const outcome = entry?.kind === 'action' ? entry.outcome : undefined;
  const failed = queued?.status.state === 'failed' ? queued.status.code : undefined;
  return (
    <section className={css.actions} aria-label={t('action.title')}>
      {failed && (
        <Notice
          kind="bad"
          action={
            <Button look="quiet" size="small" onClick={() => latest && store.retry(latest)}>
              {t('desk.resend')}
            </Button>
          }
        >
          {failureText(failed)}
        </Notice>
      )}
      {queued && !failed && <Notice kind="info">{t('action.doing')}</Notice>}
      {outcome && (
        <Notice kind={outcome.status === 'done' ? 'good' : 'warn'}>
          <OutcomeText outcome={outcome} />
        </Notice>
      )}
      {open ? (
        <ActionForm
          key={open}
          name={open}
          onCancel={() => setOpen(null)}
          onAct={(action) => {
            setLatest(store.act(action));
            setOpen(null);
          }}
        />
      ) : (
        <>
          <h3>{t('action.title')}</h3>
          <div className={css.buttons}>
            {formsFor(desk.actions).map((name) => (
              <Button
                key={name}
                size="small"
                look={name === 'close' ? 'danger' : 'plain'}
                onClick={() => {
                  setLatest(null);
                  setOpen(name);
                }}
              >
                {t(`action.${name}`)}
              </Button>
            ))}
          </div>
        </>
      )}
    </section>
  );
}
