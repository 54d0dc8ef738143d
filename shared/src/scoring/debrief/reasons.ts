import { toneOf } from '../../persona/schema';
import { both } from '../indicators/measured';
import type { Record } from '../record';
import type { Scorecard } from '../scorecard';
import type { Debrief } from './schema';

/** Why the simulated customer rated and wrote as it did: what it got, how it felt, how long it waited, what was untrue. */
export function reasonsOf(record: Record, { ending, hidden }: Scorecard): Debrief['reasons'] {
  const { facts, effects, times, replies, log } = record;
  const end = log.find(({ kind }) => kind === 'ended')?.seq ?? null;
  const met = new Set(
    effects.flatMap(({ notes }) => notes.filter(({ kind }) => kind === 'need').map(({ id }) => id)),
  );
  const goals = Object.entries(facts.needs).filter(([, { spare, after }]) => !spare && after === undefined);
  const open = goals.filter(([id]) => !met.has(id)).map(([, { title }]) => title);
  const level = effects.at(-1)?.to ?? facts.startLevel;
  const tone = facts.persona.mood.names[toneOf(facts.persona, level)];
  const late = times.filter(({ ms, limit, answered }) => limit !== null && (answered === null || ms > limit));
  const [worst] = late.toSorted((a, b) => b.ms - a.ms);
  const wrong = replies.flatMap(({ seq, understood }) =>
    understood.claims.filter(({ verdict }) => verdict === 'wrong').map(() => seq),
  );
  const title = facts.script.endings[ending]?.title ?? both(ending, ending);
  const found = hidden.filter((fact) => fact.found);
  const reasons: Debrief['reasons'] = [
    {
      text: both(`结局：${title.zh}`, `How it ended: ${title.en}`),
      good: ending === 'delighted' || ending === 'solved',
      seq: end,
    },
  ];
  const add = (good: boolean, zh: string, en: string, seq: number | null = null) =>
    reasons.push({ text: both(zh, en), good, seq });
  if (open.length === 0) add(true, `${goals.length} 个诉求都得到满足`, `All ${goals.length} needs were met`);
  else {
    const [zh, en] = [open.map((need) => need.zh).join('、'), open.map((need) => need.en).join(', ')];
    add(false, `没有满足：${zh}`, `Not met: ${en}`);
  }
  for (const fact of found)
    add(true, `主动问出了：${fact.title.zh}`, `Found out: ${fact.title.en}`, fact.seq);
  const calm = level <= facts.persona.mood.upTo.calm;
  add(
    calm,
    `离开时${facts.persona.mood.name.zh} ${level}（${tone.zh}）`,
    `Left with ${facts.persona.mood.name.en} ${level} (${tone.en})`,
  );
  if (worst) {
    const seconds = Math.round(worst.ms / 1000);
    add(
      false,
      `有 ${late.length} 次超时，最久等了 ${seconds} 秒`,
      `${late.length} late replies, the longest wait ${seconds} s`,
      worst.answered ?? worst.asked,
    );
  }
  if (wrong.length > 0) {
    add(
      false,
      `有 ${wrong.length} 处说法与事实不符，“描述相符”每处减 1 分`,
      `${wrong.length} untrue statements, each takes a point off “as described”`,
      wrong[0] ?? null,
    );
  }
  return reasons;
}
