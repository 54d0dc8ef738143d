import { findDisguises } from './disguises';
import { EMOJI, PLACEHOLDERS, TOKEN } from './tokens';
import { SIMPLIFIED } from './traditional';

/** Text in normal form; character `i` of `text` came from `source.slice(starts[i], ends[i])`. */
export type Normalised = {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
};

/** Longer texts are cut here: nobody types more in a chat, and time must stay bounded. */
const MAX_LENGTH = 4000;

const PUNCTUATION: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '。': '.',
    '｡': '.',
    '…': '.',
    '、': ',',
    '﹐': ',',
    '“': '"',
    '”': '"',
    '‘': '"',
    '’': '"',
    '「': '"',
    '」': '"',
    '『': '"',
    '』': '"',
    '【': '[',
    '】': ']',
    '〔': '[',
    '〕': ']',
    '《': '"',
    '》': '"',
    '〜': '~',
    '∼': '~',
    '～': '~',
    '—': '-',
    '–': '-',
    '－': '-',
    '→': '-',
    '\t': ' ',
    '\n': ' ',
    '\r': ' ',
    '\u3000': ' ',
    '\u00a0': ' ',
  }),
); // prettier-ignore

/** Common mistypings of service words. The replacement has the same length, so offsets stay one to one. */
const TYPOS: readonly (readonly [string, string])[] = [
  ['以经', '已经'],
  ['在次', '再次'],
  ['在见', '再见'],
  ['抱谦', '抱歉'],
  ['道谦', '道歉'],
  ['包涵', '包含'],
  ['帐号', '账号'],
  ['帐户', '账户'],
  ['到帐', '到账'],
  ['因该', '应该'],
  ['既使', '即使'],
  ['在等等', '再等等'],
  ['在等', '再等'],
  ['在看看', '再看看'],
  ['尽块', '尽快'],
  ['按排', '安排'],
  ['客负', '客服'],
  ['推款', '退款'],
  ['退宽', '退款'],
  ['稍后', '稍候'],
  ['理介', '理解'],
  ['您号', '您好'],
  ['你号', '你好'],
];

const RIGHT: ReadonlyMap<string, string> = new Map(TYPOS);
const TYPO = new RegExp(TYPOS.map(([wrong]) => wrong).join('|'));
const TYPO_ALL = new RegExp(TYPO, 'g');

/** Digits that are words of the net when they stand alone. */
const DIGIT_WORDS = new Set(['88', '886', '666', '6666', '233', '2333', '23333', '520', '995', '484', '99']);

