import { type Account, PasswordSchema } from '@kefu/shared/protocol/rest';
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
import css from './credentials-form.module.css';

type Props = { account: Account; onClose: () => void; onDone: () => void };

/** A new password for somebody who has lost the old one. */
export function ResetDialog({ account, onClose, onDone }: Props) {
  const { t } = useTexts();
  const failureText = useFailureText();
  const form = useId();
  const [wrong, setWrong] = useState(false);
  const reset = useMutation({
    mutationFn: (password: string) => accountRest.changeUser(account.id, { password }),
    onSuccess: onDone,
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const parsed = PasswordSchema.safeParse(new FormData(event.currentTarget).get('password'));
    setWrong(!parsed.success);
    if (parsed.success) reset.mutate(parsed.data);
  };
  return (
    <Dialog
      title={t('users.resetTitle', { name: account.name })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" form={form} look="primary" busy={reset.isPending}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <form id={form} className={css.form} onSubmit={submit} noValidate>
        <Field
          label={t('users.newPassword')}
          hint={t('entry.passwordHint')}
          error={wrong ? t('entry.passwordShort') : undefined}
        >
          {(control) => (
            <PasswordInput {...control} name="password" autoComplete="new-password" maxLength={128} />
          )}
        </Field>
        {reset.isError && <Notice kind="bad">{failureText(reset.error)}</Notice>}
      </form>
    </Dialog>
  );
}
