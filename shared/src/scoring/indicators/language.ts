import { toneOf } from '../../persona/schema';
import type { ReplyEntry } from '../../rehearsal/entry';
import { isHeap } from '../../rehearsal/heap';
import { bannedPhrasesIn } from '../banned';
import type { Record } from '../record';
import type { Evidence } from '../scorecard';
import { isUpset } from './feelings';
import {
  actEvidence,
  both,
  clamp,
  entryEvidence,
  faults,
  type MeasureFunction,
  missing,
  NOT_APPLICABLE,
  wordsEvidence,
} from './measured';

/** R38: no provoking phrases. Quoting the customer is no hit. */
export const bannedLanguage: MeasureFunction = (record) => {
  const phrases = record.replies.flatMap((reply) => bannedIn(record, reply));
  const flat = record.acts
    .filter(({ act }) => act === 'rigid' || act === 'slang')
    .filter((hit) => !phrases.some(({ seq }) => seq === hit.reply.seq))
    .map((hit) =>
      actEvidence(
        hit,
        'lost',
        hit.act === 'rigid' ? both('生硬拒绝', 'A flat refusal') : both('用语不规范', 'Unfit style'),
      ),
    );
  return faults(record, [...phrases, ...flat, ...emojiToAngry(record)], 34, both('没有', 'none'));
};

/** Pictures of faces and things; digits and signs that Unicode counts among emoji are none. */
const EMOJI = /\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F/u;

/** R47: no emoji to a customer who is angry at that moment. */
function emojiToAngry({ facts, effects, replies }: Record): Evidence[] {
  return replies.flatMap((reply) => {
    const emoji = EMOJI.exec(reply.text);
    const level = effects.findLast(({ seq }) => seq < reply.seq)?.to ?? facts.startLevel;
    if (!emoji || !isUpset(toneOf(facts.persona, level))) return [];
    const place = { start: emoji.index, end: emoji.index + emoji[0].length };
    const note = both('客户正在生气，不适合发表情', 'An emoji to an angry customer');
    return [{ ...wordsEvidence(reply, place, 'lost', note), rule: 'R47' }];
  });
}

function bannedIn({ rubric, messages }: Record, reply: ReplyEntry): Evidence[] {
  const said = messages
    .filter(({ seq }) => seq < reply.seq)
    .map(({ content }) => ('text' in content ? content.text : ''));
  return bannedPhrasesIn(rubric.bannedPhrases, reply.text)
    .filter(({ phrase, quoted }) => !(quoted && said.some((words) => words.includes(phrase))))
    .map((hit) => wordsEvidence(reply, hit, 'lost', both('刺激性语言', 'A provoking phrase')));
}

/** R41, R39, R42: a greeting at the beginning, thanks or good wishes at the end. */
export const courtesy: MeasureFunction = (record) => {
  const { replies, acts } = record;
  if (replies.length === 0) return NOT_APPLICABLE;
  const opening = replies.slice(0, 2).map(({ seq }) => seq);
  const last = replies.slice(-2).map(({ seq }) => seq);
  const greeted = acts.find(({ act, reply }) => act === 'greet' && opening.includes(reply.seq));
  const farewell = acts.find(
    ({ act, reply }) =>
      (act === 'thank' || act === 'close') && last.includes(reply.seq) && replies.length > 1,
  );
  const [first = { seq: 1 }] = replies;
  const evidence = [
    greeted
      ? actEvidence(greeted, 'earned', both('礼貌开场', 'A polite opening'))
      : {
          ...entryEvidence(first, 'lost', both('开场没有问候', 'No greeting')),
          rule: 'R41',
          absent: true as const,
        },
    farewell
      ? actEvidence(farewell, 'earned', both('礼貌收尾', 'A polite close'))
      : missing(record, both('收尾没有感谢或祝福', 'No thanks or wishes at the end'), 'R42'),
  ];
  const left = [...(greeted ? [] : ['开场问候']), ...(farewell ? [] : ['感谢或祝福'])];
  return {
    points: (greeted ? 50 : 0) + (farewell ? 50 : 0),
    value:
      left.length === 0
        ? both('有问候有收尾', 'greeting and close')
        : both(
            `缺少：${left.join('、')}`,
            `missing: ${[greeted ? '' : 'greeting', farewell ? '' : 'close'].filter(Boolean).join(', ')}`,
          ),
    evidence,
  };
};

/** A place of a quick reply that was not filled in (R44). */
const SLOT = /【[^】]{0,20}】/;

/** Characters up to which a reply that does nothing is no answer. */
const FEW = 4;

const COPY = both('和之前的回复重复', 'A copy of an earlier reply');
const HEAP = both('一条里什么都说，像群发的', 'Says everything at once, as if it were sent to all');

