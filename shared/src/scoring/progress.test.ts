import { describe, expect, it } from 'vitest';
import type { Candidate } from './debrief/next';
import { progressOf } from './progress';
import type { Scorecard } from './scorecard';

const titled = (text: string) => ({ zh: text, en: text });

/** A scorecard with one dimension of the given indicators: points and weight. */
function scorecard(indicators: Record<string, [points: number | null, weight: number]>): Scorecard {
  const measured = Object.values(indicators).flatMap(([points]) => (points === null ? [] : [points]));
  const points = measured.length === 0 ? null : measured.reduce((sum, one) => sum + one, 0) / measured.length;
  return {
    ...{ rubric: { id: 'default', version: 1 }, total: points ?? 0, passed: true, grade: 'passed' },
    dimensions: [
      {
        ...{ id: 'language', title: titled('语言规范'), weight: 100, points },
        indicators: Object.entries(indicators).map(([id, [points, weight]]) => ({
          ...{ id, title: titled(id), rules: [], value: titled(''), threshold: titled('') },
          ...{ points, weight, evidence: [] },
        })),
      },
    ],
    ...{ caps: [], redLines: [], hidden: [], ending: 'solved', times: [], mood: [] },
    outcome: { csat: 5, dsr: { goods: 5, service: 5, logistics: 5 }, review: '' },
  };
}
const finished = (cards: readonly Scorecard[]) => cards.map((card, i) => ({ id: `r${i}`, scorecard: card }));

const candidate = (script: string, trains: Record<string, number>, best = {}): Candidate => ({
  ...{ script, title: titled(script), stage: 'in-sale', level: 'novice', trains, best },
});

describe('progress', () => {
  it('of nothing is nothing', () => {
    expect(progressOf([], [])).toEqual({ courses: [], dimensions: [], weaknesses: [] });
  });

  it('sets the five newest rehearsals against the five before them', () => {
    const cards = [0, 40, 40, 40, 40, 40, 90, 90, 90, 90, 90].map((points) =>
      scorecard({ typos: [points, 10] }),
    );
    expect(progressOf(finished(cards), []).dimensions).toMatchObject([{ recent: 90, before: 40 }]);
  });

  it('passes over what could not occur', () => {
    const cards = [scorecard({ typos: [60, 10] }), scorecard({ typos: [null, 0] })];
    const { dimensions, weaknesses, courses } = progressOf(finished(cards), []);
    expect(dimensions).toMatchObject([{ recent: 60, before: null }]);
    expect(weaknesses).toMatchObject([{ id: 'typos', points: 60, times: 1 }]);
    expect(courses.map((course) => course.dimensions.language)).toEqual([60, null]);
  });

  it('names as weak what costs the most points, not what is lowest', () => {
    const card = scorecard({ typos: [10, 2], empathy: [60, 30], facts: [85, 30] });
    const { weaknesses } = progressOf(finished([card]), []);
    expect(weaknesses.map(({ id }) => id)).toEqual(['empathy', 'typos']);
  });

  it('forgets a weakness that was overcome', () => {
    const cards = [20, 95, 95, 95, 95, 95, 95].map((points) => scorecard({ typos: [points, 10] }));
    expect(progressOf(finished(cards), []).weaknesses).toEqual([]);
  });

  it('offers exercises that train the weakness, new ones first', () => {
    const library = [
      candidate('played', { typos: 3 }, { rational: 70 }),
      candidate('other', { facts: 2 }),
      candidate('new', { typos: 1 }),
    ];
    const { weaknesses } = progressOf(finished([scorecard({ typos: [50, 10] })]), library);
    expect(weaknesses[0]?.exercises.map(({ script }) => script)).toEqual(['new', 'played']);
  });
});
