import { NewPhraseSchema, type Phrase } from '@kefu/shared/protocol/phrases';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTexts } from '../../../i18n';
import { aidRest, phrasesQuery } from '../../../net/aids';
import { useFailureText } from '../../../net/failure';
import { Button } from '../../../ui/button';
import { Field } from '../../../ui/field';
import { Notice } from '../../../ui/notice';
import css from './phrases-dialog.module.css';

/** A new phrase, or one that is changed. */
export function PhraseForm({ phrase, onDone }: { phrase?: Phrase; onDone: () => void }) {
  const { t } = useTexts();
  const failureText = useFailureText();
  const queryClient = useQueryClient();
  const first = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState({ title: phrase?.title ?? '', text: phrase?.text ?? '' });
  const [checked, setChecked] = useState(false);
  useEffect(() => first.current?.focus(), []);
  const parsed = NewPhraseSchema.safeParse(typed);
  const wrong = (name: 'title' | 'text') =>
    checked && !parsed.success && parsed.error.issues.some(({ path }) => path[0] === name);
  const save = useMutation({
    mutationFn: () => (phrase ? aidRest.changePhrase(phrase.id, typed) : aidRest.addPhrase(typed)),
    onSuccess: () => {
      onDone();
      return queryClient.invalidateQueries(phrasesQuery);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (parsed.success) save.mutate();
  };
  return (
    <form className={css.form} onSubmit={submit} noValidate>
      {save.isError && <Notice kind="bad">{failureText(save.error)}</Notice>}
      <Field label={t('phrases.name')} error={wrong('title') ? t('phrases.badTitle') : undefined}>
        {(control) => (
          <input
            {...control}
            ref={first}
            value={typed.title}
            onChange={({ target }) => setTyped({ ...typed, title: target.value })}
          />
        )}
      </Field>
      <Field
        label={t('phrases.text')}
        hint={t('phrases.textHint')}
        error={wrong('text') ? t('phrases.badText') : undefined}
      >
        {(control) => (
          <textarea
            {...control}
            rows={3}
            value={typed.text}
            onChange={({ target }) => setTyped({ ...typed, text: target.value })}
          />
        )}
      </Field>
      <div className={css.foot}>
        <Button size="small" onClick={onDone}>
          {t('common.cancel')}
        </Button>
        <Button size="small" type="submit" look="primary" busy={save.isPending}>
          {t('common.save')}
        </Button>
      </div>
    </form>
  );
}
