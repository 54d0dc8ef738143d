import type { Erasure } from '@kefu/shared/protocol/persons';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useId } from 'react';
import { useTexts } from '../../i18n';
import { useFailureText } from '../../net/failure';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Field } from '../../ui/field';
import { Notice } from '../../ui/notice';
import { PasswordInput } from '../../ui/password-input';
import css from './erasure-dialog.module.css';

type Props<T> = {
  title: string;
  /** One's own account: its password is asked for. */
  asksPassword: boolean;
  /** Where the data can be fetched before they are gone. */
  download: ReactNode;
  erase: (given: Erasure) => Promise<T>;
  onClose: () => void;
  onDone: (answer: T) => void;
};

/** Says what goes for good and what stays, before a person is deleted. */
export function ErasureDialog<T>({ title, asksPassword, download, erase, onClose, onDone }: Props<T>) {
  const { t } = useTexts();
  const failureText = useFailureText();
  const form = useId();
  const erasing = useMutation({ mutationFn: erase, onSuccess: onDone });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const password = new FormData(event.currentTarget).get('password');
    erasing.mutate(typeof password === 'string' ? { password } : {});
  };
  return (
    <Dialog
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button data-first={asksPassword ? undefined : true} onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" form={form} look="danger" busy={erasing.isPending}>
            {t('erasure.do')}
          </Button>
        </>
      }
    >
      <form id={form} className={css.form} onSubmit={submit}>
        <p>{t('erasure.goes')}</p>
        <ul className={css.list}>
          <li>{t('erasure.account')}</li>
          <li>{t('erasure.rehearsals')}</li>
          <li>{t('erasure.notes')}</li>
        </ul>
        <p className={css.stays}>{t('erasure.stays')}</p>
        <Notice kind="warn" action={download}>
          {t('erasure.noWayBack')}
        </Notice>
        {asksPassword && (
          <Field label={t('account.old')}>
            {(control) => (
              <PasswordInput {...control} name="password" autoComplete="current-password" required />
            )}
          </Field>
        )}
        {erasing.isError && <Notice kind="bad">{failureText(erasing.error)}</Notice>}
      </form>
    </Dialog>
  );
}
