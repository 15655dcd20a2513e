import type { EmittedClass, MapContext } from '@sluice/connector';
import { type Catalogue, createCompleter, createValidator, type Finding } from '@sluice/ocsf';

export const context: MapContext<unknown> = {
  config: {},
  receivedAt: Date.UTC(2026, 0, 15, 12),
  origin: { transport: 'test', address: '192.0.2.250' },
};

/** What the runtime does to a mapped event before it is stored: fills in what is given, completes, validates. */
export type Conform = (event: Readonly<Record<string, unknown>>) => readonly (Finding | string)[];

/** What every object in the lake has columns for, whatever the mapping. */
const baseColumns =
  /^(?:(?:class|category|type)_(?:uid|name)|activity_(?:id|name)|severity(?:_id)?|time(?:_dt)?|metadata\.(?:version|profiles\[\]|product\..*)|unmapped|raw_data|observables\[\]\..*)$/;

/** Paths of the values in an event, as columns are named. */
function pathsOf(value: unknown, path: string): readonly string[] {
  if (path === 'unmapped') return [path];
  if (Array.isArray(value)) return [...new Set(value.flatMap((item) => pathsOf(item, `${path}[]`)))];
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([name, item]) => pathsOf(item, path === '' ? name : `${path}.${name}`));
}

/**
 * Gives the errors of completed events (warnings do not keep an event out of a lake), and the paths of values that the
 * mapping declared no column for.
 */
export function createConform(catalogue: Catalogue, emits: readonly EmittedClass[]): Conform {
  const classes = new Map(
    emits.map((emitted) => {
      const { uid: classUid } = catalogue.classes.get(emitted.class)!;
      const options = { classUid, profiles: emitted.profiles };
      const complete = createCompleter(catalogue, options);
      return [classUid, { emitted, complete, validate: createValidator(catalogue, options) }];
    }),
  );
  return (event) => {
    const { emitted, complete, validate } = classes.get(event['class_uid'] as number)!;
    const metadata = event['metadata'] as Record<string, unknown> | undefined;
    const whole = {
      time: context.receivedAt,
      ...event,
      metadata: {
        product: { vendor_name: 'Example', name: 'Test' },
        ...metadata,
        version: catalogue.release,
        profiles: [...emitted.profiles],
      },
    };
    complete(whole);
    const outside = pathsOf(whole, '').filter((path) => !baseColumns.test(path) && !isWithin(path, emitted.columns));
    return [...validate(whole).filter((finding) => finding.severity === 'error'), ...outside];
  };
}

/** Whether a path is a column or, for what holds anything, within one. */
function isWithin(path: string, columns: readonly string[]): boolean {
  return columns.some((column) => path === column || path.startsWith(`${column}.`) || path.startsWith(`${column}[]`));
}
