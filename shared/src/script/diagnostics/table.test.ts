import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withFields } from '../examples/change';
import { loadContent } from '../load';
import type { SourceFile } from '../source';
import type { Diagnostic } from './diagnostic';
import { CODES, DIAGNOSTICS } from './table';

const here = import.meta.dirname;
const example = (name: string) => readFileSync(join(here, '../examples', `${name}.yaml`), 'utf8');
const personas = join(here, '../../../../scenarios/personas');
const library: SourceFile[] = [
  ...readdirSync(personas)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({
      path: `personas/${name}`,
      text: readFileSync(join(personas, name), 'utf8'),
    })),
  { path: 'shops/corner.yaml', text: example('corner') },
  { path: 'scripts/cup.yaml', text: example('cup') },
];

/** Loads an example in the place of the sound file that it changes. */
function load(
  text: string,
  within: Diagnostic['within'],
  { path, beside }: Pick<Diagnostic, 'path' | 'beside'> = {},
) {
  const [place, base] = within === 'shop' ? ['shops/corner.yaml', 'corner'] : ['scripts/cup.yaml', 'cup'];
  const whole = within === 'file' ? text : withFields(example(base), text);
  const at = whole.indexOf('▶');
  const file = { path: path ?? place, text: whole.replace('▶', '') };
  const others = [...library, ...(beside ? [beside] : [])].filter((other) => other.path !== file.path);
  const problems = loadContent([...others, file]).problems.filter((problem) => problem.file === file.path);
  const before = whole.slice(0, at).split('\n');
  return { problems, file: file.path, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

describe.each(CODES)('%s', (code) => {
  const { bad, good, severity, zh, en, hint, within, ...where }: Diagnostic = DIAGNOSTICS[code];

  it('is what its bad example has, at the place that is marked, and nothing else', () => {
    const { problems, file, line, column } = load(bad, within, where);
    expect(problems.map((problem) => [problem.code, problem.file, problem.line, problem.column])).toEqual([
      [code, file, line, column],
    ]);
    expect(problems[0]).toMatchObject({ severity });
    expect(problems[0]?.message.zh, 'no slot is left open').not.toMatch(/\{\w+\}/);
    expect(problems[0]?.message.en).not.toMatch(/\{\w+\}/);
  });

  it('is not what its good example has', () => {
    expect(load(good, within === 'shop' ? within : undefined).problems).toEqual([]);
  });

  it('says the same in Chinese and in English', () => {
    const slots = (text: string) => new Set(text.match(/\{\w+\}/g));
    expect(slots(en)).toEqual(slots(zh));
    for (const slot of slots(`${hint?.zh}${hint?.en}`)) expect(zh).toContain(slot);
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(`${en}${hint?.en}`).not.toMatch(/\p{Script=Han}/u);
  });
});

it('every code of the table is reported somewhere, and every reported code is in the table', () => {
  const folder = join(here, '..');
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /^(?!.*(test|syntax|form|meaning)\.ts).*\.ts$/.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
  expect(CODES.filter((code) => !sources.includes(`'${code}'`))).toEqual([]);
  const reported = [
    ...sources.matchAll(/\{ code: '([a-z0-9-]+)'/g),
    ...sources.matchAll(/\.(?:mark|report)\([^;]*?'([a-z0-9]+(?:-[a-z0-9]+)+)'/g),
  ].map(([, code]) => code);
  expect(reported.length).toBeGreaterThan(CODES.length / 2);
  expect(CODES).toEqual(expect.arrayContaining(reported));
});
