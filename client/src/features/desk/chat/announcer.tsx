import type { Bilingual } from '@kefu/shared/script/text';
import { useEffect, useRef, useState } from 'react';
import { useTexts } from '../../../i18n';
import { countdown, type Wait } from '../../../transcript/waiting';
import type { DeskState } from '../live/desk-state';
import { useRehearsalNow } from '../live/use-desk';

/** A burst is read out as one, this long after its last message, ms. */
const BURST_MS = 900;

/** The latest hint, which was asked for and is told at once. */
function latestHint({ entries }: DeskState): Bilingual | undefined {
  const last = entries.findLast(
    (entry) => entry.kind === 'action' && entry.outcome.status === 'done' && entry.outcome.hint,
  );
  return last?.kind === 'action' && last.outcome.status === 'done' ? last.outcome.hint?.words : undefined;
}

type Props = { name: string; live: DeskState; wait: Wait | null };

/** What a screen reader hears: new messages in one go, and the clock only when it turns. */
export function Announcer({ name, live, wait }: Props) {
  const { t, say } = useTexts();
  const hint = latestHint(live);
  const now = useRehearsalNow(live, wait !== null);
  const phase = wait && countdown(wait, now)?.phase;
  const heard = useNewMessages(live);
  const words = heard.map((content) =>
    'text' in content
      ? t('desk.newMessage', { name, text: content.text })
      : t('desk.newPhoto', { name, text: content.photo }),
  );
  return (
    <div className="visually-hidden">
      <p aria-live="polite">{words.join(' ')}</p>
      <p aria-live="polite">
        {phase === 'soon' ? t('desk.alertSoon') : phase === 'over' ? t('desk.alertOver') : ''}
      </p>
      <p aria-live="polite">{hint && `${t('talk.hintLine')}: ${say(hint)}`}</p>
    </div>
  );
}

/** The customer's messages since the last announcement; those that were there on arrival are not news. */
function useNewMessages({ entries, connection }: DeskState) {
  const [news, setNews] = useState<readonly ({ text: string } | { photo: string })[]>([]);
  const told = useRef<number | null>(null);
  const last = entries.findLast(({ kind }) => kind === 'message')?.seq ?? 0;
  const online = connection.state === 'online';
  useEffect(() => {
    if (!online) return;
    if (told.current === null) {
      told.current = last;
      return;
    }
    const timer = setTimeout(() => {
      const from = told.current ?? 0;
      told.current = last;
      if (last > from) {
        setNews(
          entries.flatMap((entry) => (entry.kind === 'message' && entry.seq > from ? [entry.content] : [])),
        );
      }
    }, BURST_MS);
    return () => clearTimeout(timer);
  }, [entries, last, online]);
  return news;
}
