import type { Desk } from '@kefu/shared/protocol/rest';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTexts } from '../i18n';
import { Button } from '../ui/button';
import { BotLog } from './bot-log';
import css from './talk.module.css';

/** How far from the end one may be, px, and still be carried along by new messages. */
const NEAR_END = 80;

type Props = {
  desk: Desk;
  /** How much there is to see: when it grows, the end is kept in view. */
  count: number;
  children: ReactNode;
};

/** The chat from its first line on, which the children are lines of. */
export function Talk({ desk, count, children }: Props) {
  const { t } = useTexts();
  const { ref, behind, toEnd } = useFollow(count);
  return (
    <div className={css.frame}>
      <ol ref={ref} className={css.transcript} aria-label={t('talk.chat')} data-transcript>
        {desk.botLog && <BotLog log={desk.botLog} name={desk.customer.name} />}
        <li className={css.line}>
          {t(desk.botLog ? 'talk.handover' : 'talk.start')} · {desk.now.replace('T', ' ')}
        </li>
        {desk.opens === 'agent' && <li className={css.line}>{t('talk.opensAgent')}</li>}
        {children}
      </ol>
      {behind && (
        <Button size="small" icon="down" className={css.jump} onClick={toEnd}>
          {t('talk.jump')}
        </Button>
      )}
    </div>
  );
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
    // A stop of its own for the keyboard: arrow keys scroll.
    list.tabIndex = 0;
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
