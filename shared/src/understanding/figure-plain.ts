import type { RawFigure } from './figure';
import { NUMBER, NUMBER_BEGINS, NUMBER_ENDS, type NumberRange, readNumber } from './numerals';
import { matchesOf, sought } from './sought';

/** Amounts, percentages and counts. */
const RANGE = '(?:-|~|到|至)';
const LOW = `(?:(${NUMBER})(?:元|块钱?|%|折|个)?${RANGE})?`;

const AMOUNT = sought(
  new RegExp(`(?:${NUMBER_ENDS}|[多来])(?:元|块|圆|rmb|人民币)`),
  `${LOW}(${NUMBER})(多|来)?(?:元钱?|块钱|块|圆|rmb|人民币)(?:零?([零一二两三四五六七八九\\d])(?![\\d.个件双条天小折点分])(?:毛|角)?)?(?:钱)?`,
);
const SIGNED = sought(/[¥￥$]/, `[¥￥$]\\s?(${NUMBER})(?:${RANGE}[¥￥$]?(${NUMBER}))?(?:元|块钱?)?`);
const DIMES = sought(
  new RegExp(`${NUMBER_ENDS}[毛角]`),
  `(${NUMBER})(?:毛|角)(?:钱)?(?!衫|巾|呢|线|绒|边|孔|发|落|度)`,
);
const FULL_MINUS = sought(
  /满/,
  `满(${NUMBER})(?:元|块)?(减|送|返|-|立减|可减)(${NUMBER})(?:元|块)?(?!件|个|双|条|包|盒)`,
);
const FULL = sought(/满/, `满(${NUMBER})(?:元|块钱?)?(?=包邮|可用|就|免|才|即|,|能|使用)`);
const BARE = sought(
  new RegExp(`[补退减返宜惠收赔抵抹降要卖手价后偿给您你了个]${NUMBER_BEGINS}`),
  `(?<![假退]一)(?:补|退|减|返|便宜|优惠|少收|赔|抵|抹|降|只要|才卖|到手|到手价|券后|现价|补偿|赔偿|立减|直降)(?:给)?(?:您|你)?(?:了|个)?(${NUMBER})(?=$|[,.!?~;\\s吧呢啦哦哈了行可好您]|红包|的券|券)`,
);
/** “金额1499”: what follows such a word is money without its unit. */
const TOTAL = sought(
  /[额价计付](?:是|为|:|约)?\s?\d/,
  /(?:金额|总价|总计|合计|共计|实付|应付|到手价|券后价|原价|标价)(?:是|为|:|约)?\s?(\d{1,6}(?:\.\d{1,2})?)(?![\d.:：]|[号月日天点折%单件个双条套元块多来~-])/,
);
const POST_FREE = sought(/\d(?:包邮|拿下|到手)/, /(\d+(?:\.\d{1,2})?)(?=包邮|拿下|到手)/);

const PERCENT = sought(new RegExp(`${NUMBER_ENDS}(?:%|个百分点)`), `${LOW}(${NUMBER})(?:%|个百分点)`);
const PERCENT_OF = sought(/百分之/, `百分之(${NUMBER})(?:${RANGE}(?:百分之)?(${NUMBER}))?`);
const HUNDRED = sought(/百分/, /百分之?百|百分之一百/);
const TENTHS = sought(
  /[一二三四五六七八九\d]成/,
  /([一二三四五六七八九\d])成([一二三四五六七八九\d])?(?!分|品|本|套|熟|立|功|交|人|年|都不|份|员)/,
);
const DISCOUNT = sought(
  /[一二三四五六七八九\d]折/,
  /(\d{2}|\d(?:\.\d)?|[一二三四五六七八九]{1,2}|[一二三四五六七八九]点[一二三四五六七八九])折(?!叠|扣|腾|返|断|起|磨|价|痕|算)/,
);

const COUNTER =
  '件|个(?!工作日|小时|月|钟|星期|礼拜|半|百分点|自然日|人|性)|双|条|套|包(?!邮|装|裹|括)|盒|瓶|箱|袋|台|部|张|支|把|只(?!要|有|能|是|剩)|片|罐|桶|枚|颗|款|份|单|本|根|次|人(?!工)|位|粒|斤|公斤|kg|g(?!b)|克|层|种|罐|组|对(?!吧|吗|比)|卷|提|匹|瓣|株|盆|串|杯|顶|副|幅|床|块(?=布|砖|香皂|肥皂|电池|屏|表|板|玻璃|蛋糕|毛巾))';
const COUNT = sought(new RegExp(`${NUMBER_ENDS}(?:${COUNTER}`), `${LOW}(${NUMBER})(?:${COUNTER}`);

/** “一块” is “together” or a piece unless money follows; a 块 of something is a piece. */
const PIECES =
  /^(?:布|板|砖|肉|表|屏|电池|香皂|肥皂|玻璃|面包|蛋糕|地|毛巾|儿|拍|买|用|带|寄|发|洗|给|下单|退|拿|收|装|送|来|去|算|处理|弄|入|搭)/;

