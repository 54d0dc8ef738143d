import type { z } from 'zod';

/** A line that is no JSON or does not fit the schema. */
export class LineError extends Error {
  constructor(line: number, reason: string, source = '') {
    super(source ? `${source}:${line}: ${reason}` : `第 ${line} 行 / line ${line}: ${reason}`);
  }
}

/** Reads JSON lines; blank lines are skipped and still counted. Throws a `LineError` for the first bad one. */
export function readJsonLines<Schema extends z.ZodType>(
  text: string,
  schema: Schema,
  source = '',
): z.output<Schema>[] {
  const rows: z.output<Schema>[] = [];
  text.split('\n').forEach((line, index) => {
    if (line.trim() === '') return;
    rows.push(readJsonLine(line, schema, index + 1, source));
  });
  return rows;
}

export function readJsonLine<Schema extends z.ZodType>(
  line: string,
  schema: Schema,
  number: number,
  source = '',
): z.output<Schema> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw new LineError(
      number,
      `不是 JSON / not JSON (${error instanceof Error ? error.message : ''})`,
      source,
    );
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new LineError(number, `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim(), source);
}
