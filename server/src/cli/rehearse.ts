import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { MOST_OVERLAYS } from '@kefu/shared/persona/most-overlays';
import type { Overlay } from '@kefu/shared/persona/overlay';
import { exerciseFor } from '@kefu/shared/rehearsal/exercise';
import { MoveSchema, play } from '@kefu/shared/rehearsal/play';
import { makeReceipt } from '@kefu/shared/scoring/receipt';
import type { Content, Loaded } from '@kefu/shared/script/load';
import { hearing } from '@kefu/shared/understanding/hear';
import { chatAlone } from './chat';
import type { Command } from './command';
import { readContent } from './content';
import { LineError, readJsonLines } from './json-lines';
import { loadRecogniser } from './load-recogniser';
import { problemLine } from './problem-report';
import { resultOf, transcriptLine } from './result';
import { UsageError } from './usage-error';

export const rehearse: Command = {
  summary: '按时间线演练一个剧本，或在终端里对话 / play a timed trainee, or chat in the terminal',
  usage: [
    'kefu rehearse --script ID --persona ID [--overlay ID …] [--seed N] [--pace 1|1.5|2|0] [--json] [FILE|-]',
    '',
    '每行一条 / one a line: {"at":12.5,"text":"您好…"} 或 / or {"at":20,"do":"look-up-order","with":{…}}',
    'at 是开始后的秒数 / seconds since the start;也可以写 after:客户说完后的秒数 / after the customer has finished',
    '--overlay 可写多个，叠加在画像上：辱骂、着急等 / laid on the persona, may be repeated',
    '没有文件时在终端对话 / without a file: a chat in the terminal',
  ].join('\n'),
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        script: { type: 'string' },
        persona: { type: 'string' },
        overlay: { type: 'string', multiple: true, default: [] },
        seed: { type: 'string', default: '1' },
        pace: { type: 'string', default: '1' },
        json: { type: 'boolean', default: false },
      },
    });
    const content = readContent();
    const script = content.scripts.get(values.script ?? '');
    const persona = content.personas.get(values.persona ?? '');
    const rubric = content.rubrics.get('default');
    if (!script || !persona) {
      const broken = content.problems.filter(
        ({ file }) => values.script && file.endsWith(`/${values.script}.yaml`),
      );
      for (const problem of broken) process.stderr.write(`${problemLine(problem)}\n`);
      const missing = script
        ? `--persona ${[...content.personas.keys()].join('|')}`
        : `--script ${[...content.scripts.keys()].join('|')}`;
      throw new UsageError(`请指定 / choose: ${missing}`);
    }
    const shop = content.shops.get(script.value.shop);
    if (!shop || !rubric)
      throw new UsageError('缺少店铺或评分标准 / the shop or the default rubric is missing');
    const overlays = overlaysNamed(content, values.overlay);
    const seed = wholeNumber(values.seed);
    const pace = Number(values.pace);
    if (![0, 1, 1.5, 2].includes(pace)) throw new UsageError('--pace 只能是 0、1、1.5 或 2');
    const recogniser = loadRecogniser();
    const laid = overlays.map(({ value }) => value);
    const exercise = exerciseFor(script.value, shop.value, persona.value, seed, laid);

    const [file] = positionals;
    try {
      const played =
        file === undefined && process.stdin.isTTY
          ? await chatAlone(exercise, recogniser, seed, pace)
          : play(
              exercise,
              hearing(recogniser, exercise.facts.teaching),
              seed,
              pace,
              readJsonLines(await readInput(file), MoveSchema, file ?? ''),
            );
      const receipt = makeReceipt({
        script,
        shop,
        persona,
        overlays,
        rubric,
        recogniser,
        seed,
        pace,
        mode: 'practice',
        ...played,
      });
      const result = resultOf(receipt);
      if (values.json) process.stdout.write(`${JSON.stringify(result)}\n`);
      else {
        if (file !== undefined || !process.stdin.isTTY)
          for (const entry of played.log) process.stdout.write(transcriptLine(entry));
        process.stdout.write(
          `\n结局 / ending: ${result.ending}  得分 / score: ${result.score}  ${result.passed ? '通过 / passed' : '未通过 / failed'}\n`,
        );
        for (const { title, points, indicators } of receipt.scorecard.dimensions) {
          process.stdout.write(`${title.zh} ${points ?? '—'}\n`);
          for (const indicator of indicators) {
            process.stdout.write(
              `    ${indicator.title.zh} ${indicator.points ?? '—'}  ${indicator.value.zh}\n`,
            );
          }
        }
      }
      return 0;
    } catch (error) {
      if (!(error instanceof LineError)) throw error;
      process.stderr.write(`${error.message}\n`);
      return 1;
    }
  },
};

/** @throws {UsageError} for an overlay that does not exist, is named twice, or is one too many */
function overlaysNamed({ overlays }: Content, ids: readonly string[]): Loaded<Overlay>[] {
  if (new Set(ids).size < ids.length || ids.length > MOST_OVERLAYS)
    throw new UsageError(
      `--overlay 最多 ${MOST_OVERLAYS} 个，不能重复 / at most ${MOST_OVERLAYS}, each once`,
    );
  return ids.map((id) => {
    const found = overlays.get(id);
    if (!found) throw new UsageError(`请指定 / choose: --overlay ${[...overlays.keys()].join('|')}`);
    return found;
  });
}

/** A file, or standard input for `-` and for a pipe without a name. */
const readInput = async (file: string | undefined): Promise<string> =>
  file === undefined || file === '-' ? text(process.stdin) : readFileSync(file, 'utf8');

export function wholeNumber(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 0 || number > 0xffffffff) {
    throw new UsageError('--seed 要是 0 到 4294967295 的整数 / must be a whole number');
  }
  return number;
}
