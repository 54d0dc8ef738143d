import { type Action, ActionSchema } from '@kefu/shared/script/action';
import { type FormEvent, useState } from 'react';
import { useTexts } from '../../../i18n';
import { Button } from '../../../ui/button';
import { Field } from '../../../ui/field';
import css from './ticket-tab.module.css';

/** A note on the case; the field is empty again once it is on its way. */
export function NoteForm({ onAct }: { onAct: (action: Action) => void }) {
  const { t } = useTexts();
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const parsed = ActionSchema.safeParse({ do: 'note', with: { text } });
    setWrong(!parsed.success);
    if (!parsed.success) return;
    onAct(parsed.data);
    setText('');
  };
  return (
    <form className={css.form} onSubmit={submit} noValidate>
      <Field label={t('ticket.addNote')} error={wrong ? t('action.badText') : undefined}>
        {(control) => (
          <textarea
            {...control}
            rows={2}
            maxLength={500}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        )}
      </Field>
      <Button size="small" type="submit">
        {t('ticket.save')}
      </Button>
    </form>
  );
}
