/** Nearest first, with every eighth in the order of finding, so that nothing waits for ever. */
export class Queue {
  private readonly byDistance = new Map<number, number[]>();
  private readonly inOrder: number[] = [];
  private readonly done = new Set<number>();
  private taken = 0;
  private head = 0;

  add(index: number, distance: number): void {
    const same = this.byDistance.get(distance);
    if (same) same.push(index);
    else this.byDistance.set(distance, [index]);
    this.inOrder.push(index);
  }

  next(): number | undefined {
    this.taken++;
    const index = this.taken % 8 === 0 ? this.oldest() : this.nearest();
    if (index !== undefined) this.done.add(index);
    return index;
  }

  private oldest(): number | undefined {
    while (this.head < this.inOrder.length) {
      const index = this.inOrder[this.head++];
      if (index !== undefined && !this.done.has(index)) return index;
    }
    return undefined;
  }

  private nearest(): number | undefined {
    for (const distance of [...this.byDistance.keys()].sort((a, b) => a - b)) {
      const list = this.byDistance.get(distance) ?? [];
      for (let index = list.pop(); index !== undefined; index = list.pop()) {
        if (!this.done.has(index)) return index;
      }
      this.byDistance.delete(distance);
    }
    return undefined;
  }
}
