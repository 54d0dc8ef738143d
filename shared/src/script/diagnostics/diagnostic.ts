import type { Bilingual } from '../text';

/**
 * One kind of fault that a trainer can make. The texts have `{slots}` for what differs from case to case. The examples
 * are top-level fields that replace those of a sound script; `▶` stands before the place at which the fault is shown.
 * A test loads both.
 */
export type Diagnostic = {
  readonly severity: 'error' | 'warning';
  readonly zh: string;
  readonly en: string;
  /** What to do, where the message alone does not say it. */
  readonly hint?: Bilingual;
  readonly bad: string;
  readonly good: string;
  /** The bad example is a whole file (`file`), or both are fields of a shop. */
  readonly within?: 'file' | 'shop';
  /** Where the bad example lies, if that is the fault. */
  readonly path?: string;
  /** Another file that makes the example bad. */
  readonly beside?: { readonly path: string; readonly text: string };
};

/** The names in braces in a text. */
export type Slots<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Slots<Rest>
  : never;

/** What stands in the slots of a message; texts that differ by language are given in both. */
export type Values = Readonly<Record<string, string | number | Bilingual>>;

/** Both texts of a diagnostic with their slots filled. Braces inside values are left alone. */
export const fill = ({ zh, en }: Bilingual, values: Values): Bilingual => ({
  zh: fillText(zh, values, 'zh'),
  en: fillText(en, values, 'en'),
});

const fillText = (text: string, values: Values, language: keyof Bilingual): string =>
  text.replaceAll(/\{(\w+)\}/g, (slot, name: string) => {
    const value = values[name] ?? slot;
    return typeof value === 'object' ? value[language] : String(value);
  });
