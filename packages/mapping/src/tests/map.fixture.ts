import { loadCatalogue } from '@sluice/ocsf';
import type { MappedEvent, MapResult } from '@sluice/connector';
import { type Mapping, requireMapping } from '../load-mapping.ts';
import { context } from './conform.ts';
import { functions } from './functions.ts';
import { imports } from './imports.ts';

/** The mapping of a document. */
export function mappingOf(text: string): Mapping {
  return requireMapping(text, { file: 'mapping.yaml', catalogue: loadCatalogue('1.3.0'), functions, imports });
}

/** A mapping of base events with these lines under `map`, and `head` above the rules. */
export function baseMapping(lines: string, head = 'format: json'): Mapping {
  const indented = lines.trim().replaceAll('\n', '\n      ');
  return mappingOf(`version: 1
${head}
rules:
  - class: base_event
    map:
      activity_id: Unknown
      severity_id: Low
      ${indented}
`);
}

export function mapOne(mapping: Mapping, record: unknown): MapResult {
  return mapping.map(record, context);
}

/** The event of a record, without what all base events of these tests have. */
export function eventOf(mapping: Mapping, record: unknown): Readonly<Record<string, unknown>> {
  const { class_uid: _, activity_id: __, severity_id: ___, ...rest } = mapOne(mapping, record) as MappedEvent;
  return rest;
}
