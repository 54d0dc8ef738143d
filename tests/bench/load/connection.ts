import WebSocket from 'ws';

/** What of the socket.io protocol is needed: https://socket.io/docs/v4/socket-io-protocol/ */
const PACKET = { open: '0', ping: '2', pong: '3', connect: '40', event: '42', ack: '43', error: '44' };
const MESSAGE = '"kind":"message"';

/**
 * A connection that costs little. The usual client takes as much time as the server that is to be measured: with it the load
 * generator would be what is measured. What comes is counted, not read.
 */
export class Connection {
  private readonly socket: WebSocket;
  private ids = 0;
  private acknowledged: ((ok: boolean) => void) | undefined;
  private answered: (() => void) | undefined;
  private awaited = 0;

  private constructor(socket: WebSocket) {
    this.socket = socket;
  }

  /** Resolves when the server has let it in. */
  static open(url: string, cookie: string): Promise<Connection> {
    const address = `${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`;
    const socket = new WebSocket(address, { headers: { cookie }, perMessageDeflate: false });
    const connection = new Connection(socket);
    return new Promise((resolve, reject) => {
      socket.once('error', reject);
      socket.once('close', () => reject(new Error('closed')));
      socket.on('message', (data) => {
        const text = data.toString();
        if (text.startsWith(PACKET.event)) connection.hear(text);
        else if (text.startsWith(PACKET.ack)) connection.learn(text.includes('"ok":true'));
        else if (text === PACKET.ping) socket.send(PACKET.pong);
        else if (text.startsWith(PACKET.connect)) resolve(connection);
        else if (text.startsWith(PACKET.error)) reject(new Error(text));
        else if (text.startsWith(PACKET.open)) socket.send(PACKET.connect);
      });
    });
  }

  /**
   * @param answers how many messages of the customer are waited for
   * @param acknowledged told whether the server took it
   * @param answered called when the acknowledgement and all messages are there
   */
  send(message: object, answers: number, acknowledged: (ok: boolean) => void, answered: () => void): void {
    this.awaited = answers;
    this.acknowledged = acknowledged;
    this.answered = answered;
    this.socket.send(`${PACKET.event}${this.ids++}${JSON.stringify(['message', message])}`);
  }

  close(): void {
    this.socket.terminate();
  }

  private learn(ok: boolean): void {
    const tell = this.acknowledged;
    this.acknowledged = undefined;
    tell?.(ok);
    this.checkDone();
  }

  private hear(text: string): void {
    for (let at = text.indexOf(MESSAGE); at >= 0; at = text.indexOf(MESSAGE, at + 1)) this.awaited -= 1;
    this.checkDone();
  }

  private checkDone(): void {
    if (this.acknowledged || this.awaited > 0) return;
    const tell = this.answered;
    this.answered = undefined;
    tell?.();
  }
}
