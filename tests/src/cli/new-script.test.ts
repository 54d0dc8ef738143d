import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readContent, scenariosFolder } from '@kefu/server/cli/content';
import { loadRecogniser } from '@kefu/server/cli/load-recogniser';
import { readSources } from '@kefu/server/content/sources';
import { STAGES } from '@kefu/shared/script/kinds';
import { loadContent } from '@kefu/shared/script/load';
import { playRuns, readRuns } from '@kefu/shared/script/runs';
import { scaffold } from '@kefu/shared/script/scaffold/scaffold';
import { afterAll, expect, it } from 'vitest';
import { kefu } from './kefu';

const folder = mkdtempSync(join(tmpdir(), 'kefu-new-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('kefu new-script writes a script and transcripts that pass at once', async () => {
  const made = await kefu(['new-script', 'my-first', '--title', '第一个：剧本', '--out', folder]);
  expect([made.code, made.stderr]).toEqual([0, '']);
  expect(made.stdout).toContain('check --runs');
  const text = readFileSync(join(folder, 'my-first.yaml'), 'utf8');
  expect(text).toMatch(/^# yaml-language-server: \$schema=\S+\/scenarios\/schemas\/script\.json\n/);
  expect(text).toContain('title: { zh: "第一个：剧本", en: "第一个：剧本" }');

  const checked = await kefu(['check', '--runs', join(folder, 'my-first.yaml')]);
  expect([checked.code, checked.stderr]).toEqual([0, '']);
  expect(checked.stdout).toMatch(/^✓ my-first model emotional/);
  expect(checked.stdout).not.toContain('✗');
});

it('kefu new-script leaves alone what is there', async () => {
  const path = join(folder, 'mine.runs.yaml');
  writeFileSync(path, '# 我写的');
  const { code, stdout, stderr } = await kefu(['new-script', 'mine', '--out', folder]);
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toContain('mine.runs.yaml');
  expect(readFileSync(path, 'utf8')).toBe('# 我写的');
  expect(() => readFileSync(join(folder, 'mine.yaml'))).toThrow();
  expect((await kefu(['new-script', 'shipping-time', '--out', folder])).stderr).toContain(
    'shipping-time.yaml',
  );
});

it('kefu new-script says what can be chosen where the choice is wrong', async () => {
  const wrong = async (...args: string[]) => {
    const { code, stderr } = await kefu(['new-script', ...args, '--out', folder]);
    expect(code).toBe(2);
    return stderr;
  };
  expect(await wrong()).toContain('ID');
  expect(await wrong('尺码')).toContain('cup-size');
  expect(await wrong('cup', '--stage', 'presale')).toContain('pre-sale, in-sale, after-sale');
  expect(await wrong('cup', '--shop', 'nowhere')).toContain('xiaoman-apparel');
});

it.each(STAGES)(
  'a new %s script is sound and its model run passes with every shop that can have it',
  (stage) => {
    // Without the scripts, and without what speaks of them.
    const library = readSources(scenariosFolder()).filter(
      ({ path }) => !/^(scripts|adaptations|drills)\//.test(path),
    );
    const recogniser = loadRecogniser();
    const shops = [...readContent().shops.values()];
    // A shop without a fitting order cannot have it.
    const made = shops.flatMap(
      ({ value }) => scaffold({ id: 'fresh', title: '新剧本', stage }, value, '../') ?? [],
    );
    expect(made.length).toBeGreaterThan(2);
    for (const { script, runs } of made) {
      const content = loadContent([...library, { path: 'scripts/fresh.yaml', text: script }]);
      expect(content.problems).toEqual([]);
      const read = readRuns({ path: 'scripts/fresh.runs.yaml', text: runs }, [...content.personas.keys()]);
      const models = (read.runs?.runs ?? []).filter(({ kind }) => kind === 'model');
      const results = [
        ...playRuns(content, 'fresh', { runs: models.map((run) => ({ ...run, seeds: [1] })) }, recogniser),
      ];
      expect(results.map(({ persona }) => persona)).toEqual([...content.personas.keys()]);
      expect(results.flatMap(({ persona, complaints }) => complaints.map((text) => [persona, text]))).toEqual(
        [],
      );
    }
  },
);
