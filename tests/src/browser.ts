import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createBrotliDecompress } from 'node:zlib';
import { repositoryRoot } from '@kefu/server/cli/repository';
import { type Browser, chromium, type LaunchOptions } from 'playwright-core';

const require = createRequire(import.meta.url);
const cache = join(repositoryRoot(), 'node_modules/.cache/kefu-browser');

// Not the arguments that @sparticuz/chromium proposes: they switch web security off and run the browser in a
// single process. The sandbox alone must go, because tests often run as root in a container.
const args = ['--no-sandbox', '--font-render-hinting=none', '--disable-lcd-text'];

const installed: Partial<Record<NodeJS.Platform, string[]>> = {
  linux: ['/usr/bin/google-chrome', '/usr/bin/chromium', '/usr/bin/chromium-browser'],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

/**
 * A headless browser that draws Chinese, the same one with the same fonts on every Linux x64 machine. Elsewhere
 * the browser that is installed. KEFU_CHROME names another one. Open pages with `locale: 'zh-CN'`: without a
 * language in the environment the browser reports one that `Intl` refuses.
 */
export async function launchBrowser(options: LaunchOptions = {}): Promise<Browser> {
  const own = process.env.KEFU_CHROME;
  if (own) return chromium.launch({ args, ...options, executablePath: own });
  if (process.platform === 'linux' && process.arch === 'x64') return launchPacked(options);

  const executablePath = installed[process.platform]?.find((path) => existsSync(path));
  // Without a path playwright looks for a browser that it has downloaded itself.
  return chromium.launch({ args, ...options, ...(executablePath && { executablePath }) });
}

async function launchPacked(options: LaunchOptions): Promise<Browser> {
  const [executablePath, fontconfig] = await Promise.all([unpackChromium(), writeFontconfig()]);
  const env = { ...definedOf(process.env), FONTCONFIG_FILE: fontconfig };
  const launch = (more: Record<string, string>) =>
    chromium.launch({ args, ...options, executablePath, env: { ...env, ...more } });
  try {
    return await launch({});
  } catch (error) {
    // A slim system lacks the NSS libraries that Chromium links to. The package brings a set.
    if (!/libn(ss|spr)/.test(String(error))) throw error;
    return await launch({ LD_LIBRARY_PATH: await unpackLibraries() });
  }
}

function packed(): { bin: string; target: string } {
  const folder = resolve(dirname(require.resolve('@sparticuz/chromium')), '../..');
  const { version } = require(join(folder, 'package.json')) as { version: string };
  // The version is in the name, so that an update cannot run the old browser.
  return { bin: join(folder, 'bin'), target: join(cache, `chromium-${version}`) };
}

async function unpackChromium(): Promise<string> {
  const { bin, target } = packed();
  const file = join(target, 'chromium');
  await once(file, (partial) => decompress(join(bin, 'chromium.br'), partial));
  return file;
}

async function unpackLibraries(): Promise<string> {
  const { bin, target } = packed();
  const folder = join(target, 'libraries');
  await once(folder, async (partial) => {
    const archive = join(partial, 'libraries.tar');
    await mkdir(partial);
    await decompress(join(bin, 'al2023.tar.br'), archive);
    await promisify(execFile)('tar', ['-x', '--no-same-owner', '-f', archive, '-C', partial]);
    await rm(archive);
  });
  return join(folder, 'lib');
}

async function decompress(from: string, to: string): Promise<void> {
  await pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to, { mode: 0o755 }));
}

/** Only our own fonts: text then has the same shape and width on every machine. */
async function writeFontconfig(): Promise<string> {
  const fonts = dirname(require.resolve('@expo-google-fonts/noto-sans-sc/package.json'));
  const file = join(cache, 'fonts.conf');
  const alias = (family: string) =>
    `  <alias binding="same"><family>${family}</family><prefer><family>Noto Sans SC</family></prefer></alias>`;
  const text = [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    `  <dir>${join(fonts, '400Regular')}</dir>`,
    `  <dir>${join(fonts, '700Bold')}</dir>`,
    `  <cachedir>${join(cache, 'fontconfig')}</cachedir>`,
    ...['sans-serif', 'serif', 'monospace', 'system-ui'].map(alias),
    '</fontconfig>',
    '',
  ].join('\n');
  // A moved clone has another path, so the content decides whether the file is current.
  if ((await readFile(file, 'utf8').catch(() => '')) !== text) {
    await mkdir(cache, { recursive: true });
    const partial = `${file}.${randomUUID()}`;
    await writeFile(partial, text);
    await rename(partial, file);
  }
  return file;
}

/** Makes `target` under another name first: several test files start a browser at the same time. */
async function once(target: string, make: (partial: string) => Promise<void>): Promise<void> {
  if (existsSync(target)) return;
  const partial = `${target}.${randomUUID()}`;
  await mkdir(dirname(target), { recursive: true });
  try {
    await make(partial);
    await rename(partial, target).catch((error) => {
      if (!existsSync(target)) throw error;
    });
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

function definedOf(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] != null),
  );
}
