import { parseArgs } from 'node:util';
import { soak } from './soak';

const USAGE = [
  'npm run soak [-- --rounds 50] [--trainees 24] [--seed 1]',
  '',
  'Kills a server under load at random moments. Afterwards every acknowledged reply must be there once and in its',
  'place, all that was shown must be the same, and so must every score. The exit code is 0 when all is well, 1 on a fault.',
].join('\n');

process.exitCode = await main();

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '50' },
      trainees: { type: 'string', default: '24' },
      seed: { type: 'string', default: '1' },
    },
  });
  const [rounds = 0, trainees = 0, seed = 0] = [values.rounds, values.trainees, values.seed].map(Number);
  if (!(rounds > 0) || !(trainees > 0) || !Number.isInteger(seed)) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  const began = performance.now();
  const say = (progress: string) => process.stderr.write(`… ${progress}\n`);
  const { faults, slowest, ...soaked } = await soak({ rounds, trainees, seed, say });
  for (const fault of faults.slice(0, 20)) process.stderr.write(`✗ ${fault}\n`);
  const times = { slowestStart: Math.round(slowest), took: Math.round(performance.now() - began) };
  process.stdout.write(`${JSON.stringify({ ...soaked, ...times, faults: faults.length, seed })}\n`);
  return faults.length > 0 ? 1 : 0;
}
