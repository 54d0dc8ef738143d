import type { Problem } from '@kefu/shared/script/source';

/** Columns of a line that are shown around a fault; lists of wordings are long. */
const SHOWN = 100;

/** `file:line:column severity [code] message`, as compilers print it. */
export const problemLine = ({ file, line, column, severity, code, message }: Problem): string =>
  `${file}:${line}:${column} ${severity === 'error' ? '错误' : '警告'} [${code}] ${message.zh} / ${message.en}`;

/** The same with the line itself, a caret below the fault, and what to do about it. */
export function problemText(problem: Problem): string {
  const { line, column, length, excerpt, hint } = problem;
  const from = Math.max(0, Math.min(column - 1 - SHOWN / 2, excerpt.length - SHOWN));
  const cut = from > 0 ? '…' : '';
  const shown = `${cut}${excerpt.slice(from, from + SHOWN)}${from + SHOWN < excerpt.length ? '…' : ''}`;
  const before = `${cut}${excerpt.slice(from, column - 1)}`;
  const marked = excerpt.slice(column - 1, Math.min(column - 1 + length, from + SHOWN));
  const margin = ' '.repeat(String(line).length);
  return [
    problemLine(problem),
    ` ${line} | ${shown.replaceAll('\t', ' ')}`,
    ` ${margin} | ${' '.repeat(columnsOf(before))}${'^'.repeat(Math.max(1, columnsOf(marked)))}`,
    ...(hint ? [` ${margin} = ${hint.zh} / ${hint.en}`] : []),
  ].join('\n');
}

/** Columns of a terminal: Chinese letters and full-width signs take two. */
const columnsOf = (text: string): number =>
  [...text].reduce(
    (sum, letter) =>
      sum +
      (/[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|\p{Emoji_Presentation}/u.test(
        letter,
      )
        ? 2
        : 1),
    0,
  );

/** The problem as one line of JSON, for programs. */
export const problemJson = ({ excerpt: _, ...problem }: Problem): string => JSON.stringify(problem);
