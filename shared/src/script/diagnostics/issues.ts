import { z } from 'zod';
import type { Path } from '../places';
import type { Bilingual } from '../text';
import { suggestion } from './nearest';
import type { Code, ValuesOf } from './table';

/** A fault and where in the data it lies; `key`: shown at the name of the field, not at its value. */
export type Fault = {
  [C in Code]: {
    readonly code: C;
    readonly path: Path;
    readonly values: ValuesOf<C>;
    readonly at?: 'key';
    /** Instead of the hint of the table. */
    readonly hint?: Bilingual | undefined;
  };
}[Code];

/** Reads data as the schema says; the faults are those that a trainer can mend. */
export function readAs<T>(schema: z.ZodType<T>, data: unknown): { value: T } | { faults: readonly Fault[] } {
  const parsed = schema.safeParse(data, { error: knownFields, reportInput: true });
  return parsed.success ? { value: parsed.data } : { faults: parsed.error.issues.flatMap(faultsOf) };
}

/** An issue does not say which fields there are; its schema does, and is only at hand while the message is made. */
function knownFields({ code, inst }: z.core.$ZodRawIssue): string | undefined {
  if (code !== 'unrecognized_keys') return undefined;
  if (inst instanceof z.ZodObject) return Object.keys(inst.shape).join(' ');
  if (inst instanceof z.ZodRecord && inst.keyType instanceof z.ZodEnum) return inst.keyType.options.join(' ');
  return '';
}

function faultsOf(issue: z.core.$ZodIssue): Fault[] {
  const { path, input } = issue;
  const field = path.map(String).join('.') || '文件';
  if (input === undefined && path.length > 0 && issue.code !== 'custom') {
    const values = { field: String(path.at(-1)) };
    return [{ code: 'missing-field', path: path.slice(0, -1), values, at: 'key' }];
  }
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownField(issue, key));
    case 'invalid_union':
      return unionFaults(issue, field);
    case 'invalid_key':
      return [{ code: 'bad-name', path, values: { name: String(path.at(-1)) }, at: 'key' }];
    case 'invalid_type':
      if (issue.expected === 'int' && typeof input === 'number')
        return [{ code: 'not-whole', path, values: { field } }];
      return [wrongType(path, field, [issue.expected], input)];
    case 'invalid_value':
      return [wrongChoice(path, field, issue.values.map(String), input)];
    case 'too_small':
    case 'too_big':
      return [sizeFault(issue, field)];
    case 'not_multiple_of':
      return [{ code: 'too-many-decimals', path, values: { field } }];
    case 'invalid_format':
      return [{ code: 'wrong-format', path, values: { field, detail: bothLanguages(issue.message) } }];
    case 'invalid_element':
    case 'custom':
      return [{ code: 'wrong-value', path, values: { field, detail: bothLanguages(issue.message) } }];
  }
}

function unknownField({ path, input, message }: z.core.$ZodIssueUnrecognizedKeys, key: string): Fault {
  const place = [...path, key];
  const value = typeof input === 'object' && input !== null ? Reflect.get(input, key) : undefined;
  // No field is Chinese: a piece of a sentence that an ASCII comma has cut off reads as a field without a value.
  if (value === null && /\P{ASCII}/u.test(key))
    return { code: 'cut-by-comma', path: place, values: { text: key }, at: 'key' };
  const known = message.split(' ').filter((name) => name !== '');
  return {
    code: 'unknown-field',
    path: place,
    values: { field: key },
    at: 'key',
    hint: suggestion(key, known),
  };
}

/** What is wrong with the alternative that the data comes closest to; where it fits none at all, what would fit. */
function unionFaults(issue: z.core.$ZodIssueInvalidUnion, field: string): Fault[] {
  const { path, input } = issue;
  if ('options' in issue && issue.errors.length === 0) {
    const options = Array.isArray(issue.options) ? issue.options.map(String) : [];
    const found = typeof input === 'object' && input !== null ? Reflect.get(input, path.at(-1) ?? '') : input;
    if (found === undefined) {
      const values = { field: String(path.at(-1)) };
      return [{ code: 'missing-field', path: path.slice(0, -1), values, at: 'key' }];
    }
    return [wrongChoice(path, field, options, found)];
  }
  const branches = issue.errors.map((issues) =>
    issues.map((inner) => ({ ...inner, path: [...path, ...inner.path] })),
  );
  const depth = (issues: readonly z.core.$ZodIssue[]) =>
    Math.max(...issues.map((inner) => inner.path.length));
  const fitting = branches
    .filter((issues) => !issues.some((inner) => isOtherKind(inner, path.length)))
    .sort((a, b) => depth(b) - depth(a));
  if (fitting[0]) return fitting[0].flatMap(faultsOf);
  return [wrongType(path, field, branches.flat().flatMap(expectedIn), input)];
}

