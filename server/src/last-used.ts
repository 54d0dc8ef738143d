/** What was asked for last, up to a number of things; what nobody has asked for the longest makes room. */
export class LastUsed<T> {
  private readonly kept = new Map<string, Promise<T>>();
  private readonly room: number;

  constructor(room: number) {
    this.room = room;
  }

  /** The thing of this key, made if it is not there. What could not be made is tried again the next time. */
  get(key: string, make: () => Promise<T>): Promise<T> {
    const known = this.kept.get(key);
    const thing = known ?? make();
    this.kept.delete(key);
    this.kept.set(key, thing);
    if (!known) thing.catch(() => this.kept.delete(key));
    const [oldest] = this.kept.keys();
    if (this.kept.size > this.room && oldest !== undefined) this.kept.delete(oldest);
    return thing;
  }
}
