import type { Case } from '../script/case';
import { type Condition, holds, type Situation } from '../script/condition';
import type { Bilingual } from '../script/text';
import type { Hint } from './entry';
import { type RehearsalState, turnOf } from './state';
import { waysToMeet } from './ways';

/** One thing that the customer waits for, and what may be said about it, plainer with every time it is asked. */
type Subject = { readonly id: string; readonly about: Hint['about']; readonly levels: readonly Bilingual[] };

/**
 * What to tell a trainee who asks for a hint: what the customer waits for most. The first hint on a subject points the
 * way, the next one is plainer; when all is said about one subject the next one has its turn.
 */
export function hintFor(
  facts: Case,
  situation: Situation,
  state: RehearsalState,
): { subject: string; hint: Hint } {
  const subjects = subjectsOf(facts, situation, state);
  const told = ({ id }: Subject) => state.hints[id] ?? 0;
  const subject = subjects.find((one) => told(one) < one.levels.length) ?? subjects[0] ?? CLOSE;
  const level = Math.min(told(subject) + 1, subject.levels.length);
  const words =
    subject.levels[level - 1] ?? both('看看客户刚才说了什么。', 'Look at what the customer said last.');
  return { subject: subject.id, hint: { about: subject.about, level, words } };
}

/** In the order in which they matter to the customer. */
function subjectsOf(facts: Case, situation: Situation, state: RehearsalState): Subject[] {
  const turn = turnOf(state);
  if (turn === 'unaware') return [OPEN];
  if (turn === 'speaking' || turn === 'reading') return [LISTEN];
  const { known } = situation;
  const open = Object.keys(facts.needs).filter((id) => holds({ open: [id] }, situation));
  const needs = open.map((id) => needSubject(facts, id, known[`asked:${id}`] === true));
  const asked = needs.filter((_, index) => known[`asked:${open[index]}`]);
  const subjects = [
    ...soothing(facts, situation, state),
    ...asked,
    ...nextSteps(facts, situation, state),
    ...hiddenFacts(facts, situation),
    ...needs.filter((need) => !asked.includes(need)),
  ];
  return subjects.length > 0 ? subjects : [CLOSE];
}

/** Nothing counts before a soothing word (R22). */
function soothing(facts: Case, situation: Situation, { machine }: RehearsalState): Subject[] {
  const { gate } = facts.persona;
  if (!gate?.while.includes(situation.tone) || machine.context.soothed) return [];
  const ways = waysToMeet(facts, gate.until);
  return [
    {
      id: 'soothe',
      about: 'soothe',
      levels: [
        both(
          '客户正在气头上：先处理心情，再处理事情。',
          'The customer is angry: feelings first, the matter after.',
        ),
        ...(ways.length > 0
          ? [listed('先说一句安抚的话，比如', 'Begin with a soothing word, such as', ways)]
          : []),
      ],
    },
  ];
}

function needSubject(facts: Case, id: string, asked: boolean): Subject {
  const need = facts.needs[id];
  const title = need?.title ?? both(id, id);
  const named = asked
    ? both(`客户在等你回应：${title.zh}。`, `The customer waits for: ${title.en}.`)
    : both(`客户还会关心：${title.zh}。`, `The customer will also want: ${title.en}.`);
  const ways = need ? waysToMeet(facts, need.met) : [];
  const nudge = both(
    '客户关心的事还没有说全，主动问问还有什么顾虑。',
    'Something the customer cares about is still unsaid: ask what else worries them.',
  );
  return {
    id: `need:${id}`,
    about: 'need',
    levels: [
      ...(asked ? [] : [nudge]),
      named,
      ...(ways.length > 0 ? [listed('可以这样回应', 'What would answer it', ways)] : []),
    ],
  };
}

/** What leads on from the present step of the customer's agenda. */
function nextSteps(facts: Case, situation: Situation, { machine }: RehearsalState): Subject[] {
  const { beat } = machine.context;
  const next = facts.script.beats[beat]?.next.filter(({ when }) => isReady(when, situation)) ?? [];
  const ways = next.flatMap(({ when }) => waysToMeet(facts, when));
  if (ways.length === 0) return [];
  return [
    {
      id: `next:${beat}`,
      about: 'next',
      levels: [
        both(
          '客户在等谈话往前走一步，回头看看他刚才的话里还有什么没接住。',
          'The customer waits for the talk to move on: what in their last words is unanswered?',
        ),
        listed('往前走的办法', 'What moves it on', ways),
      ],
    },
  ];
}

/** What the customer keeps to itself: that there is something, then where to ask, never what it is (R36). */
function hiddenFacts(facts: Case, situation: Situation): Subject[] {
  return Object.entries(facts.script.hidden).flatMap(([id, { when }]) => {
    if (situation.known[`told:${id}`] || !isReady(when, situation)) return [];
    const ways = waysToMeet(facts, when);
    return {
      id: `hidden:${id}`,
      about: 'hidden' as const,
      levels: [
        both(
          '客户还有情况没说出来：用开放式的问题多了解一句他的处境。',
          'The customer has not told everything: ask an open question about their situation.',
        ),
        ...(ways.length > 0 ? [listed('可以从这里问起', 'Where to ask', ways)] : []),
      ],
    };
  });
}

/** What a reply brings along; the parts within are looked at one by one. */
const LEFT_TO_THE_REPLY = {
  ...{ act: undefined, cue: undefined, claim: undefined, doing: undefined, ever: undefined },
  ...{ repeated: undefined, contradicts: undefined, not: undefined, all: undefined, any: undefined },
} satisfies Condition;

/** Whether a reply alone could make the condition hold now: what has to be so before it is so. */
function isReady(condition: Condition, situation: Situation): boolean {
  const { all, any } = condition;
  return (
    holds({ ...condition, ...LEFT_TO_THE_REPLY }, situation) &&
    (all?.every((part) => isReady(part, situation)) ?? true) &&
    (any?.some((part) => isReady(part, situation)) ?? true)
  );
}

const both = (zh: string, en: string): Bilingual => ({ zh, en });

const listed = (zh: string, en: string, ways: readonly Bilingual[]): Bilingual =>
  both(`${zh}：${ways.map((way) => way.zh).join('、')}。`, `${en}: ${ways.map((way) => way.en).join(', ')}.`);

const OPEN: Subject = {
  id: 'open',
  about: 'open',
  levels: [both('由你先开口：问候客户，说明来意。', 'It is you who writes first: greet and say why.')],
};
const LISTEN: Subject = {
  id: 'listen',
  about: 'listen',
  levels: [
    both('客户还在看或者还在说，先等他说完。', 'The customer is still reading or writing: let them finish.'),
  ],
};
const CLOSE: Subject = {
  id: 'close',
  about: 'close',
  levels: [
    both(
      '客户要的都有了：确认他满意，感谢并祝福，礼貌收尾。',
      'The customer has all they need: check that they are content, thank them and close politely.',
    ),
  ],
};
