import { readFile } from 'node:fs/promises';

/** Most memory that a process ever had resident, in MiB; undefined where the system does not keep it (not Linux). */
export async function peakResidentMiB(pid: number): Promise<number | undefined> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const found = /VmHWM:\s+(\d+) kB/.exec(status);
  return found === null ? undefined : Number(found[1]) / 1024;
}
