import { PROTOCOL_VERSION } from '@kefu/shared/protocol/socket';
import type { Action } from '@kefu/shared/script/action';
import { type Link, openLink } from '../../../net/socket';
import { readStored, writeStored } from '../../../net/stored';
import { type DeskEvent, type DeskState, emptyDesk, reduce } from './desk-state';
import { type Content, type Item, keep, recall, unsent } from './outbox';
import { lastOf } from './timeline';

/** Holds one conversation: tells the pure state what happens, sends what has to be sent. */
export class DeskStore {
  private state: DeskState;
  private link: Link | null = null;
  private readonly listeners = new Set<() => void>();
  private readonly inFlight = new Set<string>();
  private readonly rehearsal: string;

  private first: Action | undefined;

  /** @param first an action to be sent before anything else */
  constructor(rehearsal: string, first?: Action) {
    this.rehearsal = rehearsal;
    this.first = first;
    this.state = emptyDesk(recall(readStored(this.key)));
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): DeskState => this.state;

  open(): void {
    if (this.first) this.act(this.first);
    this.first = undefined;
    this.link = openLink({
      connected: () => void this.join(),
      lost: () => this.tell({ type: 'lost' }),
      refused: (code) => this.tell({ type: 'refused', code }),
      message: (message) => {
        if (message.rehearsal !== this.rehearsal) return;
        this.tell({ type: 'heard', message, local: performance.now() });
        if (this.state.gap) void this.join();
      },
    });
  }

  close(): void {
    this.link?.close();
    this.link = null;
  }

  reply(text: string): void {
    this.put({ kind: 'reply', text });
  }

  act(action: Action): string {
    return this.put({ kind: 'act', action });
  }

  retry(id: string): void {
    this.tell({ type: 'retried', id });
    this.flush();
  }

  discard(id: string): void {
    this.tell({ type: 'discarded', id });
  }

  private put(content: Content): string {
    const id = newId();
    this.tell({ type: 'queued', id, content });
    this.flush();
    return id;
  }

  private async join(): Promise<void> {
    const { link, rehearsal } = this;
    if (!link) return;
    try {
      const after = lastOf(this.state.entries);
      const ack = await link.send({ type: 'join', version: PROTOCOL_VERSION, rehearsal, after });
      if (!ack.ok) return this.tell({ type: 'refused', code: ack.code });
      if (ack.joined) this.tell({ type: 'joined', joined: ack.joined, local: performance.now() });
      this.flush();
    } catch {
      // A connection that broke comes back and joins again; one that stands but is silent is tried again here.
      if (link.online && link === this.link) void this.join();
    }
  }

  /** Sends everything that waits, in its order; an item that is under way is not sent twice at once. */
  private flush(): void {
    if (this.state.connection.state !== 'online') return;
    for (const item of unsent(this.state.outbox)) {
      if (!this.inFlight.has(item.id)) void this.send(item);
    }
  }

  private async send({ id, content }: Item): Promise<void> {
    const { link, rehearsal } = this;
    if (!link) return;
    this.inFlight.add(id);
    try {
      const ack = await link.send(
        content.kind === 'reply'
          ? { type: 'reply', rehearsal, id, text: content.text }
          : { type: 'act', rehearsal, id, action: content.action },
      );
      this.tell(ack.ok ? { type: 'stored', id } : { type: 'failed', id, code: ack.code });
      this.inFlight.delete(id);
    } catch {
      // Stays pending and is sent again, by the next join or here; its id keeps it from being stored twice.
      this.inFlight.delete(id);
      if (link.online) this.flush();
    }
  }

  private tell(event: DeskEvent): void {
    const before = this.state.outbox;
    this.state = reduce(this.state, event);
    if (this.state.outbox !== before) writeStored(this.key, keep(this.state.outbox));
    for (const listener of this.listeners) listener();
  }

  private get key(): string {
    return `kefu.outbox.${this.rehearsal}`;
  }
}

/** Unique enough without a secure context, where `crypto.randomUUID` is missing. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(15));
  return Array.from(bytes, (byte) => byte.toString(36).padStart(2, '0')).join('');
}
