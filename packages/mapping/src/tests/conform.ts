import type { EmittedClass, MapContext } from '@sluice/connector';
import { type Catalogue, createCompleter, createValidator, type Finding } from '@sluice/ocsf';

export const context: MapContext<unknown> = {
  config: {},
  receivedAt: Date.UTC(2026, 0, 15, 12),
  origin: { transport: 'test', address: '192.0.2.250' },
};

/** What the runtime does to a mapped event before it is stored: fills in what is given, completes, validates. */
export type Conform = (event: Readonly<Record<string, unknown>>) => readonly Finding[];

/** Gives the errors of completed events; warnings do not keep an event out of a lake. */
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
    return validate(whole).filter((finding) => finding.severity === 'error');
  };
}
