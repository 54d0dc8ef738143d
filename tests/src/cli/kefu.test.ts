import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ReceiptSchema } from '@kefu/shared/scoring/receipt';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { kefu, root } from './kefu';

const ResultSchema = z.strictObject({
  ending: z.string(),
  score: z.number(),
  passed: z.boolean(),
  redLines: z.array(z.object({ id: z.string(), rule: z.string() })),
  dimensions: z.record(z.string(), z.number().nullable()),
  csat: z.number(),
  transcript: z.array(
    z.object({ at: z.number(), from: z.enum(['customer', 'agent', 'desk']), text: z.string() }),
  ),
  receipt: ReceiptSchema,
});

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kefu-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const fileWith = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const lines = (...moves: object[]) => moves.map((move) => JSON.stringify(move)).join('\n');
const ARGS = ['rehearse', '--script', 'shipping-time', '--persona', 'emotional', '--seed', '2'];
const rehearse = async (moves: string) => {
  const { code, stdout, stderr } = await kefu([...ARGS, '--json', '-'], moves);
  expect(stderr).toBe('');
  expect(code).toBe(0);
  return ResultSchema.parse(JSON.parse(stdout));
};

describe('kefu', () => {
  it('lists its commands and refuses unknown ones on stderr', async () => {
    expect((await kefu(['--help'])).stdout).toMatch(/rehearse[\s\S]*understand[\s\S]*verify[\s\S]*check/);
    const unknown = await kefu(['dance']);
    expect([unknown.code, unknown.stdout]).toEqual([2, '']);
    expect(unknown.stderr).toContain('dance');
  });
});

describe('kefu rehearse', () => {
  it('plays a timed trainee and prints one object', async () => {
    const result = await rehearse(
      lines(
        { at: 8, text: '您好，让您久等了，理解您着急的心情，我马上帮您查一下订单' },
        { at: 9, do: 'look-up-order' },
        { at: 20, text: '查到啦，仓库已排单，明天下午发出' },
      ),
    );
    expect(result.transcript.filter(({ from }) => from === 'agent')).toHaveLength(2);
    expect(result.transcript).toContainEqual({
      at: 9,
      from: 'desk',
      text: 'look-up-order: 已打开订单 XM2605130001',
    });
    expect(result.receipt.seed).toBe(2);
  });

  it('is the same to the byte when it is played again', async () => {
    const moves = lines({ at: 5, text: '在的亲' }, { at: 30, text: '尽快哦' });
    const [first, second] = [await rehearse(moves), await rehearse(moves)];
    expect(second).toEqual(first);
  });

  it('lets time go on after the last line until the silent trainee is left', async () => {
    const result = await rehearse('');
    expect(result).toMatchObject({ ending: 'bad-review', passed: false, score: 0 });
  });

  it('stops at a red line and caps the score', async () => {
    const result = await rehearse(lines({ at: 6, text: '亲加我微信吧，转账给您便宜20' }));
    expect(result).toMatchObject({
      ending: 'red-line',
      passed: false,
      redLines: [{ id: 'off-platform', rule: 'R60' }],
    });
    expect(result.score).toBeLessThanOrEqual(40);
  });

  it('names the line of an input that is not valid', async () => {
    const { code, stdout, stderr } = await kefu(
      [...ARGS, '-'],
      lines({ at: 1, text: '在' }, { at: 2, do: 'teleport' }),
    );
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('2');
  });

  it('says which scripts and personas there are', async () => {
    const { code, stderr } = await kefu(['rehearse', '--script', 'nothing', '--persona', 'emotional', '-']);
    expect(code).toBe(2);
    expect(stderr).toContain('shipping-time');
  });
});

