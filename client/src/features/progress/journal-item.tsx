import type { JournalEntry, JournalForm } from '@kefu/shared/protocol/journal';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTexts } from '../../i18n';
import { Button } from '../../ui/button';
import { momentText } from '../../ui/time';
import css from './journal.module.css';
import { JournalEditor } from './journal-editor';

type Props = {
  entry: JournalEntry;
  busy: boolean;
  onChange: (form: JournalForm) => Promise<unknown>;
  onRemove: () => void;
};

export function JournalItem({ entry, busy, onChange, onRemove }: Props) {
  const { t, say, language } = useTexts();
  const [editing, setEditing] = useState(false);
  if (editing && entry.from === 'self') {
    const save = (form: JournalForm) => onChange(form).then(() => setEditing(false));
    return (
      <JournalEditor
        label={t('journal.change')}
        doText={t('common.save')}
        text={entry.text}
        busy={busy}
        onSave={save}
      >
        <Button size="small" onClick={() => setEditing(false)}>
          {t('common.cancel')}
        </Button>
      </JournalEditor>
    );
  }
  return (
    <article className={css.item}>
      {entry.from === 'after' ? <After note={entry.note} /> : <p className={css.text}>{entry.text}</p>}
      <footer className={css.foot}>
        <time dateTime={entry.at}>{momentText(entry.at, language)}</time>
        {entry.from !== 'self' ? (
          <Link
            to={entry.rehearsal.over ? '/rehearsals/$id/report' : '/rehearsals/$id'}
            params={{ id: entry.rehearsal.id }}
          >
            {t(entry.from === 'desk' ? 'journal.fromDesk' : 'journal.fromAfter', {
              title: say(entry.rehearsal.title),
            })}
          </Link>
        ) : (
          <span className={css.buttons}>
            <Button size="small" look="quiet" onClick={() => setEditing(true)}>
              {t('journal.change')}
            </Button>
            <Button size="small" look="quiet" disabled={busy} onClick={onRemove}>
              {t('journal.remove')}
            </Button>
          </span>
        )}
      </footer>
    </article>
  );
}

/** What was written down after a rehearsal; what was left blank is left out. */
function After({ note }: { note: Extract<JournalEntry, { from: 'after' }>['note'] }) {
  const { t } = useTexts();
  return (
    <dl className={css.note}>
      {(['issue', 'promise', 'cause'] as const).map(
        (part) =>
          note[part] !== '' && (
            <div key={part}>
              <dt>{t(`workNote.${part}`)}</dt>
              <dd className={css.text}>{note[part]}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
