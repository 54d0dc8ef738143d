import type { Action } from '@kefu/shared/script/action';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTexts } from '../../../i18n';
import { Button } from '../../../ui/button';
import { Field } from '../../../ui/field';
import { ACTION_FIELDS, type ActionField, actionFrom, type FormAction } from './action-fields';
import css from './actions.module.css';

const ERRORS = { long: 'badText', short: 'badId', amount: 'badAmount' } as const;

type Props = { name: FormAction; onAct: (action: Action) => void; onCancel: () => void };

export function ActionForm({ name, onAct, onCancel }: Props) {
  const { t } = useTexts();
  const form = useRef<HTMLFormElement>(null);
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const fields: readonly ActionField[] = ACTION_FIELDS[name];
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input, textarea, select, button[type=submit]')?.focus();
  }, []);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const typed = Object.fromEntries(fields.map((field) => [field.name, String(data.get(field.name) ?? '')]));
    const result = actionFrom(name, typed);
    if ('action' in result) onAct(result.action);
    else setWrong(result.wrong);
  };
  return (
    <form
      ref={form}
      className={css.form}
      onSubmit={submit}
      onKeyDown={(event) => event.key === 'Escape' && onCancel()}
      noValidate
    >
      <h3>{t(`action.${name}`)}</h3>
      {name === 'close' && <p className={css.sure}>{t('action.closeSure')}</p>}
      {fields.map((field) => (
        <Field
          key={field.name}
          label={t(`action.field.${field.label}`)}
          error={wrong.includes(field.name) ? t(`action.${ERRORS[field.kind]}`) : undefined}
        >
          {(control) => {
            switch (field.kind) {
              case 'long':
                return <textarea {...control} name={field.name} rows={2} maxLength={500} />;
              case 'short':
                return <input {...control} name={field.name} maxLength={64} />;
              case 'amount':
                return <input {...control} name={field.name} inputMode="decimal" autoComplete="off" />;
            }
          }}
        </Field>
      ))}
      <div className={css.foot}>
        <Button size="small" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
        <Button size="small" type="submit" look={name === 'close' ? 'danger' : 'primary'}>
          {t(name === 'close' ? 'action.close' : 'action.do')}
        </Button>
      </div>
    </form>
  );
}
