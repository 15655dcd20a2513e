import type { MappedEvent } from '@sluice/connector';
import type { StructuredData } from '../message/message.ts';
import type { Received } from '../received.ts';
import { mapCheckPointFields } from './check-point/check-point.ts';
import { mapFortigateFields } from './fortigate/fortigate.ts';
import { mapJunosElement } from './juniper/juniper.ts';

type MapElement = (received: Received, element: Readonly<Record<string, string>>) => MappedEvent | undefined;

/**
 * The event of a device that puts all it says into one element of structured data, which its id tells: Junos calls it
 * `junos@2636.…`, FortiOS gives it Fortinet's enterprise number, 12356, and Check Point its own, 2620. Undefined where there
 * is no such element.
 */
export function mapElement(received: Received, data: StructuredData): MappedEvent | undefined {
  for (const id of Object.keys(data)) {
    const map = mapperOf(id);
    const element = data[id];
    if (map === undefined || element === undefined) continue;
    const { [id]: _, ...others } = data;
    const structuredData = Object.keys(others).length > 0 ? others : undefined;
    return map({ ...received, message: { ...received.message, structuredData } }, element);
  }
  return undefined;
}

function mapperOf(id: string): MapElement | undefined {
  if (id.startsWith('junos@')) return mapJunosElement;
  if (id.endsWith('@12356')) return mapFortigateFields;
  return /[@.]2620$/.test(id) ? mapCheckPointFields : undefined;
}
