/** Feature hash → row of the model, by open addressing: several times faster than a Map on the path of every reply. */
export type KeyTable = { readonly find: (key: number) => number };

const GOLDEN = 0x9e3779b1;

export function createKeyTable(keys: Uint32Array): KeyTable {
  let bits = 4;
  while (1 << bits < keys.length * 2) bits++;
  const mask = (1 << bits) - 1;
  const shift = 32 - bits;
  // Key and row side by side, so that a look-up touches one place in memory; row -1 marks a free slot.
  const slots = new Int32Array(2 << bits).fill(-1);
  keys.forEach((key, row) => {
    let slot = Math.imul(key, GOLDEN) >>> shift;
    while ((slots[slot * 2 + 1] ?? -1) >= 0) slot = (slot + 1) & mask;
    slots[slot * 2] = key | 0;
    slots[slot * 2 + 1] = row;
  });
  return {
    find(key) {
      const wanted = key | 0;
      let slot = Math.imul(key, GOLDEN) >>> shift;
      for (;;) {
        const row = slots[slot * 2 + 1] ?? -1;
        if (row < 0 || slots[slot * 2] === wanted) return row;
        slot = (slot + 1) & mask;
      }
    },
  };
}
