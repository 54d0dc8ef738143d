import { PROTOCOL_VERSION } from '@kefu/shared/protocol/socket';
import type { z } from 'zod';
import { answer } from '../processes/answer';
import { quantile } from '../statistics';
import { Connection } from './connection';
import { OfferSchema, type Ran, SaturateSchema, type Seat, SitSchema } from './seats';

/** How long answers are waited for, ms: after the last message, and at all. */
const GRACE_MS = 5_000;
const LONGEST_MS = 120_000;
/** So many connections are opened at once. */
const AT_ONCE = 50;

type Sitter = { readonly seat: Seat; readonly connection: Connection; turn: number; busy: boolean };

let sitters: Sitter[] = [];

async function sit({ url, seats }: z.infer<typeof SitSchema>): Promise<void> {
  leave();
  for (let at = 0; at < seats.length; at += AT_ONCE) {
    sitters.push(...(await Promise.all(seats.slice(at, at + AT_ONCE).map((seat) => sitDown(url, seat)))));
  }
}

async function sitDown(url: string, seat: Seat): Promise<Sitter> {
  const connection = await Connection.open(url, seat.cookie);
  const { rehearsal, opening } = seat;
  if (opening !== undefined) {
    await new Promise<void>((resolve, reject) => {
      const refused = (ok: boolean) => ok || reject(new Error('not let into the rehearsal'));
      const message = { type: 'join', version: PROTOCOL_VERSION, rehearsal, after: 0 };
      connection.send(message, opening, refused, resolve);
    });
  }
  return { seat, connection, turn: 0, busy: false };
}

function leave(): void {
  for (const { connection } of sitters) connection.close();
  sitters = [];
}

/** Sends and keeps count. */
class Counter {
  private readonly latencies: number[] = [];
  private sent = 0;
  private refused = 0;
  private turns = 0;

  /** @param due when the message should have gone out */
  send(sitter: Sitter, due: number, then: () => void): void {
    const { text = '', answers = 0 } = sitter.seat.turns[sitter.turn] ?? {};
    const message = { type: 'reply', rehearsal: sitter.seat.rehearsal, id: `turn-${sitter.turn}`, text };
    sitter.turn += 1;
    sitter.busy = true;
    this.sent += 1;
    const acknowledged = (ok: boolean) => {
      this.latencies.push(performance.now() - due);
      if (!ok) this.refused += 1;
    };
    const answered = () => {
      sitter.busy = false;
      this.turns += 1;
      then();
    };
    sitter.connection.send(message, answers, acknowledged, answered);
  }

  get isPending(): boolean {
    return this.turns < this.sent;
  }

  result(ms: number): Ran {
    const sorted = this.latencies.toSorted((a, b) => a - b);
    const [p50 = 0, p95 = 0, p99 = 0] = [0.5, 0.95, 0.99].map((share) => quantile(sorted, share));
    const lost = this.sent - this.turns + this.refused;
    return { turns: this.turns, ms, latency: { p50, p95, p99 }, lost };
  }
}

/** Everybody takes so many turns, as fast as the answers come. */
async function saturate({ turns }: z.infer<typeof SaturateSchema>): Promise<Ran> {
  const counter = new Counter();
  const began = performance.now();
  const all = sitters.map(
    (sitter) =>
      new Promise<void>((resolve) => {
        const until = sitter.turn + turns;
        const again = (): void => {
          if (sitter.turn < until) counter.send(sitter, performance.now(), again);
          else resolve();
        };
        again();
      }),
  );
  // An answer that never comes is found by the count.
  await Promise.race([Promise.all(all), sleep(LONGEST_MS)]);
  return counter.result(performance.now() - began);
}

/** So many messages a second, all together, whether or not the answers keep up. */
async function offer({ ms, perSecond }: z.infer<typeof OfferSchema>): Promise<Ran> {
  const counter = new Counter();
  const began = performance.now();
  const waiting = sitters.filter(({ seat, turn }) => turn < seat.turns.length);
  let sent = 0;
  for (let passed = 0; passed < ms; passed = performance.now() - began) {
    // What could not be sent in time is sent late and counts from when it was due.
    for (; sent < (passed / 1000) * perSecond; sent++) {
      const sitter = waiting.shift();
      if (!sitter) break;
      counter.send(sitter, began + (sent / perSecond) * 1000, () => {
        if (sitter.turn < sitter.seat.turns.length) waiting.push(sitter);
      });
    }
    await sleep(1);
  }
  const took = performance.now() - began;
  for (let late = 0; counter.isPending && late < GRACE_MS; late += 10) await sleep(10);
  return counter.result(took);
}

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

answer({
  sit: (given) => sit(SitSchema.parse(given)),
  saturate: (given) => saturate(SaturateSchema.parse(given)),
  offer: (given) => offer(OfferSchema.parse(given)),
  leave,
});
