import type { RawFigure } from './figure';
import { NUMBER, NUMBER_ENDS, readNumber } from './numerals';
import { matchesOf, sought } from './sought';

/** Clothes and shoe sizes: M码, 拍L, 38码, 均码. “大一码” names no size. */
const LETTERS = sought(/[lsm]/, /(?<![a-z0-9])(x{0,5}l|[2-6]xl|x{0,2}s|m)(?![a-z0-9'’])(?:码|号)?/);
const NUMBERED = sought(new RegExp(`${NUMBER_ENDS}号?码`), `(${NUMBER})(?:码|号码)`);
const CHOSEN = sought(
  /[拍选穿换要成议]\d/,
  /(?:拍|选|穿|换|要|换成|改成|建议)(\d{2}(?:\.5)?)(?![\d.%]|元|块|件|个|双|条|号|天|小时|包|盒|箱|g|kg|ml|斤|分|折|月|日|码|点|年|岁|公|毫|厘|米|克|片|瓶|套|台)/,
);
const ONE_SIZE = sought(/均码/, /均码/);

export function findSizes(text: string): RawFigure[] {
  const found: RawFigure[] = [];
  const put = (size: string, start: number, end: number): void => {
    found.push({ kind: 'size', from: 0, to: 0, sizes: [size], start, end });
  };
  for (const match of matchesOf(LETTERS, text)) {
    const size = (match[1] ?? '').toUpperCase();
    put(normalSize(size), match.index, match.index + match[0].length);
  }
  for (const match of matchesOf(NUMBERED, text)) {
    const number = match[1] ?? '';
    const range = readNumber(number);
    // 大一码, 小半码, 差两码: steps between sizes.
    if (!range || range.to < 10 || /[大小差隔低高]$/.test(text.slice(0, match.index))) continue;
    put(String(range.to), match.index, match.index + match[0].length);
  }
  for (const match of matchesOf(CHOSEN, text)) {
    const number = match[1] ?? '';
    const end = match.index + match[0].length;
    put(number, end - number.length, end);
  }
  for (const match of matchesOf(ONE_SIZE, text)) put('均码', match.index, match.index + 2);
  return found;
}

/** XXL and 2XL are one size. */
function normalSize(size: string): string {
  const numbered = /^([2-6])XL$/.exec(size);
  return numbered ? `${'X'.repeat(Number(numbered[1]))}L` : size;
}
