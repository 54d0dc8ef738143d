// Brings a clone to the point where it can run: dependencies installed, recogniser trained, client and server
// built. Every step is skipped while its output is newer than its inputs. `npm start`, `npm test` and
// `npm run kefu` all come through here.
//
// Plain JavaScript and only node: modules, because it runs before anything is installed; and no syntax or
// import that an old Node refuses, so that the old Node reaches the message that asks for a newer one.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const needed = { major: 20, minor: 19 };
const stampsFile = join(root, 'build/stamps.json');
const busyFile = join(root, 'build/preparing.pid');

/** What can be built. `inputs` are files or folders; when none of them has changed, the step is skipped. */
const steps = [
  {
    name: 'train',
    title: 'train the recogniser',
    inputs: [
      'scenarios/replies/train',
      'shared/src/understanding',
      'server/src/cli/train.ts',
      'package-lock.json',
    ],
    outputs: ['build/model.json'],
    start: () => spawnNpm(['run', '--silent', 'train'], { stdio: 'pipe' }),
  },
  {
    name: 'client',
    title: 'build the client',
    inputs: [
      'client/index.html',
      'client/public',
      'client/src',
      'client/vite.config.ts',
      'shared/src',
      'package-lock.json',
    ],
    outputs: ['client/dist/index.html'],
    start: () => spawnVite('client'),
  },
  {
    name: 'server',
    title: 'build the server',
    inputs: ['server/src', 'server/vite.config.ts', 'shared/src', 'package-lock.json'],
    outputs: [
      'server/dist/main.js',
      'server/dist/cli.js',
      'server/dist/learner.js',
      'server/dist/listener.js',
      'server/dist/prover.js',
    ],
    start: () => spawnVite('server'),
  },
];

/**
 * Installs and builds what is missing or stale. Progress goes to stderr only, so that a caller's stdout stays
 * its own. Throws with a message for the user when a step fails.
 */
export async function prepare({ only = steps.map((step) => step.name) } = {}) {
  checkNode();
  const wanted = steps.filter((step) => only.includes(step.name));
  if (isInstalled() && staleOf(wanted).length === 0) return;

  await withBuildLock(async () => {
    // Asked again inside the lock: another process may just have done the work.
    if (!isInstalled()) await timed('install the dependencies (about a minute, only once)', install);
    const stale = staleOf(wanted);
    // The steps do not depend on each other. `allSettled`, so that no build still runs when an error is shown.
    const results = await Promise.allSettled(
      stale.map(({ step, stamp }) => timed(step.title, () => build(step, stamp))),
    );
    const failed = results.find((result) => result.status === 'rejected');
    if (failed) throw failed.reason;
  });
}

