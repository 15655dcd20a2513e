import type { Connector, EmittedClass, Stream } from '@sluice/connector';
import {
  createCompleter,
  createValidator,
  formatFinding,
  loadCatalogue,
  type Catalogue,
  type Completer,
  isRelease,
  type Validator,
} from '@sluice/ocsf';
import { columnSchema, moveUndeclared } from '@sluice/parquet';

/**
 * Does to an event, in place, what the runtime does between the mapper and the columns: time of receipt where it has
 * none, metadata, completion. Says what is wrong with it then: errors by OCSF, values that no column holds, classes
 * that the stream does not declare. An empty list is a good event.
 */
export type EventFinisher = (event: Record<string, unknown>, receivedAt: number) => readonly string[];

// oxlint-disable-next-line typescript/no-explicit-any -- as in Connector: the configuration is the stream's own
type AnyStream = Stream<any>;

/** A finisher for the events of one stream. Throws where the stream declares classes or columns that do not exist. */
export function createEventFinisher(connector: Connector, stream: AnyStream): EventFinisher {
  if (!isRelease(connector.ocsf)) throw new Error(`${connector.name} is for OCSF ${connector.ocsf}, which is unknown.`);
  const catalogue = loadCatalogue(connector.ocsf);
  const classes = new Map(stream.emits.map((emitted) => finisherOfClass(catalogue, emitted, connector)));
  return (event, receivedAt) => {
    const finish = classes.get(event['class_uid']);
    if (finish === undefined) return [`class_uid ${String(event['class_uid'])} is not among what ${stream.name} emits`];
    return finish(event, receivedAt);
  };
}

interface ClassTools {
  readonly complete: Completer;
  readonly validate: Validator;
  readonly move: (event: Record<string, unknown>) => number;
}

function finisherOfClass(
  catalogue: Catalogue,
  emitted: EmittedClass,
  connector: Connector,
): readonly [unknown, EventFinisher] {
  const classUid = catalogue.classes.get(emitted.class)?.uid;
  if (classUid === undefined) throw new Error(`OCSF ${catalogue.release} has no class ${emitted.class}.`);
  const { profiles, columns } = emitted;
  const schema = columnSchema(catalogue, { classUid, profiles, columns });
  /** Made with the first event: few events are of all classes that a stream emits. */
  let tools: ClassTools | undefined;
  const finish: EventFinisher = (event, receivedAt) => {
    tools ??= {
      complete: createCompleter(catalogue, { classUid, profiles }),
      validate: createValidator(catalogue, { classUid, profiles }),
      move: moveUndeclared(schema),
    };
    const { complete, validate, move } = tools;
    event['time'] ??= receivedAt;
    const metadata = {
      product: { ...connector.product },
      profiles,
      ...recordOf(event['metadata']),
      version: catalogue.release,
    };
    event['metadata'] = metadata;
    const assumed = complete(event).unknownIds.map((path) => `${path} was not said and became 0 Unknown`);
    const errors = validate(event).filter(({ severity }) => severity === 'error');
    return [...assumed, ...errors.map(formatFinding), ...undeclaredValues(event, move)];
  };
  return [classUid, finish];
}

/** Paths of values that no column holds; found on a copy, so that the event keeps them. */
function undeclaredValues(event: Record<string, unknown>, move: (event: Record<string, unknown>) => number): string[] {
  const copy = structuredClone(event);
  if (move(copy) === 0) return [];
  const before = recordOf(event['unmapped']);
  return Object.keys(recordOf(copy['unmapped']))
    .filter((path) => !(path in before))
    .map((path) => `${path} has no column`);
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
