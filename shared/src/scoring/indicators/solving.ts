import type { Condition } from '../../script/condition';
import type { Bilingual } from '../../script/text';
import type { Act } from '../../understanding/acts';
import { firstTime, type Record } from '../record';
import type { Evidence } from '../scorecard';
import {
  actEvidence,
  both,
  clamp,
  entryEvidence,
  isSure,
  type MeasureFunction,
  missing,
  NOT_APPLICABLE,
} from './measured';

const TASK: readonly Act[] = ['ask', 'restate'];
const ACTION: readonly Act[] = [
  'resolve',
  'recommend',
  'inform',
  'evidence',
  'assure',
  'compensate',
  'instruct',
  'decline',
  'timeline',
];

/** The four letters of STAR (R19), each with the place that earned it; undefined where it is missing. */
export function starLetters(record: Record) {
  const { acts, actions, messages } = record;
  const asked = acts.find(({ act }) => TASK.includes(act));
  const looked = actions.find(({ action }) => action.do.startsWith('look-up'));
  const told = record.effects.find(({ notes }) =>
    notes.some(({ kind }) => kind === 'need' || kind === 'told'),
  );
  const acted = acts.find(({ act }) => ACTION.includes(act));
  const confirmed = acts.find(
    ({ act, reply }) => act === 'confirm' && messages.some(({ seq }) => seq > reply.seq),
  );
  const s = both('S 了解情境', 'S: understood the situation');
  return {
    S: asked ? actEvidence(asked, 'earned', s) : looked && entryEvidence(looked, 'earned', s),
    T:
      told &&
      entryEvidence(
        { seq: told.replies[0] ?? told.seq },
        'earned',
        both('T 抓住核心问题', 'T: got to the core of the matter'),
      ),
    A: acted && actEvidence(acted, 'earned', both('A 给出行动', 'A: took action')),
    R: confirmed && actEvidence(confirmed, 'earned', both('R 确认结果', 'R: confirmed the result')),
  };
}

const MISSING_LETTER = {
  S: both('S 没有了解情境：没有询问、复述或查询', 'S is missing: nothing was asked, restated or looked up'),
  T: both('T 没有抓住核心问题', 'T is missing: the core of the matter was not reached'),
  A: both('A 没有给出行动', 'A is missing: no action was taken'),
  R: both('R 没有和客户确认结果', 'R is missing: the result was not confirmed'),
};

/** R19: situation understood, task named, action taken, result confirmed; action before understanding is out of order. */
export const star: MeasureFunction = (record) => {
  const found = starLetters(record);
  const letters = ['S', 'T', 'A', 'R'] as const;
  const left = letters.filter((letter) => !found[letter]);
  const evidence = letters.map((letter) => found[letter] ?? missing(record, MISSING_LETTER[letter]));
  // What the recogniser is unsure of is held against nobody.
  const acted = record.acts.find((hit) => ACTION.includes(hit.act) && isSure(hit));
  const early = acted && found.S && acted.reply.seq < found.S.seq;
  if (early) {
    const note = both('还没了解情况就给方案', 'A solution before the situation was understood');
    evidence.push(actEvidence(acted, 'lost', note));
  }
  return {
    points: (letters.length - left.length) * 25 - (early ? 10 : 0),
    value:
      left.length === 0
        ? both('STAR 完整', 'STAR complete')
        : both(`缺少 ${left.join('、')}`, `missing ${left.join(', ')}`),
    evidence,
  };
};

type NamedStep = { readonly title: Bilingual; readonly done: Condition };

/** The right process of the case (R24, R25, R67, R70–R72): its steps done, each after the one before. */
export const process: MeasureFunction = (record) => ordered(record, record.facts.script.assessment.process);

/** What good guidance is in this case (R52, R56, R57): its moves made, in any order. */
export const guidance: MeasureFunction = (record) => share(record, record.facts.script.assessment.guidance);

