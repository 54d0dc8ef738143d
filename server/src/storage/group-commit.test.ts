import { expect, test } from 'vitest';
import { allowNoGrowth } from '../testing/full-disk';
import { temporaryFolder } from '../testing/test-server';
import { openDatabase } from './database';

async function open() {
  const { connection, commits, db } = await openDatabase({ data: temporaryFolder(), synchronous: 'FULL' });
  connection.exec('create table note (id integer primary key, text text not null) strict');
  const insert = connection.prepare('insert into note (id, text) values (?, ?)');
  const select = connection.prepare('select id from note order by id');
  return {
    connection,
    commits,
    db,
    insert,
    ids: () => select.all().map((row) => Object.values(row ?? {})[0]),
  };
}

test('what arrives in one turn of the event loop is one transaction', async () => {
  const { connection, commits, insert, ids } = await open();
  const began: string[] = [];
  const exec = connection.exec.bind(connection);
  connection.exec = (source: string) => {
    began.push(source);
    return exec(source);
  };
  await Promise.all([1, 2, 3].map((id) => commits.run(() => insert.run(id, 'x'))));
  expect(began).toEqual(['BEGIN IMMEDIATE', 'COMMIT']);
  expect(ids()).toEqual([1, 2, 3]);
});

test('a work that fails is rejected alone, the others of its group are stored', async () => {
  const { commits, insert, ids } = await open();
  const results = await Promise.allSettled([1, 2, 1, 3].map((id) => commits.run(() => insert.run(id, 'x'))));
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
  expect(ids()).toEqual([1, 2, 3]);
});

test('a full disk rejects the whole group and stores nothing of it', async () => {
  const { connection, commits, insert, ids } = await open();
  await commits.run(() => insert.run(1, 'stored'));
  const relieve = allowNoGrowth(connection);
  const large = 'x'.repeat(20_000);
  const results = await Promise.allSettled(
    [2, 3].map((id) => commits.run(() => insert.run(id, id === 2 ? 'small' : large))),
  );
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(ids()).toEqual([1]);
  relieve();
  await commits.run(() => insert.run(2, large));
  expect(ids()).toEqual([1, 2]);
});
