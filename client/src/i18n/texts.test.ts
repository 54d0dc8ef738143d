import { expect, test } from 'vitest';
import { en } from './en';
import { zh } from './zh';

/** Every text by its whole key, such as `desk.send`. */
function flat(node: object, path = ''): Map<string, string> {
  const all = new Map<string, string>();
  for (const [key, value] of Object.entries(node)) {
    if (typeof value === 'string') all.set(path + key, value);
    else for (const [inner, text] of flat(value, `${path}${key}.`)) all.set(inner, text);
  }
  return all;
}

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
