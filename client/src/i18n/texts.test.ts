import { expect, test } from 'vitest';
import { en } from './en';
import { flat } from './flat';
import { zh } from './zh';

const english = flat(en);
const gaps = (text: string) => [...text.matchAll(/\{\{\w+\}\}/g)].map(String).sort();

test('every text says the same in both languages', () => {
  const differing = [...flat(zh)].filter(([key, text]) => {
    const other = english.get(key) ?? '';
    return other === '' || gaps(other).join() !== gaps(text).join();
  });
  expect(differing).toEqual([]);
});

test('Chinese texts have Chinese punctuation', () => {
  // A comma of half width between Chinese words looks like a typing error.
  const wrong = [...flat(zh).values()].filter((text) => /[\u4e00-\u9fff][,:;?!]/.test(text));
  expect(wrong).toEqual([]);
});
