import { expect, test } from 'vitest';
import { someDesk } from '../../../transcript/testing';
import { cardsFor, cardsOf } from './cards';

const cards = cardsOf(someDesk());
const ids = (...search: [kind: Parameters<typeof cardsFor>[1], words: string]) =>
  cardsFor(cards, ...search).map(({ id }) => id);

test('cards are found by title, by initials and by the id of a product', () => {
  expect(ids('all', '发货')).toContain('shipping');
  expect(ids('policy', 'fhsj')).toEqual(['shipping']);
  expect(ids('product', 'p01')).toEqual(['P01']);
  expect(ids('all', '没有这张卡')).toEqual([]);
});

test('each kind has its own, and every card says its version', () => {
  expect(ids('policy', '')).toEqual(['shipping']);
  expect(ids('product', '')).toEqual(['P01']);
  expect(ids('template', '').length).toBeGreaterThanOrEqual(15);
  expect(cards.every(({ version }) => version > 0)).toBe(true);
});
