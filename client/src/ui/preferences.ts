import { useSyncExternalStore } from 'react';
import { type Language, setLanguage } from '../i18n';
import { readStored, writeStored } from '../net/stored';

export type Theme = 'system' | 'light' | 'dark';

const THEME_KEY = 'kefu.theme';
const LANGUAGE_KEY = 'kefu.language';

const darkSystem = matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();
let theme: Theme = themeOf(readStored(THEME_KEY));

/** Before anything is drawn: the colours and the language that this person chose last. */
export async function applyPreferences(): Promise<void> {
  paint();
  darkSystem.addEventListener('change', () => {
    paint();
    tell();
  });
  await setLanguage(languageOf(readStored(LANGUAGE_KEY)));
}

export function chooseTheme(next: Theme): void {
  theme = next;
  writeStored(THEME_KEY, next);
  paint();
  tell();
}

export async function chooseLanguage(language: Language): Promise<void> {
  writeStored(LANGUAGE_KEY, language);
  await setLanguage(language);
}

/** What was chosen, and what it comes to on this screen now. */
export function useTheme(): { chosen: Theme; dark: boolean } {
  const snapshot = useSyncExternalStore(subscribe, () => `${theme} ${isDark()}`);
  return { chosen: theme, dark: snapshot.endsWith('true') };
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const tell = (): void => {
  for (const listener of listeners) listener();
};

const isDark = (): boolean => theme === 'dark' || (theme === 'system' && darkSystem.matches);

function paint(): void {
  document.documentElement.dataset.theme = isDark() ? 'dark' : 'light';
}

function themeOf(stored: string | null): Theme {
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

/** Chinese unless English was chosen: the customers write Chinese, whatever the browser speaks. */
const languageOf = (stored: string | null): Language => (stored === 'en' ? 'en' : 'zh');
