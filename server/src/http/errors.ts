import { ERRORS, type ErrorCode } from '@kefu/shared/protocol/errors';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { Refusal } from '../refusal';
import { storageFault } from '../storage/faults';

/** The code under which an error is shown. What is not foreseen is `internal`: its text stays in the log. */
export function codeOf(error: unknown): ErrorCode {
  if (error instanceof Refusal) return error.code;
  return storageFault(error) ?? codeOfStatus(error);
}

function codeOfStatus(error: unknown): ErrorCode {
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
  if (status === 413) return 'too-large';
  if (status === 404) return 'not-found';
  return typeof status === 'number' && status >= 400 && status < 500 ? 'bad-request' : 'internal';
}

export function sendError(error: FastifyError | Refusal, request: FastifyRequest, reply: FastifyReply): void {
  const code = codeOf(error);
  const { status, zh } = ERRORS[code];
  if (status >= 500) request.log.error({ err: error, code }, 'request failed');
  const fields = fieldsOf(error);
  reply.code(status).send({ code, message: zh, ...(fields.length > 0 && { fields }) });
}

/** What is wrong where in the form; those texts are written for people, in the schemas. */
function fieldsOf(error: FastifyError | Refusal) {
  if (error instanceof Refusal) return error.fields;
  if (!hasZodFastifySchemaValidationErrors(error)) return [];
  return error.validation.map(({ instancePath, message }) => ({
    path: instancePath.replace(/^\//, '').replaceAll('/', '.'),
    message: message ?? '',
  }));
}
