/**
 * Families of features and how far each is trusted before anything is learnt: rare long n-grams less than word classes,
 * the letters of the customer's turn least. The n-gram families follow each other.
 */
export const FAMILY = {
  gram1: 0,
  gram2: 1,
  gram3: 2,
  gram4: 3,
  gram5: 4,
  skip: 5,
  word: 6,
  edge: 7,
  pair: 8,
  far: 9,
  turn: 10,
  turnWord: 11,
  turnGram: 12,
  length: 13,
  turnLength: 14,
  turnWhole: 15,
  whole: 16,
  turnOpening: 17,
  nested: 18,
  echo: 19,
} as const;

export const FAMILY_VALUES: readonly number[] = [
  0.5, 0.7, 0.7, 0.6, 0.5, 0.5, 1, 1, 1, 0.7, 1, 0.5, 0.2, 1, 1, 1, 1, 0.7, 0.8, 1,
];
