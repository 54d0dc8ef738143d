import { describe, expect, it } from 'vitest';
import { ACT_IDS, type Act } from './acts';
import { brokenRule } from './border-rules';
import { doubtOf } from './doubt';
import type { LabelledReply } from './labelled-reply';
import { createRecogniser, type Recogniser } from './recogniser';
import { trainModel } from './train';

const THINGS = ['鞋子', '杯子', '耳机', '台灯', '裙子', '书包', '手机壳', '猫粮', '咖啡机', '床垫'];
const REPLIES = THINGS.flatMap((thing): LabelledReply[] => [
  { text: `您好,欢迎光临,请看看我们的${thing}`, labels: ['greet'] },
  { text: `非常抱歉,${thing}给您带来不便了`, labels: ['apologise'] },
  { text: `${thing}嗯嗯好的`, labels: [] },
]);
const recogniser = createRecogniser(trainModel(REPLIES));

/** A recogniser that gives one act this probability and all others none. */
const certain = (act: Act, probability: number, threshold = 0.4): Recogniser => ({
  ...recogniser,
  probabilities: () =>
    ACT_IDS.map((id) => ({ act: id, probability: id === act ? probability : 0, threshold })),
});
const degree = (act: Act, probability: number) => doubtOf(certain(act, probability), '好', '').degree;

describe('the doubt about a reply', () => {
  it('is greatest where an act is as likely said as not, and falls on both sides', () => {
    expect(degree('greet', 0.4)).toBe(1);
    expect(degree('greet', 0.2)).toBeCloseTo(0.5);
    expect(degree('greet', 0.7)).toBeCloseTo(0.5);
    expect(degree('greet', 1)).toBe(0);
  });

  it('stays great while bad service is suspected but not sure enough to be held against anybody', () => {
    expect(degree('rigid', 0.6)).toBe(1);
    expect(degree('rigid', 0.99)).toBeLessThan(0.2);
    expect(doubtOf(certain('rigid', 0.6), '好', '').suggestions.some(({ said }) => said)).toBe(false);
  });

  it('is great for a sentence in which nothing is recognised, not for a short word', () => {
    expect(doubtOf(certain('greet', 0), '天王盖地虎宝塔镇河妖', '').degree).toBeGreaterThan(0.5);
    expect(doubtOf(certain('greet', 0), '嗯', '').degree).toBe(0);
  });

  it('suggests what the recogniser says, with the same probability', () => {
    for (const text of ['非常抱歉,雨伞给您带来不便了', '您好', '', '。']) {
      const hits = recogniser.recognise(text, '怎么了');
      const said = doubtOf(recogniser, text, '怎么了').suggestions.filter((suggestion) => suggestion.said);
      expect(said.map(({ act }) => act)).toEqual(hits.map(({ act }) => act));
      said.forEach(({ probability }, index) => {
        expect(probability).toBeCloseTo(hits[index]?.confidence ?? 0, 10);
      });
    }
  });
});

describe('the border rules', () => {
  it('let a refusal be polite or flat, and a reminder friendly or pressing, not both', () => {
    expect(brokenRule(['inform', 'rigid', 'decline'])).toEqual(['decline', 'rigid']);
    expect(brokenRule(['urge', 'pushy'])).toEqual(['urge', 'pushy']);
    expect(brokenRule(['decline', 'pushy'])).toBeUndefined();
  });
});
