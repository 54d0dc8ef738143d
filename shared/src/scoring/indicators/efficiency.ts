import { ticketDue } from '../times';
import { both, clamp, entryEvidence, type MeasureFunction, NOT_APPLICABLE } from './measured';

const seconds = (ms: number): string => (ms / 1000).toFixed(1);

/** R02: the first reply within the limit, all or nothing. */
export const firstReply: MeasureFunction = ({ times, replies }) => {
  const first = times.find(({ kind }) => kind === 'first');
  if (!first || first.limit === null) return NOT_APPLICABLE;
  const inTime = first.answered !== null && first.ms <= first.limit;
  const value =
    first.answered === null
      ? both('没有回复', 'no reply')
      : both(`${seconds(first.ms)} 秒`, `${seconds(first.ms)} s`);
  const place = replies.find(({ seq }) => seq === first.answered) ?? { seq: first.asked };
  const note = inTime
    ? both('首次回复及时', 'The first reply came in time')
    : both(
        `客户等了 ${seconds(first.ms)} 秒才等到首次回复`,
        `The customer waited ${seconds(first.ms)} s for the first reply`,
      );
  return {
    points: inTime ? 100 : 0,
    value,
    evidence: [entryEvidence(place, inTime ? 'earned' : 'lost', note)],
  };
};

/** R10: a complaint ticket is answered within the limit of its being filed, which was before the talk began. */
export const ticketReply: MeasureFunction = ({ facts, rubric, pace, replies, log }) => {
  const { ticket } = facts.script;
  const due = ticketDue(facts.script, rubric.limits, pace);
  if (!ticket || due === null) return NOT_APPLICABLE;
  const [first] = replies;
  const at = (first ?? log.at(-1) ?? { at: 0 }).at;
  const inTime = first !== undefined && at <= due;
  const minutes = ((at + rubric.limits.ticket * 1000 * pace - due) / 60_000).toFixed(1);
  return {
    points: inTime ? 100 : 0,
    value: first ? both(`${minutes} 分钟`, `${minutes} min`) : both('没有回复', 'no reply'),
    evidence: [
      entryEvidence(
        first ?? { seq: 1 },
        inTime ? 'earned' : 'lost',
        inTime
          ? both(`工单 ${ticket.id} 在时限内回复`, `Ticket ${ticket.id} was answered in time`)
          : both(`工单 ${ticket.id} 超时才回复`, `Ticket ${ticket.id} was answered too late`),
      ),
    ],
  };
};

/** R01: the share of later replies within the limit; full marks when all are, none at or below the rubric's lowest share. */
export const replyTime: MeasureFunction = ({ times, rubric }) => {
  const waits = times.filter(({ kind, limit }) => kind === 'each' && limit !== null);
  if (waits.length === 0) return NOT_APPLICABLE;
  const late = waits.filter(
    ({ ms, limit, answered }) => answered === null || ms > (limit ?? Number.POSITIVE_INFINITY),
  );
  const share = 1 - late.length / waits.length;
  const worst = late.toSorted((a, b) => b.ms - a.ms).slice(0, 3);
  const inTime = waits.length - late.length;
  return {
    points: clamp(((share - rubric.inTimeFrom) / (1 - rubric.inTimeFrom)) * 100),
    value: both(`${inTime}/${waits.length} 条及时`, `${inTime} of ${waits.length} in time`),
    evidence: worst.map(({ asked, answered, ms }) =>
      entryEvidence(
        { seq: answered ?? asked },
        'lost',
        both(`客户等了 ${seconds(ms)} 秒`, `The customer waited ${seconds(ms)} s`),
      ),
    ),
  };
};
