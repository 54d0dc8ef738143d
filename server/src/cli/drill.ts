import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { makeExercise } from '@kefu/shared/rehearsal/exercise';
import { MoveSchema, play } from '@kefu/shared/rehearsal/play';
import { seededIndex } from '@kefu/shared/rehearsal/random';
import { makeRecord } from '@kefu/shared/scoring/record';
import { scoreRehearsal } from '@kefu/shared/scoring/score';
import { variantFor } from '@kefu/shared/script/case';
import { type DrillPart, isUnlocked } from '@kefu/shared/script/drill';
import type { Content } from '@kefu/shared/script/load';
import { hearing } from '@kefu/shared/understanding/hear';
import { chat } from './chat';
import type { Command } from './command';
import { readContent } from './content';
import { readJsonLines } from './json-lines';
import { loadRecogniser } from './load-recogniser';
import { wholeNumber } from './rehearse';
import { transcriptLine } from './result';
import { UsageError } from './usage-error';

const PACE = 1;

export const drill: Command = {
  summary: '连续演练一组剧本 / play several scripts one after the other',
  usage: [
    'kefu drill ID [--persona ID] [--seed N] [FILE …]',
    '',
    '每段一个 JSON 行文件，写法同 rehearse；没有文件时在终端对话',
    'one file of JSON lines for each part, as for rehearse; without files, a chat in the terminal',
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
    if (found.kind === 'at-once')
      throw new UsageError(
        '这个练习要同时接待，命令行只能一个接一个 / customers at once need the desk, not the terminal',
      );
    const recogniser = loadRecogniser();
    const seed = wholeNumber(values.seed);
    let before: ReturnType<typeof makeRecord> | undefined;
    for (const [index, part] of found.parts.entries()) {
      if (before && !isUnlocked(part, before)) {
        process.stdout.write(`\n${index + 1}. ${part.script}：已经预防，不用再演练 / prevented\n`);
        continue;
      }
      const exercise = exerciseOf(content, part, values.persona, seed + index);
      process.stdout.write(`\n${index + 1}. ${exercise.facts.script.title.zh}\n`);
      const file = files[index];
      const played =
        file === undefined
          ? await chat(exercise, recogniser, seed + index, PACE)
          : play(
              exercise,
              hearing(recogniser, exercise.facts.teaching),
              seed + index,
              PACE,
              readJsonLines(readFileSync(file, 'utf8'), MoveSchema, file),
            );
      if (file !== undefined) for (const entry of played.log) process.stdout.write(transcriptLine(entry));
      before = makeRecord(exercise.facts, rubric, PACE, played.log);
      const { ending, total } = scoreRehearsal({
        facts: exercise.facts,
        rubric,
        pace: PACE,
        log: played.log,
      });
      process.stdout.write(`结局 / ending: ${ending}  得分 / score: ${total}\n`);
    }
    return 0;
  },
};

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
