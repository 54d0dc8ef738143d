import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { databaseComplaint } from '@kefu/server/storage/backup';
import { seededIndex } from '@kefu/shared/rehearsal/random';
import { ServerProcess } from '../src/server-process';
import { Trainee } from './trainee';

export type Soak = {
  readonly rounds: number;
  readonly trainees: number;
  /** Decides when the server is killed, who says what, and to which customers. */
  readonly seed: number;
  readonly say: (progress: string) => void;
};

export type Soaked = {
  readonly rounds: number;
  readonly rehearsals: number;
  /** Replies that were acknowledged. */
  readonly acknowledged: number;
  /** Rehearsals that came to an end, each with its score. */
  readonly scores: number;
  /** Kills before the server had said its address. */
  readonly early: number;
  /** From the start of a process after a kill to its address, ms, the longest. */
  readonly slowest: number;
  readonly faults: readonly string[];
};

/** Time under load before the kill, ms: at least and at most. */
const LOAD_MS = [200, 2_500] as const;
/** How long is waited at most until something has happened, ms. */
const LOADING_MS = 20_000;
/** A server that comes back from a kill is itself killed this often, in the middle of coming back. */
const ONE_IN = 5;
const STARTING_MS = 2_000;

const program = ['--import', 'tsx', join(import.meta.dirname, 'soaked-server.ts')];

/**
 * Kills the server in the middle of its work, again and again, and holds what the trainees were told before against what the
 * next server tells. Stops at the first round with a fault.
 */
export async function soak({ rounds, trainees, seed, say }: Soak): Promise<Soaked> {
  const server = await ServerProcess.start(program);
  const people = Array.from({ length: trainees }, (_, index) => new Trainee(server.url, seed + index));
  const faults: string[] = [];
  let early = 0;
  let slowest = 0;
  try {
    for (const one of people) await one.arrive();
    for (let round = 1; round <= rounds && faults.length === 0; round++) {
      const [least, most] = LOAD_MS;
      const ms = least + seededIndex(seed, `kill ${round}`, most - least);
      await killUnderLoad(server, people, { ms, scores: round - 1 });
      const complaint = databaseComplaint(server.database);
      if (complaint !== undefined) faults.push(`the database is not whole: ${complaint}`);
      if (seededIndex(seed, `again ${round}`, ONE_IN) === 0) {
        early += 1;
        await server.killWhileStarting(seededIndex(seed, `starting ${round}`, STARTING_MS));
      }
      const began = performance.now();
      await server.startAgain();
      slowest = Math.max(slowest, performance.now() - began);
      // Of those that were over long ago the scores alone are asked, at the end.
      await Promise.all(people.map((one) => one.audit(one.rehearsals.slice(-3))));
      faults.push(...people.flatMap((one) => one.faults));
      const { acknowledged, scores } = tally(people);
      say(`round ${round} of ${rounds}: ${acknowledged} replies, ${scores} scores`);
    }
    say('every rehearsal once more');
    for (const one of people) await one.audit();
    faults.push(...people.flatMap((one) => one.faults).filter((fault) => !faults.includes(fault)));
    return { rounds, ...tally(people), early, slowest, faults };
  } finally {
    await server.stop();
  }
}

/** Kills the server so long after everybody came, on a slow machine later: when there is something to lose. */
async function killUnderLoad(
  server: ServerProcess,
  people: readonly Trainee[],
  { ms, scores }: { ms: number; scores: number },
): Promise<void> {
  let dead = false;
  const talks = people.map((one) => one.talk(() => dead));
  const before = tally(people).acknowledged;
  const worthIt = async () => {
    for (let waited = 0; waited < LOADING_MS; waited += 20) {
      const now = tally(people);
      if (now.acknowledged >= before + people.length && now.scores >= scores) return;
      await sleep(20);
    }
  };
  // A fault of a trainee is heard at once, not after the kill.
  await Promise.race([sleep(ms).then(worthIt), Promise.all(talks)]);
  dead = true;
  await server.kill();
  await Promise.all(talks);
}

function tally(people: readonly Trainee[]) {
  const played = people.flatMap((one) => one.rehearsals);
  const replies = played.flatMap(({ sent }) => [...sent.values()]);
  return {
    rehearsals: played.length,
    acknowledged: replies.filter(({ seq }) => seq !== undefined).length,
    scores: played.filter(({ score }) => score !== undefined).length,
  };
}
