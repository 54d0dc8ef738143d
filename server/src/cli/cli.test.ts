import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'kefu-cli-'));
const model = join(folder, 'model.json');
const replies = join(folder, 'replies.jsonl');

const kefu = (args: readonly string[], input = '') => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', main, ...args], {
    input,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};

beforeAll(() => {
  const rows = ['鞋子', '杯子', '耳机', '台灯', '裙子', '书包'].flatMap((thing) => [
    { text: `非常抱歉,${thing}给您带来不便`, labels: ['apologise'] },
    { text: `您好,欢迎光临,看看${thing}`, labels: ['greet'] },
    { text: `${thing}嗯嗯好的`, labels: [] },
  ]);
  writeFileSync(replies, rows.map((row) => JSON.stringify(row)).join('\n'));
}, 30_000);

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('kefu', () => {
  it('refuses an unknown command with code 2 and lists the known ones', () => {
    const { status, stdout, stderr } = kefu(['fly']);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('fly');
    expect(stderr).toContain('understand');
  });

  it('explains itself', () => {
    expect(kefu(['--help'])).toMatchObject({ status: 0, stdout: expect.stringContaining('train') });
    expect(kefu(['evaluate', '--help'])).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('FILE.jsonl'),
    });
  });

  it('refuses an unknown option with code 2', () => {
    expect(kefu(['train', '--fast'])).toMatchObject({ status: 2, stderr: expect.stringContaining('--fast') });
  });
});

describe('train, understand and evaluate', () => {
  it('learn from files, recognise from stdin and measure', () => {
    expect(kefu(['train', '--from', folder, '--out', model])).toMatchObject({ status: 0, stdout: '' });

    const input = '{"id":"b","text":"实在抱歉,给您带来不便"}\n\n{"id":7,"text":"","context":null}\n';
    const understood = kefu(['understand', '--model', model], input);
    expect(understood.status).toBe(0);
    const [first, second] = understood.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(first).toMatchObject({ id: 'b', acts: [{ act: 'apologise' }] });
    expect(second).toEqual({ id: 7, acts: [] });

    const measured = kefu(['evaluate', replies, '--model', model, '--json']);
    expect(measured.status).toBe(0);
    expect(JSON.parse(measured.stdout)).toMatchObject({ rows: 18 });
    expect(kefu(['evaluate', replies, '--model', model]).stdout).toContain('macro-F1');
  }, 60_000);

  it('name the line of bad input and give code 1', () => {
    const bad = kefu(['understand', '--model', model], '{"id":1,"text":"好"}\nnonsense\n');
    expect(bad).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('2') });

    const broken = join(folder, 'broken.json-lines');
    writeFileSync(broken, '{"text":"好","labels":["joke"]}');
    expect(kefu(['evaluate', broken, '--model', model])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('broken.json-lines:1'),
    });
    expect(kefu(['evaluate', join(folder, 'missing.jsonl'), '--model', model]).status).toBe(1);
  }, 60_000);

  it('say what to do when there is no model yet', () => {
    const { status, stderr } = kefu(['understand', '--model', join(folder, 'none.json')]);
    expect(status).toBe(2);
    expect(stderr).toContain('train');
  });
});
