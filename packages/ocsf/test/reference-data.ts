import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Reference material beside the repository, which need not be there. */
export function sharedPath(path: string): string {
  return fileURLToPath(new URL(`../../../../shared/${path}`, import.meta.url));
}

/** Said in the name of a test that is skipped because the material is not there. */
export function needs(path: string): { readonly skip: boolean; readonly note: string } {
  const skip = !existsSync(sharedPath(path));
  return { skip, note: skip ? ` (skipped: ../shared/${path} is not here)` : '' };
}
