import { MessageChannel, type Worker } from 'node:worker_threads';
import { type BirpcReturn, createBirpc } from 'birpc';
import { startThread } from '../thread';
import { callsThrough, type Listening, type Supply } from './question';

export type Line = {
  readonly calls: BirpcReturn<Listening, Supply>;
  /** Ends what was asked for and is not answered yet. */
  readonly close: () => void;
};

/** The thread that understands replies. It starts when it is first needed, and again after its death. */
export class Listener {
  private thread: Worker | undefined;

  /** @param died is told when the line is dead, because the thread is */
  connect(supply: Supply, died: () => void): Line {
    this.thread ??= this.start();
    const { thread } = this;
    const { port1, port2 } = new MessageChannel();
    thread.postMessage(port2, [port2]);
    const calls = createBirpc<Listening, Supply>(supply, callsThrough(port1));
    const fail = (error: Error) => calls.$close(error);
    const close = () => {
      thread.off('error', fail);
      thread.off('exit', end);
      calls.$close();
      port1.close();
    };
    const end = () => {
      close();
      died();
    };
    thread.once('error', fail);
    thread.once('exit', end);
    return { calls, close };
  }

  /** Ends the thread, also in the middle of its work. */
  async stop(): Promise<void> {
    await this.thread?.terminate();
  }

  private start(): Worker {
    const thread = startThread('listener', new URL('./listener-thread.ts', import.meta.url), undefined);
    thread.once('exit', () => {
      this.thread = undefined;
    });
    // It holds nothing that must be brought to an end.
    thread.unref();
    return thread;
  }
}
