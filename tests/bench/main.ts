import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fill } from '@kefu/server/cli/evaluation-report';
import { repositoryRoot } from '@kefu/server/cli/repository';
import type { Benchmark, Figure } from './figure';
import { firstPage } from './measures/first-page';
import { latency } from './measures/latency';
import { memory } from './measures/memory';
import { parts } from './measures/parts';
import { prove } from './measures/prove';
import { recognise } from './measures/recognise';
import { replay } from './measures/replay';
import { resume } from './measures/resume';
import { turns } from './measures/turns';
import { table } from './table';

const BENCHMARKS: readonly Benchmark[] = [
  ...turns,
  parts,
  latency,
  memory,
  resume,
  replay,
  recognise,
  prove,
  firstPage,
];

const USAGE = [
  'npm run bench [-- NAME …] [--short] [--json FILE] [--report]',
  '',
  ...BENCHMARKS.map(({ name, title }) => `  ${name.padEnd(12)} ${title}`),
  '',
  '--short   few rounds and small numbers, only to see whether it works',
  '--json    writes all figures into a file',
  '--report  writes what was measured into docs/performance.md',
].join('\n');

type Result = Pick<Benchmark, 'name' | 'title'> & { readonly conditions: string; readonly figures: Figure[] };

process.exit(await main());

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      short: { type: 'boolean', default: false },
      json: { type: 'string' },
      report: { type: 'boolean', default: false },
    },
  });
  const unknown = positionals.filter((name) => !BENCHMARKS.some((benchmark) => benchmark.name === name));
  if (unknown.length > 0) {
    process.stderr.write(`no such benchmark: ${unknown.join(', ')}\n\n${USAGE}\n`);
    return 2;
  }
  const results: Result[] = [];
  for (const { name, title, run } of BENCHMARKS) {
    if (positionals.length > 0 && !positionals.includes(name)) continue;
    const conditions = machine();
    const say = (progress: string) => process.stderr.write(`… ${title}: ${progress}\n`);
    const figures = await run({ short: values.short, say });
    results.push({ name, title, conditions, figures });
    process.stdout.write(`\n${table(figures)}\n\n`);
  }
  if (values.json) writeFileSync(values.json, `${JSON.stringify(results, null, 2)}\n`);
  if (values.report) report(results);
  return 0;
}

/** What the figures depend on. The load tells how many others were at work. */
function machine(): string {
  const [processor] = cpus();
  const [load = 0] = loadavg();
  const cores = `${cpus().length} × ${processor?.model ?? 'unknown processor'}`;
  return `Node ${process.versions.node}, ${cores}, load average ${load.toFixed(1)} at the start`;
}

function report(results: readonly Result[]): void {
  const path = join(repositoryRoot(), 'docs/performance.md');
  if (!existsSync(path)) throw new Error(`nothing to write into: ${path}`);
  const filled = results.reduce(
    (document, { name, conditions, figures }) => fill(document, name, `${table(figures)}\n\n${conditions}`),
    readFileSync(path, 'utf8'),
  );
  writeFileSync(path, filled);
}
