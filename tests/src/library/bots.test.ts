import { readContent } from '@kefu/server/cli/content';
import { loadRecogniser } from '@kefu/server/cli/load-recogniser';
import { makeExercise } from '@kefu/shared/rehearsal/exercise';
import { type Move, play } from '@kefu/shared/rehearsal/play';
import { scoreRehearsal } from '@kefu/shared/scoring/score';
import { variantsOf } from '@kefu/shared/script/case';
import { describe, expect, it } from 'vitest';

const content = readContent();
const recogniser = loadRecogniser();
const rubric = content.rubrics.get('default')?.value;
if (!rubric) throw new Error('the default rubric is missing');

const always = (text: string): Move[] => Array.from({ length: 12 }, () => ({ after: 5, text }));

/** Trainees who must not get through with any script, and what they do. */
const BOTS: Record<string, Move[]> = {
  silent: [],
  'one greeting again and again': always('您好，欢迎光临本店，很高兴为您服务，请问有什么可以帮您'),
  'only “好的”': always('好的'),
  'only “请稍等”': always('请您稍等一下'),
  'empty kindness': [
    { after: 4, text: '亲亲，非常理解您的心情' },
    { after: 4, text: '真的特别能理解，换我也会这样' },
    { after: 4, text: '您的感受我完全明白' },
    { after: 4, text: '心疼您，抱抱' },
    { after: 4, text: '我懂的，真的懂' },
    { after: 4, text: '理解理解，您别难过' },
    { after: 4, text: '能体会您现在的感受' },
    { after: 4, text: '我和您一样着急呢' },
  ],
  'rude from the start': [
    { after: 4, text: '有事快说' },
    { after: 4, text: '你自己不会看详情页吗' },
    { after: 4, text: '爱买不买，别在这烦我' },
    { after: 4, text: '你有完没完' },
    { after: 4, text: '我们规定就是这样，不可能的' },
  ],
};

const cases = [...content.scripts.values()].flatMap(({ value: script }) =>
  [...content.personas.values()].flatMap(({ value: persona }) =>
    variantsOf(script).map((variant) => ({
      script,
      persona,
      variant,
      name: `${script.id} × ${persona.id} (${variant})`,
    })),
  ),
);

describe.each(cases)('$name', ({ script, persona, variant }) => {
  const shop = content.shops.get(script.shop)?.value;
  it.each(Object.keys(BOTS))('fails a trainee who is %s', (bot) => {
    if (!shop) throw new Error(`no shop ${script.shop}`);
    const exercise = makeExercise(script, shop, persona, variant);
    const { log, state } = play(exercise, recogniser, 7, 1, BOTS[bot] ?? []);
    const { total, ending, passed } = scoreRehearsal({ facts: exercise.facts, rubric, pace: 1, log });
    expect(state.over).toBe(true);
    expect({ passed, low: total < 60 }, `${ending} ${total}`).toEqual({ passed: false, low: true });
  });
});
