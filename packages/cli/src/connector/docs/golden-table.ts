import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { listGoldenCases, readGolden } from '@sluice/testing/standard';
import { table } from './markdown.ts';

type Event = Readonly<Record<string, unknown>>;

/** An event of a golden, with the case that shows it. */
interface Shown {
  readonly event: Event;
  readonly shownBy: string;
}

/** What every event has, or the other columns say. */
const common =
  /^(?:(?:class|category|type|activity|status|severity)_(?:id|uid|name)|status|severity|time(?:zone_offset)?|metadata|message|raw_data|unmapped|observables)$/;

/**
 * What the records of a stream that is mapped in code become, as its goldens show: a row for each class and activity, with the
 * attributes that at least one event fills and the cases to look at. Nothing where there are no goldens.
 */
export function goldenTable(folder: string, stream: string): string {
  const fixtures = [stream, stream.replaceAll('_', '-')]
    .map((name) => join(folder, 'src/streams', name, 'fixtures'))
    .find((path) => existsSync(path));
  const shown = fixtures === undefined ? [] : eventsIn(fixtures);
  if (shown.length === 0) return '';
  const kinds = Map.groupBy(shown, ({ event }) => `${textOf(event['class_name'])}\n${textOf(event['activity_name'])}`);
  const rows = [...kinds].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, events]) => rowOf(events));
  return table(['class', 'activity', 'status', 'filled, where the record says it', 'shown by'], rows);
}

function eventsIn(fixtures: string): readonly Shown[] {
  return listGoldenCases(fixtures).flatMap(({ name, goldenPath }) => {
    const golden = readGolden(goldenPath);
    const events = Array.isArray(golden) ? (golden as readonly Event[]) : [];
    return events.filter((event) => 'class_uid' in event).map((event) => ({ event, shownBy: name }));
  });
}

function rowOf(shown: readonly Shown[]): readonly string[] {
  const { class_name: className, class_uid: classUid, activity_name: activity } = shown[0]!.event;
  return [
    `${textOf(className)} (${String(classUid)})`,
    textOf(activity),
    inOrder(shown.map(({ event }) => textOf(event['status']))).join(', '),
    inOrder(shown.flatMap(({ event }) => attributesOf(event)))
      .map((name) => `\`${name}\``)
      .join(', '),
    inOrder(shown.map(({ shownBy }) => shownBy)).join(', '),
  ];
}

/** Of an enum and its caption the caption. */
function attributesOf(event: Event): readonly string[] {
  const names = Object.keys(event).filter((name) => !common.test(name));
  return names.filter((name) => !name.endsWith('_id') || !names.includes(name.slice(0, -3)));
}

function inOrder(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].filter((text) => text !== '').toSorted();
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
