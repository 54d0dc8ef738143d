import type { Measures } from '@kefu/shared/understanding/metrics';
import type { RedLineMeasures } from './red-line-measures';

/** How a rival did on the same rows; times in µs per reply, medians over slices in which both took turns. */
export type RivalFigures = {
  readonly macroF1: number;
  readonly microF1: number;
  readonly exactMatch: number;
  readonly trainingSeconds: number;
  readonly ourMicroseconds: number;
  readonly microseconds: number;
  readonly timesFaster: number;
};

export type Evaluation = {
  readonly files: readonly { readonly name: string; readonly measures: Measures }[];
  readonly all: Measures;
  readonly rival?: RivalFigures;
  readonly redLines?: readonly RedLineMeasures[];
};

/** For the terminal. */
export function measuresTable(measures: Measures): string {
  const { rows, acts, macroF1, microF1, exactMatch, calibrationError, confusions } = measures;
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

export const rivalLine = (rival: RivalFigures): string =>
  `nlp.js       macro-F1 ${rival.macroF1.toFixed(4)}   micro-F1 ${rival.microF1.toFixed(4)}   exact ${rival.exactMatch.toFixed(4)}   ${rival.microseconds.toFixed(0)} µs a reply, ours ${rival.ourMicroseconds.toFixed(0)} µs (${rival.timesFaster.toFixed(1)} times faster)`;

const marks = (part: string) => ({ from: `<!-- ${part}:begin -->`, to: `<!-- ${part}:end -->` });

/**
 * Puts the figures between their marks in a document; everything else stays. What was not measured this time stays too.
 * @throws {Error} if the document lacks the marks
 */
export function withFigures(document: string, evaluation: Evaluation): string {
  const filled = fill(document, 'figures', figures(evaluation));
  const compared = evaluation.rival
    ? fill(filled, 'rival', rivalTable(evaluation.all, evaluation.rival))
    : filled;
  return evaluation.redLines ? fill(compared, 'red-lines', redLineTables(evaluation.redLines)) : compared;
}

/**
 * Puts a text between the marks of a part of a document.
 * @throws {Error} if the document lacks them
 */
export function fill(document: string, part: string, text: string): string {
  const { from, to } = marks(part);
  const start = document.indexOf(from);
  const end = document.indexOf(to);
  if (start < 0 || end < start) throw new Error(`the document has no place for ${part}: ${from} … ${to}`);
  return `${document.slice(0, start + from.length)}\n\n${text}\n\n${document.slice(end)}`;
}

/** What anyone gets who measures the same rows with the same model. */
export function figures({ files, all }: Evaluation): string {
  const line = (name: string, { rows, macroF1, microF1, exactMatch, calibrationError }: Measures): string =>
    row([name, rows, three(macroF1), three(microF1), three(exactMatch), three(calibrationError)]);
  return [
    head(['Rows of', 'rows', 'macro-F1', 'micro-F1', 'exact match', 'calibration error']),
    ...files.map(({ name, measures }) => line(`\`${name}\``, measures)),
    line('**all**', all),
    '',
    head(['Act', 'precision', 'recall', 'F1', 'rows']),
    ...all.acts.map(({ act, precision, recall, f1, support }) =>
      row([`\`${act}\``, three(precision), three(recall), three(f1), support]),
    ),
    '',
    'Most often confused, an act missed and another said in the same row:',
    '',
    head(['missed', 'said instead', 'rows']),
    ...all.confusions.map(({ missed, said, rows }) => row([`\`${missed}\``, `\`${said}\``, rows])),
  ].join('\n');
}

/** Precision counts the innocent replies only; recall the breaches with that label. */
export const redLineTables = (sets: readonly RedLineMeasures[]): string =>
  sets.map((measures) => `\`${measures.set}\`\n\n${redLineTable(measures)}`).join('\n\n');

function redLineTable({ innocent, ways, lines }: RedLineMeasures): string {
  const open = ways.length > 1;
  const cells = ({ act, breaches, found, falsely, ...line }: RedLineMeasures['lines'][number]) => [
    `\`${act}\``,
    breaches,
    found,
    three(found / breaches),
    ...(open ? line.ways.map((way) => `${way.found} of ${way.breaches}`) : []),
    falsely,
    three(found / Math.max(1, found + falsely)),
  ];
  return [
    head([
      ...['Act', 'breaches', 'found', 'recall'],
      ...(open ? ways : []),
      ...[`false alarms in ${innocent} innocent replies`, 'precision'],
    ]),
    ...lines.map((line) => row(cells(line))),
  ].join('\n');
}

const rivalTable = (all: Measures, rival: RivalFigures): string =>
  [
    head(['', 'macro-F1', 'micro-F1', 'exact match', 'µs a reply']),
    row([
      'Kefu Dojo',
      three(all.macroF1),
      three(all.microF1),
      three(all.exactMatch),
      rival.ourMicroseconds.toFixed(0),
    ]),
    row([
      'nlp.js, Chinese',
      three(rival.macroF1),
      three(rival.microF1),
      three(rival.exactMatch),
      rival.microseconds.toFixed(0),
    ]),
    '',
    `Median ratio of the times: ${rival.timesFaster.toFixed(1)}. nlp.js learnt for ${rival.trainingSeconds.toFixed(0)} s.`,
  ].join('\n');

const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
const head = (cells: readonly string[]): string => `${row(cells)}\n${row(cells.map(() => '---'))}`;
const three = (value: number): string => value.toFixed(3);
