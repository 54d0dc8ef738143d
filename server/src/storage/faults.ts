import type { ErrorCode } from '@kefu/shared/protocol/errors';

/** The code for a fault of the disk or the database; undefined when the error is another one. */
export function storageFault(
  error: unknown,
): Extract<ErrorCode, 'storage-full' | 'storage-busy'> | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOSPC' || code === 'SQLITE_FULL' || code.startsWith('SQLITE_IOERR')) return 'storage-full';
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return 'storage-busy';
  return undefined;
}