describe('kefu verify', () => {
  it('confirms a receipt and finds every change in it', async () => {
    const { receipt } = await rehearse(lines({ at: 7, text: '您好，非常抱歉让您着急了' }));
    const sound = await kefu(['verify', fileWith('sound.json', JSON.stringify(receipt))]);
    expect([sound.code, sound.stderr]).toEqual([0, '']);

    const better = { ...receipt, scorecard: { ...receipt.scorecard, total: 100, passed: true } };
    const scored = await kefu(['verify', fileWith('better.json', JSON.stringify(better))]);
    expect(scored.code).toBe(1);
    expect(scored.stderr).toContain('scorecard');

    const reworded = {
      ...receipt,
      log: receipt.log.map((entry) => (entry.kind === 'reply' ? { ...entry, text: '加我微信' } : entry)),
    };
    const worded = await kefu(['verify', fileWith('reworded.json', JSON.stringify(reworded))]);
    expect(worded.code).toBe(1);
    expect(worded.stderr).toContain('entry');

    const other = { ...receipt, script: { ...receipt.script, hash: '0'.repeat(64) } };
    expect((await kefu(['verify', fileWith('other.json', JSON.stringify(other))])).stderr).toContain(
      'script',
    );
  });

  it('refuses what is no receipt', async () => {
    expect((await kefu(['verify', fileWith('no.json', '{}')])).code).toBe(1);
  });
});

describe('kefu check', () => {
  const script = readFileSync(join(root, 'scenarios/scripts/in-sale/shipping-time.yaml'), 'utf8');
  const broken = () =>
    fileWith(
      'shipping-time.yaml',
      script.replace('stage: in-sale', 'stage: insale').replace('level: novice', 'leve: novice'),
    );

  const lineOf = (start: string) => script.split('\n').findIndex((line) => line.startsWith(start)) + 1;

  it('accepts the library', async () => {
    const { code, stderr } = await kefu(['check']);
    expect([code, stderr]).toEqual([0, '']);
  });

  it('reports every fault of a file with its place, its line, a caret and what to do, and exits with 1', async () => {
    const path = broken();
    const { code, stdout, stderr } = await kefu(['check', path]);
    expect([code, stdout]).toEqual([1, '']);
    const [first = '', second = '', third = ''] = stderr.split('\n\n');
    const place = (block: string) => block.split('\n')[0]?.split(' ')[0];
    expect(place(first)).toBe(`${path}:${lineOf('id:')}:1`);
    expect(first).toContain('[missing-field]');
    const line = lineOf('stage:');
    expect(second.split('\n')).toEqual([
      `${path}:${line}:8 错误 [wrong-choice] “stage”不能是“insale” / “stage” cannot be “insale”`,
      ` ${line} | stage: insale`,
      ` ${' '.repeat(String(line).length)} |        ^^^^^^`,
      ` ${' '.repeat(String(line).length)} = 是不是想写“in-sale”？ / did you mean “in-sale”?`,
    ]);
    expect(third).toContain('did you mean “level”?');
  });

  it('puts the caret below Chinese words, which are two columns wide', async () => {
    const path = fileWith(
      'shipping-time.yaml',
      script.replace('tags: [发货, 时效, 承诺]', 'tags: [发货, {时效: 1}]'),
    );
    const { stderr } = await kefu(['check', path]);
    expect(stderr.split('\n').slice(1, 3)).toEqual([
      ` ${lineOf('tags:')} | tags: [发货, {时效: 1}]`,
      '    |              ^^^^^^^^^',
    ]);
  });

  it('tells programs one object per line', async () => {
    const { code, stdout, stderr } = await kefu(['check', '--json', broken()]);
    expect([code, stderr]).toEqual([1, '']);
    const problems = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(problems.map((problem) => problem.code)).toEqual([
      'missing-field',
      'wrong-choice',
      'unknown-field',
    ]);
    expect(problems[1]).toMatchObject({
      line: lineOf('stage:'),
      column: 8,
      length: 6,
      severity: 'error',
      message: { en: expect.any(String) },
    });
  });

  it('takes scripts, shops and personas from any folder, with the transcripts beside them', async () => {
    const persona = readFileSync(join(root, 'scenarios/personas/rational.yaml'), 'utf8');
    const named = fileWith('hurried.yaml', persona.replace('id: rational', 'id: hurried'));
    expect(await kefu(['check', named])).toMatchObject({ code: 0, stderr: '' });
    fileWith(
      'my-case.runs.yaml',
      'runs:\n  - { id: x, kind: model, personas: [kind], seeds: [1], endings: [solved], moves: [] }\n',
    );
    const mine = fileWith('my-case.yaml', script.replace('id: shipping-time', 'id: my-case'));
    const { code, stderr } = await kefu(['check', mine]);
    expect(code).toBe(1);
    expect(stderr).toContain('my-case.runs.yaml:2:38');
  });

  it('plays the transcripts and shows where a customer does something else than when it was last looked at', async () => {
    fileWith(
      'hushed.runs.yaml',
      'runs:\n  - { id: silent, kind: failure, personas: [emotional], seeds: [1], endings: [bad-review], moves: [] }\n',
    );
    const own = script.replace('id: shipping-time', 'id: hushed');
    const path = fileWith('hushed.yaml', own);
    expect((await kefu(['runs', '--write', path])).stdout).toBe(path.replace('.yaml', '.golden.txt\n'));
    expect(await kefu(['check', '--runs', path])).toMatchObject({ code: 0, stderr: '' });
    fileWith('hushed.yaml', own.replace('opens: customer', 'opens: customer\nheat: 1'));
    const { code, stdout } = await kefu(['check', '--runs', path]);
    expect(code).toBe(1);
    expect(stdout).toContain('✗ hushed silent emotional');
    expect(stdout).toContain('beat:opening “beat.opening” 5→6');
  });

  it('refuses what is no file and wrong options with code 2', async () => {
    expect(await kefu(['check', 'nowhere.yaml'])).toMatchObject({ code: 2, stdout: '' });
    expect((await kefu(['check', join(root, 'README.md')])).code).toBe(2);
    expect((await kefu(['check', '--bound', 'many'])).code).toBe(2);
  });
});

