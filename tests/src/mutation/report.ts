// `npm run mutants [SCRIPT …] [--each N]`: plants every fault in every script and lists what nothing noticed.
import { parseArgs } from 'node:util';
import { type Catch, suspects } from './catch';
import { sampleOf } from './sample';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { each: { type: 'string', default: '100000' } },
});
const caught = new Map<Catch, number>();
for (const suspect of suspects()) {
  if (positionals.length > 0 && !positionals.includes(suspect.id)) continue;
  const escaped: string[] = [];
  const mutants = sampleOf(suspect, Number(values.each));
  for (const mutant of mutants) {
    const by = suspect.catch(mutant);
    caught.set(by, (caught.get(by) ?? 0) + 1);
    if (by === undefined) escaped.push(mutant.name);
  }
  process.stdout.write(`${suspect.id}: ${mutants.length - escaped.length} / ${mutants.length}\n`);
  for (const name of escaped) process.stdout.write(`    ${name}\n`);
}
const all = [...caught.values()].reduce((sum, count) => sum + count, 0);
for (const [by, count] of caught) process.stdout.write(`${by ?? 'escaped'}: ${count}\n`);
process.stdout.write(
  `caught: ${((100 * (all - (caught.get(undefined) ?? 0))) / Math.max(1, all)).toFixed(1)} %\n`,
);
