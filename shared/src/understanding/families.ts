/**
 * Families of features and how far each is trusted before anything is learnt: rare long n-grams less than word classes,
 * the letters of the customer's turn least. The n-gram families follow each other.
 */
export const FAMILY = {
  gram1: 0,
  gram2: 1,
  gram3: 2,
  gram4: 3,
  word: 4,
  edge: 5,
  pair: 6,
  far: 7,
  turn: 8,
  turnWord: 9,
  turnGram: 10,
  length: 11,
  turnLength: 12,
  turnWhole: 13,
  whole: 14,
  turnOpening: 15,
  nested: 16,
  echo: 17,
  topics: 18,
} as const;

const VALUES: Readonly<Record<keyof typeof FAMILY, number>> = {
  gram1: 1,
  gram2: 1.2,
  gram3: 0.9,
  gram4: 0.35,
  word: 0.6,
  edge: 0.5,
  pair: 0.5,
  far: 0.4,
  turn: 1,
  turnWord: 1,
  turnGram: 0.2,
  length: 1,
  turnLength: 1,
  turnWhole: 2,
  whole: 1,
  turnOpening: 0.7,
  nested: 0.8,
  echo: 1,
  topics: 0.6,
};

/** The value of a present feature, by family number. */
export const FAMILY_VALUES: Float64Array = Float64Array.from(Object.values(VALUES));

/** Values are whole numbers of these, so that they can be added up without rounding. */
export const VALUE_UNIT = 0.05;

export const FAMILY_UNITS: Float64Array = FAMILY_VALUES.map((value) => Math.round(value / VALUE_UNIT));
