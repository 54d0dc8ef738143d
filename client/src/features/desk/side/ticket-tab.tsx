import type { ActionEntry } from '@kefu/shared/rehearsal/entry';
import type { Action } from '@kefu/shared/script/action';
import { useTexts } from '../../../i18n';
import { OutcomeText } from '../../../transcript/outcome-text';
import { Choice } from '../../../ui/choice';
import { classes } from '../../../ui/classes';
import { Icon } from '../../../ui/icon';
import { Notice } from '../../../ui/notice';
import type { Ticket } from '../live/ticket';
import { Card } from './card';
import { NoteForm } from './note-form';
import { TicketStepForm } from './ticket-step-form';
import css from './ticket-tab.module.css';

const GRADES = ['minor', 'moderate', 'severe'] as const;
const STEPS = ['receive', 'analyse', 'execute', 'confirm'] as const;

type Props = {
  ticket: Ticket;
  /** Why the latest step was refused. */
  refused: ActionEntry['outcome'] | undefined;
  disabled: boolean;
  onAct: (action: Action) => void;
};

/** The complaint ticket: how grave it is (R27), its four steps (R74), and notes. */
export function TicketTab({ ticket, refused, disabled, onAct }: Props) {
  const { t } = useTexts();
  const current = STEPS.find((step) => ticket[step] === undefined);
  return (
    <>
      <Card title={t('ticket.grade')}>
        {disabled ? (
          <p>{ticket.grade ? t(`action.grades.${ticket.grade}`) : t('ticket.gradeNone')}</p>
        ) : (
          <Choice
            label={t('ticket.grade')}
            hideLabel
            value={ticket.grade ?? 'none'}
            onChange={(grade) => {
              if (grade !== 'none') onAct({ do: 'grade', with: { grade } });
            }}
            options={GRADES.map((value) => ({ value, label: t(`action.grades.${value}`) }))}
          />
        )}
        <p className={css.hint}>
          {ticket.grade ? t(`ticket.gradeHint.${ticket.grade}`) : t('ticket.gradeNone')}
        </p>
      </Card>
      <Card title={t('ticket.steps')}>
        <ol className={css.steps}>
          {STEPS.map((step) => {
            const done = ticket[step] !== undefined;
            return (
              <li
                key={step}
                className={classes(css.step, done && css.done, step === current && css.current)}
                aria-current={step === current ? 'step' : undefined}
              >
                <span className={css.mark}>{done && <Icon name="check" size={14} />}</span>
                <div className={css.body}>
                  <p className={css.name}>
                    {t(`ticket.${step}`)}
                    {done && <span className="visually-hidden"> {t('ticket.done')}</span>}
                  </p>
                  <Written ticket={ticket} step={step} />
                  {step === current && !disabled && (
                    <>
                      {refused && (
                        <Notice kind="warn">
                          <OutcomeText outcome={refused} />
                        </Notice>
                      )}
                      <TicketStepForm key={step} step={step} onAct={onAct} />
                    </>
                  )}
                </div>
              </li>
            );
          })}
        </ol>
      </Card>
      <Card title={t('ticket.note')}>
        {ticket.notes.length > 0 && (
          <ul className={css.notes} aria-label={t('ticket.notes')}>
            {ticket.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        )}
        {!disabled && <NoteForm onAct={onAct} />}
      </Card>
    </>
  );
}

/** What was written down at a step. */
function Written({ ticket, step }: { ticket: Ticket; step: (typeof STEPS)[number] }) {
  const { t } = useTexts();
  switch (step) {
    case 'receive':
      return ticket.receive ? <p className={css.text}>{ticket.receive.issue}</p> : null;
    case 'analyse':
      return ticket.analyse ? (
        <p className={css.text}>
          {ticket.analyse.cause} · {t('ticket.minutes', { count: ticket.analyse.within })}
        </p>
      ) : null;
    case 'execute':
      return ticket.execute ? <p className={css.text}>{ticket.execute.measure}</p> : null;
    case 'confirm':
      return ticket.confirm ? <p className={css.text}>{t('ticket.closed')}</p> : null;
  }
}
