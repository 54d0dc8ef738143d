import { type Diagnostic, fill, type Slots, type Values } from './diagnostic';
import { FORM } from './form';
import { MEANING } from './meaning';
import { SYNTAX } from './syntax';

/** Every fault that the check of content files can find: the one table of codes, texts and examples. */
export const DIAGNOSTICS = { ...SYNTAX, ...FORM, ...MEANING };

export type Code = keyof typeof DIAGNOSTICS;

/** The values that the texts of a code need. */
export type ValuesOf<C extends Code> = Readonly<Record<Slots<(typeof DIAGNOSTICS)[C]['zh']>, Values[string]>>;

const isCode = (code: string): code is Code => Object.hasOwn(DIAGNOSTICS, code);
export const CODES: readonly Code[] = Object.keys(DIAGNOSTICS).filter(isCode);

/** Severity, message and hint of a code, with their slots filled. */
export function textsOf(code: Code, values: Values) {
  const { severity, hint, ...texts }: Diagnostic = DIAGNOSTICS[code];
  return { severity, message: fill(texts, values), ...(hint && { hint: fill(hint, values) }) };
}
