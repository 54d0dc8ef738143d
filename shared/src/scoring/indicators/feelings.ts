import { toneOf } from '../../persona/schema';
import type { Act } from '../../understanding/acts';
import type { Record } from '../record';
import type { Evidence } from '../scorecard';
import {
  actEvidence,
  both,
  clamp,
  entryEvidence,
  faults,
  isSure,
  type MeasureFunction,
  missing,
  NOT_APPLICABLE,
} from './measured';

const SOOTHING: readonly Act[] = ['empathise', 'apologise', 'own'];
const SOLVING: readonly Act[] = ['resolve', 'compensate', 'decline', 'inform', 'instruct', 'recommend'];

const firstAct = ({ acts }: Record, wanted: readonly Act[]) => acts.find(({ act }) => wanted.includes(act));

/** R22, R20: with a customer who is upset, a soothing word comes before or with the first solution. */
export const moodFirst: MeasureFunction = (record) => {
  const { facts, effects } = record;
  const firstUpset = isUpset(toneOf(facts.persona, facts.startLevel))
    ? 0
    : effects.find(({ tone }) => isUpset(tone))?.seq;
  if (firstUpset === undefined) return NOT_APPLICABLE;
  const soothing = record.acts.find(({ act, reply }) => SOOTHING.includes(act) && reply.seq > firstUpset);
  const solving = record.acts.find(
    (hit) => SOLVING.includes(hit.act) && hit.reply.seq > firstUpset && isSure(hit),
  );
  if (!soothing) {
    const evidence: Evidence[] = [
      solving
        ? actEvidence(solving, 'lost', both('没有安抚就直接处理', 'A solution without a soothing word'))
        : missing(record, both('客户生气时没有一句安抚', 'No soothing word for an angry customer')),
    ];
    return { points: 0, value: both('没有安抚', 'no soothing'), evidence };
  }
  const late = solving !== undefined && solving.reply.seq < soothing.reply.seq;
  const ignored = effects.filter(({ notes }) => notes.some(({ kind }) => kind === 'blocked'));
  const evidence = [
    late
      ? actEvidence(
          solving,
          'lost',
          both('客户还在气头上，先处理事情了', 'The matter was handled before the mood'),
        )
      : actEvidence(soothing, 'earned', both('先安抚了客户的情绪', 'The mood was handled first')),
    ...ignored.map((effect) =>
      entryEvidence(
        { seq: effect.replies[0] ?? effect.seq },
        'lost',
        both('客户情绪未平复，这条没有被接受', 'The customer was still too upset to take this in'),
      ),
    ),
  ];
  return {
    points: clamp((late ? 40 : 100) - 20 * ignored.length),
    value: late ? both('安抚晚于处理', 'soothed too late') : both('先安抚后处理', 'soothed first'),
    evidence,
  };
};

/** Angry by the tone of the mood, whichever the persona. */
export const isUpset = (tone: string): boolean => tone === 'upset' || tone === 'furious';

/** R21: apologise, clarify, solve, compensate where the case calls for it, thank; in this order. */
export const fiveSteps: MeasureFunction = (record) => {
  const { assessment } = record.facts.script;
  if (assessment.grade === undefined) return NOT_APPLICABLE;
  const steps: [string, string, readonly Act[]][] = [
    ['道歉', 'apologise', ['apologise']],
    ['澄清', 'clarify', ['ask', 'restate']],
    ['解决', 'solve', ['resolve', 'decline', 'escalate']],
    ...(assessment.compensation
      ? [['补偿', 'compensate', ['compensate']] satisfies [string, string, Act[]]]
      : []),
    ['感谢', 'thank', ['thank']],
  ];
  const done = steps.map(([zh, en, acts]) => ({ zh, en, hit: firstAct(record, acts) }));
  const present = done.flatMap(({ zh, en, hit }) => (hit ? [{ zh, en, hit }] : []));
  const at = (name: string) => present.find(({ en }) => en === name)?.hit.reply.seq;
  const evidence = present.map(({ zh, en, hit }) => actEvidence(hit, 'earned', both(`${zh}`, `Step: ${en}`)));
  let points = (present.length / steps.length) * 100;
  const disorder = (early: string, late: string, note: Evidence['note']) => {
    const [before, after] = [at(early), at(late)];
    const hit = present.find(({ en }) => en === early)?.hit;
    if (before === undefined || after === undefined || before >= after || !hit || !isSure(hit)) return;
    points -= 20;
    evidence.push(actEvidence(hit, 'lost', note));
  };
  disorder('solve', 'apologise', both('先道歉再解决', 'The apology comes before the solution'));
  disorder(
    'compensate',
    'clarify',
    both('问题还没弄清就谈补偿', 'Compensation before the problem was clear'),
  );
  const left = done.filter(({ hit }) => !hit);
  evidence.push(
    ...left.map(({ zh, en }) => missing(record, both(`没有这一步：${zh}`, `This step never came: ${en}`))),
  );
  return {
    points: clamp(points),
    value:
      left.length === 0
        ? both(`${steps.length}/${steps.length} 步`, `all ${steps.length} steps`)
        : both(
            `缺少：${left.map(({ zh }) => zh).join('、')}`,
            `missing: ${left.map(({ en }) => en).join(', ')}`,
          ),
    evidence,
  };
};

const PROVOKING: Partial<Readonly<globalThis.Record<Act, Evidence['note']>>> = {
  deflect: both('推诿：把问题推给别人', 'Shifts the problem to others'),
  blame: both('指责客户', 'Blames the customer'),
  confront: both('顶撞、激化矛盾', 'Argues and heats the matter up'),
};

/** R32, R22: no shifting of blame, no excuses, no heating up; nor is peace bought beyond the agent's authority (不卑不亢). */
export const noProvocation: MeasureFunction = (record) => {
  const lost = record.acts.flatMap((hit) => {
    const note = PROVOKING[hit.act];
    return note ? [actEvidence(hit, 'lost', note)] : [];
  });
  const yielded = record.actions
    .filter(({ outcome }) => outcome.status === 'done' && outcome.verdict === 'beyond')
    .map((action) => entryEvidence(action, 'lost', both('越权让步', 'Gave in beyond the authority')));
  return faults(record, [...lost, ...yielded], 50, both('没有', 'none'));
};