export function findPlain(text: string): RawFigure[] {
  return [...findAmounts(text), ...findPercents(text), ...findCounts(text)];
}

function findAmounts(text: string): RawFigure[] {
  const found: RawFigure[] = [];
  const put = (start: number, end: number, range: NumberRange | undefined, isThreshold = false): void => {
    if (range)
      found.push({ kind: 'amount', from: cents(range.from), to: cents(range.to), isThreshold, start, end });
  };
  for (const match of matchesOf(AMOUNT, text)) {
    const [whole, low, high = '', , dimes] = match;
    const end = match.index + whole.length;
    if (/^[一两二三几]块$/.test(whole) && PIECES.test(text.slice(end))) continue;
    const range = readRange(low, high);
    const more = dimes ? (readNumber(dimes)?.to ?? 0) / 10 : 0;
    put(match.index, end, range && { from: range.from + (low ? 0 : more), to: range.to + more });
  }
  for (const match of matchesOf(SIGNED, text)) {
    put(
      match.index,
      match.index + match[0].length,
      readRange(match[2] ? match[1] : undefined, match[2] ?? match[1] ?? ''),
    );
  }
  for (const match of matchesOf(DIMES, text)) {
    const range = readNumber(match[1] ?? '');
    put(match.index, match.index + match[0].length, range && { from: range.from / 10, to: range.to / 10 });
  }
  for (const match of matchesOf(FULL_MINUS, text)) {
    const [whole, full = '', , minus = ''] = match;
    const at = match.index + 1;
    put(at, at + full.length, readNumber(full), true);
    const minusAt = match.index + whole.lastIndexOf(minus);
    put(minusAt, match.index + whole.length, readNumber(minus));
  }
  for (const match of matchesOf(FULL, text))
    put(match.index + 1, match.index + match[0].length, readNumber(match[1] ?? ''), true);
  for (const match of [...matchesOf(BARE, text), ...matchesOf(TOTAL, text)]) {
    const number = match[1] ?? '';
    const end = match.index + match[0].length;
    put(end - number.length, end, readNumber(number));
  }
  for (const match of matchesOf(POST_FREE, text))
    put(match.index, match.index + match[0].length, readNumber(match[1] ?? ''));
  return found.map((figure) =>
    /满$/.test(text.slice(0, figure.start)) ? { ...figure, isThreshold: true } : figure,
  );
}

function findPercents(text: string): RawFigure[] {
  const found: RawFigure[] = [];
  const put = (match: RegExpExecArray, range: NumberRange | undefined, factor = 1): void => {
    if (!range) return;
    const [from, to] = [cents(range.from * factor), cents(range.to * factor)];
    found.push({ kind: 'percent', from, to, start: match.index, end: match.index + match[0].length });
  };
  for (const match of matchesOf(PERCENT, text)) put(match, readRange(match[1], match[2] ?? ''));
  for (const match of matchesOf(PERCENT_OF, text))
    put(match, readRange(match[2] ? match[1] : undefined, match[2] ?? match[1] ?? ''));
  for (const match of matchesOf(HUNDRED, text)) put(match, { from: 100, to: 100 });
  for (const match of matchesOf(TENTHS, text)) {
    const value =
      (readNumber(match[1] ?? '')?.to ?? 0) * 10 + (match[2] ? (readNumber(match[2])?.to ?? 0) : 0);
    put(match, { from: value, to: value });
  }
  for (const match of matchesOf(DISCOUNT, text)) {
    const digits = match[1] ?? '';
    const pair = /^[一二三四五六七八九]{2}$/.test(digits);
    const value = pair
      ? (readNumber(digits[0] ?? '')?.to ?? 0) * 10 + (readNumber(digits[1] ?? '')?.to ?? 0)
      : readNumber(digits)?.to;
    // 8折 leaves 80 percent, 85折 and 8.5折 leave 85.
    if (value !== undefined)
      put(match, { from: value < 10 ? value * 10 : value, to: value < 10 ? value * 10 : value });
  }
  return found;
}

function findCounts(text: string): RawFigure[] {
  const found: RawFigure[] = [];
  for (const match of matchesOf(COUNT, text)) {
    const [whole, low, high = ''] = match;
    const range = readRange(low, high);
    if (!range || /第$/.test(text.slice(0, match.index))) continue;
    found.push({ kind: 'count', ...range, start: match.index, end: match.index + whole.length });
  }
  return found;
}

function readRange(low: string | undefined, high: string): NumberRange | undefined {
  const to = readNumber(high);
  const from = low === undefined ? to : readNumber(low);
  return to && from && from.from <= to.to ? { from: from.from, to: to.to } : to;
}

const cents = (value: number): number => Math.round(value * 100) / 100;
