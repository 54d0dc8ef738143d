import { type Action, ActionSchema, type TicketStep } from '@kefu/shared/script/action';
import { type FormEvent, useState } from 'react';
import { useTexts } from '../../../i18n';
import { Button } from '../../../ui/button';
import { Field } from '../../../ui/field';
import css from './ticket-tab.module.css';

/** What is written at each step. */
const FIELDS = {
  receive: ['issue'],
  analyse: ['cause', 'within'],
  execute: ['measure'],
  confirm: [],
} as const satisfies Record<TicketStep['step'], readonly string[]>;

const BUTTONS = {
  receive: 'ticket.doReceive',
  analyse: 'ticket.doAnalyse',
  execute: 'ticket.doExecute',
  confirm: 'ticket.doConfirm',
} as const;

type Props = { step: TicketStep['step']; onAct: (action: Action) => void };

/** The form of the step at which the ticket stands. */
export function TicketStepForm({ step, onAct }: Props) {
  const { t } = useTexts();
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const typed = FIELDS[step].map((name) => {
      const text = String(data.get(name) ?? '').trim();
      return [name, name === 'within' ? Number(text || Number.NaN) : text];
    });
    const parsed = ActionSchema.safeParse({ do: 'ticket', with: { step, ...Object.fromEntries(typed) } });
    setWrong(parsed.success ? [] : parsed.error.issues.map(({ path }) => String(path[1] ?? '')));
    if (parsed.success) onAct(parsed.data);
  };
  return (
    <form className={css.form} onSubmit={submit} noValidate>
      {step === 'confirm' && <p className={css.hint}>{t('ticket.confirmHint')}</p>}
      {FIELDS[step].map((name) => (
        <Field
          key={name}
          label={t(`ticket.${name}`)}
          error={
            wrong.includes(name) ? t(name === 'within' ? 'ticket.badWithin' : 'action.badText') : undefined
          }
        >
          {(control) =>
            name === 'within' ? (
              <input {...control} name={name} inputMode="numeric" autoComplete="off" defaultValue="30" />
            ) : (
              <textarea {...control} name={name} rows={2} maxLength={500} />
            )
          }
        </Field>
      ))}
      <Button size="small" type="submit" look="primary">
        {t(BUTTONS[step])}
      </Button>
    </form>
  );
}
