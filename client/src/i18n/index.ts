import type { Bilingual } from '@kefu/shared/script/text';
import { useSyncExternalStore } from 'react';
import { flat } from './flat';
import type { Texts } from './zh';
import { common } from './zh/common';

// A library for this weighs 17 KB packed, a twelfth of all that a trainee loads, and the pages need a look-up with
// gaps to fill, no plurals and no formats.

export type Language = 'zh' | 'en';

type KeyIn<T, Path extends string = ''> = {
  [Key in keyof T & string]: T[Key] extends string ? `${Path}${Key}` : KeyIn<T[Key], `${Path}${Key}.`>;
}[keyof T & string];

/** The text of a key; each `{{name}}` in it is filled with the value of that name. */
export type Translate = (key: KeyIn<Texts>, values?: Readonly<Record<string, string | number>>) => string;

/** The texts by feature: each page brings its own. Those of all pages are in the first bundle, in Chinese. */
const PARTS = {
  common: { zh: async () => ({ common }), en: () => import('./en/common') },
  account: { zh: () => import('./zh/account'), en: () => import('./en/account') },
  library: { zh: () => import('./zh/library'), en: () => import('./en/library') },
  desk: { zh: () => import('./zh/desk'), en: () => import('./en/desk') },
  replay: { zh: () => import('./zh/replay'), en: () => import('./en/replay') },
  talk: { zh: () => import('./zh/talk'), en: () => import('./en/talk') },
  progress: { zh: () => import('./zh/progress'), en: () => import('./en/progress') },
  report: { zh: () => import('./zh/report'), en: () => import('./en/report') },
  teaching: { zh: () => import('./zh/teaching'), en: () => import('./en/teaching') },
} satisfies Record<string, Record<Language, () => Promise<object>>>;
export type Part = keyof typeof PARTS;

let language: Language = 'zh';
const listeners = new Set<() => void>();
const texts: Record<Language, Map<string, string>> = { zh: new Map(), en: new Map() };

/** What the pages visited so far need, in whatever language comes to be spoken. */
const wanted = new Set<Part>(['common']);
const loaded = new Set<string>();

/** Brings the texts of some features in the present language. They stay, and the other language brings them as well. */
export async function loadTexts(...parts: readonly Part[]): Promise<void> {
  for (const part of parts) wanted.add(part);
  await bring(language);
}

async function bring(into: Language): Promise<void> {
  const missing = [...wanted].filter((part) => !loaded.has(`${into} ${part}`));
  await Promise.all(
    missing.map(async (part) => {
      for (const exported of Object.values(await PARTS[part][into]())) {
        for (const [key, text] of flat(exported)) texts[into].set(key, text);
      }
      loaded.add(`${into} ${part}`);
    }),
  );
}

/** Resolves when everything on the page is said in this language. */
export async function setLanguage(next: Language): Promise<void> {
  await bring(next);
  language = next;
  document.documentElement.lang = next === 'zh' ? 'zh-CN' : 'en';
  for (const listener of listeners) listener();
}

const translator =
  (into: Language): Translate =>
  (key, values = {}) =>
    (texts[into].get(key) ?? key).replace(/\{\{(\w+)\}\}/g, (gap, name) => String(values[name] ?? gap));

const TRANSLATORS = { zh: translator('zh'), en: translator('en') };

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The texts of the interface, and the reader of texts that come from scripts and rubrics in both languages. */
export function useTexts() {
  const spoken = useSyncExternalStore(subscribe, () => language);
  const say = (text: Bilingual): string => text[spoken];
  return { t: TRANSLATORS[spoken], language: spoken, say };
}
