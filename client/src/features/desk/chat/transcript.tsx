import type { Desk } from '@kefu/shared/protocol/rest';
import type { ViewEntry } from '@kefu/shared/rehearsal/view';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTexts } from '../../../i18n';
import { Button } from '../../../ui/button';
import { shopTime } from '../../../ui/time';
import type { DeskState } from '../live/desk-state';
import type { DeskStore } from '../live/desk-store';
import { waitsOf } from '../live/waiting';
import { timingOf } from '../timing-of';
import { ActionLine, CustomerBubble, OwnBubble, QueuedBubble, TypingSign } from './bubbles';
import css from './transcript.module.css';

/** How far from the end one may be, px, and still be carried along by new messages. */
const NEAR_END = 80;

type Props = { desk: Desk; live: DeskState; store: DeskStore };

export function Transcript({ desk, live, store }: Props) {
  const { t } = useTexts();
  const { entries, outbox, typing } = live;
  const { persona } = desk.rehearsal;
  const waits = useMemo(() => waitsOf(entries, timingOf(desk)), [entries, desk]);
  const seen = useMemo(() => entries.filter(isSeen), [entries]);
  const replies = outbox.filter(({ content }) => content.kind === 'reply');
  const { ref, behind, toEnd } = useFollow(entries.length + outbox.length + (typing ? 1 : 0));
  return (
    <div className={css.frame}>
      <ol ref={ref} className={css.transcript} aria-label={t('desk.chat')}>
        <li className={css.line}>
          {t('desk.start')} · {desk.now.replace('T', ' ')}
        </li>
        {desk.opens === 'agent' && <li className={css.line}>{t('brief.opensAgent')}</li>}
        {seen.map((entry, index) => (
          <Line
            key={entry.seq}
            entry={entry}
            desk={desk}
            first={seen[index - 1]?.kind !== 'message'}
            wait={waits.get(entry.seq)}
          />
        ))}
        {replies.map((item) => (
          <QueuedBubble
            key={item.id}
            item={item}
            online={live.connection.state === 'online'}
            onRetry={() => store.retry(item.id)}
            onDiscard={() => store.discard(item.id)}
          />
        ))}
        {typing && <TypingSign persona={persona} name={desk.customer.name} />}
      </ol>
      {behind && (
        <Button size="small" icon="down" className={css.jump} onClick={toEnd}>
          {t('desk.jump')}
        </Button>
      )}
    </div>
  );
}

/** What has a line of its own. Looking things up shows in the panel, and the mood in the header. */
const isSeen = (entry: ViewEntry): boolean => {
  switch (entry.kind) {
    case 'message':
    case 'reply':
      return true;
    case 'action':
      return entry.outcome.status === 'refused' || !entry.action.do.startsWith('look-up');
    case 'mood':
    case 'hidden':
    case 'ended':
      return false;
  }
};

type LineProps = {
  entry: ViewEntry;
  desk: Desk;
  first: boolean;
  wait: { ms: number; late: boolean } | undefined;
};

function Line({ entry, desk, first, wait }: LineProps) {
  const time = shopTime(desk.now, entry.at);
  switch (entry.kind) {
    case 'message':
      return (
        <CustomerBubble
          name={desk.customer.name}
          persona={desk.rehearsal.persona}
          content={entry.content}
          time={time}
          first={first}
        />
      );
    case 'reply':
      return <OwnBubble text={entry.text} time={time} wait={wait} />;
    case 'action':
      return <ActionLine entry={entry} time={time} />;
    case 'mood':
    case 'hidden':
    case 'ended':
      return null;
  }
}

/** Keeps the end in view, unless the reader has gone back to read. */
function useFollow(count: number) {
  const ref = useRef<HTMLOListElement>(null);
  const seen = useRef(0);
  const near = useRef(true);
  const [behind, setBehind] = useState(false);
  const toEnd = () => {
    const list = ref.current;
    if (list) list.scrollTop = list.scrollHeight;
    setBehind(false);
  };
  useEffect(() => {
    const list = ref.current;
    if (!list) return;
    const onScroll = () => {
      near.current = list.scrollHeight - list.scrollTop - list.clientHeight < NEAR_END;
      if (near.current) setBehind(false);
    };
    list.addEventListener('scroll', onScroll, { passive: true });
    // The composer grows and shrinks below the list: what was at the end stays there.
    const observer = new ResizeObserver(() => {
      if (near.current) list.scrollTop = list.scrollHeight;
    });
    observer.observe(list);
    return () => {
      list.removeEventListener('scroll', onScroll);
      observer.disconnect();
    };
  }, []);
  useEffect(() => {
    const list = ref.current;
    if (!list) return;
    if (near.current) list.scrollTop = list.scrollHeight;
    else if (count > seen.current) setBehind(true);
    seen.current = count;
  }, [count]);
  return { ref, behind, toEnd };
}
