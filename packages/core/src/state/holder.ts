import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** Who holds a place, well enough to tell on the same host whether it still lives. */
export interface Holder {
  readonly host: string;
  readonly pid: number;
  /** Namespace that the process id counts in, and when the process began, as the system says it. */
  readonly namespace: string;
  readonly began: string;
  /** For people. RFC 3339, UTC. */
  readonly since: string;
}

export function thisHolder(now: number): Holder {
  return {
    host: hostname(),
    pid: process.pid,
    namespace: namespaceOf(),
    began: beginOf(process.pid) ?? '',
    since: new Date(now).toISOString(),
  };
}

/** Whether it is certain that the holder is gone: it ran where we run, and its process does not exist any more. */
export function isProvablyGone(holder: Holder): boolean {
  const namespace = namespaceOf();
  if (namespace === '' || holder.namespace !== namespace || holder.host !== hostname()) return false;
  return beginOf(holder.pid) !== holder.began;
}

export function holderText({ host, pid, since }: Holder): string {
  return `process ${pid} on ${host}, since ${since},`;
}

/** Boot and process-id namespace: within both, a process id and its beginning name one process. */
function namespaceOf(): string {
  try {
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return '';
  }
}

/** Field 22 of `/proc/<pid>/stat`, counted after the name, which may hold blanks. Undefined: no such process. */
function beginOf(pid: number): string | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    // A zombie waits only to be collected; it works no more.
    return fields[0] === 'Z' ? undefined : fields[19];
  } catch {
    return undefined;
  }
}
