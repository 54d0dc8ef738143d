import type Connection from 'libsql';
import { storageFault } from './faults';

type Waiting = { work: () => void; resolve: () => void; reject: (error: unknown) => void };

/**
 * Puts all that arrives within one turn of the event loop into one transaction: one wait for the disk instead of many.
 * A promise is kept only when its work is durably stored.
 */
export class GroupCommit {
  private waiting: Waiting[] = [];
  private isDue = false;
  private readonly connection: Connection.Database;

  constructor(connection: Connection.Database) {
    this.connection = connection;
  }

  /** @param work runs prepared statements, without waiting for anything; may be run again after a failure of others */
  run(work: () => void): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ work, resolve, reject });
      this.soon();
    });
  }

  /** Whatever arrives until the end of this turn of the event loop is stored before what is put off to there after this. */
  soon(): void {
    if (this.isDue) return;
    this.isDue = true;
    setImmediate(() => this.flush());
  }

  private flush(): void {
    const group = this.waiting;
    this.waiting = [];
    this.isDue = false;
    if (group.length > 0) this.commit(group);
  }

  private commit(group: readonly Waiting[]): void {
    try {
      this.connection.exec('BEGIN IMMEDIATE');
      for (const { work } of group) work();
      this.connection.exec('COMMIT');
    } catch (error) {
      // A full disk has already ended the transaction by itself.
      if (this.connection.inTransaction) this.connection.exec('ROLLBACK');
      // The disk fails for all; any other fault is of one work, which must not take the others with it.
      if (group.length > 1 && storageFault(error) === undefined) for (const one of group) this.commit([one]);
      else for (const { reject } of group) reject(error);
      return;
    }
    for (const { resolve } of group) resolve();
  }
}
