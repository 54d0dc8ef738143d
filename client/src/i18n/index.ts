import type { Bilingual } from '@kefu/shared/script/text';
import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { type Texts, zh } from './zh';

export type Language = 'zh' | 'en';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: Texts };
  }
}

/** Begins with Chinese, which is in the first bundle; English comes when it is asked for. */
export async function setLanguage(language: Language): Promise<void> {
  if (!i18next.isInitialized) {
    await i18next.use(initReactI18next).init({
      lng: 'zh',
      fallbackLng: 'zh',
      resources: { zh: { translation: zh } },
      // React escapes by itself.
      interpolation: { escapeValue: false },
    });
  }
  if (language === 'en' && !i18next.hasResourceBundle('en', 'translation')) {
    const { en } = await import('./en');
    i18next.addResourceBundle('en', 'translation', en);
  }
  await i18next.changeLanguage(language);
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
}

/** The texts of the interface, and the reader of texts that come from scripts and rubrics in both languages. */
export function useTexts() {
  const { t, i18n } = useTranslation();
  const language: Language = i18n.language === 'en' ? 'en' : 'zh';
  const say = (text: Bilingual): string => text[language];
  return { t, language, say };
}
