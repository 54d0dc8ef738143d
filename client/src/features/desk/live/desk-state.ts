import type { ErrorCode } from '@kefu/shared/protocol/errors';
import type { Joined, ServerMessage } from '@kefu/shared/protocol/socket';
import type { ViewEntry } from '@kefu/shared/rehearsal/view';
import type { Moment } from '../../../transcript/moment';
import { type Content, discard, mark, type Outbox, queue, settle } from './outbox';
import { type RehearsalClock, synchronise } from './rehearsal-clock';
import { lastOf, merge } from './timeline';

type Connection =
  | { state: 'connecting' }
  | { state: 'online' }
  | { state: 'lost' }
  | { state: 'refused'; code: ErrorCode };

/** One conversation as this browser knows it. */
export type DeskState = Moment & {
  readonly connection: Connection;
  readonly outbox: Outbox;
  readonly clock: RehearsalClock | null;
  /** Entries were lost on the way: join again. */
  readonly gap: boolean;
};

export type DeskEvent =
  | { type: 'lost' }
  | { type: 'refused'; code: ErrorCode }
  | { type: 'joined'; joined: Joined; local: number }
  | { type: 'heard'; message: ServerMessage; local: number }
  | { type: 'queued'; id: string; content: Content }
  | { type: 'stored'; id: string }
  | { type: 'failed'; id: string; code: ErrorCode }
  | { type: 'retried'; id: string }
  | { type: 'discarded'; id: string };

export const emptyDesk = (outbox: Outbox): DeskState => ({
  connection: { state: 'connecting' },
  entries: [],
  outbox,
  typing: false,
  over: false,
  clock: null,
  gap: false,
});

export function reduce(desk: DeskState, event: DeskEvent): DeskState {
  switch (event.type) {
    case 'lost':
      return { ...desk, connection: { state: 'lost' }, typing: false };
    case 'refused':
      return { ...desk, connection: { state: 'refused', code: event.code }, typing: false };
    case 'joined': {
      const { joined, local } = event;
      const base = joined.kind === 'resync' ? { ...desk, entries: [] } : desk;
      const clock = synchronise(null, { now: joined.now, local });
      return take({ ...base, connection: { state: 'online' }, clock, over: joined.over }, joined.entries);
    }
    case 'heard': {
      const { message, local } = event;
      const clock = synchronise(desk.clock, { now: message.now, local });
      if (message.type === 'typing') return { ...desk, clock, typing: true };
      return take({ ...desk, clock }, message.entries);
    }
    case 'queued':
      return { ...desk, outbox: queue(desk.outbox, event.id, event.content) };
    case 'stored':
      return {
        ...desk,
        outbox: settle(mark(desk.outbox, event.id, { state: 'stored' }), desk.entries),
      };
    case 'failed':
      return { ...desk, outbox: mark(desk.outbox, event.id, { state: 'failed', code: event.code }) };
    case 'retried':
      return { ...desk, outbox: mark(desk.outbox, event.id, { state: 'pending' }) };
    case 'discarded':
      return { ...desk, outbox: discard(desk.outbox, event.id) };
  }
}

function take(desk: DeskState, incoming: readonly ViewEntry[]): DeskState {
  const { entries, whole } = merge(desk.entries, incoming);
  const ended = entries.some(({ kind }) => kind === 'ended');
  const fresh = entries.filter(({ seq }) => seq > lastOf(desk.entries));
  return {
    ...desk,
    entries,
    gap: !whole,
    outbox: settle(desk.outbox, entries),
    over: desk.over || ended,
    typing: desk.typing && !ended && !fresh.some(({ kind }) => kind === 'message'),
  };
}