/** The data is of another kind than this alternative: a list where it wants a text. */
function isOtherKind(issue: z.core.$ZodIssue, depth: number): boolean {
  if (issue.path.length > depth) return false;
  if (issue.code === 'invalid_type') return true;
  if (issue.code === 'invalid_value') return typeof issue.input === 'object';
  return (
    issue.code === 'invalid_union' &&
    issue.errors.every((issues) => issues.some((inner) => isOtherKind(inner, 0)))
  );
}

function expectedIn(issue: z.core.$ZodIssue): string[] {
  if (issue.code === 'invalid_type') return [issue.expected];
  if (issue.code === 'invalid_value') return ['string'];
  return issue.code === 'invalid_union' ? issue.errors.flat().flatMap(expectedIn) : [];
}

const TYPES: Readonly<Record<string, Bilingual>> = {
  string: { zh: '文字', en: 'text' },
  number: { zh: '数字', en: 'a number' },
  int: { zh: '整数', en: 'a whole number' },
  boolean: { zh: ' true 或 false', en: 'true or false' },
  array: { zh: '列表 […]', en: 'a list […]' },
  object: { zh: '一组字段', en: 'a group of fields' },
  record: { zh: '一组字段', en: 'a group of fields' },
};

function wrongType(path: Path, field: string, expected: readonly string[], found: unknown): Fault {
  const types = [...new Set(expected)].map((type) => TYPES[type] ?? { zh: type, en: type });
  const join = (language: keyof Bilingual, or: string) =>
    [...new Set(types.map((type) => type[language]))].join(or);
  const values = { field, expected: { zh: join('zh', '或'), en: join('en', ' or ') }, found: typeOf(found) };
  return { code: 'wrong-type', path, values };
}

function typeOf(value: unknown): Bilingual {
  if (value === null) return { zh: '空的', en: 'empty' };
  const type = Array.isArray(value) ? 'array' : typeof value;
  const name = TYPES[type] ?? { zh: type, en: type };
  if (typeof value !== 'string' && typeof value !== 'number') return name;
  return { zh: `${name.zh}“${clip(value)}”`, en: `${name.en} “${clip(value)}”` };
}

function wrongChoice(path: Path, field: string, choices: readonly string[], found: unknown): Fault {
  if (typeof found === 'object') return wrongType(path, field, ['string'], found);
  const hint = suggestion(String(found), choices);
  return { code: 'wrong-choice', path, values: { field, found: clip(found) }, hint };
}

function sizeFault(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig, field: string): Fault {
  const { path, origin } = issue;
  const small = issue.code === 'too_small';
  const limit = String(small ? issue.minimum : issue.maximum);
  if (origin === 'number' || origin === 'int' || origin === 'bigint') {
    const strict = issue.inclusive === false;
    const zh = small ? (strict ? '大于' : '不小于') : strict ? '小于' : '不大于';
    const en = small ? (strict ? 'above' : 'at least') : strict ? 'below' : 'at most';
    const bound = { zh: `${zh} ${limit}`, en: `${en} ${limit}` };
    return { code: 'out-of-range', path, values: { field, bound } };
  }
  const unit = origin === 'string' ? { zh: '个字', en: 'characters' } : { zh: '项', en: 'items' };
  const bound = {
    zh: `${small ? '至少' : '最多'} ${limit} ${unit.zh}`,
    en: `at ${small ? 'least' : 'most'} ${limit} ${unit.en}`,
  };
  return { code: 'wrong-length', path, values: { field, bound } };
}

/** Messages of schemas have both languages, divided by ` / `. */
function bothLanguages(message: string): Bilingual {
  const [zh = message, en = zh] = message.split(' / ');
  return { zh, en };
}

const clip = (value: unknown): string => {
  const text = String(value);
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
};
