import { makeExercise } from '@kefu/shared/rehearsal/exercise';
import { ScriptSchema } from '@kefu/shared/script/schema';
import { describe, expect, it } from 'vitest';
import { content, Stage } from './stage';

const both = (text: string) => ({ zh: text, en: text });
const need = (name: string, cue: string) => ({
  kind: 'goal',
  title: both(name),
  ask: [`${name}怎么样`, `说说${name}`],
  met: { cue },
});
const cue = (word: string) => ({ title: word, examples: [`${word}很好`, `${word}不错`, `说到${word}`] });

/** A customer whose agenda passes through a beat without words. */
const script = ScriptSchema.parse({
  id: 'two-steps',
  version: 1,
  source: 'test',
  title: both('两步'),
  summary: both('两步'),
  stage: 'pre-sale',
  level: 'novice',
  tags: [],
  platform: 'taobao',
  shop: 'xiaoman-apparel',
  now: '2026-05-13T15:00',
  opens: 'customer',
  customer: { name: '小明', group: 'new' },
  brief: both('无'),
  about: {},
  cues: { colour: cue('颜色'), fabric: cue('面料') },
  needs: { colour: need('颜色', 'colour'), fabric: need('面料', 'fabric') },
  hidden: {},
  beats: {
    opening: { say: ['在吗'], next: [{ when: { need: 'colour' }, go: 'between' }] },
    between: { next: [{ when: { need: 'colour' }, go: 'choosing' }] },
    choosing: { say: ['那我挑一下'], next: [{ when: { needs: 'met' }, close: true }] },
  },
  outcome: { close: [{ ending: 'solved' }], leave: [{ ending: 'lost' }], boil: 'lost' },
  endings: {},
  assessment: {},
});

describe('the agenda', () => {
  // Root cause: the words came before the second step of the agenda, so that an open need was asked for on the way.
  it('comes to rest before the customer says anything', () => {
    const shop = content.shops.get('xiaoman-apparel')?.value;
    const persona = content.personas.get('rational')?.value;
    if (!shop || !persona) throw new Error('the library has lost its shop or its persona');
    const stage = new Stage(makeExercise(script, shop, persona, 'default'));
    stage.until(8);
    const before = stage.messages.length;
    stage.exchange({ acts: ['inform'], cues: ['colour'] });
    expect(stage.messages.slice(before).map(({ pool }) => pool)).toEqual(['beat.choosing']);
    expect(stage.notes('beat')).toEqual(['opening', 'between', 'choosing']);
  });
});
