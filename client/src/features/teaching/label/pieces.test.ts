import { expect, test } from 'vitest';
import { piecesOf } from './pieces';

const shown = (text: string, words: string[]) =>
  piecesOf(text, words)
    .map((piece) => (piece.marked ? `[${piece.text}]` : piece.text))
    .join('');

test('words are marked wherever they stand, also where they overlap, and the text stays whole', () => {
  expect(shown('非常抱歉，真的抱歉', ['抱歉'])).toBe('非常[抱歉]，真的[抱歉]');
  expect(shown('给您带来不便', ['您带来', '来不便'])).toBe('给[您带来不便]');
  expect(shown('😊抱歉', ['抱歉', ''])).toBe('😊[抱歉]');
  expect(shown('您好', [])).toBe('您好');
  expect(piecesOf('', ['您好'])).toEqual([]);
});
