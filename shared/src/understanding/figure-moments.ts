import {
  addDays,
  atHour,
  dayOfMonth,
  dayOfWeek,
  hoursBetween,
  lastDayOfMonth,
  type Moment,
  readMoment,
  startOfDay,
  weekday,
} from './dates';
import type { RawFigure } from './figure';
import { readNumber } from './numerals';
import { matchesOf, sought } from './sought';

/**
 * Days and clock times: 明天, 周五, 5月14号, 下午六点前, 18:00, 今晚. Each stands for its latest sensible moment, since it is
 * a promise that is checked: a day ends at midnight, the morning at 12, the afternoon at 18.
 */
const NUM = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})';
const DAY = `大后天|今明两天|明后天|今天|今日|明天|明日|后天|昨天|昨日|前天|当天|当日|次日|隔天|隔日|第二天|今(?=晚|早)|明(?=早|晚)|昨(?=晚)|(?:下个?|这个?|本)?(?:周|星期|礼拜)(?:[一二三四五六日天]|末)|${NUM}月${NUM}[号日]|${NUM}[号日](?!线|店|楼|仓|门|客服|链|色|码|机|用|常|期|站|柜|公馆|院)|月底|月末`;
const PART = '凌晨|清晨|早上|早晨|早|上午|中午|下午|傍晚|晚上|晚间|夜里|晚|半夜|下班';
const CLOCK = `(?:\\d{1,2}[:：]\\d{2})(?::\\d{2})?|${NUM}(?:点钟|点半|点一刻|点${NUM}分?|点|时(?!间|候|效|常|尚|不|刻|装))`;
/** “明天（5月14日）”: the same day said again. */
const AGAIN = `[ ]?[(（](?:${DAY})[)）]`;
/** All parts may be missing, so that without a look at its first character the pattern would match nothing everywhere. */
const FIRST = '(?=[\\d一二三四五六七八九十大今明后昨前当次隔第下这本周星礼月凌清早上中傍晚夜半的])';
const MOMENT = sought(
  /[今明昨天日号月周期拜晨早午晚夜班点时:：]/,
  `${FIRST}(?:(${DAY})(?:${AGAIN})?的?)?(${PART})?(?:的?(${CLOCK}))?`,
);

/** The latest sensible hour of a part of the day. */
const PART_END: ReadonlyMap<string, number> = new Map([
  ['凌晨', 6],
  ['清晨', 9],
  ['早上', 10],
  ['早晨', 10],
  ['早', 10],
  ['上午', 12],
  ['中午', 14],
  ['下午', 18],
  ['下班', 18],
  ['傍晚', 20],
  ['晚上', 24],
  ['晚间', 24],
  ['夜里', 24],
  ['晚', 24],
  ['半夜', 24],
]); // prettier-ignore

const DAY_MS = 24 * 3_600_000;
const WEEKDAYS = '一二三四五六日';

export function findMoments(text: string, iso: string): RawFigure[] {
  const now = readMoment(iso);
  if (now === undefined) return [];
  const found: RawFigure[] = [];
  let told: { date: Moment; end: number } | undefined;
  for (const match of matchesOf(MOMENT, text)) {
    const [whole, day, part, clock] = match;
    const end = match.index + whole.length;
    if (!day && !clock && !isLonePart(text, part, match.index, end)) continue;
    if (!day && /[\d月第]$/.test(text.slice(0, match.index))) continue;
    if (clock && !day && !part && isNoClock(text, match.index, end)) continue;
    const known = told && !/[.!?~\n]/.test(text.slice(told.end, match.index)) ? told.date : undefined;
    const date = day === undefined ? undefined : dateOf(now, day, known);
    if (day !== undefined && date === undefined) continue;
    if (date !== undefined) told = { date, end };
    const coming = latestMoment(now, date, part, clock);
    if (coming === undefined) continue;
    const latest = LIES_BEHIND.test(text.slice(end)) ? beforeNow(now, coming, day) : coming;
    const hours = hoursBetween(now, latest);
    const first = day === '今明两天' || day === '明后天' ? hours - 24 : hours;
    const start = match.index;
    found.push({
      kind: 'when',
      from: first,
      to: hours,
      isSpan: false,
      start,
      end: start + whole.trimEnd().length,
    });
  }
  return found;
}

/** “11号付的款”, “五点下的单” happened: the last such moment, not the next. */
const LIES_BEHIND =
  /^(?:[,的，]?(?:您|你|亲|客户)?(?:就|才|刚|已经|已)?)(?:付的?款|付了|支付的|下的?单|拍的|拍下的|买的|签收|收到的|揽收的|发的(?!话)|到的(?!话)|发的货|出的库|寄出的|申请的|退的货)/;

function beforeNow(now: Moment, moment: Moment, day: string | undefined): Moment {
  if (moment <= now) return moment;
  if (day === undefined) return addDays(moment, -Math.ceil((moment - now) / DAY_MS));
  const month = new Date(moment);
  if (/^.{1,3}[号日]$/.test(day)) return month.setUTCMonth(month.getUTCMonth() - 1);
  return /周|星期|礼拜/.test(day) ? addDays(moment, -7) : moment;
}

/** “早” and “晚” by themselves are adjectives, and “下午” only counts where something happens then. */
function isLonePart(text: string, part: string | undefined, start: number, end: number): boolean {
  if (!part || part.length < 2) return false;
  if (/(?:好|安|茶|饭|餐|霜|装|班)/.test(text[end] ?? '') && part !== '下班') return false;
  if (part === '下班') return /^(?:之?前|以前)/.test(text.slice(end));
  return !/[天号日末一二三四五六]$/.test(text.slice(0, start));
}

