import type { Condition } from '../../script/condition';
import type { Bilingual } from '../../script/text';
import type { Act } from '../../understanding/acts';
import { firstTime, type Record } from '../record';
import type { Evidence } from '../scorecard';
import { actEvidence, both, clamp, entryEvidence, type MeasureFunction, NOT_APPLICABLE } from './measured';

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

/** R19: situation understood, task named, action taken, result confirmed; action before understanding is out of order. */
export const star: MeasureFunction = (record) => {
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
  const evidence: Evidence[] = [];
  const letters: string[] = [];
  if (asked || looked) {
    letters.push('S');
    const note = both('S 了解情境', 'S: understood the situation');
    evidence.push(
      asked
        ? actEvidence(asked, 'earned', note)
        : entryEvidence(looked ?? record.log[0] ?? { seq: 1 }, 'earned', note),
    );
  }
  if (told) {
    letters.push('T');
    evidence.push(
      entryEvidence(
        { seq: told.replies[0] ?? told.seq },
        'earned',
        both('T 抓住核心问题', 'T: got to the core of the matter'),
      ),
    );
  }
  if (acted) {
    letters.push('A');
    evidence.push(actEvidence(acted, 'earned', both('A 给出行动', 'A: took action')));
  }
  if (confirmed) {
    letters.push('R');
    evidence.push(actEvidence(confirmed, 'earned', both('R 确认结果', 'R: confirmed the result')));
  }
  const missing = ['S', 'T', 'A', 'R'].filter((letter) => !letters.includes(letter));
  return {
    points: letters.length * 25,
    value:
      missing.length === 0
        ? both('STAR 完整', 'STAR complete')
        : both(`缺少 ${missing.join('、')}`, `missing ${missing.join(', ')}`),
    evidence,
  };
};

type NamedStep = { readonly title: Bilingual; readonly done: Condition };

/** The right process of the case (R24, R25, R67, R70–R72): its steps done, each after the one before. */
export const process: MeasureFunction = (record) => ordered(record, record.facts.script.assessment.process);

/** What good guidance is in this case (R52, R56, R57): its moves made, in any order. */
export const guidance: MeasureFunction = (record) => share(record, record.facts.script.assessment.guidance);

function share(record: Record, steps: readonly NamedStep[]) {
  if (steps.length === 0) return NOT_APPLICABLE;
  const done = steps.map(({ title, done }) => ({ title, entry: firstTime(record, done) }));
  const reached = done.filter(({ entry }) => entry);
  const missing = done.filter(({ entry }) => !entry).map(({ title }) => title);
  return {
    points: (reached.length / steps.length) * 100,
    value:
      missing.length === 0
        ? both(`${steps.length}/${steps.length} 项`, `all ${steps.length}`)
        : both(
            `缺少：${missing.map(({ zh }) => zh).join('、')}`,
            `missing: ${missing.map(({ en }) => en).join(', ')}`,
          ),
    evidence: reached.map(({ title, entry }) => entryEvidence(entry ?? { seq: 1 }, 'earned', title)),
  };
}

function ordered(record: Record, steps: readonly NamedStep[]) {
  const all = share(record, steps);
  if (all.points === null) return all;
  const evidence: Evidence[] = [];
  let latest = 0;
  for (const { seq, note } of all.evidence) {
    const early = seq < latest;
    evidence.push({
      seq,
      effect: early ? 'lost' : 'earned',
      note: early ? both(`${note.zh}:顺序提前了`, `${note.en}: too early`) : note,
    });
    latest = Math.max(latest, seq);
  }
  const early = evidence.filter(({ effect }) => effect === 'lost').length;
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
  return {
    points,
    value: title,
    evidence: ended ? [entryEvidence(ended, points >= 80 ? 'earned' : 'lost', title)] : [],
  };
};

/** R27, R66: the complaint is graded as the case says, and handed up where and only where it must be. */
export const grading: MeasureFunction = ({ facts, actions }) => {
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
    if (graded) {
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
    if (handedUp) evidence.push(entryEvidence(handedUp, 'earned', both('及时上报', 'Handed up')));
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
