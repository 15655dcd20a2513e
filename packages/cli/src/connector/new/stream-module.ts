import type { Choices, UpstreamKind } from './choices.ts';

const descriptions: Readonly<Record<UpstreamKind, string>> = {
  http: 'Logins, page by page from an HTTP API.',
  queue: 'Logins in objects that a queue announces.',
  listener: 'Logins as lines of JSON over TCP.',
  file: 'Logins as lines of JSON in a file that grows.',
};

/** `stream.ts`: the one module that depends on both what is read and how it is mapped. */
export function streamModule({ upstream, mapping, name }: Choices): string {
  const isYaml = mapping === 'yaml';
  const isQueue = upstream === 'queue';
  const imports = [
    `import type { Stream } from '@sluice/connector';`,
    ...(isYaml ? [`import { readMapping } from '@sluice/mapping';`] : []),
    ...(isQueue ? [`import { queuePermissions, rejectProblem } from '@sluice/queue';`] : []),
    `import { eventsConfig, type EventsConfig } from './config.ts';`,
    ...(isYaml ? [] : [`import { emits, mapEvent } from './map.ts';`]),
    `import { readEvents } from './read.ts';`,
  ];
  const loaded = `const { format, emits, map } = readMapping(new URL('mapping.yaml', import.meta.url), { ocsf: '1.3.0' });\n\n`;
  return `${imports.join('\n')}

${isYaml ? loaded : ''}/** Logins of ${name}. */
export const events: Stream<EventsConfig> = {
  name: 'events',
  description: '${descriptions[upstream]}',
  config: eventsConfig,
  delivery: '${upstream === 'listener' ? 'at-most-once' : 'at-least-once'}',
  ${isYaml ? 'format' : `format: 'json'`},
  emits,
${isQueue ? `  permissions: queuePermissions('objects'),\n` : ''}  read: readEvents,
  ${mapLine(isYaml, isQueue)},
};
`;
}

function mapLine(isYaml: boolean, isQueue: boolean): string {
  if (isQueue) {
    const mapped = isYaml ? 'map(record, context)' : 'mapEvent(record)';
    return `map: (record, context) => rejectProblem(record, context.origin) ?? ${mapped}`;
  }
  return isYaml ? 'map' : 'map: mapEvent';
}
