import { type JournalForm, JournalFormSchema } from '@kefu/shared/protocol/journal';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { Button } from '../../ui/button';
import css from './journal.module.css';

type Props = {
  label: string;
  doText: string;
  text?: string;
  busy: boolean;
  /** The text stays where it is until this has succeeded. */
  onSave: (form: JournalForm) => Promise<unknown>;
  /** Further buttons. */
  children?: ReactNode;
};

/** Something to be written into the log. */
export function JournalEditor({ label, doText, text = '', busy, onSave, children }: Props) {
  const id = useId();
  const [written, setWritten] = useState(text);
  const parsed = JournalFormSchema.safeParse({ text: written });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // What went wrong is said by the log above.
    if (parsed.success)
      void onSave(parsed.data)
        .then(() => setWritten(''))
        .catch(() => {});
  };
  return (
    <form className={css.form} onSubmit={submit}>
      <label className="visually-hidden" htmlFor={id}>
        {label}
      </label>
      <textarea
        id={id}
        rows={2}
        maxLength={2000}
        placeholder={label}
        value={written}
        onChange={(event) => setWritten(event.target.value)}
      />
      <div className={css.buttons}>
        {children}
        <Button type="submit" look="primary" size="small" busy={busy} disabled={!parsed.success}>
          {doText}
        </Button>
      </div>
    </form>
  );
}
