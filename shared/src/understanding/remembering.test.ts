import { expect, it } from 'vitest';
import { remembering } from './remembering';

it('makes each text once, until there were too many', () => {
  const made: string[] = [];
  const of = remembering(2, (text) => {
    made.push(text);
    return text.length;
  });
  expect(['好', '好的', '好'].map(of)).toEqual([1, 2, 1]);
  expect(made).toEqual(['好', '好的']);
  expect(['谢谢您', '好'].map(of)).toEqual([3, 1]);
  expect(made).toEqual(['好', '好的', '谢谢您', '好']);
});
