import { isRejection, isSkip, type MapContext, type MapResult } from '@sluice/connector';
import { createCompleter, createEventValidator, loadCatalogue, type Completer, type Finding } from '@sluice/ocsf';
import { emits } from '../../records/columns.ts';
import type { FilesConfig } from './config.ts';
import { mapLine } from '../../records/map-line.ts';
import { configOf } from './reading.fixture.ts';

export type Event = Record<string, unknown>;

export function contextOf(
  written: Record<string, unknown> = {},
  path = '/var/log/shop/app.log',
): MapContext<FilesConfig> {
  const config = configOf({ paths: [path], ...written });
  return { config, receivedAt: Date.UTC(2026, 0, 15, 12), origin: { transport: 'file', path } };
}

/** The one event of a line. Throws where there is none. */
export function eventOf(line: string, written: Record<string, unknown> = {}): Event {
  const result = mapLine(line, contextOf(written));
  if (isEvent(result)) return result;
  throw new Error(`no event: ${JSON.stringify(result)}`);
}

export function isEvent(result: MapResult): result is MapResult & Event {
  return !Array.isArray(result) && !isSkip(result) && !isRejection(result);
}

/** Completes an event as the runtime does, and says what is wrong with it. */
export type Examine = (event: Event) => readonly Finding[];

export function examiner(options: { readonly recommended?: boolean } = {}): Examine {
  const catalogue = loadCatalogue('1.3.0');
  const validate = createEventValidator(catalogue, options);
  const completers = new Map<number, Completer>();
  for (const { class: name, profiles } of emits) {
    const definition = catalogue.classes.get(name);
    if (definition === undefined) throw new Error(`OCSF 1.3.0 has no class ${name}`);
    completers.set(definition.uid, createCompleter(catalogue, { classUid: definition.uid, profiles }));
  }
  return (event) => {
    event['time'] ??= Date.UTC(2026, 0, 15, 12);
    const metadata: unknown = event['metadata'];
    if (typeof metadata === 'object' && metadata !== null) {
      Object.assign(metadata, { version: '1.3.0', product: { vendor_name: 'Example', name: 'Shop' } });
    }
    completers.get(Number(event['class_uid']))?.(event);
    return validate(event);
  };
}

/** Base columns of every object, which a stream does not declare. */
const baseColumns = new Set(
  (
    'time class_uid activity_id activity_name severity_id severity status_id status status_code status_detail message raw_data ' +
    'metadata.profiles metadata.profiles[] metadata.product.name metadata.product.vendor_name metadata.uid metadata.original_time ' +
    'metadata.log_name metadata.log_provider'
  ).split(' '),
);

const classNames = new Map<unknown, string>([
  [0, 'base_event'],
  [3002, 'authentication'],
  [4001, 'network_activity'],
  [4002, 'http_activity'],
  [6002, 'application_lifecycle'],
]);

/** Paths of an event (before completion) that no column of its class takes. */
export function undeclaredPaths(event: Event): string[] {
  const className = classNames.get(event['class_uid']);
  const columns = new Set(emits.find((emitted) => emitted.class === className)?.columns);
  const { unmapped: _, ...mapped } = event;
  return leafPaths(mapped, '').filter((path) => !columns.has(path) && !baseColumns.has(path));
}

function leafPaths(value: unknown, path: string): string[] {
  if (Array.isArray(value))
    return value.flatMap((element) => leafPaths(element, `${path}[]`)).concat(value.length === 0 ? [path] : []);
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([name, below]) => leafPaths(below, path === '' ? name : `${path}.${name}`));
}
