import { ACT_IDS, ACTS } from '@kefu/shared/understanding/acts';
import { expect, test } from 'vitest';
import { ACT_KEYS, strokeOf } from './act-keys';

test('every act has a key of its own, and none has one of those for getting on', () => {
  expect(new Set(Object.values(ACT_KEYS)).size).toBe(ACT_IDS.length);
  for (const act of ACT_IDS) expect(strokeOf(ACT_KEYS[act].toLowerCase())).toEqual({ does: 'toggle', act });
  expect(['Enter', 's', 'U', '?'].map((key) => strokeOf(key)?.does)).toEqual([
    'save',
    'skip',
    'undo',
    'help',
  ]);
  expect(strokeOf('y')).toBeUndefined();
  expect(strokeOf('Tab')).toBeUndefined();
});

test('letters are for good service, digits for bad', () => {
  for (const act of ACT_IDS) expect(ACT_KEYS[act]).toMatch(ACTS[act].kind === 'good' ? /^[A-Z]$/ : /^\d$/);
});
