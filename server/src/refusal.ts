import type { ErrorCode } from '@kefu/shared/protocol/errors';

export type FieldProblem = { path: string; message: string };

/** A request that is turned down, by its code in the table of errors. The texts stand there, so none is given here. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: ErrorCode;
  readonly fields: readonly FieldProblem[];

  constructor(code: ErrorCode, fields: readonly FieldProblem[] = []) {
    super(code);
    this.code = code;
    this.fields = fields;
  }
}
