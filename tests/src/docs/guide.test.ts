import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSources } from '@kefu/server/content/sources';
import { withFields } from '@kefu/shared/script/examples/change';
import { loadContent } from '@kefu/shared/script/load';
import { readRuns } from '@kefu/shared/script/runs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { kefu, root } from '../cli/kefu';

type Block = { readonly kind: string; readonly text: string; readonly line: number };

/** The fenced blocks of a page with what is written behind the fence. */
function blocksOf(page: string): Block[] {
  const text = readFileSync(join(root, 'docs', page), 'utf8');
  return [...text.matchAll(/^```(.+)\n([\s\S]*?)\n```$/gm)].map((found) => ({
    kind: found[1] ?? '',
    text: found[2] ?? '',
    line: text.slice(0, found.index).split('\n').length,
  }));
}

const blocks = blocksOf('scripts.md');
const SCRIPT = 'scenarios/scripts/pre-sale/my-first.yaml';
const TreeSchema = z.record(z.string(), z.unknown());

/** What a fragment says takes the place of what the script says, group by group. */
function merged(base: unknown, fragment: unknown): unknown {
  const [whole, part] = [TreeSchema.safeParse(base), TreeSchema.safeParse(fragment)];
  if (!whole.success || !part.success) return fragment;
  const changed = Object.entries(part.data).map(([key, value]) => [key, merged(whole.data[key], value)]);
  return { ...whole.data, ...Object.fromEntries(changed) };
}

let folder = '';
let drawn = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kefu-guide-'));
  const isReply = (path: string) => path.endsWith('replies');
  cpSync(join(root, 'scenarios'), join(folder, 'scenarios'), {
    recursive: true,
    filter: (path) => !isReply(path),
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the guide to writing scripts', () => {
  it('has the same examples in both languages', () => {
    const examples = (page: string) => blocksOf(page).map(({ kind, text }) => [kind, text]);
    expect(examples('scripts.en.md')).toEqual(examples('scripts.md'));
    expect(blocks.length).toBeGreaterThan(25);
  });

  it.each(blocks)('is right in line $line ($kind)', async ({ kind, text }) => {
    const [language = '', what, code] = kind.split(' ');
    const path = join(folder, SCRIPT);
    if (kind === 'console') await runSession(text);
    else if (kind === 'mermaid') expect(`${text}\n`).toBe(drawn);
    else if (language === 'json' && what) writeFileSync(join(folder, what), `${text}\n`);
    else if (kind === 'yaml into') writeFileSync(path, withFields(readFileSync(path, 'utf8'), text));
    else if (kind === 'yaml runs') {
      const { problems } = readRuns({ path: 'my-first.runs.yaml', text }, [
        'emotional',
        'rational',
        'doubtful',
      ]);
      expect(problems).toEqual([]);
    } else if (kind === 'yaml' || what === 'wrong') {
      const script = stringify(merged(parse(readFileSync(path, 'utf8')), parse(text)), {
        aliasDuplicateObjects: false,
      });
      const rest = readSources(join(folder, 'scenarios')).filter(
        (file) => !/^(scripts|adaptations|drills)\//.test(file.path),
      );
      const { problems } = loadContent([...rest, { path: 'scripts/my-first.yaml', text: script }]);
      expect(problems.map((problem) => problem.code)).toEqual(code === undefined ? [] : [code]);
    } else throw new Error(`an example of no known kind: ${kind}`);
  });
});

/** Runs the command of a session as a trainer would and compares what is shown; `…` stands for any lines. */
async function runSession(session: string): Promise<void> {
  const [prompt = '', ...shown] = session.split('\n');
  const [, command = ''] = /^\$ npm run -s kefu -- (.*)$/.exec(prompt) ?? [];
  expect(command).not.toBe('');
  const environment = { KEFU_SCENARIOS: join(folder, 'scenarios') };
  const { stdout, stderr } = await kefu(command.split(' '), '', { folder, environment });
  if (command.startsWith('graph')) drawn = stdout;
  const pattern = shown.map((line) =>
    line === '…' ? '[\\s\\S]*?' : `${escaped(line).replaceAll('…', '.*')}\n`,
  );
  expect(`${stdout}${stderr}`).toMatch(new RegExp(`^${pattern.join('')}$`));
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
