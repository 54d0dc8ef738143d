import { mix } from './feature-hash';
import { findWords } from './lexicon/matcher';
import { normalise } from './normalise';

/** The customer's previous words as a kind of turn: the same “是的” answers a question or acknowledges a thanks. */
export type Turn = {
  readonly kinds: readonly number[];
  readonly words: readonly number[];
  readonly grams: readonly number[];
};

const KIND = { none: 0, asks: 1, tells: 2, complains: 3, thanks: 4, acknowledges: 5, ends: 6 } as const;

const ASKS = /[?]|吗|什么|怎么|多少|几|哪|谁|能不能|可以.?不|有没有|是不是|多久|啥|咋|呢$/;
const COMPLAINS = /差评|投诉|骗|垃圾|还没|怎么还|为什么|坏|破|漏|少了|错|慢|态度|退|烦|生气|!|太|假/;
const THANKS = /谢|感谢|辛苦/;
const ACKNOWLEDGES = /^(好|嗯|哦|行|ok|是|对|知道|可以|没)[的了哦呀吧,.啊呢!~]*(的|了|谢谢)?[.!~]*$/;
const ENDS = /再见|拜|没有了|没事|没问题了|不用了/;

/** Only the end of a long turn is read: it is what the agent answers. */
const READ = 200;

export function readTurn(context: string): Turn {
  const { text } = normalise(context.slice(-READ));
  if (text === '') return { kinds: [KIND.none], words: [], grams: [] };
  const kinds: number[] = [ASKS.test(text) ? KIND.asks : KIND.tells];
  if (COMPLAINS.test(text)) kinds.push(KIND.complains);
  if (THANKS.test(text)) kinds.push(KIND.thanks);
  if (ACKNOWLEDGES.test(text)) kinds.push(KIND.acknowledges);
  if (ENDS.test(text)) kinds.push(KIND.ends);
  const words = new Set(findWords(text, 0, text.length).flatMap((word) => word.classes));
  const grams: number[] = [];
  for (let i = 0; i + 1 < text.length; i++)
    grams.push(mix(mix(1, text.charCodeAt(i)), text.charCodeAt(i + 1)));
  return { kinds, words: [...words], grams };
}
