import { NewUserSchema } from '@kefu/shared/protocol/rest';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { useTexts } from '../../i18n';
import { accountRest } from '../../net/accounts';
import { useFailureText } from '../../net/failure';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Field } from '../../ui/field';
import { Notice } from '../../ui/notice';
import { PasswordInput } from '../../ui/password-input';
import { ACCOUNT_ROLES } from './account-roles';
import css from './credentials-form.module.css';

type Props = { onClose: () => void; onDone: (name: string) => void };

export function NewUserDialog({ onClose, onDone }: Props) {
  const { t } = useTexts();
  const failureText = useFailureText();
  const form = useId();
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const add = useMutation({ mutationFn: accountRest.addUser, onSuccess: ({ name }) => onDone(name) });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const parsed = NewUserSchema.safeParse(Object.fromEntries(new FormData(event.currentTarget)));
    setWrong(parsed.success ? [] : parsed.error.issues.map(({ path }) => String(path[0])));
    if (parsed.success) add.mutate(parsed.data);
  };
  return (
    <Dialog
      title={t('users.add')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" form={form} look="primary" busy={add.isPending}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <form id={form} className={css.form} onSubmit={submit} noValidate>
        <Field
          label={t('users.name')}
          hint={t('entry.nameHint')}
          error={wrong.includes('name') ? t('entry.nameShort') : undefined}
        >
          {(control) => <input {...control} name="name" autoComplete="off" maxLength={32} />}
        </Field>
        <Field
          label={t('entry.password')}
          hint={t('entry.passwordHint')}
          error={wrong.includes('password') ? t('entry.passwordShort') : undefined}
        >
          {(control) => (
            <PasswordInput {...control} name="password" autoComplete="new-password" maxLength={128} />
          )}
        </Field>
        <Field label={t('users.role')}>
          {(control) => (
            <select {...control} name="role" defaultValue="trainee">
              {ACCOUNT_ROLES.map((role) => (
                <option key={role} value={role}>
                  {t(`role.${role}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        {add.isError && <Notice kind="bad">{failureText(add.error)}</Notice>}
      </form>
    </Dialog>
  );
}
