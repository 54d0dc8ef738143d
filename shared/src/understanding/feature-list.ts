/**
 * Features in columns that are filled again and again: hash, family, clause (-1: the whole reply or the customer's turn),
 * and span in the normalised text.
 */
export class FeatureList {
  length = 0;
  keys = new Uint32Array(FIRST_ROOM);
  families = new Uint8Array(FIRST_ROOM);
  clauses = new Int16Array(FIRST_ROOM);
  starts = new Uint16Array(FIRST_ROOM);
  ends = new Uint16Array(FIRST_ROOM);

  add(key: number, family: number, clause: number, start: number, end: number): void {
    if (this.length === this.keys.length) this.grow();
    this.keys[this.length] = key;
    this.families[this.length] = family;
    this.clauses[this.length] = clause;
    this.starts[this.length] = start;
    this.ends[this.length] = end;
    this.length++;
  }

  private grow(): void {
    const room = this.length * 2;
    const wider = <T extends Uint32Array | Uint8Array | Int16Array | Uint16Array>(column: T, next: T): T => {
      next.set(column);
      return next;
    };
    this.keys = wider(this.keys, new Uint32Array(room));
    this.families = wider(this.families, new Uint8Array(room));
    this.clauses = wider(this.clauses, new Int16Array(room));
    this.starts = wider(this.starts, new Uint16Array(room));
    this.ends = wider(this.ends, new Uint16Array(room));
  }
}

/** Enough for most replies. */
const FIRST_ROOM = 1024;