/** The steps that were done, at the place where they were, and behind them those that never came. */
function share(record: Record, steps: readonly NamedStep[]) {
  if (steps.length === 0) return NOT_APPLICABLE;
  const done = steps.map(({ title, done }) => ({ title, entry: firstTime(record, done) }));
  const reached = done.filter(({ entry }) => entry);
  const left = done.filter(({ entry }) => !entry).map(({ title }) => title);
  return {
    points: (reached.length / steps.length) * 100,
    value:
      left.length === 0
        ? both(`${steps.length}/${steps.length} 项`, `all ${steps.length}`)
        : both(
            `缺少：${left.map(({ zh }) => zh).join('、')}`,
            `missing: ${left.map(({ en }) => en).join(', ')}`,
          ),
    evidence: [
      ...reached.map(({ title, entry }) => entryEvidence(entry ?? { seq: 1 }, 'earned', title)),
      ...left.map(({ zh, en }) => missing(record, both(`没有做：${zh}`, `Never done: ${en}`))),
    ],
  };
}

function ordered(record: Record, steps: readonly NamedStep[]) {
  const all = share(record, steps);
  if (all.points === null) return all;
  const evidence: Evidence[] = [];
  let latest = 0;
  for (const step of all.evidence) {
    if (step.absent) {
      evidence.push(step);
      continue;
    }
    const { seq, note } = step;
    const early = seq < latest;
    evidence.push({
      seq,
      effect: early ? 'lost' : 'earned',
      note: early ? both(`${note.zh}：顺序提前了`, `${note.en}: too early`) : note,
    });
    latest = Math.max(latest, seq);
  }
  const early = evidence.filter(({ effect, absent }) => effect === 'lost' && !absent).length;
  return { ...all, points: clamp(all.points - 15 * early), evidence };
}

/** R80, R23: the matter is settled in one contact, and the agent made sure of it. */
export const solved: MeasureFunction = (record) => {
  const { ending, acts, facts } = record;
  const title = facts.script.endings[ending]?.title ?? both(ending, ending);
  const ended = record.log.find(({ kind }) => kind === 'ended');
  const confirmed = acts.some(({ act }) => act === 'confirm');
  const worth = {
    delighted: 100,
    solved: 90,
    grudging: 50,
    lost: 0,
    'bad-review': 0,
    complaint: 0,
    'red-line': 0,
  }[ending];
  const points = worth > 50 && !confirmed ? worth - 20 : worth;
  const evidence = [
    ended
      ? entryEvidence(
          ended,
          worth === 100 ? 'earned' : 'lost',
          worth === 90
            ? both(`${title.zh}：解决了，离圆满还差一步`, `${title.en}: solved, not delighted`)
            : title,
        )
      : missing(record, both('会话没有结束', 'The talk did not come to an end')),
  ];
  if (!confirmed && worth > 50) {
    const note = both('收尾前没有确认客户是否接受', 'Never asked whether the customer accepts');
    evidence.push(missing(record, note, 'R23'));
  }
  return { points, value: title, evidence };
};

/** R27, R66: the complaint is graded as the case says, and handed up where and only where it must be. */
export const grading: MeasureFunction = (record) => {
  const { facts, actions } = record;
  const { grade, escalation } = facts.script.assessment;
  const graded = actions.findLast(({ action }) => action.do === 'grade');
  const handedUp = actions.find(({ action }) => action.do === 'escalate');
  const needless = handedUp && escalation === 'needless';
  if (grade === undefined && escalation !== 'required' && !needless) return NOT_APPLICABLE;
  const evidence: Evidence[] = [];
  const parts: number[] = [];
  if (grade !== undefined) {
    const right = graded?.action.do === 'grade' && graded.action.with.grade === grade;
    parts.push(right ? 100 : 0);
    if (!graded) evidence.push(missing(record, both('没有给工单定级', 'The ticket was not graded'), 'R27'));
    else {
      evidence.push(
        entryEvidence(
          graded,
          right ? 'earned' : 'lost',
          right ? both('定级正确', 'Graded rightly') : both('定级不对', 'Wrong grade'),
        ),
      );
    }
  }
  if (escalation === 'required') {
    parts.push(handedUp ? 100 : 0);
    evidence.push(
      handedUp
        ? entryEvidence(handedUp, 'earned', both('及时上报', 'Handed up'))
        : missing(record, both('应当上报，没有上报', 'It had to be handed up and was not'), 'R66'),
    );
  }
  if (needless) {
    parts.push(0);
    evidence.push(entryEvidence(handedUp, 'lost', both('这类问题不需要上报', 'This need not be handed up')));
  }
  const points = parts.reduce((sum, part) => sum + part, 0) / parts.length;
  const done = points === 100;
  return {
    points,
    value: done ? both('正确', 'right') : both('未正确定级或上报', 'not graded or handed up rightly'),
    evidence,
  };
};
