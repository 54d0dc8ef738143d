import type { JournalEntry, JournalForm } from '@kefu/shared/protocol/journal';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '../../i18n';
import { useFailureText } from '../../net/failure';
import { journalQuery, journalRest } from '../../net/progress';
import { Notice } from '../../ui/notice';
import { SearchField } from '../../ui/search-field';
import { Section } from '../../ui/section';
import css from './journal.module.css';
import { JournalEditor } from './journal-editor';
import { JournalItem } from './journal-item';

const wordsOf = (entry: JournalEntry): string =>
  entry.from === 'after' ? Object.values(entry.note).join(' ') : entry.text;

/** The own work log (R81): problems, customers' wishes, what one has learnt, and what was noted at the desk. */
export function Journal({ entries }: { entries: readonly JournalEntry[] }) {
  const { t } = useTexts();
  const failureText = useFailureText();
  const queryClient = useQueryClient();
  const [search, setSearch] = useState('');
  const change = useMutation({
    mutationFn: (how: () => ReturnType<typeof journalRest.journal>) => how(),
    onSuccess: (journal) => queryClient.setQueryData(journalQuery.queryKey, journal),
  });
  const add = (form: JournalForm) => change.mutateAsync(() => journalRest.writeJournal(form));
  const wanted = search.trim().toLowerCase();
  const found = entries.filter((entry) => wordsOf(entry).toLowerCase().includes(wanted));
  return (
    <Section title={t('journal.title')} hint={t('journal.hint')}>
      <JournalEditor
        label={t('journal.write')}
        doText={t('journal.add')}
        busy={change.isPending}
        onSave={add}
      />
      {change.isError && <Notice kind="bad">{failureText(change.error)}</Notice>}
      {entries.length > 3 && <SearchField label={t('journal.search')} value={search} onChange={setSearch} />}
      {found.length === 0 ? (
        <p className={css.none}>{t(entries.length === 0 ? 'journal.none' : 'journal.noneFound')}</p>
      ) : (
        <ul className={css.list}>
          {found.map((entry) => (
            <li key={entry.id}>
              <JournalItem
                entry={entry}
                busy={change.isPending}
                onChange={(form) => change.mutateAsync(() => journalRest.changeJournal(entry.id, form))}
                onRemove={() => change.mutate(() => journalRest.removeJournal(entry.id))}
              />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
