import { parseArgs } from 'node:util';
import { USUAL_BOUND } from '@kefu/shared/proof/prove';
import { type Content, loadContent } from '@kefu/shared/script/load';
import { playRuns } from '@kefu/shared/script/runs';
import type { Problem } from '@kefu/shared/script/source';
import { type CheckedFiles, checkedFiles } from './checked-files';
import type { Command } from './command';
import { scenariosFolder } from './content';
import { loadRecogniser } from './load-recogniser';
import { problemJson, problemText } from './problem-report';
import { proveScripts } from './prove-scripts';
import { readTranscripts, type Transcripts } from './transcripts';
import { UsageError } from './usage-error';

export const check: Command = {
  summary: '检查剧本和客户画像 / validate scripts and personas',
  usage: [
    'kefu check [--runs] [--prove [--bound N]] [--json] [FILES or FOLDERS …]',
    '',
    '没有文件名时检查整个 scenarios 文件夹；别处的文件按放在 scenarios 里来检查。',
    'Without names the whole folder scenarios is checked; a file from elsewhere as if it lay there.',
    '--runs  同时演练剧本旁边的 *.runs.yaml，并和 *.golden.txt 比较 / also play the transcripts beside the scripts,',
    '        and compare with what they came to before (see kefu runs)',
    '--prove 逐个状态探索剧本，并用示范、机器人和中等水平的学员试演；--bound N 为每个情形探索的状态数',
    '        explore the scripts state by state, play models, bots and middling trainees on them;',
    '        what is neither shown nor excluded within the bound is “not proved”',
    '--json  每行一个 JSON 对象，给程序用 / one JSON object per line, for programs',
    '',
    '退出码 / exit code: 0 通过 sound (警告 warnings allowed), 1 有错误 faults, 2 用法不对 wrong usage',
  ].join('\n'),
  async run(args) {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        runs: { type: 'boolean', default: false },
        prove: { type: 'boolean', default: false },
        bound: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
    const { json } = values;
    const bound = values.bound === undefined ? USUAL_BOUND : Number(values.bound);
    if (!Number.isInteger(bound) || bound < 1)
      throw new UsageError(`--bound 需要正整数 / a positive number: ${values.bound}`);
    const checked = checkedFiles(scenariosFolder(), positionals);
    const content = loadContent(checked.files);
    const transcripts = readTranscripts(checked, content);
    if (reportProblems([...content.problems, ...transcripts.problems], checked, json) > 0) return 1;

    const asked = [...content.scripts].filter(([, { file }]) => checked.asked(file)).map(([id]) => id);
    if (values.runs && !reportRuns(content, asked, transcripts, json)) return 1;
    if (values.prove) return proveScripts(content, asked, transcripts.runs, bound, json);
    if (!json)
      process.stdout.write(
        `通过 / sound：${asked.length} 个剧本 / scripts，${content.personas.size} 个客户画像 / personas\n`,
      );
    return 0;
  },
};

/** @returns the number of errors; warnings are shown, too */
function reportProblems(
  problems: readonly Problem[],
  { asked, shownAs }: CheckedFiles,
  json: boolean,
): number {
  const shown = problems
    .filter(({ file }) => asked(file))
    .map((problem) => ({ ...problem, file: shownAs(problem.file) }));
  for (const problem of shown) {
    if (json) process.stdout.write(`${problemJson(problem)}\n`);
    else process.stderr.write(`${problemText(problem)}\n\n`);
  }
  const errors = shown.filter(({ severity }) => severity === 'error').length;
  const warnings = shown.length - errors;
  if (shown.length > 0 && !json)
    process.stderr.write(`${errors} 个错误 / errors，${warnings} 个警告 / warnings\n`);
  return errors;
}

/** Plays the transcripts of these scripts; tells of each whether it came out as it should, and returns whether all did. */
function reportRuns(
  content: Content,
  scripts: readonly string[],
  transcripts: Transcripts,
  json: boolean,
): boolean {
  const recogniser = loadRecogniser();
  let good = true;
  for (const id of scripts) {
    const runs = transcripts.runs.get(id);
    const golden = transcripts.goldens.get(id);
    for (const result of runs ? playRuns(content, id, runs, recogniser, golden) : []) {
      const { run, persona, seed, variant, complaints, story } = result;
      const { ending, total } = result.scorecard;
      const line = json
        ? JSON.stringify({ script: id, run, persona, seed, variant, ending, total, complaints, story })
        : `${complaints.length === 0 ? '✓' : '✗'} ${id} ${run} ${persona} #${seed} ${variant}: ${ending} ${total} ${complaints.join('；')}`;
      process.stdout.write(`${line.trimEnd()}\n`);
      good &&= complaints.length === 0;
    }
  }
  return good;
}