describe('kefu understand', () => {
  it('answers in the order of the questions', async () => {
    const { code, stdout } = await kefu(
      ['understand'],
      lines(
        { id: 'a', text: '实在抱歉给您添麻烦了' },
        { id: 'b', text: '请稍等，我帮您查一下', context: '在吗' },
      ),
    );
    expect(code).toBe(0);
    const rows = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(rows.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(rows[0].acts[0]).toMatchObject({ act: 'apologise' });
    expect(rows[1].acts[0]).toMatchObject({ act: 'hold' });
  });
});

describe('kefu drill', () => {
  it('plays the next part only where the risk was not mentioned', async () => {
    const silent = fileWith('silent.jsonl', lines({ after: 3, text: '您好' }));
    const warns = fileWith('warns.jsonl', lines({ after: 3, text: '您好，不合适的话7天内可以换码哦' }));
    const play = (first: string) =>
      kefu(['drill', 'prevent-size', '--persona', 'rational', '--seed', '3', first, silent]);
    const [earned, prevented] = [await play(silent), await play(warns)];
    expect([earned.code, prevented.code]).toEqual([0, 0]);
    expect(earned.stdout.match(/结局/g)).toHaveLength(2);
    expect(prevented.stdout.match(/结局/g)).toHaveLength(1);
    expect(prevented.stdout).toContain('已经预防');
  }, 60_000);

  it('plays customers that come at once, interleaved, each with its own clock', async () => {
    const moves = fileWith(
      'shift.jsonl',
      lines(
        { to: 1, after: 3, text: '您好，收纳盒9.9元，有现货' },
        { to: 3, after: 3, text: '您好，我马上帮您看地址' },
        { to: 2, after: 3, text: '您好，请问是哪张券呢？' },
      ),
    );
    const { code, stdout } = await kefu(['drill', 'peak-3', moves]);
    expect(code).toBe(0);
    const said = [...stdout.matchAll(/^ *([\d.]+) {2}客户(\d)/gm)].map(([, at, who]) => ({
      at: Number(at),
      who,
    }));
    expect(said.map(({ at }) => at)).toEqual(said.map(({ at }) => at).toSorted((a, b) => a - b));
    const first = (number: string) => said.find(({ who }) => who === number)?.at ?? 0;
    expect(first('1')).toBeLessThan(8);
    expect(first('2')).toBeGreaterThanOrEqual(8);
    expect(first('3')).toBeGreaterThanOrEqual(18);
    expect(stdout.match(/结局/g)).toHaveLength(3);
  }, 60_000);
});
