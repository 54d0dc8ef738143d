import { expect, test } from 'vitest';
import type { Scorecard } from '../scorecard';
import { type Candidate, nextExercise } from './next';

const title = { zh: '指标', en: 'Indicator' };
const scorecard = (lost: Record<string, number>, passed = true): Scorecard => ({
  rubric: { id: 'default', version: 1 },
  ...{ total: 80, passed, grade: 'passed', caps: [], redLines: [], hidden: [], ending: 'solved' },
  outcome: { csat: 4, dsr: { goods: 5, service: 5, logistics: 5 }, review: '' },
  ...{ times: [], mood: [] },
  dimensions: [
    {
      ...{ id: 'solving', title, weight: 100, points: 50 },
      indicators: Object.entries(lost).map(([id, points]) => ({
        ...{ id, title, rules: ['R01'], value: title, threshold: title, evidence: [] },
        ...{ points: 100 - points, weight: 20 },
      })),
    },
  ],
});
const candidate = (script: string, more: Partial<Candidate> = {}): Candidate => ({
  ...{ script, title: { zh: script, en: script }, stage: 'in-sale', level: 'novice', trains: {}, best: {} },
  ...more,
});
const choose = (candidates: Candidate[], card: Scorecard) =>
  nextExercise({
    scorecard: card,
    candidates,
    ...{ played: { script: 'own', persona: 'rational' }, personas: ['rational', 'doubtful'], pass: 80 },
  });

test('the indicator that lost the most leads to the script whose mistakes show it', () => {
  const library = [
    candidate('own', { trains: { facts: 9 } }),
    candidate('courtesy-only', { trains: { courtesy: 2 } }),
    candidate('facts-far', { trains: { facts: 3 }, stage: 'pre-sale' }),
    candidate('facts-near', { trains: { facts: 1 } }),
  ];
  expect(choose(library, scorecard({ facts: 80, courtesy: 20 }))).toMatchObject({
    script: 'facts-near',
    persona: 'rational',
    why: { kind: 'indicator' },
  });
});

test('what was passed already comes after what was not', () => {
  const library = [
    candidate('own'),
    candidate('a-passed', { trains: { facts: 5 }, best: { rational: 95 } }),
    candidate('b-new', { trains: { facts: 1 } }),
  ];
  expect(choose(library, scorecard({ facts: 80 }))?.script).toBe('b-new');
});

test('without a weakness the other customers of the case come first, then a harder case', () => {
  const library = [candidate('own', { best: { rational: 95 } }), candidate('hard', { level: 'advanced' })];
  expect(choose(library, scorecard({ facts: 0 }))).toMatchObject({ script: 'own', persona: 'doubtful' });
  const done = [candidate('own', { best: { rational: 95, doubtful: 90 } }), ...library.slice(1)];
  expect(choose(done, scorecard({ facts: 0 }))).toMatchObject({ script: 'hard', why: { kind: 'level' } });
});

test('who has passed everything is sent nowhere', () => {
  const all = { best: { rational: 95, doubtful: 95 } };
  expect(choose([candidate('own', all), candidate('other', all)], scorecard({ facts: 0 }))).toBeNull();
});
