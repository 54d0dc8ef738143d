import { expect, test } from 'vitest';
import { commandOf } from './keys';

test.each([
  [' ', { do: 'toggle' }],
  ['ArrowLeft', { do: 'move', by: -5_000 }],
  ['ArrowRight', { do: 'move', by: 5_000 }],
  ['Home', { do: 'seek', at: 0 }],
  ['End', { do: 'seek', at: Number.POSITIVE_INFINITY }],
  [',', { do: 'step', by: -1 }],
  ['.', { do: 'step', by: 1 }],
  ['8', { do: 'speed', speed: 8 }],
])('the key “%s” moves the replay', (key, command) => expect(commandOf(key)).toEqual(command));

test.each(['3', '5', 'a', 'Tab', 'Enter', ''])('the key “%s” is left alone', (key) =>
  expect(commandOf(key)).toBeUndefined(),
);