/** R43, R44, R45, R78: no empty answers, no copies, no talking into the customer's burst, nothing asked again. */
export const personal: MeasureFunction = (record) => {
  const copies = record.replies
    .filter(({ repeated }) => repeated)
    .map((reply) => ({
      ...entryEvidence(reply, 'lost', isHeap(reply.understood) ? HEAP : COPY),
      rule: 'R44',
    }));
  const unfilled = record.replies.flatMap((reply) => {
    const slot = SLOT.exec(reply.text);
    if (!slot) return [];
    const place = { start: slot.index, end: slot.index + slot[0].length };
    const note = both('模板里的空没有填', 'A slot of the template was not filled in');
    return [{ ...wordsEvidence(reply, place, 'lost', note), rule: 'R44' }];
  });
  const owed = new Set(record.times.map(({ answered }) => answered));
  const curt = record.replies
    .filter(({ seq, text, understood: { acts } }) => {
      // A word or two that do nothing, where an answer was owed (R43).
      const empty = acts.length === 0 && owed.has(seq) && text.replace(/[\s\p{P}\p{S}]/gu, '').length <= FEW;
      return empty || acts.some(({ act }) => act === 'curt');
    })
    .map((reply) => ({
      ...entryEvidence(reply, 'lost', both('惜字如金，没有回答问题', 'Too few words to be an answer')),
      rule: 'R43',
    }));
  const interrupting = record.replies
    .filter(({ at }) =>
      record.messages.some(
        (message) => message.typedFrom < at && at < message.at && isBurst(record, message),
      ),
    )
    .map((reply) => ({
      ...entryEvidence(
        reply,
        'lost',
        both('客户还没说完就插话', 'Broke into what the customer was still saying'),
      ),
      rule: 'R45',
    }));
  const asked = askedAgain(record);
  return faults(
    record,
    [...copies, ...unfilled, ...curt, ...interrupting, ...asked],
    25,
    both('没有问题', 'nothing'),
  );
};

/** R78: what the customer has told the robot is not asked again. */
const askedAgain = ({ facts: { script }, replies }: Record): Evidence[] => {
  const told = new Set((script.botLog ?? []).flatMap(({ again }) => again ?? []));
  const note = both('又问机器人记录里有的资料', 'Asks again for what the bot log holds');
  return replies.flatMap((reply) => {
    const hit = reply.understood.cues.find(({ cue }) => told.has(cue));
    return hit ? [{ ...wordsEvidence(reply, hit, 'lost', note), rule: 'R78' }] : [];
  });
};

/** A message that follows another of the same breath: the customer was visibly not done. */
const isBurst = ({ log }: Record, message: { seq: number; pool: string; typedFrom: number }): boolean =>
  log.some(
    (entry) =>
      entry.kind === 'message' &&
      entry.seq < message.seq &&
      entry.pool === message.pool &&
      message.typedFrom - entry.at < 1_000,
  );

/** R24, R65: after trouble, a follow-up is promised or kept, and the compensation stays between floor and ceiling. */
export const aftercare: MeasureFunction = (record) => {
  const { facts, acts, actions } = record;
  const { assessment, stage } = facts.script;
  if (stage !== 'after-sale' && assessment.compensation === undefined) return NOT_APPLICABLE;
  const followed = acts.find(({ act }) => act === 'followup');
  const noted = actions.find(({ action }) => action.do === 'note');
  const evidence: Evidence[] = [];
  const parts: number[] = [followed ? 100 : noted ? 50 : 0];
  if (!followed) {
    evidence.push(missing(record, both('没有承诺后续跟进', 'No follow-up was promised'), 'R24'));
  }
  if (followed) evidence.push(actEvidence(followed, 'earned', both('承诺跟进', 'Promises to follow up')));
  if (noted) evidence.push(entryEvidence(noted, 'earned', both('留下备注', 'Left a note')));
  if (assessment.compensation) {
    const { floor, ceiling } = assessment.compensation;
    const paid = actions.flatMap((entry) =>
      'amount' in entry.action.with && entry.action.with.amount !== undefined
        ? [{ entry, amount: entry.action.with.amount }]
        : [],
    );
    const total = paid.reduce((sum, { amount }) => sum + amount, 0);
    const within = total >= floor && total <= ceiling;
    parts.push(within ? 100 : 0);
    const last = paid.at(-1);
    if (last) {
      const note = within
        ? both(`补偿 ${total} 元，在权限内`, `CNY ${total}, within the limits`)
        : both(
            `补偿 ${total} 元，应在 ${floor}–${ceiling} 元之间`,
            `CNY ${total}, should be ${floor}–${ceiling}`,
          );
      evidence.push({ ...entryEvidence(last.entry, within ? 'earned' : 'lost', note), rule: 'R65' });
    } else if (!within) {
      const note = both(
        `应补偿 ${floor}–${ceiling} 元，没有给`,
        `CNY ${floor}–${ceiling} were owed and not given`,
      );
      evidence.push(missing(record, note, 'R65'));
    }
  }
  const points = clamp(parts.reduce((sum, part) => sum + part, 0) / parts.length);
  return { points, value: points === 100 ? both('到位', 'done') : both('不完整', 'incomplete'), evidence };
};
