import { PasswordSchema } from '@kefu/shared/protocol/rest';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTexts } from '../../i18n';
import { useFailureText } from '../../net/failure';
import { sessionQuery, sessionRest } from '../../net/session';
import { Button } from '../../ui/button';
import { Field } from '../../ui/field';
import { Notice } from '../../ui/notice';
import { PasswordInput } from '../../ui/password-input';
import css from './credentials-form.module.css';

export function PasswordForm({ name }: { name: string }) {
  const { t } = useTexts();
  const failureText = useFailureText();
  const queryClient = useQueryClient();
  const [errors, setErrors] = useState<{ password?: string; again?: string }>({});
  const change = useMutation({
    mutationFn: sessionRest.changePassword,
    onSuccess: (session) => queryClient.setQueryData(sessionQuery.queryKey, session),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const [old, password, again] = ['old', 'password', 'again'].map((key) =>
      String(new FormData(form).get(key) ?? ''),
    );
    const found = {
      ...(!PasswordSchema.safeParse(password).success && { password: t('entry.passwordShort') }),
      ...(password !== again && { again: t('account.differs') }),
    };
    setErrors(found);
    if (Object.keys(found).length > 0 || old === undefined || password === undefined) return;
    change.mutate({ old, password }, { onSuccess: () => form.reset() });
  };
  return (
    <form className={css.form} onSubmit={submit} noValidate>
      <input type="text" name="name" value={name} autoComplete="username" readOnly hidden />
      <Field label={t('account.old')}>
        {(control) => <PasswordInput {...control} name="old" autoComplete="current-password" />}
      </Field>
      <Field label={t('account.fresh')} hint={t('entry.passwordHint')} error={errors.password}>
        {(control) => <PasswordInput {...control} name="password" autoComplete="new-password" />}
      </Field>
      <Field label={t('account.again')} error={errors.again}>
        {(control) => <PasswordInput {...control} name="again" autoComplete="new-password" />}
      </Field>
      {change.isError && <Notice kind="bad">{failureText(change.error)}</Notice>}
      {change.isSuccess && <Notice kind="good">{t('account.changed')}</Notice>}
      <div>
        <Button type="submit" look="primary" busy={change.isPending}>
          {t('account.changeDo')}
        </Button>
      </div>
    </form>
  );
}