/** “差一点”, “快一点”, “3点建议”, “8点多好评” are no clock times. */
function isNoClock(text: string, start: number, end: number): boolean {
  const clock = text.slice(start, end);
  if (/^一点$/.test(clock)) return true;
  return (
    /^[一二两三]点$/.test(clock) &&
    !/^(?:前|左右|之前|半|钟|整|后|之后|到|发|送|开|下班|多)/.test(text.slice(end))
  );
}

/** “6月13日到货，当天发”: counted from the day that was just named, not from today. */
const COUNTED_ON = new Set(['当天', '当日', '次日', '隔天', '隔日', '第二天']);

function dateOf(now: Moment, day: string, named: Moment | undefined): Moment | undefined {
  const days = COUNTED_ON.has(day) ? NEAR_DAYS.get(day) : undefined;
  return named !== undefined && days !== undefined ? addDays(startOfDay(named), days) : dayOf(now, day);
}

function latestMoment(
  now: Moment,
  date: Moment | undefined,
  part: string | undefined,
  clock: string | undefined,
): Moment | undefined {
  if (clock !== undefined) {
    const hour = readClock(clock);
    if (hour === undefined) return undefined;
    return clockMoment(now, date, part, hour);
  }
  const hour = part === undefined ? 24 : (PART_END.get(part) ?? 24);
  if (date !== undefined) return atHour(date, hour);
  const today = atHour(now, hour);
  return today > now ? today : addDays(today, 1);
}

function clockMoment(now: Moment, date: Moment | undefined, part: string | undefined, hour: number): Moment {
  if (part !== undefined) {
    const late = /中午|下午|傍晚|晚|夜|下班/.test(part) && hour < 12 && !(part === '中午' && hour >= 10);
    const whole =
      late && !(/晚|夜/.test(part) && hour < 4)
        ? hour + 12
        : /晚|夜/.test(part) && (hour < 4 || hour === 12)
          ? (hour % 12) + 24
          : hour;
    const moment = atHour(date ?? now, whole);
    return date !== undefined || moment > now ? moment : addDays(moment, 1);
  }
  if (hour > 12) {
    const moment = atHour(date ?? now, hour);
    return date !== undefined || moment > now ? moment : addDays(moment, 1);
  }
  // Without 上午/下午: on a named day the working hour (八点 morning, 三点 afternoon), otherwise the next time it strikes.
  if (date !== undefined && date > startOfDay(now)) return atHour(date, hour < 7 ? hour + 12 : hour);
  const candidates = [hour, hour + 12, hour + 24].map((each) => atHour(date ?? now, each));
  return candidates.find((moment) => moment > now) ?? atHour(now, hour + 24);
}

function dayOf(now: Moment, day: string): Moment | undefined {
  const today = startOfDay(now);
  const near = NEAR_DAYS.get(day);
  if (near !== undefined) return addDays(today, near);
  if (/^月[底末]$/.test(day)) return lastDayOfMonth(now);
  const week = /^(下个?|这个?|本)?(?:周|星期|礼拜)(.)$/.exec(day);
  if (week) {
    const name = week[2] === '天' || week[2] === '末' ? '日' : (week[2] ?? '');
    const wanted = WEEKDAYS.indexOf(name) + 1;
    const isNext = week[1]?.startsWith('下') ?? false;
    if (week[1] !== undefined && !isNext) return addDays(today, wanted - weekday(now));
    return dayOfWeek(now, wanted, isNext ? 1 : 0);
  }
  const date =
    /^(?:(\d{1,2}|[一二三四五六七八九十]{1,3})月)?(\d{1,2}|[一二三四五六七八九十]{1,3})[号日]$/.exec(day);
  if (!date) return undefined;
  const month = date[1] === undefined ? undefined : readNumber(date[1])?.to;
  return dayOfMonth(now, readNumber(date[2] ?? '')?.to ?? 0, month);
}

const NEAR_DAYS: ReadonlyMap<string, number> = new Map([
  ['前天', -2],
  ['昨天', -1],
  ['昨日', -1],
  ['昨', -1],
  ['今天', 0],
  ['今日', 0],
  ['今', 0],
  ['当天', 0],
  ['当日', 0],
  ['明天', 1],
  ['明日', 1],
  ['明', 1],
  ['次日', 1],
  ['隔天', 1],
  ['隔日', 1],
  ['第二天', 1],
  ['今明两天', 1],
  ['后天', 2],
  ['明后天', 2],
  ['大后天', 3],
]); // prettier-ignore

function readClock(clock: string): number | undefined {
  const colon = /^(\d{1,2})[:：](\d{2})/.exec(clock);
  const spoken = /^(.+?)(?:点钟|点|时)(半|一刻)?(?:(.+?)分?)?$/.exec(clock);
  const hour = colon ? Number(colon[1]) : readNumber(spoken?.[1] ?? '')?.to;
  const minute = colon
    ? Number(colon[2])
    : spoken?.[2] === '半'
      ? 30
      : spoken?.[2]
        ? 15
        : spoken?.[3]
          ? (readNumber(spoken[3])?.to ?? 0)
          : 0;
  if (hour === undefined || hour > 24 || minute > 59) return undefined;
  return hour + minute / 60;
}
