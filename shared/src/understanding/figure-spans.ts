import type { RawFigure } from './figure';
import { NUMBER, NUMBER_ENDS, readNumber } from './numerals';
import { matchesOf, sought } from './sought';

/** Spans of time: 48小时, 两天, 半小时, 1-3个工作日, 三五天, 一个半月. Working days count as days: scripts write them so. */
const UNIT_HOURS: readonly (readonly [RegExp, number])[] = [
  [/^秒钟?$/, 1 / 3600],
  [/^(?:分钟|分|min|mins)$/, 1 / 60],
  [/^(?:个?小时|个?钟头|个钟|h|hour|hours)$/, 1],
  [/^(?:个?工作日|天|日|个?自然日|个?白天|个?晚上)$/, 24],
  [/^(?:周|个?星期|个?礼拜)$/, 24 * 7],
  [/^个月$/, 24 * 30],
  [/^年$/, 24 * 365],
];

const UNIT =
  '(秒钟?|分钟|mins?|个?小时|个?钟头|个钟|hours?|h(?![a-z])|个?工作日|个?自然日|天|日|周|个?星期|个?礼拜|个月|年)';
const RANGE = '(?:-|~|到|至|或)';
const COUNTED = `(来|多)?(个半|半)?${UNIT}`;
const SPAN = sought(
  new RegExp(NUMBER_ENDS + COUNTED),
  `(?:(${NUMBER})(?:个|${UNIT})?${RANGE})?(${NUMBER})${COUNTED}(半)?`,
);
const HALF = sought(/半/, /(半)(?:个)?(小时|钟头|天|个月|月|年|日)(?!价)/);
const FEW = sought(/[两三]天/, /(?:这|近|头)(一?两|两三|三)天/);

/** “第3天”, “周3天”, “5月14日”, “2026年” and “24小时在线” are no spans until a deadline. */
const NOT_BEFORE = /(?:第|月|周|星期|礼拜|\d|每|[点:])$/;
const NOT_AFTER =
  /^(?:在线|营业|气|级|龄|货|新款|款|线|份|代|历史|专线|热线|客服|制|服务|间|元|常|然|后就是)/;

/** “问半天没人理”: what took too long, not half a day. */
const LONG_WHILE = /[问等说讲转聊催找忙弄腾绕了]$/;

/** “15日内” is a span; “22日送到” names a day, as nobody counts so many days one by one. */
const WEEK = 7;
const LIMIT = /^(?:以内|之内|内|左右|之后|以后|后|无理由)/;

export function findSpans(text: string): RawFigure[] {
  const found: RawFigure[] = [];
  const put = (start: number, end: number, from: number, to: number): void => {
    found.push({ kind: 'when', from: tidy(from), to: tidy(to), isSpan: true, start, end });
  };
  for (const match of matchesOf(SPAN, text)) {
    const [whole, low, lowUnit, high = '', , half, unit = '', halfAfter] = match;
    const end = match.index + whole.length;
    if (NOT_BEFORE.test(text.slice(0, match.index)) || NOT_AFTER.test(text.slice(end))) continue;
    if (unit === '年' && /^\d{4}$/.test(high)) continue;
    const to = readNumber(high);
    const hours = unitHours(unit);
    if (!to || hours === undefined) continue;
    if (unit === '日' && low === undefined && to.to > WEEK && !LIMIT.test(text.slice(end))) continue;
    const extra = half || halfAfter ? 0.5 : 0;
    const from = low === undefined ? to : readNumber(low);
    if (!from) continue;
    put(
      match.index,
      end,
      (from.from + (low === undefined ? extra : 0)) * (unitHours(lowUnit ?? '') ?? hours),
      (to.to + extra) * hours,
    );
  }
  for (const match of matchesOf(HALF, text)) {
    const before = text.slice(0, match.index);
    const unit = match[2] ?? '';
    if (/[0-9零一二两三四五六七八九十个]$/.test(before)) continue;
    if (unit === '天' && LONG_WHILE.test(before)) continue;
    const hours = unit === '月' ? 24 * 30 : unitHours(unit);
    if (hours !== undefined) put(match.index, match.index + match[0].length, hours / 2, hours / 2);
  }
  for (const match of matchesOf(FEW, text)) {
    const days = match[1] === '三' ? 3 : match[1] === '两三' ? 3 : 2;
    put(match.index, match.index + match[0].length, 24, days * 24);
  }
  return pastAsNegative(text, found);
}

/** “3天前发的” lies behind us, “3天前要到” does not. */
function pastAsNegative(text: string, spans: readonly RawFigure[]): RawFigure[] {
  return spans.map((span) =>
    /^(?:以|之)?前(?:就)?(?:已|刚|才|下单|买|发|拍|付|签收|收到|寄|申请|说|联系|问|您|我们)/.test(
      text.slice(span.end),
    )
      ? { ...span, from: -span.to, to: -span.from }
      : span,
  );
}

const unitHours = (unit: string): number | undefined =>
  UNIT_HOURS.find(([pattern]) => pattern.test(unit))?.[1];

const tidy = (hours: number): number => Math.round(hours * 10_000) / 10_000;
