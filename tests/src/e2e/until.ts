import { setTimeout as pause } from 'node:timers/promises';

/** Waits for something that no single locator can tell. */
export async function until(what: string, holds: () => Promise<boolean>, ms = 20_000): Promise<void> {
  const late = Date.now() + ms;
  while (!(await holds())) {
    if (Date.now() > late) throw new Error(`waited ${ms / 1000} s in vain until ${what}`);
    await pause(100);
  }
}
