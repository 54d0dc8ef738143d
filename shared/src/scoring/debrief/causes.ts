import type { EffectEntry, Note } from '../../rehearsal/entry';
import type { Condition } from '../../script/condition';
import { redLinesOf } from '../../script/red-lines';
import type { Bilingual } from '../../script/text';
import { ACTS, type Act } from '../../understanding/acts';
import { both } from '../indicators/measured';
import type { Record } from '../record';

/** What moved the customer, in words for people: what made it better or, where it got worse, what made it worse. */
export function causesOf(record: Record, effect: EffectEntry): Bilingual[] {
  const { replies } = record;
  const acts = new Set(
    replies
      .filter(({ seq }) => effect.replies.includes(seq))
      .flatMap(({ understood }) => understood.acts.map(({ act }) => act)),
  );
  const worse = effect.to > effect.from;
  const causes = effect.notes.flatMap((note) => causeOf(record, note, acts));
  const fitting = causes.filter(({ bad }) => bad === worse);
  if (causes.length > 0) return (fitting.length > 0 ? fitting : causes).map(({ cause }) => cause);
  if (effect.to === effect.from) return [];
  if (effect.replies.length === 0) return [both('等太久没有回复', 'Waited too long for an answer')];
  return effect.to > effect.from
    ? [both('没有回答客户的问题，客户又问了一遍', 'The question was not answered and was asked again')]
    : [both('回复起了作用', 'The reply helped')];
}

type Cause = { readonly cause: Bilingual; readonly bad: boolean };

function causeOf({ facts }: Record, { kind, id }: Note, acts: ReadonlySet<Act>): Cause[] {
  const good = (zh: string, en: string, title: Bilingual = both(id, id)) => [
    { cause: prefixed(zh, en, title), bad: false },
  ];
  switch (kind) {
    case 'reaction': {
      const own = facts.script.reactions.find((reaction) => reaction.id === id);
      const reaction = own ?? facts.persona.reactions.find((other) => other.id === id);
      const titles = own ? [own.title] : reaction ? wordsFor(reaction.when, acts) : [];
      return titles.map((cause) => ({ cause, bad: (reaction?.mood ?? 0) > 0 }));
    }
    case 'need':
      return good('满足了诉求：', 'Met a need: ', facts.needs[id]?.title);
    case 'told':
      return good('问出了：', 'Found out: ', facts.script.hidden[id]?.title);
    case 'doubt': {
      // A need that a hidden fact brings up is no doubt.
      if (facts.needs[id]?.after !== undefined) return [];
      const cause = prefixed('又起疑虑：', 'A new doubt: ', facts.needs[id]?.title ?? both(id, id));
      return [{ cause, bad: true }];
    }
    case 'blocked':
      return [{ cause: both('情绪没有平复，方案没有被接受', 'Too upset to take in a solution'), bad: true }];
    case 'red-line':
      return redLinesOf(facts.script).flatMap((line) =>
        line.id === id ? [{ cause: line.title, bad: true }] : [],
      );
    case 'ending':
    case 'beat':
      return [];
  }
}

const prefixed = (zh: string, en: string, title: Bilingual): Bilingual =>
  both(`${zh}${title.zh}`, `${en}${title.en}`);

/** A persona's reaction has no title: it is named by what was done of what it looks for. */
function wordsFor(when: Condition, done: ReadonlySet<Act>): Bilingual[] {
  const named = (when.act ?? []).filter((act) => done.has(act)).map((act) => ACTS[act]);
  if (named.length > 0) {
    return [both(named.map(({ zh }) => zh).join('、'), `The agent ${named.map(({ en }) => en).join(', ')}`)];
  }
  if (when.repeated) return [both('重复前面的话', 'A copy of an earlier reply')];
  if (when.contradicts) return [both('前后说法矛盾', 'A contradiction')];
  const verdicts = Object.values(when.claim ?? {}).flat();
  if (verdicts.includes('wrong')) return [both('说错了事实', 'A wrong fact')];
  return (when.any ?? []).flatMap((part) => wordsFor(part, done)).slice(0, 1);
}
