import { expect, it } from 'vitest';
import { ShiftMoveSchema } from './play-together';

it('a line of a shift names its customer and is a move like any other', () => {
  expect(ShiftMoveSchema.parse({ to: 2, after: 5, text: '您好' })).toEqual({
    to: 2,
    move: { after: 5, text: '您好' },
  });
});

it('a line without a customer, or without a move, is refused', () => {
  expect(ShiftMoveSchema.safeParse({ after: 5, text: '您好' }).success).toBe(false);
  expect(ShiftMoveSchema.safeParse({ to: 1, after: 5 }).success).toBe(false);
});
