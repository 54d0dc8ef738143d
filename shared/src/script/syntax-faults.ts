import { type Document, isAlias, isMap, isScalar, isSeq, type YAMLError } from 'yaml';
import { MAX_DEPTH } from './diagnostics/syntax';
import type { Code, ValuesOf } from './diagnostics/table';
import type { Span } from './places';

/** A fault of the YAML and the stretch of the file that has it. */
export type SyntaxFault = {
  [C in Code]: { readonly code: C; readonly values: ValuesOf<C>; readonly span: Span };
}[Code];

/** What the parser complains of, in words of ours. Only the first complaint on a line is worth reading. */
export function syntaxFaults(document: Document, text: string): SyntaxFault[] {
  const faults = withoutEcho([...document.errors, ...document.warnings]).map((error) => faultOf(error, text));
  const lines = new Set<number>();
  return faults.filter(({ span }) => {
    const line = text.lastIndexOf('\n', span.start - 1);
    return !lines.has(line) && lines.add(line);
  });
}

/** After one misplaced token the parser trips over all that follows. */
function withoutEcho(errors: readonly YAMLError[]): YAMLError[] {
  const exhausted = errors.find(({ code }) => code === 'RESOURCE_EXHAUSTION');
  if (exhausted) return [exhausted];
  // One line out of its column puts those after it out of theirs.
  const first = (...codes: readonly string[]) => errors.findIndex(({ code }) => codes.includes(code));
  const token = first('UNEXPECTED_TOKEN');
  const indent = first('TAB_AS_INDENT', 'BAD_INDENT');
  return errors.filter(
    ({ code }, index) =>
      (code !== 'UNEXPECTED_TOKEN' || index === token) && (code !== 'BAD_INDENT' || index <= indent),
  );
}

function faultOf(error: YAMLError, text: string): SyntaxFault {
  const [start, end] = error.pos;
  const span = { start, end };
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return { code: 'yaml-tab', values: {}, span };
    case 'DUPLICATE_KEY':
      return { code: 'duplicate-field', values: { field: wordAt(text, start) }, span: wordSpan(text, start) };
    case 'BAD_INDENT':
      return error.message.startsWith('Flow')
        ? { code: 'yaml-unclosed', values: {}, span }
        : { code: 'yaml-indent', values: {}, span: wordSpan(text, start + blanksAt(text, start)) };
    case 'MULTILINE_IMPLICIT_KEY':
      return colonFault(error, text) ?? { code: 'yaml-indent', values: {}, span };
    case 'MISSING_CHAR':
      if (error.message.startsWith('Missing closing')) return { code: 'yaml-unclosed', values: {}, span };
      if (!error.message.startsWith('Missing , ')) return colonFault(error, text) ?? otherFault(error, span);
      // A text such as 共{price}元 inside a list: the parser takes the brace for the start of a group.
      return /[{[]/.test(text.charAt(start))
        ? { code: 'needs-quotes', values: {}, span }
        : { code: 'missing-comma', values: {}, span };
    case 'UNEXPECTED_TOKEN':
      // A text that goes on after its first quotation mark or brace, as {item}多少钱 does.
      return /["'}\]]\s*$/.test(text.slice(0, start)) && error.message.includes('node end')
        ? { code: 'needs-quotes', values: {}, span }
        : otherFault(error, span);
    case 'BAD_SCALAR_START':
    case 'BLOCK_AS_IMPLICIT_KEY':
      return { code: 'needs-quotes', values: {}, span };
    case 'MULTIPLE_DOCS':
      return { code: 'several-documents', values: {}, span: { start, end: start + 3 } };
    case 'TAG_RESOLVE_FAILED':
      return { code: 'unknown-tag', values: { tag: text.slice(start, end) }, span };
    case 'RESOURCE_EXHAUSTION':
      return { code: 'too-deep', values: { limit: MAX_DEPTH }, span };
    default:
      return otherFault(error, span);
  }
}

const otherFault = ({ message }: YAMLError, span: Span): SyntaxFault => {
  const [line = ''] = message.split('\n');
  return { code: 'yaml-syntax', values: { detail: line.replace(/ at line \d+, column \d+:$/, '') }, span };
};

/** A field whose colon is full-width, or without the space after it, reads as a text that stands alone. */
function colonFault({ pos: [start] }: YAMLError, text: string): SyntaxFault | undefined {
  const [line = ''] = text.slice(start).split('\n', 1);
  const [, field, colon] = /^([A-Za-z][\w-]*)([：:])/.exec(line) ?? [];
  if (field === undefined) return undefined;
  const span = { start: start + field.length, end: start + field.length + 1 };
  return { code: colon === '：' ? 'fullwidth-colon' : 'no-space-after-colon', values: { field }, span };
}

const blanksAt = (text: string, start: number): number => /^ */.exec(text.slice(start))?.[0].length ?? 0;
const wordAt = (text: string, start: number): string => /^[^\s:,{}[\]]+/.exec(text.slice(start))?.[0] ?? '';
const wordSpan = (text: string, start: number): Span => ({
  start,
  end: start + Math.max(1, wordAt(text, start).length),
});

/** What a parser accepts and this program must not: names that reach into objects, aliases without or within themselves, great depth. */
export function hazardsOf(document: Document): SyntaxFault[] {
  const faults: SyntaxFault[] = [];
  const spanOf = (node: { range?: readonly [number, number, number] | null | undefined }): Span => ({
    start: node.range?.[0] ?? 0,
    end: node.range?.[1] ?? 0,
  });
  const visit = (node: unknown, around: readonly unknown[]): void => {
    if (isAlias(node)) {
      const target = node.resolve(document);
      const values = { name: node.source };
      if (!target) faults.push({ code: 'unknown-alias', values, span: spanOf(node) });
      else if (around.includes(target)) faults.push({ code: 'alias-loop', values, span: spanOf(node) });
      return;
    }
    if (!isMap(node) && !isSeq(node)) return;
    if (around.length >= MAX_DEPTH) {
      faults.push({ code: 'too-deep', values: { limit: MAX_DEPTH }, span: spanOf(node) });
      return;
    }
    const within = [...around, node];
    if (isSeq(node)) for (const item of node.items) visit(item, within);
    if (isMap(node)) {
      for (const { key, value } of node.items) {
        if (isScalar(key) && FORBIDDEN.has(String(key.value))) {
          faults.push({ code: 'forbidden-field', values: { field: String(key.value) }, span: spanOf(key) });
        }
        visit(value, within);
      }
    }
  };
  visit(document.contents, []);
  return faults;
}

/** Names that lead from an object to its prototype. */
const FORBIDDEN: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
