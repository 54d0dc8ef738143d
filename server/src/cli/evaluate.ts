import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import type { LabelledReply } from '@kefu/shared/understanding/labelled-reply';
import { measure } from '@kefu/shared/understanding/metrics';
import type { Recogniser } from '@kefu/shared/understanding/recogniser';
import { readReplies, readRepliesFile } from '../content/replies';
import type { Command } from './command';
import { type Evaluation, measuresTable, redLineTables, rivalLine, withFigures } from './evaluation-report';
import { LineError } from './json-lines';
import { loadRecogniser } from './load-recogniser';
import { judgedFrom, kindestThreshold, type Said, trainNlpjs } from './nlpjs';
import { measureRedLines } from './red-line-measures';
import { trainingFolder } from './repository';
import { UsageError } from './usage-error';

export const evaluate: Command = {
  summary: '评测识别模型 / measure the recogniser on labelled replies',
  usage:
    'kefu evaluate FILE.jsonl [FILE.jsonl …] [--json] [--model FILE] [--vs nlpjs] [--red-lines FOLDER] [--report FILE.md]\n\n每行 / each line: {"text":"…","context":"…","labels":["greet"],"contested":[]}\n--vs nlpjs: 用同样的回复训练并评测 nlp.js，需要几分钟 / trains and measures nlp.js on the same replies, minutes\n--red-lines: FOLDER/*/ 中的 innocent.jsonl 与 breaches*.jsonl / red lines, falsely and rightly called\n--report:   把结果写进文档 / writes the figures into the document',
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        model: { type: 'string' },
        vs: { type: 'string' },
        report: { type: 'string' },
        'red-lines': { type: 'string' },
      },
    });
    if (positionals.length === 0) throw new UsageError('缺少文件 / no file given');
    if (values.vs !== undefined && values.vs !== 'nlpjs') {
      throw new UsageError(`只能与 nlpjs 比较 / the only rival is nlpjs: ${values.vs}`);
    }
    const recogniser = loadRecogniser(values.model);
    try {
      const folder = values['red-lines'];
      const evaluation = {
        ...(await evaluateFiles(recogniser, positionals, values.vs === 'nlpjs')),
        ...(folder === undefined ? {} : { redLines: measureRedLines(recogniser, folder) }),
      };
      if (values.report) {
        writeFileSync(values.report, withFigures(readFileSync(values.report, 'utf8'), evaluation));
      }
      const { all, rival, redLines } = evaluation;
      const json = { ...all, ...(rival && { rival }), ...(redLines && { redLines }) };
      process.stdout.write(
        values.json
          ? `${JSON.stringify(json, null, 2)}\n`
          : [
              measuresTable(all),
              ...(rival ? [`${rivalLine(rival)}\n`] : []),
              ...(redLines ? [`${redLineTables(redLines)}\n`] : []),
            ].join(''),
      );
      return 0;
    } catch (error) {
      if (!(error instanceof LineError) && !isMissingFile(error)) throw error;
      process.stderr.write(`${error.message}\n`);
      return 1;
    }
  },
};

/** Measures the recogniser on labelled files, each by itself and all together, and a rival beside it if asked for. */
export async function evaluateFiles(
  recogniser: Recogniser,
  paths: readonly string[],
  withRival = false,
): Promise<Evaluation> {
  const read = paths.map((path) => ({ name: basename(path, '.jsonl'), rows: readRepliesFile(path) }));
  const measured = (rows: readonly LabelledReply[]) =>
    measure(
      rows.map(({ text, context, labels, contested = [] }) => ({
        labels,
        contested,
        hits: recogniser.recognise(text, context),
      })),
    );
  const rows = read.flatMap((file) => file.rows);
  return {
    files: read.map((file) => ({ name: file.name, measures: measured(file.rows) })),
    all: measured(rows),
    ...(withRival ? { rival: await compareWithNlpjs(recogniser, rows) } : {}),
  };
}

/** Rows in one slice of the comparison of speed: both take turns, so that a busy machine slows both. */
const SLICE = 50;

async function compareWithNlpjs(recogniser: Recogniser, rows: readonly LabelledReply[]) {
  const replies = readReplies(trainingFolder());
  process.stderr.write(`nlp.js: ${replies.length} 条回复，需要几分钟 / replies, this takes minutes …\n`);
  const began = performance.now();
  const rival = await trainNlpjs(replies);
  const trainingSeconds = (performance.now() - began) / 1000;
  const said: Said[] = [];
  const slices: { ours: number; theirs: number }[] = [];
  for (let at = 0; at < rows.length; at += SLICE) {
    const slice = rows.slice(at, at + SLICE);
    const start = performance.now();
    for (const { text, context } of slice) recogniser.recognise(text, context);
    const middle = performance.now();
    for (const { text } of slice) said.push(await rival(text));
    const end = performance.now();
    slices.push({
      ours: ((middle - start) * 1000) / slice.length,
      theirs: ((end - middle) * 1000) / slice.length,
    });
  }
  const { macroF1, microF1, exactMatch } = measure(judgedFrom(rows, said, kindestThreshold(rows, said)));
  return {
    ...{ macroF1, microF1, exactMatch, trainingSeconds },
    ourMicroseconds: median(slices.map(({ ours }) => ours)),
    microseconds: median(slices.map(({ theirs }) => theirs)),
    timesFaster: median(slices.map(({ ours, theirs }) => theirs / ours)),
  };
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const isMissingFile = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';
