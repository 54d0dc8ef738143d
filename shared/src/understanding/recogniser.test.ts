import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LabelledReply } from './labelled-reply';
import { ModelSchema, modelHash } from './model';
import { createRecogniser } from './recogniser';
import { trainModel } from './train';

/** A handful of phrases per act, varied by their objects: enough to tell five acts apart. */
const THINGS = ['鞋子', '杯子', '耳机', '台灯', '裙子', '书包', '手机壳', '猫粮', '咖啡机', '床垫'];
const PHRASES: readonly (readonly [LabelledReply['labels'], (thing: string) => string])[] = [
  [['greet'], (thing) => `您好,欢迎光临,请看看我们的${thing}`],
  [['apologise'], (thing) => `非常抱歉,${thing}给您带来不便了`],
  [['resolve'], (thing) => `${thing}给您补发一个新的`],
  [['timeline'], (thing) => `${thing}48小时内发货`],
  [['thank'], (thing) => `谢谢您喜欢${thing}`],
  [['apologise', 'resolve'], (thing) => `实在对不起,${thing}马上给您换货`],
  [[], (thing) => `${thing}嗯嗯好的`],
];
const REPLIES: LabelledReply[] = THINGS.flatMap((thing) =>
  PHRASES.map(([labels, phrase]) => ({ text: phrase(thing), context: `${thing}怎么样`, labels })),
);
const MODEL = trainModel(REPLIES);
const recogniser = createRecogniser(MODEL);
const acts = (text: string): string[] => recogniser.recognise(text).map(({ act }) => act);

describe('trainModel', () => {
  it('gives the same bytes on each run', () => {
    expect(JSON.stringify(trainModel(REPLIES))).toBe(JSON.stringify(MODEL));
  });

  it('gives another hash for other rows', () => {
    expect(trainModel(REPLIES.slice(1)).hash).not.toBe(MODEL.hash);
  });

  it('makes a model that survives JSON and fits its schema', () => {
    expect(ModelSchema.parse(JSON.parse(JSON.stringify(MODEL)))).toEqual(MODEL);
    expect(modelHash(MODEL)).toBe(MODEL.hash);
  });

  it('learns nothing from nothing', () => {
    expect(createRecogniser(trainModel([])).recognise('您好')).toEqual([]);
  });
});

describe('recognise', () => {
  it('finds the acts it was taught, in other words', () => {
    expect(acts('您好,欢迎光临')).toContain('greet');
    expect(acts('实在抱歉,给您补发')).toEqual(expect.arrayContaining(['apologise', 'resolve']));
  });

  it('points to the clause that does it', () => {
    const text = '非常抱歉给您带来不便,雨伞给您补发一个新的';
    const hits = recogniser.recognise(text);
    const words = (act: string): string => {
      const hit = hits.find((each) => each.act === act);
      return text.slice(hit?.start, hit?.end);
    };
    expect(words('apologise')).toBe('非常抱歉给您带来不便');
    expect(words('resolve')).toBe('雨伞给您补发一个新的');
  });

  it('finds nothing in empty and blank messages', () => {
    for (const text of ['', ' ', '\n', '。。。']) expect(recogniser.recognise(text)).toEqual([]);
  });

  it('is the same each time, whatever was recognised in between', () => {
    const first = recogniser.recognise('实在抱歉,给您补发');
    recogniser.recognise('谢谢您喜欢杯子');
    expect(recogniser.recognise('实在抱歉,给您补发')).toEqual(first);
  });

  it('stands any text, with spans inside it and probabilities between 0 and 1', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.string({ unit: 'binary' }),
        (text, context) => {
          for (const { confidence, start, end } of recogniser.recognise(text, context)) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
            expect(confidence).toBeGreaterThanOrEqual(0);
            expect(confidence).toBeLessThanOrEqual(1);
          }
        },
      ),
      { seed: 20260513, numRuns: 300 },
    );
  });

  it('stands very long texts', () => {
    const text = '非常抱歉,给您补发😊'.repeat(1000);
    expect(recogniser.recognise(text, text).every(({ end }) => end <= text.length)).toBe(true);
  });
});

describe('explain', () => {
  it('names the words that decided', () => {
    const reasons = recogniser.explain('非常抱歉给您带来不便', undefined, 'apologise');
    expect(reasons[0]?.weight).toBeGreaterThan(0);
    expect(reasons.map(({ words }) => words).join(' ')).toMatch(/抱歉|不便/);
  });

  it('gives weight to words without which the act is less likely', () => {
    const text = '非常抱歉给您带来不便,雨伞给您补发一个新的';
    const chanceOf = (reply: string): number =>
      recogniser.probabilities(reply).find(({ act }) => act === 'resolve')?.probability ?? 0;
    const [first] = recogniser.explain(text, undefined, 'resolve');
    expect(first?.weight).toBeGreaterThan(0);
    const without = text.slice(0, first?.start) + text.slice(first?.end);
    expect(chanceOf(without)).toBeLessThan(chanceOf(text));
  });
});
