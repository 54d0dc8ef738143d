import { type Document, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Values } from './diagnostics/diagnostic';
import { readAs } from './diagnostics/issues';
import { KINDS } from './diagnostics/meaning';
import { suggestion } from './diagnostics/nearest';
import { MAX_LENGTH } from './diagnostics/syntax';
import { type Code, textsOf, type ValuesOf } from './diagnostics/table';
import { type Path, type Span, spanOf } from './places';
import { hazardsOf, syntaxFaults } from './syntax-faults';
import type { Bilingual } from './text';

/** A file of the content folder; `path` is relative to it, with `/`. */
export type SourceFile = { readonly path: string; readonly text: string };

/** A fault in a file, with the place where it stands. */
export type Problem = {
  readonly file: string;
  /** From 1, in UTF-16 code units. */
  readonly line: number;
  readonly column: number;
  /** Characters to underline, at least 1; never beyond the line. */
  readonly length: number;
  readonly code: Code;
  readonly severity: 'error' | 'warning';
  readonly message: Bilingual;
  /** What to do about it. */
  readonly hint?: Bilingual | undefined;
  /** The line itself. */
  readonly excerpt: string;
};

/** A YAML file that remembers where everything stands, so that every fault has a position. */
export class Source {
  readonly file: string;
  private readonly found: Problem[] = [];
  private readonly text: string;
  private readonly lines = new LineCounter();
  private readonly document: Document;

  constructor({ path, text }: SourceFile) {
    this.file = path;
    this.text = text.replace(/^\uFEFF/, '');
    this.document = parseDocument('');
    const strange = /[\uFFFD\0]/.exec(this.text);
    if (this.text.length > MAX_LENGTH) this.mark(START, 'file-too-large', { limit: MAX_LENGTH });
    else if (this.text.trim() === '') this.mark(START, 'file-empty', {});
    else if (strange) {
      this.lines.lineStarts = lineStartsOf(this.text);
      this.mark({ start: strange.index, end: strange.index + 1 }, 'not-utf-8', {});
    } else {
      this.document = parseDocument(this.text, { lineCounter: this.lines });
      const faults = syntaxFaults(this.document, this.text);
      for (const { span, code, values } of faults.length > 0 ? faults : hazardsOf(this.document))
        this.mark(span, code, values);
    }
  }

  /** In the order of the file. */
  get problems(): readonly Problem[] {
    return this.found.toSorted((a, b) => a.line - b.line || a.column - b.column);
  }

  get broken(): boolean {
    return this.found.some(({ severity }) => severity === 'error');
  }

  /** Reads the file as `schema` says; all faults of form are reported at once. */
  read<T>(schema: z.ZodType<T>): T | undefined {
    if (this.broken) return undefined;
    const content = this.content();
    if (this.broken) return undefined;
    const read = readAs(schema, content);
    if ('value' in read) return read.value;
    for (const { path, code, values, at, hint } of read.faults)
      this.mark(spanOf(this.document, path, at ?? 'value'), code, values, hint);
    return undefined;
  }

  /** Reports a fault at the value that the path names, or at the name of its field. */
  report<C extends Code>(path: Path, code: C, values: ValuesOf<C>, at: 'key' | 'value' = 'value'): void {
    this.mark(spanOf(this.document, path, at), code, values);
  }

  /** Reports that `id` names nothing, unless it is among the known ones; the likeliest of them is suggested. */
  expect(
    path: Path,
    kind: keyof typeof KINDS,
    id: string,
    known: Iterable<string>,
    at: 'key' | 'value' = 'value',
  ): void {
    const names = [...known];
    if (names.includes(id)) return;
    const values = { id, kind: KINDS[kind] };
    this.mark(spanOf(this.document, path, at), 'unknown-reference', values, suggestion(id, names));
  }

  private mark({ start, end }: Span, code: Code, values: Values, hint?: Bilingual | undefined): void {
    const at = this.lines.linePos(start);
    const [line, column] = [Math.max(1, at.line), Math.max(1, at.col)];
    const [excerpt = ''] = this.text.slice(start - column + 1).split(/\r?\n/, 1);
    const { severity, message, hint: usual } = textsOf(code, values);
    // What the variants of a script have in common is looked at once for each of them.
    const known = this.found.some(
      (other) => other.line === line && other.column === column && other.message.en === message.en,
    );
    if (known) return;
    const length = Math.max(1, Math.min(end - start, excerpt.length - column + 1));
    const what = { code, severity, message, hint: hint ?? usual, excerpt };
    this.found.push({ file: this.file, line, column, length, ...what });
  }

  /** Few aliases: a file cannot grow beyond measure when it is read. */
  private content(): unknown {
    try {
      return this.document.toJS({ maxAliasCount: 50 });
    } catch (error) {
      // What is left after the hazards: the parser throws nothing else here.
      if (!(error instanceof ReferenceError)) throw error;
      this.mark(START, 'too-many-aliases', {});
      return undefined;
    }
  }
}

const START: Span = { start: 0, end: 1 };

const lineStartsOf = (text: string): number[] => [
  0,
  ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1),
];
