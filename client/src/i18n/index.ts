import type { Bilingual } from '@kefu/shared/script/text';
import i18next, { type TFunction } from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { Texts } from './zh';
import { common } from './zh/common';

export type Language = 'zh' | 'en';
export type Translate = TFunction;

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: Texts };
  }
}

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

/** What the pages visited so far need, in whatever language comes to be spoken. */
const wanted = new Set<Part>(['common']);
const loaded = new Set<string>();

/** Brings the texts of some features in the present language. They stay, and the other language brings them as well. */
export async function loadTexts(...parts: readonly Part[]): Promise<void> {
  for (const part of parts) wanted.add(part);
  await bring(languageOf(i18next.language));
}

async function bring(into: Language): Promise<void> {
  const missing = [...wanted].filter((part) => !loaded.has(`${into} ${part}`));
  await Promise.all(
    missing.map(async (part) => {
      for (const texts of Object.values(await PARTS[part][into]())) {
        i18next.addResourceBundle(into, 'translation', texts, true);
      }
      loaded.add(`${into} ${part}`);
    }),
  );
}

/** Resolves when everything on the page is said in this language. */
export async function setLanguage(next: Language): Promise<void> {
  if (!i18next.isInitialized) {
    // React escapes by itself.
    const interpolation = { escapeValue: false };
    await i18next.use(initReactI18next).init({ lng: 'zh', fallbackLng: 'zh', resources: {}, interpolation });
  }
  await bring(next);
  await i18next.changeLanguage(next);
  document.documentElement.lang = next === 'zh' ? 'zh-CN' : 'en';
}

const languageOf = (spoken: string): Language => (spoken === 'en' ? 'en' : 'zh');

/** The texts of the interface, and the reader of texts that come from scripts and rubrics in both languages. */
export function useTexts() {
  const { t, i18n } = useTranslation();
  const language = languageOf(i18n.language);
  const say = (text: Bilingual): string => text[language];
  return { t, language, say };
}
