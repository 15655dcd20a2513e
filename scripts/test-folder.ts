import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Gives the tests of a workspace one folder for all their temporary files, and removes it after the last of them. */
export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'sluice-tests-'));
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
