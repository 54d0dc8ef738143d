import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { LabelledReplySchema } from '@kefu/shared/understanding/labelled-reply';
import { type Measures, measure } from '@kefu/shared/understanding/metrics';
import type { Command } from './command';
import { LineError, readJsonLines } from './json-lines';
import { loadRecogniser } from './load-recogniser';
import { UsageError } from './usage-error';

export const evaluate: Command = {
  summary: '评测识别模型 / measure the recogniser on labelled replies',
  usage:
    'kefu evaluate FILE.jsonl [FILE.jsonl …] [--json] [--model FILE]\n\n每行 / each line: {"text":"…","context":"…","labels":["greet"],"contested":[]}',
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false }, model: { type: 'string' } },
    });
    if (positionals.length === 0) throw new UsageError('缺少文件 / no file given');
    const recogniser = loadRecogniser(values.model);
    try {
      const rows = positionals.flatMap((file) =>
        readJsonLines(readFileSync(file, 'utf8'), LabelledReplySchema, file),
      );
      const measures = measure(
        rows.map(({ text, context, labels, contested = [] }) => ({
          labels,
          contested,
          hits: recogniser.recognise(text, context),
        })),
      );
      process.stdout.write(values.json ? `${JSON.stringify(measures, null, 2)}\n` : table(measures));
      return 0;
    } catch (error) {
      if (!(error instanceof LineError) && !isMissingFile(error)) throw error;
      process.stderr.write(`${error.message}\n`);
      return 1;
    }
  },
};

const isMissingFile = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

function table({ rows, acts, macroF1, microF1, exactMatch, calibrationError, confusions }: Measures): string {
  const cell = (value: number): string => value.toFixed(3).padStart(10);
  const lines = acts.map(
    ({ act, precision, recall, f1, support }) =>
      `${act.padEnd(12)}${cell(precision)}${cell(recall)}${cell(f1)}${String(support).padStart(9)}`,
  );
  return [
    `${'act'.padEnd(12)} precision    recall        F1  support`,
    ...lines,
    '',
    `rows ${rows}   macro-F1 ${macroF1.toFixed(4)}   micro-F1 ${microF1.toFixed(4)}   exact ${exactMatch.toFixed(4)}   ECE ${calibrationError.toFixed(4)}`,
    '',
    'most often confused (missed → said):',
    ...confusions.map((pair) => `  ${pair.missed} → ${pair.said}  ${pair.rows}`),
    '',
  ].join('\n');
}
