import { useEffect, useRef } from 'react';
import { countdown, type Wait } from '../../../transcript/waiting';
import { isOn } from './desk-preferences';
import type { DeskState } from './desk-state';
import { play } from './sound';
import { useRehearsalNow } from './use-desk';

/** A tone when the customer writes, when the time gets short and when it is over; each once. */
export function useSounds(live: DeskState, wait: Wait | null): void {
  const now = useRehearsalNow(live, wait !== null);
  const phase = wait && countdown(wait, now)?.phase;
  const messages = live.entries.filter(({ kind }) => kind === 'message').length;
  const heard = useRef<number | null>(null);
  const online = live.connection.state === 'online';
  useEffect(() => {
    if (!online) return;
    // What was there on arrival is not news.
    if (heard.current !== null && messages > heard.current && isOn('sound')) play('message');
    heard.current = messages;
  }, [messages, online]);
  useEffect(() => {
    if ((phase === 'soon' || phase === 'over') && isOn('sound')) play(phase);
  }, [phase]);
}
