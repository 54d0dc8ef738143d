import { toneOf } from '../../persona/schema';
import type { ReplyEntry } from '../../rehearsal/entry';
import type { Record } from '../record';
import type { Evidence } from '../scorecard';
import { both, entryEvidence, faults, type MeasureFunction, NOT_APPLICABLE, wordsEvidence } from './measured';

const EMOJI = /\p{Extended_Pictographic}/u;

/** R40, R85, R86, R47: what is written suits the platform and its channel, and no emoji meets an upset customer. */
export const style: MeasureFunction = (record) => {
  const { marketplace } = record.facts.script;
  if (!marketplace || record.replies.length === 0) return NOT_APPLICABLE;
  const { style, channel } = marketplace;
  const lost = record.replies.flatMap((reply) => [...unfitIn(reply, style.unfit), ...emojiIn(record, reply)]);
  const fitting = record.replies.some(({ text }) => style.fits.some((word) => text.includes(word)));
  const [first] = record.replies;
  if (style.register === 'warm' && !fitting && record.substantial.length > 0 && first)
    lost.push(
      entryEvidence(first, 'lost', both(`语气偏硬：${style.summary.zh}`, `Stiff here: ${style.summary.en}`)),
    );
  // On the telephone what matters is said again, so that it was heard right (R86).
  if (channel === 'phone' && first && !record.acts.some(({ act }) => act === 'restate'))
    lost.push(
      entryEvidence(first, 'lost', both('电话里没有复述关键信息', 'Nothing was said again on the telephone')),
    );
  return faults(record, lost, 25, both('合适', 'fits'));
};

function unfitIn(reply: ReplyEntry, words: readonly string[]): Evidence[] {
  const word = words.find((each) => reply.text.includes(each));
  if (word === undefined) return [];
  const start = reply.text.indexOf(word);
  const note = both('不合这个平台的说话方式', "Not this platform's manner");
  return [wordsEvidence(reply, { start, end: start + word.length }, 'lost', note)];
}

function emojiIn({ facts, effects }: Record, reply: ReplyEntry): Evidence[] {
  const found = EMOJI.exec(reply.text);
  if (!found) return [];
  const tone =
    effects.findLast(({ seq }) => seq < reply.seq)?.tone ?? toneOf(facts.persona, facts.startLevel);
  const upset = tone === 'upset' || tone === 'furious';
  if (!upset && facts.script.marketplace?.style.emoji !== false) return [];
  const note = upset
    ? both('客户正在气头上，不宜用表情', 'No emoji for an upset customer')
    : both('这个平台不用表情', 'No emoji on this platform');
  return [wordsEvidence(reply, { start: found.index, end: found.index + found[0].length }, 'lost', note)];
}
