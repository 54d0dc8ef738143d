import { NewWorkNoteSchema } from '@kefu/shared/protocol/work-notes';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTexts } from '../../../i18n';
import { aidRest, workNoteQuery } from '../../../net/aids';
import { useFailureText } from '../../../net/failure';
import { Button } from '../../../ui/button';
import { Field } from '../../../ui/field';
import { Notice } from '../../../ui/notice';
import { Tag } from '../../../ui/tag';
import css from './end-card.module.css';

const FIELDS = ['issue', 'promise', 'cause'] as const;

type Props = {
  rehearsal: string;
  /** After a sale the note is required, else it is offered. */
  owed: boolean;
  onSaved: () => void;
};

/** What an agent writes down after the talk (R81): issue, promise, cause. */
export function WorkNoteForm({ rehearsal, owed, onSaved }: Props) {
  const { t } = useTexts();
  const failureText = useFailureText();
  const queryClient = useQueryClient();
  const first = useRef<HTMLTextAreaElement>(null);
  const [typed, setTyped] = useState({ issue: '', promise: '', cause: '' });
  const [checked, setChecked] = useState(false);
  useEffect(() => first.current?.focus(), []);
  const parsed = NewWorkNoteSchema.safeParse(typed);
  const wrong = parsed.success ? [] : parsed.error.issues.map(({ path }) => path[0]);
  const save = useMutation({
    mutationFn: () => aidRest.writeWorkNote(rehearsal, typed),
    onSuccess: (note) => {
      queryClient.setQueryData(workNoteQuery(rehearsal).queryKey, { note });
      onSaved();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (parsed.success) save.mutate();
  };
  return (
    <form className={css.note} onSubmit={submit} noValidate aria-label={t('workNote.title')}>
      <h3>
        {t('workNote.title')}{' '}
        <Tag kind={owed ? 'warn' : 'plain'}>{t(owed ? 'workNote.required' : 'workNote.optional')}</Tag>
      </h3>
      <div className={css.fields}>
        {FIELDS.map((name, index) => (
          <Field
            key={name}
            label={t(`workNote.${name}`)}
            error={
              checked && wrong.includes(name)
                ? t(name === 'issue' ? 'workNote.bad' : 'workNote.badLong')
                : undefined
            }
          >
            {(control) => (
              <textarea
                {...control}
                ref={index === 0 ? first : undefined}
                rows={2}
                value={typed[name]}
                onChange={({ target }) => setTyped({ ...typed, [name]: target.value })}
              />
            )}
          </Field>
        ))}
      </div>
      {save.isError && <Notice kind="bad">{failureText(save.error)}</Notice>}
      <div className={css.actions}>
        <Button type="submit" look="primary" busy={save.isPending}>
          {t('workNote.save')}
        </Button>
      </div>
    </form>
  );
}
