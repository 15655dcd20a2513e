import { SluiceError, systemErrorCode } from '../errors.ts';

/** What a system error means for a lake in a folder, and what to do about it. */
export function folderError(error: unknown, path: string): SluiceError {
  if (error instanceof SluiceError) return error;
  const options = { cause: error };
  switch (systemErrorCode(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new SluiceError(
        'store_full',
        `No space left to write ${path}. Free some space; writing goes on by itself.`,
        {
          ...options,
          retryable: true,
        },
      );
    case 'EROFS':
      return new SluiceError('store_read_only', `${path} is on a read-only file system. Remount it for writing.`, {
        ...options,
        retryable: true,
      });
    case 'EACCES':
    case 'EPERM':
      return new SluiceError(
        'store_denied',
        `No permission to use ${path}. Give this user read and write access to it.`,
        options,
      );
    case 'ENOENT':
      return new SluiceError('object_not_found', `There is no ${path}.`, options);
    default:
      return new SluiceError('store_failed', `Cannot use ${path}: ${messageOf(error)}`, {
        ...options,
        retryable: true,
      });
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
