/**
 * A figure that a reply states. Numbers: CNY for amounts, hours from now for `when` (past: negative), percent, pieces, cm for lengths.
 * A bounded figure (“最多10元”, “48小时内”) carries the number that was named.
 */
export type Figure = {
  readonly kind: 'amount' | 'when' | 'percent' | 'count' | 'length' | 'size';
  readonly from: number;
  readonly to: number;
  /** Sizes named, upper case; empty for all other kinds. */
  readonly sizes: readonly string[];
  /** `at-most` 以内, 最多, 不到 · `at-least` 至少, 起, 以上 · `about` 左右, 大概. */
  readonly bound: 'exact' | 'at-most' | 'at-least' | 'about';
  /** A span of time or a number of days, as opposed to a date or clock time. */
  readonly isSpan: boolean;
  /** The spending that earns a discount: the 300 of 满300减30. */
  readonly isThreshold: boolean;
  /** Denied (“不能保证48小时”), asked about, or quoted from the customer: stated by nobody. */
  readonly negated: boolean;
  readonly start: number;
  readonly end: number;
};

/** A figure before its surroundings are read. */
export type RawFigure = Omit<Figure, 'bound' | 'negated' | 'sizes' | 'isSpan' | 'isThreshold'> &
  Partial<Pick<Figure, 'sizes' | 'isSpan' | 'isThreshold'>>;
