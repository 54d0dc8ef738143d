import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseSync } from '@swc/core';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** Tracked files and those about to be; an export without history has none to look at. */
function trackedFiles(): string[] {
  if (!existsSync(join(root, '.git'))) return [];
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const names = execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 1e8 }).split('\0');
  return names.filter((name) => name !== '' && existsSync(join(root, name)));
}

const read = (name: string) => readFileSync(join(root, name), 'utf8');
const isClone = trackedFiles().length > 0;

test.runIf(isClone)('no tracked file names a machine path or a registry host', () => {
  const foreign = [
    /(?<![\w.~])\/(?:work|root|home\/\w+|Users\/\w+)\//,
    /[A-Z]:\\+Users\\/,
    /https?:\/\/[^\s/"']*(?:registry|npmmirror|artifactory|nexus)/i,
    /"resolved": "https?:/,
  ];
  const found = trackedFiles().flatMap((name) => {
    const text = read(name);
    if (text.includes('\0')) return [];
    return text
      .split('\n')
      .flatMap((line, at) => (foreign.some((sign) => sign.test(line)) ? [`${name}:${at + 1}: ${line}`] : []));
  });
  expect(found).toEqual([]);
});

test.runIf(isClone)('no source file is longer than 500 lines', () => {
  const long = trackedFiles()
    .filter((name) => /\.(?:[cm]?[jt]sx?|css)$/.test(name))
    .map((name) => ({ name, lines: read(name).trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > 500);
  expect(long).toEqual([]);
});

// Biome bars the globals (timers, process, fetch …) and node: imports in shared/src, since it knows scopes. This
// finds the members that it has no rule for: they would make a rehearsal come out differently on another machine
// or at another time.
test('the pure core uses no clock, random, time zone or locale of the machine', () => {
  const files = readdirSync(join(root, 'shared/src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => `shared/src/${name}`);
  expect(files.length).toBeGreaterThan(0);

  const found = files.flatMap((name) => impureUses(read(name)).map((use) => `${name} uses ${use}`));
  expect(found, 'take the time, the seed and ready text as arguments instead').toEqual([]);
});

test('the search for impure code finds what it is meant to find', () => {
  const impure = `
    const now = Date.now() + performance.now(); // and not the Date.now() of a comment
    const today = [new Date(), Date(), new Date(0).getHours(), (1).toLocaleString()];
    names.sort((a, b) => a.localeCompare(b) || Math['random']());
    globalThis.setTimeout(() => crypto.randomUUID());`;
  expect(impureUses(impure).sort()).toEqual(
    [
      ['Date()', 'Date.now', 'Math.random', 'crypto.randomUUID', 'getHours', 'globalThis.setTimeout'],
      ['localeCompare', 'new Date()', 'performance.now', 'toLocaleString'],
    ].flat(),
  );
  const pure = "const at = new Date(ms).getUTCHours() + Date.UTC(2026, 1) + Math.max(1); say('Date.now()');";
  expect(impureUses(pure)).toEqual([]);
});

type Node = { type: string; [key: string]: unknown };

function impureUses(source: string): string[] {
  const uses: string[] = [];
  visit(parseSync(source, { syntax: 'typescript' }));
  return uses;

  function visit(value: unknown): void {
    if (Array.isArray(value)) value.forEach(visit);
    else if (isNode(value)) {
      const use = impureUse(value);
      if (use) uses.push(use);
      Object.values(value).forEach(visit);
    } else if (typeof value === 'object' && value !== null) Object.values(value).forEach(visit);
  }
}

function impureUse(node: Node): string | undefined {
  if (node.type === 'CallExpression' && nameOf(node.callee) === 'Date') return 'Date()';
  if (
    node.type === 'NewExpression' &&
    nameOf(node.callee) === 'Date' &&
    !(node.arguments as unknown[])?.length
  )
    return 'new Date()';
  if (node.type !== 'MemberExpression') return undefined;

  const object = nameOf(node.object);
  const member = nameOf(node.property) ?? '';
  const path = `${object}.${member}`;
  if (['Date.now', 'Math.random'].includes(path)) return path;
  if (object && ['crypto', 'performance', 'globalThis', 'Intl'].includes(object)) return path;
  // Date methods that ask for the time zone, and methods that ask for the language of the machine.
  const local = /^(?:get|set)(?:FullYear|Month|Date|Day|Hours|Minutes|Seconds|TimezoneOffset)$/;
  return local.test(member) || /^(?:toLocale\w+|localeCompare)$/.test(member) ? member : undefined;
}

/** The name in `a`, in the `.a` of a member and in the `['a']` of one. */
function nameOf(value: unknown): string | undefined {
  if (!isNode(value)) return undefined;
  if (value.type === 'Identifier' || value.type === 'StringLiteral') return String(value.value);
  return value.type === 'Computed' ? nameOf(value.expression) : undefined;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
}
