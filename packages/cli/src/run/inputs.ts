import { valueAt } from '../config/issue.ts';

/**
 * What a pipeline listens on or follows, for a person: read off its settings, by the names that connectors use for it
 * (`listen`, `paths`). Empty where nothing of the kind is said.
 */
export function inputsOf(config: unknown): readonly string[] {
  const listen = valueAt(config, ['listen']);
  const paths = valueAt(config, ['paths']);
  return [
    ...listOf(listen).flatMap(listener),
    ...listOf(paths).flatMap((path) => (typeof path === 'string' ? [path] : [])),
  ];
}

function listener(entry: unknown): readonly string[] {
  const transport = valueAt(entry, ['transport']);
  const path = valueAt(entry, ['path']);
  const port = valueAt(entry, ['port']);
  if (typeof transport !== 'string') return [];
  if (typeof path === 'string') return [`${transport} ${path}`];
  const given = valueAt(entry, ['address']);
  const address = typeof given === 'string' ? given : '*';
  return [
    `${transport} ${address.includes(':') ? `[${address}]` : address}:${port === 0 ? '(any free port)' : String(port)}`,
  ];
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}
