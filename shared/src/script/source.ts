import { type Document, isScalar, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';

/** A file of the content folder; `path` is relative to it, with `/`. */
export type SourceFile = { readonly path: string; readonly text: string };

/** A fault in a file, with the place where it stands (line and column from 1). */
export type Problem = {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly code: ProblemCode;
  readonly message: string;
  readonly severity: 'error' | 'warning';
};

export type ProblemCode =
  | 'yaml-syntax'
  | 'wrong-shape'
  | 'unknown-place'
  | 'wrong-id'
  | 'duplicate-id'
  | 'unknown-reference'
  | 'no-way-out'
  | 'no-lines';

/** Where in a file a fault lies: keys and indexes from the root. */
export type Path = readonly PropertyKey[];

/** Largest file that is read, in characters; real scripts have about 20,000. */
const MAX_LENGTH = 400_000;

/** A YAML file that remembers where everything stands, so that every fault has a position. */
export class Source {
  readonly problems: Problem[] = [];
  readonly file: string;
  private readonly lines = new LineCounter();
  private readonly document: Document;

  constructor({ path, text }: SourceFile) {
    this.file = path;
    this.document = parseDocument(text.length > MAX_LENGTH ? '' : text, { lineCounter: this.lines });
    if (text.length > MAX_LENGTH) this.report([], 'yaml-syntax', `文件超过 ${MAX_LENGTH} 个字符`);
    for (const error of withoutEcho([...this.document.errors, ...this.document.warnings])) {
      const { line, col } = this.lines.linePos(error.pos[0]);
      this.problems.push({
        file: path,
        line,
        column: col,
        code: 'yaml-syntax',
        message: error.message.split('\n')[0] ?? error.code,
        severity: 'error',
      });
    }
  }

  get broken(): boolean {
    return this.problems.some(({ severity }) => severity === 'error');
  }

  /** Reads the file as `schema` says; all faults of form are reported at once. */
  read<T>(schema: z.ZodType<T>): T | undefined {
    if (this.broken) return undefined;
    const parsed = schema.safeParse(this.content());
    if (parsed.success) return parsed.data;
    for (const issue of parsed.error.issues) this.reportIssue(issue);
    return undefined;
  }

  report(path: Path, code: ProblemCode, message: string, severity: Problem['severity'] = 'error'): void {
    this.problems.push({ file: this.file, ...this.positionOf(path), code, message, severity });
  }

  /** Few aliases: a file cannot grow beyond measure when it is read. */
  private content(): unknown {
    try {
      return this.document.toJS({ maxAliasCount: 50 });
    } catch (error) {
      this.report([], 'yaml-syntax', error instanceof Error ? error.message : String(error));
      return undefined;
    }
  }

  private reportIssue(issue: z.core.$ZodIssue): void {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) this.report([...issue.path, key], 'wrong-shape', `不认识的字段“${key}”`);
    } else {
      const where = issue.path.map(String).join('.');
      this.report(issue.path, 'wrong-shape', `${where || '文件'}:${issue.message}`);
    }
  }

  /** The position of what the path names, or of the nearest thing around it that exists. */
  private positionOf(path: Path): { line: number; column: number } {
    for (let depth = path.length; depth >= 0; depth--) {
      const range = this.rangeOf(path.slice(0, depth));
      if (range === undefined) continue;
      const { line, col } = this.lines.linePos(range);
      return { line: Math.max(1, line), column: Math.max(1, col) };
    }
    return { line: 1, column: 1 };
  }

  private rangeOf(path: Path): number | undefined {
    const parent: unknown =
      path.length > 1 ? this.document.getIn(path.slice(0, -1), true) : this.document.contents;
    const last = path.at(-1);
    // A key is where people look for a fault, rather than its value.
    if (
      last !== undefined &&
      typeof parent === 'object' &&
      parent !== null &&
      'items' in parent &&
      Array.isArray(parent.items)
    ) {
      const pair = parent.items.find((item) => isScalar(item?.key) && item.key.value === last);
      if (pair && isScalar(pair.key) && pair.key.range) return pair.key.range[0];
    }
    const node: unknown = path.length === 0 ? this.document.contents : this.document.getIn(path, true);
    if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range))
      return Number(node.range[0]);
    return undefined;
  }
}

/** After one misplaced token the parser trips over all that follows: only the first of a run is worth reading. */
const withoutEcho = <T extends { code: string }>(errors: readonly T[]): T[] => {
  const first = errors.findIndex(({ code }) => code === 'UNEXPECTED_TOKEN');
  return errors.filter(({ code }, index) => code !== 'UNEXPECTED_TOKEN' || index === first);
};
