// `npm test`: everything that must hold before a change goes in.
// `npm test -- PATTERN` runs only the test files that match, for the quick loop while writing.
// The last line is always "N passed, N failed".
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { exitOf, prepare, root, spawnNpm } from './prepare.mjs';

const checks = [
  { title: 'format and lint', script: 'lint' },
  { title: 'types', script: 'typecheck' },
  { title: 'import boundaries', script: 'boundaries' },
  { title: 'unused code and dependencies', script: 'unused' },
];
const reportFile = join(root, 'build/test-report.json');
const args = process.argv.slice(2);
const failures = [];
let passed = 0;

await runPrepare();

if (args.length === 0) for (const check of checks) await runCheck(check);
else console.log('Tests that match only; without a pattern `npm test` also checks lint, types and imports.');
const skipped = await runTests();

console.log('');
for (const failure of failures) console.log(`✗ ${failure}`);
if (skipped > 0) console.log(`${skipped} skipped`);
console.log(`${passed} passed, ${failures.length} failed`);
process.exitCode = failures.length === 0 ? 0 : 1;

/** A broken build fails the run, but the checks that follow often say more clearly what is wrong. */
async function runPrepare() {
  try {
    await prepare();
    passed += 1;
  } catch (error) {
    console.log(`✗ ${error.message}`);
    failures.push(error.message.split('\n')[0]);
  }
}

async function runCheck({ title, script }) {
  const began = Date.now();
  const child = spawnNpm(['run', '--silent', script], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  const ok = (await exitOf(child)) === 0;
  if (ok) passed += 1;
  else failures.push(`${title} (npm run ${script})`);
  console.log(`${ok ? '✓' : '✗'} ${title}  ${((Date.now() - began) / 1000).toFixed(1)} s`);
  if (!ok) console.log(output.trimEnd());
}

/** Runs vitest before the reader's eyes and counts from its report. Returns how many tests were skipped. */
async function runTests() {
  rmSync(reportFile, { force: true });
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`];
  const child = spawn(process.execPath, [vitest, 'run', ...reporters, ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  const code = await exitOf(child);

  const before = failures.length;
  let skipped = 0;
  let ran = 0;
  for (const file of readReport()) {
    const name = file.name.replaceAll('\\', '/').replace(`${root.replaceAll('\\', '/')}/`, '');
    // A file that cannot even be loaded has no tests in the report.
    if (file.status === 'failed' && file.assertionResults.every(({ status }) => status !== 'failed'))
      failures.push(`${name}: ${file.message.split('\n')[0]}`);
    for (const { status, fullName } of file.assertionResults) {
      if (status === 'passed') passed += 1;
      else if (status === 'failed') failures.push(`${name}: ${fullName}`);
      else skipped += 1;
      if (status === 'passed' || status === 'failed') ran += 1;
    }
  }
  if (ran === 0 && failures.length === before) failures.push('no test ran');
  // For example an error outside of any test, which vitest reports only by its exit code.
  if (code !== 0 && failures.length === before) failures.push(`vitest ended with code ${code}`);
  return skipped;
}

function readReport() {
  try {
    return JSON.parse(readFileSync(reportFile, 'utf8')).testResults;
  } catch {
    return [];
  }
}
