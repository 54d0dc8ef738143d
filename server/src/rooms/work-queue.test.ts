import { expect, test } from 'vitest';
import { openDatabase } from '../storage/database';
import { temporaryFolder } from '../testing/test-server';
import { WorkQueue } from './work-queue';

async function open() {
  const { commits } = await openDatabase({ data: temporaryFolder(), synchronous: 'NORMAL' });
  return { commits, work: new WorkQueue(commits) };
}

function compute(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}

test('work is done in the order in which it came, and what fails fails alone', async () => {
  const { work } = await open();
  const done: number[] = [];
  const results = await Promise.allSettled(
    [1, 2, 3].map((n) =>
      work.run(() => {
        if (n === 2) throw new Error('of the second');
        return done.push(n);
      }),
    ),
  );
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(done).toEqual([1, 3]);
  expect(work.length).toBe(0);
});

test('who writes while much is to be done waits for a slice and the disk, not for all of it', async () => {
  const { commits, work } = await open();
  const left: number[] = [];
  const all = Array.from({ length: 50 }, () => work.run(() => compute(3)));
  await new Promise((resolve) => setTimeout(resolve, 10));
  await commits.run(() => {});
  left.push(work.length);
  await commits.run(() => {});
  left.push(work.length);
  await Promise.all(all);
  const [first = 0, second = 0] = left;
  expect(second).toBeGreaterThan(0);
  expect(first).toBeGreaterThan(second);
});
