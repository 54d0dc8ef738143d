import { z } from 'zod';
import { actionsOf } from '../rehearsal/act';
import type { ReplyEntry } from '../rehearsal/entry';
import type { ActionName } from '../script/action';
import { type Bilingual, BilingualSchema } from '../script/text';
import { clausesOf } from '../understanding/clauses';
import { findFigures } from '../understanding/figures';
import { halfWidth } from '../understanding/normalise';
import { commitmentsIn } from './commitments';
import type { Record } from './record';

/** One promise of the agent (R62): the words, by when, and what decided whether it was kept. */
export const PromiseSchema = z.object({
  /** `deed`: an action · `return`: to be back soon · `later`: to follow up · `date`, `sum`: a figure · `excess`: more than anybody can keep. */
  kind: z.enum(['deed', 'return', 'later', 'date', 'sum', 'excess']),
  seq: z.int().positive(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  words: z.string(),
  what: BilingualSchema,
  /** The time that was named, in the agent's words; null when none was. */
  by: z.string().nullable(),
  status: z.enum(['kept', 'broken', 'open']),
  /** The action, reply or fact that decided; `seq` when it stands in the log. */
  decided: z.object({ seq: z.int().positive().nullable(), note: BilingualSchema }),
});
export type PromiseEntry = z.infer<typeof PromiseSchema>;

/** How long a customer who was asked to wait believes it, ms; as long as it does in the rehearsal. */
const BACK_WITHIN_MS = 60_000;
const HOUR_MS = 3_600_000;

const DEEDS: Partial<Readonly<globalThis.Record<ActionName, Bilingual>>> = {
  refund: { zh: '退款', en: 'a refund' },
  coupon: { zh: '发放优惠券', en: 'a coupon' },
  exchange: { zh: '换货', en: 'an exchange' },
  resend: { zh: '补发', en: 'a resend' },
  'change-address': { zh: '修改地址', en: 'a new address' },
  'change-price': { zh: '改价', en: 'another price' },
  escalate: { zh: '上报主管', en: 'handing it up' },
};

/** The promise ledger of a rehearsal, in the order of the promises. The same promise made again stands in it once. */
export function promiseLedger(record: Record): PromiseEntry[] {
  const all = record.replies.flatMap((reply) => [
    ...deeds(record, reply),
    ...returns(record, reply),
    ...laters(record, reply),
    ...figures(record, reply),
    ...excesses(record, reply),
  ]);
  const known = new Set<string>();
  return all.filter(({ kind, what, by, status, seq }) => {
    const key = kind === 'return' ? `${kind} ${seq}` : `${kind} ${what.zh} ${by} ${status}`;
    return !known.has(key) && known.add(key);
  });
}

type Place = { readonly start: number; readonly end: number };
const at = ({ seq, text }: ReplyEntry, { start, end }: Place) => ({
  ...{ seq, start, end },
  words: text.slice(start, end),
});

/** A time that the words name. */
const timeIn = ({ facts }: Record, words: string): string | null => {
  const time = findFigures(words, facts.script.now).find(({ kind, negated }) => kind === 'when' && !negated);
  return time ? words.slice(time.start, time.end) : null;
};

/** Said as done or being done: kept when the action stands in the log, broken when it could have been done and never was. */
function deeds(record: Record, reply: ReplyEntry): PromiseEntry[] {
  const possible = actionsOf(record.facts);
  return commitmentsIn(reply.text).flatMap(({ action, start, end }): PromiseEntry[] => {
    const what = DEEDS[action];
    if (!what || !possible.includes(action)) return [];
    const done = record.actions.find((entry) => entry.action.do === action);
    const place = at(reply, { start, end });
    const note = done
      ? { zh: `已执行：${done.outcome.text}`, en: 'The action was carried out' }
      : { zh: '到会话结束都没有执行这个操作', en: 'The action was never carried out' };
    return [
      {
        ...{ kind: 'deed', ...place, what, by: timeIn(record, place.words) },
        status: done ? 'kept' : 'broken',
        decided: { seq: done?.seq ?? null, note },
      },
    ];
  });
}

/** “请稍等”: kept when something of substance follows in time (R46). */
function returns(record: Record, reply: ReplyEntry): PromiseEntry[] {
  const hold = reply.understood.acts.find(({ act }) => act === 'hold');
  // A reply that also brings something is no empty wait.
  if (!hold || reply.repeated || reply.understood.claims.length > 0) return [];
  const place = at(reply, hold);
  const named = findFigures(place.words, record.facts.script.now).find(
    ({ kind, isSpan, negated }) => kind === 'when' && isSpan && !negated,
  );
  const limit = named ? named.to * HOUR_MS : BACK_WITHIN_MS;
  const back = record.substantial.find(
    ({ seq, understood }) => seq > reply.seq && !understood.acts.every(({ act }) => act === 'hold'),
  );
  const last = record.log.at(-1);
  const until = back?.at ?? last?.at ?? reply.at;
  const seconds = Math.round((until - reply.at) / 1000);
  const inTime = until - reply.at <= limit;
  // The talk ended while there was still time: nobody can say.
  const status = back ? (inTime ? 'kept' : 'broken') : inTime ? 'open' : 'broken';
  const note = back
    ? { zh: `${seconds} 秒后回来了`, en: `Back after ${seconds} s` }
    : { zh: '之后没有再给出实质回复', en: 'Nothing of substance followed' };
  return [
    {
      ...{ kind: 'return', ...place, what: { zh: '请客户稍等', en: 'to be back soon' } },
      by: named ? place.words.slice(named.start, named.end) : null,
      status,
      decided: { seq: back?.seq ?? null, note },
    },
  ];
}

/** A follow-up after the talk: open at its end, and better for a note (R81). */
function laters(record: Record, reply: ReplyEntry): PromiseEntry[] {
  const hit = reply.understood.acts.find(({ act }) => act === 'followup');
  // A date that the facts decide stands in the ledger by itself.
  const dated = reply.understood.claims.some(
    ({ claim, start, end }) =>
      record.facts.teaching.claims[claim]?.kind === 'when' && hit && start < hit.end && end > hit.start,
  );
  if (!hit || dated) return [];
  const place = at(reply, hit);
  const noted = record.actions.find(({ action, seq }) => action.do === 'note' && seq > 0);
  const note = noted
    ? { zh: '会话结束时还没到期，已写备注', en: 'Not due when the talk ended; noted down' }
    : { zh: '会话结束时还没到期，也没有写备注', en: 'Not due when the talk ended, and not noted down' };
  return [
    {
      ...{ kind: 'later', ...place, what: { zh: '后续跟进', en: 'a follow-up' } },
      ...{ by: timeIn(record, place.words), status: 'open', decided: { seq: noted?.seq ?? null, note } },
    },
  ];
}

const PAYING: readonly ActionName[] = ['coupon', 'refund', 'change-price'];

/** Dates are decided by the shop's facts, sums by the facts and by what was paid. */
function figures(record: Record, reply: ReplyEntry): PromiseEntry[] {
  const deeds = commitmentsIn(reply.text);
  const paid = record.actions.find(({ action }) => PAYING.includes(action.do));
  const { claims } = record.facts.teaching;
  return reply.understood.claims.flatMap(({ claim, verdict, start, end }): PromiseEntry[] => {
    const taught = claims[claim];
    if (!taught) return [];
    const isSum = taught.kind === 'amount' && taught.above === 'beyond';
    if (taught.kind !== 'when' && !isSum) return [];
    const allowed = verdict === 'right';
    // The deed that pays the sum stands in the ledger by itself.
    if (isSum && allowed && deeds.some((deed) => start < deed.end && end > deed.start)) return [];
    const unpaid = isSum && allowed && !paid;
    const note = unpaid
      ? { zh: '在权限内，到会话结束还没有兑付', en: 'Within authority, not paid when the talk ended' }
      : allowed
        ? { zh: '店铺资料支持这个承诺', en: "The shop's facts bear it out" }
        : verdict === 'beyond'
          ? { zh: '超出客服权限，兑现不了', en: "Beyond the agent's authority" }
          : { zh: '和店铺资料不符，兑现不了', en: "The shop's facts contradict it" };
    const clause = clausesOf(halfWidth(reply.text)).find((one) => start < one.end);
    const place = at(reply, {
      start: Math.min(start, clause?.start ?? start),
      end: Math.max(end, clause?.end ?? end),
    });
    return [
      {
        ...{ kind: isSum ? ('sum' as const) : ('date' as const), ...place },
        what: { zh: taught.title, en: taught.title },
        ...{
          by: isSum ? null : reply.text.slice(start, end),
          status: unpaid ? 'open' : allowed ? 'kept' : 'broken',
          decided: { seq: isSum && allowed ? (paid?.seq ?? null) : null, note },
        },
      },
    ];
  });
}

function excesses(record: Record, reply: ReplyEntry): PromiseEntry[] {
  return record.acts
    .filter((hit) => hit.act === 'overpromise' && hit.reply.seq === reply.seq)
    .map((hit) => ({
      ...{ kind: 'excess' as const, ...at(reply, hit), what: { zh: '过度承诺', en: 'too much' }, by: null },
      status: 'broken' as const,
      decided: {
        seq: null,
        note: { zh: '没有店铺能保证这个', en: 'No shop can guarantee this' },
      },
    }));
}
