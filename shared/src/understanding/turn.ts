import { mix } from './feature-hash';
import { findWords, longestOf } from './lexicon/matcher';
import { normalise } from './normalise';

/** The customer's previous words as a kind of turn: the same “是的” answers a question or acknowledges a thanks. */
export type Turn = {
  readonly said: ReadonlySet<number>;
  readonly kinds: readonly number[];
  readonly words: readonly number[];
  readonly grams: readonly number[];
};

const NONE = 0;
const ASKS = /[?]|吗|什么|怎么|多少|几|哪|谁|能不能|可以.?不|有没有|是不是|多久|啥|咋|呢$/;

/** Kinds of turns by their words; several may fit. Their order is part of the trained model. */
const KINDS: readonly RegExp[] = [
  /差评|投诉|骗|垃圾|还没|怎么还|为什么|坏|破|漏|少了|错|慢|态度|退|烦|生气|!|太|假/,
  /谢|感谢|辛苦/,
  /^(好|嗯|哦|行|ok|是|对|知道|可以|没)[的了哦呀吧,.啊呢!~]*(的|了|谢谢)?[.!~]*$/,
  /再见|拜|没有了|没事|没问题了|不用了/,
  /什么时候|啥时候|多久|几天|几点|几号|何时|哪天|多长时间|今天能|明天能|还要等|催|快点/,
  /为什么|为啥|怎么会|怎么还|凭什么|咋回事|怎么回事|什么原因/,
  /帮我|给我|能不能|能.{0,8}[吗不么]|可以.{0,8}[吗不么]|我要|我想|想要|麻烦|换成|改成|改到|取消|通融/,
  /怎么(?!还|会|回事|没|不|又|是)|如何|咋|在哪|哪里|步骤|教/,
  /便宜|优惠|少点|再少|送点|送不|打折|折扣|活动|包邮|抹零|赔|补偿|补差/,
  /真的|确定|保证|会不会|是不是|正品|靠谱|怕|担心|不信|证明|依据/,
  /考虑|再看|想想|犹豫|太贵|贵|算了|不要了|不买|看看/,
  /坏了|破了|碎|裂|漏|烂|脏|色差|不一样|不好用|没用|开不了|不工作|断|掉|小了|大了|过敏|少发|漏发|发错|没收到|丢/,
  /选哪|哪个|哪款|推荐|适合|合适|穿什么码|多大|什么码|区别/,
  /投诉|差评|举报|12315|曝光|主管|领导|经理|赔/,
  /下单|拍了|付款|付了|拍好|买好|刚买/,
  /你们|你这|你家/,
  /态度|骂|滚|垃圾|骗子|傻|蠢|神经|tm|妈的|有病/,
];

/** Only the end of a long turn is read: it is what the agent answers. */
const READ = 200;

export function readTurn(context: string): Turn {
  const { text } = normalise(context.slice(-READ));
  if (text === '') return { kinds: [NONE], words: [], grams: [], said: new Set() };
  const kinds: number[] = [ASKS.test(text) ? 1 : 2];
  KINDS.forEach((pattern, index) => {
    if (pattern.test(text)) kinds.push(index + 3);
  });
  const words = new Set(longestOf(findWords(text)).flatMap((word) => word.classes));
  const grams: number[] = [];
  for (let i = 0; i + 1 < text.length; i++)
    grams.push(mix(mix(1, text.charCodeAt(i)), text.charCodeAt(i + 1)));
  return { kinds, words: [...words], grams, said: new Set(grams) };
}

/** Whether the customer's words ask for something, so that a bare figure can be the answer. */
export const asksSomething = (turn: string): boolean => ASKS.test(turn);
