import {
  type Ack,
  AckSchema,
  type ClientToServerEvents,
  type Joined,
  PROTOCOL_VERSION,
  type ServerMessage,
  ServerMessageSchema,
  type ServerToClientEvents,
} from '@kefu/shared/protocol/socket';
import type { ViewEntry } from '@kefu/shared/rehearsal/view';
import { io, type Socket } from 'socket.io-client';

const PATIENCE_MS = 10_000;

/** A trainee's desk on a real socket; keeps all that it ever received. */
export class TestDesk {
  readonly messages: ServerMessage[] = [];
  /** Everything that came over the wire, as text. */
  readonly frames: string[] = [];
  readonly socket: Socket<ServerToClientEvents, ClientToServerEvents>;
  private ids = 0;

  constructor(url: string, cookie: string, headers: Record<string, string> = {}) {
    this.socket = io(url, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      extraHeaders: { cookie, ...headers },
    });
    this.socket.io.engine.on('packet', ({ data }) => this.frames.push(String(data)));
    this.socket.on('message', (message) => this.messages.push(ServerMessageSchema.parse(message)));
  }

  connected(): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.socket.connected) return resolve();
      this.socket.once('connect', () => resolve());
      this.socket.once('connect_error', reject);
      // The server may die in the middle of letting it in.
      this.socket.once('disconnect', (reason) => reject(new Error(reason)));
    });
  }

  /** Sends anything at all and waits for the acknowledgement. */
  async send(message: unknown): Promise<Ack> {
    return AckSchema.parse(await this.socket.timeout(PATIENCE_MS).emitWithAck('message', message));
  }

  async join(rehearsal: string, after = 0): Promise<Joined> {
    const ack = await this.send({ type: 'join', version: PROTOCOL_VERSION, rehearsal, after });
    if (!ack.ok || !ack.joined) throw new Error(`not joined: ${JSON.stringify(ack)}`);
    return ack.joined;
  }

  reply(rehearsal: string, text: string, id = this.newId()): Promise<Ack> {
    return this.send({ type: 'reply', rehearsal, id, text });
  }

  act(rehearsal: string, action: unknown, id = this.newId()): Promise<Ack> {
    return this.send({ type: 'act', rehearsal, id, action });
  }

  /** The entries that were pushed, in the order of their arrival. */
  get pushed(): ViewEntry[] {
    return this.messages.flatMap((message) => (message.type === 'entries' ? message.entries : []));
  }

  /** Waits until the log shows a reply or an action: it is acknowledged when it is stored, and understood afterwards. */
  async shown(id: string): Promise<void> {
    await this.until(({ pushed }) => pushed.some((entry) => 'id' in entry && entry.id === id));
  }

  /** Waits until something that was received fits. */
  async until<T>(look: (desk: this) => T | undefined | false): Promise<T> {
    const began = performance.now();
    for (;;) {
      const found = look(this);
      if (found !== undefined && found !== false) return found;
      if (performance.now() - began > PATIENCE_MS) throw new Error(`waited in vain: ${look}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  close(): void {
    this.socket.disconnect();
  }

  private newId(): string {
    this.ids += 1;
    return `r${this.ids}`;
  }
}
