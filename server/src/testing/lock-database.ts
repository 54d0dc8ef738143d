import Connection from 'libsql';
import { databaseFile } from '../storage/database';
import type { TestServer } from './test-server';

/** Another program that holds the database for itself. The result lets it go. */
export function lockDatabase({ config }: Pick<TestServer, 'config'>): () => void {
  const other = new Connection(databaseFile(config.data));
  other.exec('BEGIN EXCLUSIVE');
  return () => {
    if (!other.open) return;
    other.exec('ROLLBACK');
    other.close();
  };
}
