import { valueAt } from './issue.ts';
import type { ConfigDocument } from './document.ts';
import { pathText, type Path, type Problem } from './problem.ts';

interface Listener {
  readonly path: Path;
  readonly protocol: string;
  readonly address: string;
  readonly port: number;
}

const wildcards = new Set(['0.0.0.0', '::', '*', '']);

/** Two sockets of one configuration on the same port: the second would fail when it is too late to be seen. */
export function checkPorts(
  pipelines: readonly { readonly name: string; readonly config: unknown }[],
  document: ConfigDocument,
): readonly Problem[] {
  const taken: Listener[] = [];
  const problems: Problem[] = [];
  for (const { name, config } of pipelines) {
    for (const listener of listenersOf(config, ['pipelines', name, 'config'])) {
      const other = taken.find((known) => clash(known, listener));
      if (other === undefined) taken.push(listener);
      else problems.push(collision(listener, other, document));
    }
  }
  return problems;
}

function* listenersOf(config: unknown, base: Path): Generator<Listener> {
  const listen = valueAt(config, ['listen']);
  for (const [index, entry] of (Array.isArray(listen) ? listen : [listen]).entries()) {
    const port = valueAt(entry, ['port']);
    const address = valueAt(entry, ['address']);
    if (typeof port !== 'number' || port === 0) continue;
    yield {
      path: Array.isArray(listen) ? [...base, 'listen', index, 'port'] : [...base, 'listen', 'port'],
      protocol: valueAt(entry, ['transport']) === 'udp' ? 'UDP' : 'TCP',
      address: typeof address === 'string' ? address : '',
      port,
    };
  }
}

function clash(a: Listener, b: Listener): boolean {
  if (a.port !== b.port || a.protocol !== b.protocol) return false;
  return a.address === b.address || wildcards.has(a.address) || wildcards.has(b.address);
}

function collision(listener: Listener, other: Listener, document: ConfigDocument): Problem {
  return {
    severity: 'error',
    code: 'collision',
    path: pathText(listener.path),
    message: `${listener.protocol} port ${listener.port} is taken by ${pathText(other.path)} (line ${document.positionOfValue(other.path).line})`,
    position: document.positionOfValue(listener.path),
  };
}
