import { ReportSchema } from '@kefu/shared/protocol/report';
import { ROUTES } from '@kefu/shared/protocol/routes';
import readXlsxFile, { readSheet } from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { seat, waitForEnd } from '../testing/played';
import { startServer } from '../testing/test-server';
import { bodyAs } from '../testing/test-visitor';
import { csvOf } from './csv';

/** Reads RFC 4180 as a spreadsheet does. */
function readCsv(text: string): string[][] {
  const cells = /("(?:[^"]|"")*"|[^,\r\n]*)(,|\r\n)/g;
  const rows: string[][] = [[]];
  for (const [, cell = '', end] of text.matchAll(cells)) {
    rows.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

test('no text of a table becomes a formula in a spreadsheet, and every cell is read back', () => {
  const risky = ['=1+1', '+86', '-5', '@SUM(A1)', '\t=1', '＝1', '普通', '他说"好",\n然后走了'];
  const text = csvOf([risky, [3, -2.5, null]]);
  expect(text.startsWith('\uFEFF')).toBe(true);
  expect(readCsv(text.slice(1))).toEqual([
    ["'=1+1", "'+86", "'-5", "'@SUM(A1)", "'\t=1", "'＝1", '普通', '他说"好",\n然后走了'],
    ['3', '-2.5', ''],
  ]);
});

test('a report is downloaded as CSV and as Excel, in both languages, with all that cost points', async () => {
  const server = await startServer();
  const seated = await seat(server);
  const { trainee, desk, id } = seated;
  const at = (route: string, query = '') => `${route.replace(':id', id)}${query}`;
  await desk.reply(id, '=HYPERLINK("http://evil.example","点我")');
  await waitForEnd(server, seated);
  const { scorecard, rehearsal } = bodyAs(ReportSchema, await trainee.send('GET', at(ROUTES.report)));

  const answer = await trainee.send('GET', at(ROUTES.reportCsv));
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  // fetch takes the mark away that the browser writes to the file.
  const rows = readCsv(String(answer.body).replace(/^\uFEFF/, ''));
  expect(rows[0]?.slice(0, 3)).toEqual(['部分', '项目', '结果']);
  expect(new Set(rows.map((row) => row.length))).toEqual(new Set([11]));
  expect(rows.find(([, item]) => item === '总分')?.[4]).toBe(String(scorecard.total));
  const lost = scorecard.dimensions
    .flatMap(({ indicators }) => indicators.flatMap(({ evidence }) => evidence))
    .filter(({ effect }) => effect === 'lost');
  const told = rows.filter(([part]) => part === '失分');
  expect(told.map((row) => row.at(-1))).toEqual(lost.map(({ note }) => note.zh));
  expect(told.every((row) => /^R\d\d$/.test(row[6] ?? ''))).toBe(true);

  const file = async (query = '') => {
    const response = await fetch(new URL(at(ROUTES.reportXlsx, query), server.url), {
      headers: { cookie: trainee.cookie },
    });
    return Buffer.from(await response.arrayBuffer());
  };
  const workbook = await file();
  const sheets = await readXlsxFile(workbook);
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['成绩', '明细', '对话']);
  const result = Object.fromEntries((await readSheet(workbook, '成绩')).map(([key, value]) => [key, value]));
  expect(result).toMatchObject({ 总分: scorecard.total, 学员: rehearsal.trainee.name });
  const talk = await readSheet(workbook, '对话');
  expect(talk.some((row) => row.includes('=HYPERLINK("http://evil.example","点我")'))).toBe(true);
  const english = await readSheet(await file('?language=en'), 'Details');
  expect(english[0]?.slice(0, 3)).toEqual(['Part', 'Item', 'Value']);
  expect(english.length).toBe(rows.length);
});
