import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Exercise, makeExercise } from '@kefu/shared/rehearsal/exercise';
import { MoveSchema, type Played, play } from '@kefu/shared/rehearsal/play';
import { playTogether, ShiftMoveSchema } from '@kefu/shared/rehearsal/play-together';
import { seededIndex } from '@kefu/shared/rehearsal/random';
import { makeRecord } from '@kefu/shared/scoring/record';
import type { Rubric } from '@kefu/shared/scoring/rubric';
import { scoreRehearsal } from '@kefu/shared/scoring/score';
import { variantFor } from '@kefu/shared/script/case';
import { type DrillPart, isUnlocked } from '@kefu/shared/script/drill';
import type { Content } from '@kefu/shared/script/load';
import { hearing } from '@kefu/shared/understanding/hear';
import type { Recogniser } from '@kefu/shared/understanding/recogniser';
import { chat, chatAlone } from './chat';
import type { Command } from './command';
import { readContent } from './content';
import { readJsonLines } from './json-lines';
import { loadRecogniser } from './load-recogniser';
import { wholeNumber } from './rehearse';
import { transcriptLine } from './result';
import { UsageError } from './usage-error';

const PACE = 1;

export const drill: Command = {
  summary: '演练一组剧本：一个接一个，或同时接待 / play several scripts one after the other, or at once',
  usage: [
    'kefu drill ID [--persona ID] [--seed N] [FILE …]',
    '',
    '一个接一个：每段一个 JSON 行文件，写法同 rehearse；没有文件时在终端对话',
    'in sequence: one file of JSON lines for each part, as for rehearse; without files, a chat in the terminal',
    '同时接待：一个文件，每行加上 to（第几位客户）；at 是开班后的秒数，after 是这位客户说完后的秒数',
    'at once: one file whose lines also say to (which customer); at counts from the start of the shift,',
    'after from when that customer has finished; what is done takes its turn, since there is one agent',
  ].join('\n'),
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { persona: { type: 'string' }, seed: { type: 'string', default: '1' } },
    });
    const [id = '', ...files] = positionals;
    const content = readContent();
    const found = content.drills.get(id)?.value;
    const rubric = content.rubrics.get('default')?.value;
    if (!found || !rubric) throw new UsageError(`请指定 / choose: ${[...content.drills.keys()].join('|')}`);
    const seed = wholeNumber(values.seed);
    const setting: Setting = { content, rubric, recogniser: loadRecogniser(), seed, persona: values.persona };
    if (found.kind === 'at-once') await playAtOnce(setting, found.parts, files);
    else await playInSequence(setting, found.parts, files);
    return 0;
  },
};

type Setting = {
  readonly content: Content;
  readonly rubric: Rubric;
  readonly recogniser: Recogniser;
  readonly seed: number;
  /** The persona of parts that name none. */
  readonly persona: string | undefined;
};

async function playInSequence(
  setting: Setting,
  parts: readonly DrillPart[],
  files: readonly string[],
): Promise<void> {
  const { content, rubric, recogniser, seed, persona } = setting;
  let before: ReturnType<typeof makeRecord> | undefined;
  for (const [index, part] of parts.entries()) {
    if (before && !isUnlocked(part, before)) {
      process.stdout.write(`\n${index + 1}. ${part.script}：已经预防，不用再演练 / prevented\n`);
      continue;
    }
    const exercise = exerciseOf(content, part, persona, seed + index);
    process.stdout.write(`\n${index + 1}. ${exercise.facts.script.title.zh}\n`);
    const file = files[index];
    const played =
      file === undefined
        ? await chatAlone(exercise, recogniser, seed + index, PACE)
        : play(
            exercise,
            hearing(recogniser, exercise.facts.teaching),
            seed + index,
            PACE,
            readJsonLines(readFileSync(file, 'utf8'), MoveSchema, file),
          );
    if (file !== undefined) for (const entry of played.log) process.stdout.write(transcriptLine(entry));
    before = makeRecord(exercise.facts, rubric, PACE, played.log);
    process.stdout.write(`${endingLine(rubric, exercise, played)}\n`);
  }
}

/** All customers at one agent, each with a clock of its own. The transcript is in the order of the shift. */
async function playAtOnce(
  setting: Setting,
  parts: readonly DrillPart[],
  files: readonly string[],
): Promise<void> {
  const { content, rubric, recogniser, seed, persona } = setting;
  const customers = parts.map((part, index) => {
    const exercise = exerciseOf(content, part, persona, seed + index);
    return { exercise, seed: seed + index, from: part.after * 1000 };
  });
  const [file] = files;
  if (files.length > 1) throw new UsageError('同时接待只要一个文件 / at once there is one file for all');
  const played =
    file === undefined
      ? await chat(customers, recogniser, PACE)
      : playTogether(
          customers.map((each) => ({ ...each, hear: hearing(recogniser, each.exercise.facts.teaching) })),
          PACE,
          readJsonLines(readFileSync(file, 'utf8'), ShiftMoveSchema, file),
        );
  if (file !== undefined) {
    const lines = played.flatMap(({ log }, index) => {
      const from = customers[index]?.from ?? 0;
      return log.map((entry) => ({ entry: { ...entry, at: entry.at + from }, mark: `${index + 1}` }));
    });
    for (const { entry, mark } of lines.toSorted((a, b) => a.entry.at - b.entry.at))
      process.stdout.write(transcriptLine(entry, mark));
  }
  played.forEach((each, index) => {
    const exercise = customers[index]?.exercise;
    if (exercise)
      process.stdout.write(
        `${index + 1}. ${exercise.facts.script.title.zh}  ${endingLine(rubric, exercise, each)}\n`,
      );
  });
}

function endingLine(rubric: Rubric, { facts }: Exercise, { log }: Played): string {
  const { ending, total } = scoreRehearsal({ facts, rubric, pace: PACE, log });
  return `结局 / ending: ${ending}  得分 / score: ${total}`;
}

/** The part's customer: its own persona, else the one asked for, else one that the seed draws. */
function exerciseOf(content: Content, part: DrillPart, wanted: string | undefined, seed: number) {
  const ids = [...content.personas.keys()];
  const persona = content.personas.get(
    part.persona ?? wanted ?? ids[seededIndex(seed, 'persona', ids.length)] ?? '',
  );
  const script = content.scripts.get(part.script)?.value;
  const shop = script && content.shops.get(script.shop)?.value;
  if (!script || !shop) throw new UsageError(`剧本不能用 / cannot be played: ${part.script}`);
  if (!persona) throw new UsageError(`请指定 / choose: --persona ${ids.join('|')}`);
  return makeExercise(script, shop, persona.value, part.variant ?? variantFor(script, seed));
}