const DIGITS = /\d(?:\ufe0f?\u20e3)?(?:\d(?:\ufe0f?\u20e3)?)*(?:[.,:]\d+)*(?:[*xX#]{2,}\d*)?/y;
const KEYCAP = /\ufe0f?\u20e3/g;
const PLACEHOLDER = /\[[A-Za-z_\u4e00-\u9fff]{1,10}[\dxX]*\]/y;
const LINK = /(?:https?:\/\/|www\.)[^\s\u4e00-\u9fff"',]+/y;
const ASCII_WORD = /[a-z][a-z0-9_-]{5,}/y;
const LAUGH = '哈'.charCodeAt(0);
const LAUGHTER = /哈{3,}/y;
const MOBILE = /^1[3-9]\d(?:\d{8}|[*xX#]+\d*|\d?$)/;

/** Widths, simplified characters, placeholders, numbers, emoji, laughter and repeats in one normal form. */
export function normalise(source: string): Normalised {
  const half = fixTypos(halfWidth(source.length > MAX_LENGTH ? source.slice(0, MAX_LENGTH) : source));
  const codes: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const put = (code: number, start: number, end: number): void => {
    const at = codes.length;
    // Three and more of a kind say no more than two.
    if (at > 1 && codes[at - 1] === code && codes[at - 2] === code) {
      ends[at - 1] = end;
      return;
    }
    codes.push(code);
    starts.push(start);
    ends.push(end);
  };
  const putAll = (chars: string, start: number, end: number): void => {
    for (let i = 0; i < chars.length; i++) put(chars.charCodeAt(i), start, end);
  };
  const disguises = findDisguises(half);
  let hidden = 0;
  let at = 0;
  while (at < half.length) {
    const disguise = disguises[hidden];
    if (disguise?.start === at) {
      putAll(disguise.plain, at, disguise.end);
      at = disguise.end;
      hidden++;
      continue;
    }
    const run = specialRun(half, at);
    if (run) {
      putAll(run.chars, at, at + run.length);
      at += run.length;
      continue;
    }
    const code = half.charCodeAt(at);
    if (code >= 0xd800 && code <= 0xdfff) {
      const whole = half.slice(at, at + 2);
      const paired = code < 0xdc00 && whole.length === 2 && isLowSurrogate(whole.charCodeAt(1));
      putAll(EMOJI.get(paired ? whole : '') ?? TOKEN.emoji, at, at + (paired ? 2 : 1));
      at += paired ? 2 : 1;
      continue;
    }
    if (code >= FIRST_SYMBOL && code < FIRST_IDEOGRAPH)
      putAll(EMOJI.get(half[at] ?? '') ?? half[at] ?? '', at, at + 1);
    else if (code !== 0xfe0f && code !== 0x200d && code !== 0x200b) put(code, at, at + 1);
    at++;
  }
  return { text: textOf(codes), starts, ends };
}

/** Between these lie the emoji that are one UTF-16 unit. */
const FIRST_SYMBOL = 0x2100;
const FIRST_IDEOGRAPH = 0x3000;

const isLowSurrogate = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;

/** Digits and numerals in circles and brackets: the code of the first, and the plain ones. */
const CIRCLED: readonly (readonly [number, string])[] = [
  [0x2460, '123456789'],
  [0x2776, '123456789'],
  [0x3220, '一二三四五六七八九十'],
  [0x3280, '一二三四五六七八九十'],
];

/** What becomes of each UTF-16 unit: half width, simplified, lower case. One look into a table instead of three maps. */
const NARROW = Uint16Array.from({ length: 0x10000 }, (_, code) => {
  const char = String.fromCharCode(code);
  const plain = PUNCTUATION.get(char) ?? SIMPLIFIED.get(char);
  if (plain !== undefined) return plain.charCodeAt(0);
  const circled = CIRCLED.find(([first, signs]) => code >= first && code < first + signs.length);
  if (circled) return circled[1].charCodeAt(code - circled[0]);
  const narrow = code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code;
  return narrow >= 65 && narrow <= 90 ? narrow + 32 : narrow;
});

/** Half width, simplified, lower case: every UTF-16 unit stays one unit, so that offsets need no map. */
export function halfWidth(source: string): string {
  const codes: number[] = [];
  for (let i = 0; i < source.length; i++) codes.push(NARROW[source.charCodeAt(i)] ?? 0);
  return textOf(codes);
}

/** Calls with more arguments than this could overflow the stack. */
const CHUNK = 8192;

function textOf(codes: readonly number[]): string {
  if (codes.length <= CHUNK) return String.fromCharCode(...codes);
  let text = '';
  for (let at = 0; at < codes.length; at += CHUNK) {
    text += String.fromCharCode(...codes.slice(at, at + CHUNK));
  }
  return text;
}

function fixTypos(text: string): string {
  return TYPO.test(text) ? text.replace(TYPO_ALL, (wrong) => RIGHT.get(wrong) ?? wrong) : text;
}

function specialRun(text: string, at: number): { chars: string; length: number } | undefined {
  const code = text.charCodeAt(at);
  if (code > 122 && code !== LAUGH) return undefined;
  if (code === 91) {
    const found = match(PLACEHOLDER, text, at);
    const inner = found.slice(1).toLowerCase();
    const known = found && PLACEHOLDERS.find(([name]) => inner.startsWith(name.toLowerCase()));
    if (known) return { chars: known[1], length: found.length };
    return undefined;
  }
  if (code >= 48 && code <= 57) {
    const run = match(DIGITS, text, at);
    const digits = run.replace(KEYCAP, '');
    if (DIGIT_WORDS.has(digits) && !isUnit(text, at + run.length))
      return { chars: digits, length: run.length };
    const chars = MOBILE.test(digits) ? TOKEN.phone : /^\d{9,}$/.test(digits) ? TOKEN.id : TOKEN.number;
    return { chars, length: run.length };
  }
  if (code === 104 || code === 119) {
    const link = match(LINK, text, at);
    if (link) return { chars: TOKEN.link, length: link.length };
  }
  if (code >= 97 && code <= 122) {
    const word = match(ASCII_WORD, text, at);
    if (/\d/.test(word)) return { chars: TOKEN.id, length: word.length };
  }
  if (code === LAUGH) {
    const found = match(LAUGHTER, text, at);
    if (found) return { chars: TOKEN.laugh, length: found.length };
  }
  return undefined;
}

const isUnit = (text: string, at: number): boolean =>
  /[\u4e00-\u9fff%a-z]/.test(text[at] ?? '') && !/[了啦吧呀哦亲]/.test(text[at] ?? '');

function match(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}
