import type { Record } from '../record';
import type { Evidence } from '../scorecard';
import {
  actEvidence,
  both,
  clamp,
  entryEvidence,
  type MeasureFunction,
  missing,
  NOT_APPLICABLE,
  wordsEvidence,
} from './measured';

const STATING = new Set([
  'inform',
  'evidence',
  'assure',
  'timeline',
  'recommend',
  'instruct',
  'resolve',
  'decline',
  'compensate',
]);

/** R54, R13, R12, R11, R61, R62: no statement that the shop's facts contradict, no promise that nobody can keep. */
export const factsRight: MeasureFunction = (record) => {
  const claims = record.replies.flatMap((reply) =>
    reply.understood.claims.map((claim) => ({ ...claim, reply })),
  );
  const lost: Evidence[] = [
    ...claims
      .filter(({ verdict }) => verdict !== 'right')
      .map((claim) =>
        wordsEvidence(claim.reply, claim, 'lost', claimNote(record, claim.claim, claim.verdict)),
      ),
    ...record.acts
      .filter(({ act }) => act === 'overpromise')
      .map((hit) =>
        actEvidence(hit, 'lost', both('过度承诺，店铺做不到', 'Promises what the shop cannot keep')),
      ),
  ];
  const earned = claims
    .filter(({ verdict }) => verdict === 'right')
    .map((claim) =>
      wordsEvidence(claim.reply, claim, 'earned', both('与店铺资料一致', "Agrees with the shop's facts")),
    );
  const stated = record.acts.some(({ act }) => STATING.has(act));
  if (lost.length === 0 && !stated) {
    const note = both('整场没有给出任何事实', 'No fact was given in the whole talk');
    return {
      points: 0,
      value: both('没有给出任何事实', 'no facts were given'),
      evidence: [missing(record, note)],
    };
  }
  return {
    points: clamp(100 - 40 * lost.length),
    value:
      lost.length === 0
        ? both('没有错误', 'no errors')
        : both(`${lost.length} 处错误`, `${lost.length} errors`),
    evidence: [...lost, ...earned],
  };
};

function claimNote({ facts }: Record, id: string, verdict: string): Evidence['note'] {
  const title = facts.teaching.claims[id]?.title ?? id;
  switch (verdict) {
    case 'beyond':
      return both(`${title}：超出客服权限`, `${title}: beyond the agent's authority`);
    case 'low':
      return both(`${title}：少于客户应得`, `${title}: less than the customer is owed`);
    default:
      return both(`${title}：与店铺资料不符`, `${title}: contradicts the shop's facts`);
  }
}

/** R75, R67, R79: what has to be looked up is looked up before it is said. */
export const lookedUp: MeasureFunction = (record) => {
  const { facts, replies, actions } = record;
  const needed = Object.entries(facts.teaching.claims).flatMap(([id, { lookUp }]) =>
    lookUp ? [{ id, lookUp }] : [],
  );
  if (needed.length === 0) return NOT_APPLICABLE;
  const stated = needed.flatMap(({ id, lookUp }) => {
    const reply = replies.find(({ understood }) => understood.claims.some(({ claim }) => claim === id));
    const claim = reply?.understood.claims.find((hit) => hit.claim === id);
    return reply && claim ? [{ reply, claim, look: actions.find(({ action }) => action.do === lookUp) }] : [];
  });
  if (stated.length === 0) {
    const looked = actions.some(({ action }) => needed.some(({ lookUp }) => lookUp === action.do));
    return {
      points: looked ? 50 : 0,
      value: looked ? both('查了但没有告知', 'looked up, not told') : both('没有查询', 'not looked up'),
      evidence: [
        missing(
          record,
          looked
            ? both('查到的结果没有告诉客户', 'What was looked up was never told')
            : both('该查的资料没有查', 'What had to be looked up was not'),
        ),
      ],
    };
  }
  const evidence = stated.map(({ reply, claim, look }) =>
    look && look.seq < reply.seq
      ? entryEvidence(look, 'earned', both('先查询再回答', 'Looked up first'))
      : wordsEvidence(reply, claim, 'lost', both('没有查询就回答', 'Answered without looking it up')),
  );
  const before = evidence.filter(({ effect }) => effect === 'earned').length;
  return {
    points: (before / stated.length) * 100,
    value: both(`${before}/${stated.length} 项先查后答`, `${before} of ${stated.length} looked up first`),
    evidence,
  };
};

/** R36, R48: what the customer did not say by itself was found by asking. */
export const hiddenNeeds: MeasureFunction = (record) => {
  const { facts, effects } = record;
  const hidden = Object.entries(facts.script.hidden);
  if (hidden.length === 0) return NOT_APPLICABLE;
  const found = hidden.flatMap(([id, { title }]) => {
    const effect = effects.find(({ notes }) => notes.some((note) => note.kind === 'told' && note.id === id));
    return effect ? [{ id, title, seq: effect.replies[0] ?? effect.seq }] : [];
  });
  const missed = hidden.filter(([id]) => !found.some((one) => one.id === id));
  return {
    points: (found.length / hidden.length) * 100,
    value: both(`${found.length}/${hidden.length} 个`, `${found.length} of ${hidden.length}`),
    evidence: [
      ...found.map(({ title, seq }) =>
        entryEvidence({ seq }, 'earned', both(`问出了：${title.zh}`, `Found out: ${title.en}`)),
      ),
      ...missed.map(([, { title }]) =>
        missing(record, both(`没有问出：${title.zh}`, `Never found out: ${title.en}`)),
      ),
    ],
  };
};