/** Ends the process, with the reason in both languages, on a Node that the dependencies do not support. */
function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > needed.major || (major === needed.major && minor >= needed.minor)) return;
  const wanted = `${needed.major}.${needed.minor}`;
  console.error(`客服道场需要 Node.js ${wanted} 或更高版本,当前版本是 ${process.versions.node}。`);
  console.error(`Kefu Dojo needs Node.js ${wanted} or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

/** Ends the process with code 1 and a readable message when `work` fails. */
export async function orExit(work) {
  try {
    return await work();
  } catch (error) {
    console.error(`\n✗ ${error instanceof Error ? error.message : error}`);
    process.exit(1);
  }
}

/** The npm that started us, if any, else the one on the PATH, which is a shell script on Windows. */
export function spawnNpm(args, options) {
  const npm = process.env.npm_execpath;
  if (npm?.endsWith('npm-cli.js')) return spawn(process.execPath, [npm, ...args], { cwd: root, ...options });
  return spawn('npm', args, { cwd: root, shell: process.platform === 'win32', ...options });
}

export function exitOf(child) {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
}

/**
 * Compares what is installed with what the lock file asks for. The contents, not the file times: switching
 * branches touches the lock file without changing it, and an interrupted install leaves no inner lock file.
 */
function isInstalled() {
  const innerLock = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(innerLock)) return false;
  const installed = JSON.parse(readFileSync(innerLock, 'utf8')).packages;
  for (const [path, asked] of Object.entries(readJson('package-lock.json').packages)) {
    if (!path.includes('node_modules/')) continue;
    const found = installed[path];
    // What is optional may rightly be absent: it is often made for another operating system.
    if (!found && !asked.optional && !asked.devOptional) return false;
    if (found && (found.version !== asked.version || found.integrity !== asked.integrity)) return false;
  }
  return true;
}

async function install() {
  // `--include=dev`, because NODE_ENV=production would leave out the build tools.
  const child = spawnNpm(['ci', '--include=dev'], { stdio: ['ignore', 2, 2] });
  if ((await exitOf(child)) !== 0) throw new Error('npm ci failed, see above / 依赖安装失败,详见上文');
}

function spawnVite(workspace) {
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const args = [vite, 'build', '--logLevel', 'warn'];
  return spawn(process.execPath, args, { cwd: join(root, workspace), stdio: 'pipe' });
}

async function build(step, stamp) {
  const child = step.start();
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  const code = await exitOf(child);
  const missing = step.outputs.filter((path) => !existsSync(join(root, path)));
  if (code !== 0) throw new Error(`${step.title} failed\n${output}`);
  if (missing.length > 0) throw new Error(`${step.title} made no ${missing.join(', ')}\n${output}`);
  if (output.trim() !== '') console.error(output.trimEnd());
  // The stamp was taken before the build, so an edit during the build makes it stale again.
  const stamps = { ...readStamps(), [step.name]: stamp };
  writeFileSync(stampsFile, `${JSON.stringify(stamps, null, 2)}\n`);
}

function staleOf(wanted) {
  const stamps = readStamps();
  return wanted
    .map((step) => ({ step, stamp: stampOf(step.inputs) }))
    .filter(
      ({ step, stamp }) =>
        stamps[step.name] !== stamp || step.outputs.some((path) => !existsSync(join(root, path))),
    );
}

/** A hash of path, size and time of every input file: far quicker than reading them. */
function stampOf(inputs) {
  const hash = createHash('sha256');
  const visit = (path) => {
    const stat = statSync(join(root, path), { throwIfNoEntry: false });
    if (!stat) return;
    if (!stat.isDirectory()) {
      if (!/\.test\.tsx?$/.test(path)) hash.update(`${path} ${stat.size} ${stat.mtimeMs}\n`);
      return;
    }
    for (const name of readdirSync(join(root, path)).sort()) visit(`${path}/${name}`);
  };
  inputs.forEach(visit);
  return hash.digest('hex');
}

function readStamps() {
  try {
    return JSON.parse(readFileSync(stampsFile, 'utf8'));
  } catch {
    // Missing, or cut short by a kill: then everything counts as stale.
    return {};
  }
}

function readJson(path) {
  return JSON.parse(readFileSync(join(root, path), 'utf8'));
}

/** Two commands started at once must not build into the same folders: the second one waits. */
async function withBuildLock(work) {
  mkdirSync(dirname(busyFile), { recursive: true });
  let announced = false;
  for (;;) {
    try {
      writeFileSync(busyFile, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (!isHolderAlive()) {
        rmSync(busyFile, { force: true });
        continue;
      }
      if (!announced) console.error('… waiting for another build of this folder / 等待另一个构建完成');
      announced = true;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
  const beat = setInterval(() => utimesSync(busyFile, new Date(), new Date()), 2_000);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    rmSync(busyFile, { force: true });
  }
}

/** A killed holder leaves its file. The age counts too, since its number may by now be another process's. */
function isHolderAlive() {
  try {
    if (Date.now() - statSync(busyFile).mtimeMs > 20_000) return false;
    const holder = Number(readFileSync(busyFile, 'utf8'));
    // An empty file is one that is just being written.
    if (holder > 0) process.kill(holder, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

async function timed(title, work) {
  const began = Date.now();
  const seconds = () => `${((Date.now() - began) / 1000).toFixed(1)} s`;
  console.error(`… ${title}`);
  const heartbeat = setInterval(() => console.error(`… ${title}: ${seconds()} so far`), 15_000);
  try {
    await work();
  } finally {
    clearInterval(heartbeat);
  }
  console.error(`✓ ${title}  ${seconds()}`);
}
