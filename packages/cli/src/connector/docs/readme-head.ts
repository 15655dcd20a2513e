import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Connector, Stream } from '@sluice/connector';
import { isRelease, loadCatalogue } from '@sluice/ocsf';
import type { ConnectorPackage } from '../load-package.ts';
import { configTable } from './config-table.ts';
import { goldenTable } from './golden-table.ts';
import { deliveryTexts } from '../../delivery-text.ts';
import { mappingTables } from './mapping-tables.ts';
import { table } from './markdown.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- as in the contract
type AnyStream = Stream<any, any>;

const begin = '<!-- Written by "sluice connector docs": edit the connector, not this. -->';
const end = '<!-- End of what is written. -->';

/** The README with its head made anew; one that has none gets it behind its title and first paragraph. */
export function withHead(loaded: ConnectorPackage): string {
  const head = `${begin}\n\n${headOf(loaded)}\n${end}`;
  const path = join(loaded.folder, 'README.md');
  const text = existsSync(path) ? readFileSync(path, 'utf8') : titleOf(loaded);
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from !== -1 && to > from) return `${text.slice(0, from)}${head}${text.slice(to + end.length)}`;
  const [title = '', paragraph = '', ...rest] = text.split('\n\n');
  return [title, paragraph, head, ...rest].join('\n\n').replace(/\n*$/, '\n');
}

/** What is wrong with the head of a README; nothing is right. */
export function headProblems(loaded: ConnectorPackage): readonly string[] {
  const path = join(loaded.folder, 'README.md');
  if (existsSync(path) && readFileSync(path, 'utf8') === withHead(loaded)) return [];
  return ['README.md is not what the data of the connector says: run "sluice connector docs"'];
}

function titleOf({ manifest, connector }: ConnectorPackage): string {
  const { name = connector.name, description = '' } = manifest as { name?: string; description?: string };
  return `# ${name}\n\n${description}.\n`;
}

function headOf(loaded: ConnectorPackage): string {
  const { connector } = loaded;
  const parts = [
    `Connector \`${connector.name}\` ${connector.version} (${connector.stability}), for OCSF ${connector.ocsf}.`,
    streamsTable(connector),
    permissionsTable(connector.streams),
    ...connector.streams.flatMap((stream) => streamParts(stream, loaded)),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

function streamParts(stream: AnyStream, { connector, folder }: ConnectorPackage): readonly string[] {
  const of = connector.streams.length > 1 ? ` of \`${stream.name}\`` : '';
  const settings = configTable(stream);
  const mapping = mappingOf(stream, folder);
  return [
    ...(settings === '' ? [] : [`### Configuration${of}`, settings]),
    ...(mapping === '' ? [] : [`### Mapping${of}`, mapping]),
  ];
}

/** What its document says, or its goldens show. */
function mappingOf({ name }: AnyStream, folder: string): string {
  const document = join(folder, 'src/streams', name, 'mapping.yaml');
  return existsSync(document) ? mappingTables(readFileSync(document, 'utf8')) : goldenTable(folder, name);
}

function streamsTable({ streams, ocsf }: Connector): string {
  const catalogue = isRelease(ocsf) ? loadCatalogue(ocsf) : undefined;
  const rows = streams.map(({ name, description, delivery, emits }: AnyStream) => {
    const classes = emits.map((emitted) => {
      const found = catalogue?.classes.get(emitted.class);
      return found === undefined ? emitted.class : `${found.caption} (${found.uid})`;
    });
    return [`\`${name}\``, description, deliveryTexts[delivery], classes.join(', ')];
  });
  return table(['stream', 'reads', 'delivery', 'classes'], rows);
}

function permissionsTable(streams: readonly AnyStream[]): string {
  const rows = streams.flatMap(({ permissions = [] }) =>
    permissions.map(({ system, grant, on = '', why }) => [system, `\`${grant}\``, on === '' ? '' : `\`${on}\``, why]),
  );
  return rows.length === 0 ? '' : `### Permissions\n\n${table(['in', 'grant', 'on', 'why'], rows)}`;
}
