import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { type Ran, RanSchema, type Seat } from '../load/seats';
import { ListeningSchema, UsageSchema } from '../processes/answer';
import { Worker } from '../processes/worker';

/** A run of the load generator, with the CPU time that the server took for it, µs. */
export type Load = Ran & { readonly cpu: number };

/** How much quicker the customers of the benchmark read and type; see fast-clock.ts. */
const SPEED = 1_000;

/** A server under test with a load generator of its own: two processes, idle while others are measured. */
export class Station {
  readonly url: string;
  readonly server: Worker;
  private readonly generator: Worker;

  private constructor(url: string, server: Worker, generator: Worker) {
    this.url = url;
    this.server = server;
    this.generator = generator;
  }

  static async open(server: Worker): Promise<Station> {
    const { url } = await server.ask(ListeningSchema, 'listen');
    return new Station(url, server, Worker.start('load-generator'));
  }

  async sit(seats: readonly Seat[]): Promise<void> {
    await this.generator.ask(z.null(), 'sit', { url: this.url, seats });
  }

  async leave(): Promise<void> {
    await this.generator.ask(z.null(), 'leave');
  }

  usage() {
    return this.server.ask(UsageSchema, 'usage');
  }

  /** Everybody takes so many turns, as fast as the answers come. */
  saturate(turns: number): Promise<Load> {
    return this.measured('saturate', { turns });
  }

  offer(perSecond: number, ms: number): Promise<Load> {
    return this.measured('offer', { perSecond, ms });
  }

  /** @throws {Error} if a message was lost: then no figure is worth anything */
  private async measured(question: string, given: object): Promise<Load> {
    const before = await this.usage();
    const ran = await this.generator.ask(RanSchema, question, given);
    const after = await this.usage();
    if (ran.lost > 0) throw new Error(`${ran.lost} messages were lost`);
    return { ...ran, cpu: after.cpu - before.cpu };
  }

  async close(): Promise<void> {
    await Promise.all([this.server.stop(), this.generator.stop()]);
  }
}

/** Does something with a folder that is gone afterwards. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'kefu-bench-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export const startDojo = (data: string, { speed = SPEED, node = [] as string[] } = {}): Worker =>
  Worker.start('dojo-server', { args: [data, String(speed)], node });

/** Does something with the product beside a bare echo. */
export async function besideEcho<T>(work: (dojo: Station, echo: Station) => Promise<T>): Promise<T> {
  return inFolder(async (folder) => {
    const dojo = await Station.open(startDojo(folder));
    const echo = await Station.open(Worker.start('echo-server'));
    try {
      return await work(dojo, echo);
    } finally {
      await Promise.all([dojo.close(), echo.close()]);
    }
  });
}

/** Seats at the echo that send the same words as these. */
export const echoing = (seats: readonly Seat[], answers: number): Seat[] =>
  seats.map(({ cookie, rehearsal, turns }) => ({
    cookie,
    rehearsal,
    turns: turns.map(({ text }) => ({ text, answers })),
  }));
