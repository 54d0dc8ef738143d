import { canonicalJson } from '@kefu/shared/hash';
import { scoreRehearsal } from '@kefu/shared/scoring/score';
import { describe, expect, it } from 'vitest';
import { content, exerciseOf, type Meaning, Stage } from './stage';

const rubric = content.rubrics.get('default')?.value;
if (!rubric) throw new Error('the default rubric is missing');

function finished(persona: string, meanings: Meaning[], pace = 1) {
  const stage = new Stage(exerciseOf('shipping-time', persona, 'on-time'), 1, pace);
  stage.until(10);
  for (const means of meanings) stage.exchange(means);
  if (pace === 0) stage.act({ do: 'close', with: {} });
  stage.until(stage.state.now / 1000 + 600);
  return stage;
}
const scoreOf = (stage: Stage, pace = 1) =>
  scoreRehearsal({ facts: stage.exercise.facts, rubric, pace, log: stage.log });
const indicator = (stage: Stage, id: string, pace = 1) =>
  scoreOf(stage, pace)
    .dimensions.flatMap(({ indicators }) => indicators)
    .find((found) => found.id === id);
const GOOD: Meaning[] = [
  { acts: ['greet', 'empathise', 'inform', 'timeline'], claims: { 'ship-by': 'right' } },
  { acts: ['ask'], cues: ['travel'] },
  { acts: ['resolve', 'confirm'], cues: ['travel-plan'] },
  { acts: ['thank', 'close'] },
];

describe('the scorecard', () => {
  it('is the same for the same log', () => {
    const stage = finished('emotional', GOOD);
    expect(canonicalJson(scoreOf(stage))).toBe(canonicalJson(scoreOf(stage)));
  });

  it('leaves out what cannot occur and lets the rest weigh more', () => {
    const stage = finished('emotional', GOOD);
    const { dimensions } = scoreOf(stage);
    expect(indicator(stage, 'five-steps')).toMatchObject({ points: null, weight: 0 });
    expect(dimensions.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(100, 0);
  });

  it('has no time indicators without a timer', () => {
    const stage = finished('emotional', GOOD, 0);
    expect(indicator(stage, 'first-reply', 0)?.points).toBeNull();
    expect(indicator(stage, 'reply-time', 0)?.points).toBeNull();
  });

  it('caps the total at 40 when a red line was crossed, and names the rule', () => {
    const scorecard = scoreOf(finished('emotional', [...GOOD.slice(0, 2), { acts: ['offplatform'] }]));
    expect(scorecard.total).toBeLessThanOrEqual(40);
    expect(scorecard.passed).toBe(false);
    expect(scorecard.redLines).toMatchObject([{ id: 'off-platform', rule: 'R60' }]);
  });

  it('does not let anybody pass whom the customer left', () => {
    const scorecard = scoreOf(finished('rational', GOOD.slice(0, 1)));
    expect(['lost', 'bad-review', 'complaint', 'grudging']).toContain(scorecard.ending);
    expect(scorecard.passed).toBe(false);
  });

  it('gives nothing for faultless silence', () => {
    const scorecard = scoreOf(finished('emotional', []));
    expect(scorecard.total).toBe(0);
    for (const id of ['no-provocation', 'banned-language', 'no-pressure', 'personal']) {
      const found = scorecard.dimensions
        .flatMap(({ indicators }) => indicators)
        .find((entry) => entry.id === id);
      expect(found?.points).toBeNull();
    }
  });

  it('takes points for a wrong figure and shows where it stands', () => {
    const stage = finished('emotional', [
      { acts: ['empathise', 'timeline'], claims: { 'ship-by': 'wrong' } },
    ]);
    const facts = indicator(stage, 'facts');
    expect(facts?.points).toBeLessThan(100);
    expect(facts?.evidence[0]).toMatchObject({ effect: 'lost' });
  });

  it('takes points for an answer that was not looked up', () => {
    const unlooked = finished('emotional', GOOD);
    expect(indicator(unlooked, 'looked-up')?.points).toBe(0);
    const looked = new Stage(exerciseOf('shipping-time', 'emotional', 'on-time'));
    looked.until(8);
    looked.act({ do: 'look-up-order', with: {} });
    for (const means of GOOD) looked.exchange(means);
    looked.until(600);
    expect(indicator(looked, 'looked-up')?.points).toBe(100);
  });

  it('tells which hidden needs were found and which were missed', () => {
    expect(scoreOf(finished('emotional', GOOD)).hidden).toMatchObject([{ id: 'friday-trip', found: true }]);
    expect(scoreOf(finished('emotional', GOOD.slice(0, 1))).hidden).toMatchObject([
      { id: 'friday-trip', found: false },
    ]);
  });

  it('makes content customers out of well served ones', () => {
    const good = scoreOf(finished('emotional', GOOD)).outcome;
    const bad = scoreOf(finished('emotional', [{ acts: ['confront'] }])).outcome;
    expect(good.csat).toBeGreaterThan(bad.csat);
    expect(good.dsr.service).toBeGreaterThan(bad.dsr.service);
    expect(good.review).not.toBe('');
  });
});
