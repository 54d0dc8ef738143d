/** In how many rows each feature occurs: an open hash table, as plain maps of millions of keys take many seconds. */
export class FeatureCounter {
  private readonly mask: number;
  private readonly keys: Uint32Array;
  private readonly counts: Int32Array;
  private readonly lastRows: Int32Array;
  private readonly rows: Int32Array;

  /** @param atMost as many calls of `count` will come, or fewer */
  constructor(atMost: number) {
    const size = 2 ** Math.ceil(Math.log2(2 * atMost + 2));
    this.mask = size - 1;
    this.keys = new Uint32Array(size);
    this.counts = new Int32Array(size);
    this.lastRows = new Int32Array(size);
    this.rows = new Int32Array(size).fill(-1);
  }

  /** Rows come one after another; a feature that occurs twice in one counts once. */
  count(key: number, row: number): void {
    const place = this.place(key);
    const known = this.counts[place] ?? 0;
    if (known > 0 && this.lastRows[place] === row) return;
    this.keys[place] = key;
    this.counts[place] = known + 1;
    this.lastRows[place] = row;
  }

  /**
   * Gives the features that occur often enough their rows in the weight table: the frequent ones first, so that they lie
   * together in memory.
   */
  keep(atLeast: number): { keys: Uint32Array; counts: Int32Array } {
    const countOf = (key: number): number => this.counts[this.place(key)] ?? 0;
    const keys = this.keys
      .filter((_, place) => (this.counts[place] ?? 0) >= atLeast)
      .sort((a, b) => countOf(b) - countOf(a) || a - b);
    const counts = new Int32Array(keys.length);
    keys.forEach((key, row) => {
      const place = this.place(key);
      this.rows[place] = row;
      counts[row] = this.counts[place] ?? 0;
    });
    return { keys, counts };
  }

  /** Row of a kept feature in the weight table, -1 for any other. */
  rowOf(key: number): number {
    return this.rows[this.place(key)] ?? -1;
  }

  /** Where the key is, or where it would be. The keys are hashes already, so their low bits will do. */
  private place(key: number): number {
    let place = key & this.mask;
    while ((this.counts[place] ?? 0) > 0 && this.keys[place] !== key) place = (place + 1) & this.mask;
    return place;
  }
}
