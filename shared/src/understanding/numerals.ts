/** A number as people write it: 两, 十二, 三百五, 1.5, 半, and the loose pairs 三五 (3 to 5), 十七八 (17 to 18). */
export type NumberRange = { readonly from: number; readonly to: number };

/** Source of a regular expression that matches one number (万一 means “if”, the k of kg no thousand); what it matches goes to `readNumber`. */
export const NUMBER = String.raw`(?:\d{1,9}(?:,\d{3})*(?:\.\d{1,4})?(?:[万千]|[kw](?![a-z]))?|(?!万一)(?<!万(?=一))[零〇一二两俩三仨四五六七八九十百千万]+(?:点[零一二三四五六七八九]{1,2})?)`;

/** Source of the class of characters with which such a number begins, and of those with which it ends. */
export const NUMBER_BEGINS = String.raw`[\d零〇一二两俩三仨四五六七八九十百千万]`;
export const NUMBER_ENDS = String.raw`[\dkw零〇一二两俩三仨四五六七八九十百千万]`;

const DIGITS: ReadonlyMap<string, number> = new Map(
  [...'零一二三四五六七八九'].map((char, value): [string, number] => [char, value]),
);
const EXTRA: ReadonlyMap<string, number> = new Map([
  ['〇', 0],
  ['两', 2],
  ['俩', 2],
  ['仨', 3],
]);
const UNITS: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
]);

export function readNumber(text: string): NumberRange | undefined {
  const arabic = /^(\d[\d,]*(?:\.\d+)?)([万千kw]?)$/.exec(text);
  if (arabic) {
    const factor = { 万: 10_000, w: 10_000, 千: 1000, k: 1000 }[arabic[2] ?? ''] ?? 1;
    const value = Number((arabic[1] ?? '').replaceAll(',', '')) * factor;
    return Number.isFinite(value) ? { from: value, to: value } : undefined;
  }
  const loose = /^(十?)([一二两三四五六七八九])([一二两三四五六七八九])$/.exec(text);
  if (loose) return readLoose(loose[1] ?? '', digit(loose[2]), digit(loose[3]));
  const [whole = '', decimals] = text.split('点');
  const value = readChinese(whole);
  if (value === undefined) return undefined;
  const fraction = decimals
    ? [...decimals].reduce((sum, char, i) => sum + digit(char) / 10 ** (i + 1), 0)
    : 0;
  const exact = Math.round((value + fraction) * 10_000) / 10_000;
  return { from: exact, to: exact };
}

/** 三五 is a range; 五二 is nobody's number. */
function readLoose(ten: string, low: number, high: number): NumberRange | undefined {
  const base = ten ? 10 : 0;
  return high > low && high - low <= 2 ? { from: base + low, to: base + high } : undefined;
}

function readChinese(text: string): number | undefined {
  if (text === '') return undefined;
  let total = 0;
  let section = 0;
  let current: number | undefined;
  let lastUnit = 1;
  let afterZero = false;
  for (const char of text) {
    const unit = UNITS.get(char);
    if (char === '万') {
      total = (section + (current ?? (section ? 0 : 1))) * 10_000;
      section = 0;
      current = undefined;
      lastUnit = 10_000;
    } else if (unit !== undefined) {
      section += (current ?? 1) * unit;
      current = undefined;
      lastUnit = unit;
    } else {
      if (current !== undefined && current !== 0) return undefined;
      current = digit(char);
      afterZero = current === 0;
      continue;
    }
    afterZero = false;
  }
  // 三百五 is 350, 三百零五 is 305, 十五 is 15.
  const shortened =
    lastUnit >= 100 && current !== undefined && current > 0 && !afterZero && !/[零〇].$/.test(text);
  return total + section + (current ?? 0) * (shortened ? lastUnit / 10 : 1);
}

const digit = (char: string | undefined): number => DIGITS.get(char ?? '') ?? EXTRA.get(char ?? '') ?? 0;
