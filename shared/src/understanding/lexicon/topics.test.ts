import { describe, expect, it } from 'vitest';
import { normalise } from '../normalise';
import { findTopics } from './topics';

const topics = (source: string): number => findTopics(normalise(source).text);

describe('the topics of a reply', () => {
  it('are the same wherever their words stand', () => {
    expect(topics('评价我看到了，红包给您')).toBe(topics('红包给您，评价我看到了'));
  });

  it('add up over the clauses', () => {
    const rating = topics('评价');
    const reward = topics('红包');
    expect(rating & reward).toBe(0);
    expect(topics('评价，红包')).toBe(rating | reward);
  });

  it('take any number for a number', () => {
    expect(topics('10元')).toBe(topics('十元'));
    expect(topics('10元')).not.toBe(topics('元'));
  });

  it('are none in words about nothing of the kind', () => {
    expect(topics('嗯嗯')).toBe(0);
  });
});
