import type { ActionEntry } from '@kefu/shared/rehearsal/entry';
import { type Language, useTexts } from '../i18n';

type Outcome = Pick<ActionEntry['outcome'], 'text' | 'en'>;

/** What came of an action, in the reader's language where the words are the engine's; those of a script are Chinese. */
export const outcomeWords = ({ text, en }: Outcome, language: Language): string =>
  language === 'en' ? (en ?? text) : text;

/** The same for the page, marked as Chinese where it is. */
export function OutcomeText({ outcome }: { outcome: Outcome }) {
  const { language } = useTexts();
  const words = outcomeWords(outcome, language);
  return words === outcome.text ? <span lang="zh-CN">{words}</span> : words;
}
