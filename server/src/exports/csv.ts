import type { Cell, Table } from './details';

/** Without it Excel reads UTF-8 as the code page of the system. */
const BYTE_ORDER_MARK = '\uFEFF';

/** What a spreadsheet would take for a formula (OWASP, CSV injection), half or full width. */
const FORMULA = /^[=+\-@＝＋－＠\t\r]/;

/** A table as RFC 4180 has it. Texts that a spreadsheet would calculate are kept texts by an apostrophe. */
export const csvOf = (table: Table): string =>
  `${BYTE_ORDER_MARK}${table.map((row) => `${row.map(field).join(',')}\r\n`).join('')}`;

function field(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
