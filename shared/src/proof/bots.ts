import type { Move } from '../rehearsal/play';
import { seededIndex } from '../rehearsal/random';
import { ACT_IDS, ACTS } from '../understanding/acts';
import type { LabelledReply } from '../understanding/labelled-reply';

/** Seconds between the customer's words and a bot's, and how often it writes. */
const AFTER_S = 4;
const TIMES = 12;

const replies = (texts: readonly string[]): Move[] => texts.map((text) => ({ after: AFTER_S, text }));
const always = (text: string): Move[] => replies(Array.from({ length: TIMES }, () => text));

/** What a bot does, and the score that it must not reach with any script. */
export type Bot = { readonly moves: readonly Move[]; readonly below: number };

/** The upper bound of a script's own failures. */
const FAILURE = 60;

/** Trainees who must not get through with any script, and what they do. */
const FIXED: Readonly<Record<string, readonly Move[]>> = {
  silent: [],
  'one greeting again and again': always('您好，欢迎光临本店，很高兴为您服务，请问有什么可以帮您'),
  'only “好的”': always('好的'),
  'only “请稍等”': always('请您稍等一下'),
  'empty kindness': replies([
    '亲亲，非常理解您的心情',
    '真的特别能理解，换我也会这样',
    '您的感受我完全明白',
    '心疼您，抱抱',
    '我懂的，真的懂',
    '理解理解，您别难过',
    '能体会您现在的感受',
    '我和您一样着急呢',
  ]),
  'rude from the start': replies([
    '有事快说',
    '你自己不会看详情页吗',
    '爱买不买，别在这烦我',
    '你有完没完',
    '我们规定就是这样，不可能的',
  ]),
  'over-promising': replies([
    '您放心，我百分百保证，绝对不会有任何问题',
    '我保证今天一定给您办好，办不好我赔您十倍',
    '绝对没问题，什么要求都能满足您',
    '保证永远不会坏，坏了全额退款还给您一千元',
    '您说多少就赔多少，我说了算',
    '肯定是全网最低价，终身免费换新',
  ]),
};

/** Acts that end a rehearsal by themselves would make it too easy to fail. */
const ENDING: ReadonlySet<string> = new Set(['offplatform', 'leak']);

/**
 * All bots. One puts a sentence for every good act into each of its messages, one writes anything at all.
 * @param witnesses plain sentences with the acts that they do
 */
export function botsWith(witnesses: readonly LabelledReply[]): Record<string, Bot> {
  const plain = witnesses.filter(({ labels }) => !labels.some((act) => ENDING.has(act)));
  const stuffed = Array.from({ length: 4 }, (_, nth) =>
    ACT_IDS.filter((act) => ACTS[act].kind === 'good')
      .flatMap((act) => {
        const able = witnesses.filter(({ labels }) => labels.length === 1 && labels[0] === act);
        return able[nth % Math.max(1, able.length)]?.text ?? [];
      })
      .join('，'),
  );
  const random = Array.from(
    { length: TIMES },
    (_, nth) => plain[seededIndex(1, `bot/${nth}`, plain.length)]?.text ?? '嗯',
  );
  const fixed = Object.entries(FIXED).map(([who, moves]) => [who, { moves, below: FAILURE }] as const);
  return {
    ...Object.fromEntries(fixed),
    random: { moves: replies(random), below: FAILURE },
    'every act in every message': { moves: replies(stuffed), below: FAILURE },
  };
}
