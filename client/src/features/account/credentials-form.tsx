import { CredentialsSchema } from '@kefu/shared/protocol/rest';
import { type FormEvent, useState } from 'react';
import { useTexts } from '../../i18n';
import { Button } from '../../ui/button';
import { Field } from '../../ui/field';
import { PasswordInput } from '../../ui/password-input';
import css from './credentials-form.module.css';

type Props = {
  /** A new account: the rules for names and passwords are told and checked before sending. */
  fresh: boolean;
  /** What the button says where it is not the first administrator or signing in. */
  doText?: string;
  busy: boolean;
  onSubmit: (credentials: { name: string; password: string }) => void;
};

export function CredentialsForm({ fresh, doText, busy, onSubmit }: Props) {
  const { t } = useTexts();
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const parsed = CredentialsSchema.safeParse({ name: form.get('name'), password: form.get('password') });
    setWrong(parsed.success ? [] : parsed.error.issues.map(({ path }) => String(path[0])));
    if (parsed.success) onSubmit(parsed.data);
  };
  return (
    <form className={css.form} onSubmit={submit} noValidate>
      <Field
        label={t('entry.name')}
        hint={fresh ? t('entry.nameHint') : undefined}
        error={wrong.includes('name') ? t('entry.nameShort') : undefined}
      >
        {(control) => <input {...control} name="name" autoComplete="username" maxLength={32} />}
      </Field>
      <Field
        label={t('entry.password')}
        hint={fresh ? t('entry.passwordHint') : undefined}
        error={wrong.includes('password') ? t('entry.passwordShort') : undefined}
      >
        {(control) => (
          <PasswordInput
            {...control}
            name="password"
            autoComplete={fresh ? 'new-password' : 'current-password'}
            maxLength={128}
          />
        )}
      </Field>
      <Button type="submit" look="primary" size="large" busy={busy}>
        {doText ?? t(fresh ? 'entry.setupDo' : 'entry.signInDo')}
      </Button>
    </form>
  );
}
