import { describe, expect, it } from 'vitest';
import type { Act } from './acts';
import { measure } from './metrics';

const hit = (act: Act, confidence = 1) => ({ act, confidence });

describe('measure', () => {
  it('counts precision, recall and F1 per act and on the whole', () => {
    const measures = measure([
      { labels: ['greet'], hits: [hit('greet')] },
      { labels: ['greet', 'thank'], hits: [hit('thank')] },
      { labels: [], hits: [hit('thank')] },
    ]);
    expect(measures.acts).toEqual([
      { act: 'greet', precision: 1, recall: 0.5, f1: 2 / 3, support: 2 },
      { act: 'thank', precision: 0.5, recall: 1, f1: 2 / 3, support: 1 },
    ]);
    expect(measures.macroF1).toBeCloseTo(2 / 3);
    expect(measures.microF1).toBeCloseTo(4 / 6);
    expect(measures.exactMatch).toBeCloseTo(1 / 3);
  });

  it('ignores what careful people disagree on', () => {
    const measures = measure([{ labels: ['ask'], hits: [hit('curt')], contested: ['curt', 'ask'] }]);
    expect(measures.acts).toEqual([]);
    expect(measures.exactMatch).toBe(1);
  });

  it('leaves acts without examples out of the macro-F1 but not out of the micro-F1', () => {
    const measures = measure([{ labels: ['greet'], hits: [hit('greet'), hit('slang')] }]);
    expect(measures.macroF1).toBe(1);
    expect(measures.microF1).toBeCloseTo(2 / 3);
  });

  it('measures how far confidences are from the truth', () => {
    const hits = [hit('greet', 0.9)];
    expect(measure([{ labels: ['greet'], hits }]).calibrationError).toBeCloseTo(0.1);
    expect(measure([{ labels: [], hits }]).calibrationError).toBeCloseTo(0.9);
  });

  it('names what was said instead of what', () => {
    const rows = [
      { labels: ['decline' as const], hits: [hit('rigid')] },
      { labels: ['decline' as const], hits: [hit('rigid')] },
      { labels: ['ask' as const], hits: [hit('confirm')] },
    ];
    expect(measure(rows).confusions).toEqual([
      { missed: 'decline', said: 'rigid', rows: 2 },
      { missed: 'ask', said: 'confirm', rows: 1 },
    ]);
  });

  it('gives zeros for no rows', () => {
    expect(measure([])).toMatchObject({
      rows: 0,
      macroF1: 0,
      microF1: 0,
      exactMatch: 0,
      calibrationError: 0,
    });
  });
});
