import { z } from 'zod';
import type { ReplyEntry } from '../rehearsal/entry';
import { isHeap } from '../rehearsal/heap';
import type { Bilingual } from '../script/text';
import { BilingualSchema } from '../script/text';
import type { Act } from '../understanding/acts';
import type { Verdict } from '../understanding/understood';
import { bannedPhrasesIn } from './banned';

/** What a trainee is told of a reply at once, in practice. The words it is about in UTF-16 offsets, where it is about some. */
export const RemarkSchema = z.object({
  kind: z.enum(['good', 'bad']),
  text: BilingualSchema,
  start: z.int().nonnegative().optional(),
  end: z.int().nonnegative().optional(),
});
export type Remark = z.infer<typeof RemarkSchema>;

/** More than a glance would hold up the next reply. */
const MOST = 3;

/** Faults first, in the order of their weight; at most three. Says nothing of what the customer hides or what would be right. */
export function remarksOn(
  {
    text,
    understood,
    repeated,
    contradicts,
  }: Pick<ReplyEntry, 'text' | 'understood' | 'repeated' | 'contradicts'>,
  bannedPhrases: readonly string[],
): Remark[] {
  const banned = bannedPhrasesIn(bannedPhrases, text)
    .filter(({ quoted }) => !quoted)
    .map((hit) => at(hit, bad('会刺激客户，换个说法', 'This provokes: put it another way')));
  const claims = understood.claims.map((hit) => at(hit, CLAIMS[hit.verdict]));
  const acts = understood.acts.flatMap((hit) => {
    const remark = REMARKS[hit.act];
    return remark ? [at(hit, remark)] : [];
  });
  const all = [
    ...banned,
    ...(contradicts ? [bad('和前面说的数字不一致', 'Not the figure that you gave before')] : []),
    ...(repeated
      ? [
          isHeap(understood)
            ? bad('一条里什么都说，像群发的', 'Says everything at once, as if it were sent to all')
            : bad('和之前的回复重复了', 'A copy of an earlier reply'),
        ]
      : []),
    ...claims,
    ...acts,
  ];
  // The same praise once, each fault at its own place.
  const keyOf = ({ kind, text: { zh }, start }: Remark) => (kind === 'good' ? zh : `${zh} ${start}`);
  const once = [...new Map(all.map((remark) => [keyOf(remark), remark])).values()];
  return once.toSorted((a, b) => Number(a.kind === 'good') - Number(b.kind === 'good')).slice(0, MOST);
}

const remark = (kind: Remark['kind'], zh: string, en: string): Remark => ({ kind, text: both(zh, en) });
const good = (zh: string, en: string): Remark => remark('good', zh, en);
const bad = (zh: string, en: string): Remark => remark('bad', zh, en);
const both = (zh: string, en: string): Bilingual => ({ zh, en });
const at = ({ start, end }: { start: number; end: number }, said: Remark): Remark => ({
  ...said,
  start,
  end,
});

const CLAIMS: Readonly<Record<Verdict, Remark>> = {
  right: good('与店铺资料一致', "This agrees with the shop's facts"),
  wrong: bad('与店铺资料不符，先查再答', "This contradicts the shop's facts: look it up"),
  beyond: bad('超出了客服的权限', 'More than an agent may grant'),
  low: bad('少于客户应得的', 'Less than the customer is owed'),
};

/** The acts worth a word at once; the others speak for themselves. */
const REMARKS: Readonly<Partial<Record<Act, Remark>>> = {
  empathise: good('共情到位，客户会觉得被理解', 'Good empathy: the customer feels understood'),
  own: good('主动承担，有担当', 'You take responsibility'),
  evidence: good('有凭有据', 'You give evidence'),
  timeline: good('给了明确时间', 'You name a time'),
  confirm: good('确认了客户是否满意', 'You check that the customer is content'),
  deflect: bad('像在推诿，说说你会怎么做', 'Sounds like passing the buck: say what you will do'),
  rigid: bad('拒绝得太生硬，先说理解再给替代', 'A flat refusal: understand first, then offer something else'),
  blame: bad('像在责怪客户', 'Sounds like blaming the customer'),
  confront: bad('在和客户顶撞', 'You confront the customer'),
  curt: bad('太敷衍，没有回答问题', 'Too curt to be an answer'),
  overpromise: bad('承诺过头，店铺做不到', 'Promises what the shop cannot keep'),
  offplatform: bad('引导离开平台是违规的', 'Leading off the platform breaks the rules'),
  leak: bad('泄露了客户隐私', 'Private data leaked'),
  pushy: bad('催得太紧，客户会有压力', 'Pressing the customer'),
  slang: bad('用语不够规范', 'Unfit style'),
};
