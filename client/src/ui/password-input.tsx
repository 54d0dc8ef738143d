import { type InputHTMLAttributes, useState } from 'react';
import { useTexts } from '../i18n';
import { Button } from './button';
import css from './password-input.module.css';

export function PasswordInput(props: Omit<InputHTMLAttributes<HTMLInputElement>, 'type'>) {
  const { t } = useTexts();
  const [shown, setShown] = useState(false);
  return (
    <div className={css.wrap}>
      <input {...props} type={shown ? 'text' : 'password'} />
      <Button
        look="quiet"
        size="small"
        icon="eye"
        className={css.toggle}
        aria-pressed={shown}
        aria-label={t(shown ? 'entry.hidePassword' : 'entry.showPassword')}
        onClick={() => setShown(!shown)}
      />
    </div>
  );
}
