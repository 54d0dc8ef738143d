import type { FastifyBaseLogger } from 'fastify';
import type { Socket } from 'socket.io';
import type { Metrics } from '../metrics';

/** What may wait for a client that does not read, characters: several times the longest log. */
const MOST_UNREAD = 1_000_000;

/**
 * Cuts connections whose other end asks and does not read: what it is sent would gather in the server's memory. It can be
 * told nothing; the reason is in the log and the count among the metrics.
 * @returns what is to be done with every new connection
 */
export function cutUnread(
  log: FastifyBaseLogger,
  metrics: Metrics,
): (socket: Pick<Socket, 'id' | 'conn'>) => void {
  let cut = 0;
  metrics.watch('kefu_connections_cut', 'Live connections cut since the start: nobody read them.', () => cut);
  return ({ id, conn }) => {
    let waiting = 0;
    conn.on('packetCreate', ({ data }: { data?: string | Buffer }) => {
      waiting += data?.length ?? 0;
      if (waiting <= MOST_UNREAD) return;
      waiting = Number.NEGATIVE_INFINITY;
      cut += 1;
      log.warn({ socket: id }, 'connection cut: its client does not read');
      conn.close(true);
      // Closing in peace waits for the one who does not read.
      conn.request.socket.destroy();
    });
    // All that waited was handed to the network.
    conn.on('drain', () => {
      waiting = 0;
    });
  };
}
