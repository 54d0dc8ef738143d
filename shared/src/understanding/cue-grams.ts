import { findWords } from './lexicon/matcher';

/** A piece of a phrase by which phrases are compared; pieces without `gram` have a fixed weight. */
export type Gram = { readonly key: string; readonly gram?: string; readonly worth: number };

/** Characters that carry manners but no matter. */
const FILLERS = /[的了呢哦哈呀啊吧嘛哒滴亲您你我们这那就都也还,.!?~;: "]/;

export function cueGrams(text: string): Gram[] {
  const grams: Gram[] = [];
  for (let i = 0; i < text.length; i++) {
    const one = text[i] ?? '';
    if (!FILLERS.test(one)) grams.push({ key: one, gram: one, worth: 1 });
    const two = text.slice(i, i + 2);
    if (two.length === 2 && !(FILLERS.test(one) && FILLERS.test(two[1] ?? ''))) {
      grams.push({ key: two, gram: two, worth: 0.6 });
    }
  }
  for (const word of findWords(text, 0, text.length)) {
    for (const kind of word.classes) grams.push({ key: `#${kind}`, worth: 1 });
  }
  return grams;
}
