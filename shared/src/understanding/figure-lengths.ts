import type { RawFigure } from './figure';
import { NUMBER, NUMBER_ENDS, readNumber } from './numerals';
import { matchesOf, sought } from './sought';

/** Lengths, in cm: 186cm, 一米八六, 1米8, 26×18×12厘米, 30到45公分. An area (平米) is none. */
const CM: ReadonlyMap<string, number> = new Map([
  ['毫米', 0.1],
  ['mm', 0.1],
  ['厘米', 1],
  ['公分', 1],
  ['cm', 1],
  ['分米', 10],
  ['米', 100],
  ['m', 100],
]);
// A letter m alone is a size unless a decimal stands before it.
const UNIT = String.raw`(毫米|厘米|公分|分米|米|mm|cm|(?<=\.\d+)m(?![a-z0-9码]))`;

const ONE = sought(new RegExp(NUMBER_ENDS + UNIT), `(?:(${NUMBER})${UNIT}?(?:-|~|到|至))?(${NUMBER})${UNIT}`);
/** 1米8 is 180, 1米86 is 186. */
const METRES = sought(
  new RegExp(`${NUMBER_ENDS}米`),
  `(${NUMBER})米([零一二两三四五六七八九\\d]{1,2})(?![\\d.零一二三四五六七八九十百厘公毫个件条张根块天小折%元]|cm|mm)`,
);
/** The numbers before the last have no unit of their own. */
const PRODUCT = sought(
  /[×x*乘]/,
  `(${NUMBER})(?:×|x|\\*|乘以?)(${NUMBER})(?:(?:×|x|\\*|乘以?)(${NUMBER}))?${UNIT}`,
  'gd',
);
/** “1.8米的床” names the goods and says nothing of them. */
const NAMES = /^(?:的)?(?:大|双人|单人|儿童)?(?:床(?!头|垫|尾|边|沿|板|架)|款|规格)/;

export function findLengths(text: string): RawFigure[] {
  const found: RawFigure[] = [];
  const put = (from: number, to: number, start: number, end: number): void => {
    if (NAMES.test(text.slice(end))) return;
    found.push({ kind: 'length', from: rounded(from), to: rounded(to), start, end });
  };
  for (const match of matchesOf(ONE, text)) {
    const [whole, low, lowUnit, high = '', unit = ''] = match;
    const to = inCm(high, unit);
    const from = low === undefined ? to : inCm(low, lowUnit ?? unit);
    if (to === undefined || from === undefined) continue;
    put(Math.min(from, to), to, match.index, match.index + whole.length);
  }
  for (const match of matchesOf(METRES, text)) {
    const [whole, metres = '', rest = ''] = match;
    const [full, more] = [inCm(metres, '米'), digitsOf(rest)];
    if (full === undefined || more === undefined) continue;
    const value = full + more * (rest.length === 1 ? 10 : 1);
    put(value, value, match.index, match.index + whole.length);
  }
  for (const match of matchesOf(PRODUCT, text)) {
    const unit = match[4] ?? '';
    // The last number is found with its unit.
    for (const group of match[3] === undefined ? [1] : [1, 2]) {
      const value = inCm(match[group] ?? '', unit);
      const [start = 0, end = 0] = match.indices?.[group] ?? [];
      if (value !== undefined) put(value, value, start, end);
    }
  }
  return found;
}

function inCm(number: string, unit: string): number | undefined {
  const factor = CM.get(unit);
  const value = readNumber(number)?.to;
  return factor === undefined || value === undefined ? undefined : value * factor;
}

/** 八六 as 86: read digit by digit, as nothing but a measure is said. */
function digitsOf(text: string): number | undefined {
  const digits = [...text].map((char) => readNumber(char)?.to);
  return digits.reduce(
    (sum, digit) => (sum === undefined || digit === undefined ? undefined : sum * 10 + digit),
    0,
  );
}

const rounded = (value: number): number => Math.round(value * 100) / 100;
