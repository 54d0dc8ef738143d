import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { USUAL_BOUND } from '@kefu/shared/proof/prove';
import { type Content, loadContent } from '@kefu/shared/script/load';
import { playRuns, RunsSchema } from '@kefu/shared/script/runs';
import { Source, type SourceFile } from '@kefu/shared/script/source';
import { readSources } from '../content/sources';
import type { Command } from './command';
import { problemLine, scenariosFolder } from './content';
import { loadRecogniser } from './load-recogniser';
import { proofLines, proveScripts } from './proof-report';
import { UsageError } from './usage-error';

export const check: Command = {
  summary: '检查剧本和客户画像 / validate scripts and personas',
  usage: [
    'kefu check [--runs] [--prove [--bound N] [--json]] [FILES or FOLDERS …]',
    '',
    '没有文件名时检查整个 scenarios 文件夹。有错误时退出码为 1。',
    '--runs 同时演练剧本旁边的 *.runs.yaml / also play the transcripts beside the scripts',
    '--prove 逐个状态探索剧本：结局可达、沉默有结局、没有无代价的循环；--bound N 为每个情形探索的状态数',
    '        explore the scripts state by state; what is not reached within the bound is not proved',
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
    const folder = scenariosFolder();
    const library = readSources(folder);
    // A file from elsewhere is checked as if it lay in the library, against the shops and personas there.
    const named = positionals.flatMap(filesIn).map((file) => ({
      path: placeOf(folder, file),
      text: readFileSync(file, 'utf8'),
    }));
    const paths = new Set(named.map(({ path }) => path));
    const files = [...library.filter(({ path }) => !paths.has(path)), ...named];
    const content = loadContent(files);
    const { problems, scripts, personas } = content;
    const shown = problems.filter(({ file }) => paths.size === 0 || paths.has(file));
    for (const problem of shown) process.stderr.write(`${problemLine(problem)}\n`);
    const errors = shown.filter(({ severity }) => severity === 'error').length;
    if (errors > 0) {
      process.stderr.write(`\n${errors} 个错误\n`);
      return 1;
    }
    if (values.runs && !reportRuns(content, files, paths)) return 1;
    if (values.prove) {
      const scripts = [...content.scripts].filter(([, { file }]) => paths.size === 0 || paths.has(file));
      const bound = values.bound === undefined ? USUAL_BOUND : Number(values.bound);
      if (!Number.isInteger(bound) || bound < 1)
        throw new UsageError(`--bound 需要正整数 / a positive number: ${values.bound}`);
      return reportProofs(
        content,
        scripts.map(([id]) => id),
        bound,
        values.json,
      );
    }
    process.stdout.write(`通过：${scripts.size} 个剧本,${personas.size} 个客户画像\n`);
    return 0;
  },
};

/** @returns the exit code: 1 where a fault was shown */
function reportProofs(content: Content, scripts: readonly string[], bound: number, json: boolean): number {
  let faults = 0;
  for (const proof of proveScripts(content, scripts, bound)) {
    faults += proof.faults.length;
    process.stdout.write(json ? `${JSON.stringify(proof)}\n` : `${proofLines(proof).join('\n')}\n`);
  }
  return faults > 0 ? 1 : 0;
}

/** Plays the transcripts of the named scripts, or of all; tells of each whether it came out as it should. */
function reportRuns(content: Content, files: readonly SourceFile[], named: ReadonlySet<string>): boolean {
  const recogniser = loadRecogniser();
  let good = true;
  for (const [id, { file }] of content.scripts) {
    const path = file.replace(/\.yaml$/, '.runs.yaml');
    if (named.size > 0 && !named.has(file) && !named.has(path)) continue;
    const text = files.find((source) => source.path === path);
    if (!text) continue;
    const source = new Source(text);
    const runs = source.read(RunsSchema);
    for (const problem of source.problems) process.stderr.write(`${problemLine(problem)}\n`);
    good &&= runs !== undefined;
    if (!runs) continue;
    for (const { run, persona, seed, variant, scorecard, complaints } of playRuns(
      content,
      id,
      runs,
      recogniser,
    )) {
      const mark = complaints.length === 0 ? '✓' : '✗';
      process.stdout.write(
        `${mark} ${id} ${run} ${persona} #${seed} ${variant}: ${scorecard.ending} ${scorecard.total} ${complaints.join('；')}\n`,
      );
      good &&= complaints.length === 0;
    }
  }
  return good;
}

/** The file itself, or all YAML files of a folder. */
function filesIn(path: string): string[] {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw new UsageError(`没有这个文件 / no such file: ${path}`);
  if (!found.isDirectory()) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => join(path, name));
}

function placeOf(folder: string, file: string): string {
  const path = relative(folder, resolve(file)).split(sep).join('/');
  return path.startsWith('..') ? `scripts/checked/${path.split('/').at(-1)}` : path;
}
