import type { Device } from '@sluice/ocsf/1.3.0';
import { isHostname } from '../falcon/address.ts';
import { Fields } from '../falcon/fields.ts';
import { RecordShapes } from '../falcon/record-shapes.ts';

/**
 * A device with its name, which an automated lead says only within its indicators (`ThreatgraphIndicators`,
 * `threatgraph_indicators`): taken where all of them name one host, and none a host with another id. The list is not taken.
 */
export function namedByIndicators(device: Device | undefined, detection: Fields): Device | undefined {
  if (device?.hostname !== undefined || device?.name !== undefined) return device;
  const hosts = hostsIn(detection.raw('ThreatgraphIndicators') ?? detection.raw('threatgraph_indicators'));
  const [first] = hosts;
  if (first?.name === undefined || !hosts.every(({ name, id }) => name === first.name && id === first.id))
    return device;
  const { name, id } = first;
  if (device?.uid !== undefined && id !== undefined && device.uid !== id) return device;
  const uid = device?.uid ?? id;
  return {
    type_id: 0,
    ...device,
    ...(uid === undefined ? {} : { uid }),
    ...(isHostname(name) ? { hostname: name } : { name }),
  };
}

function hostsIn(list: unknown): readonly { readonly name: string | undefined; readonly id: string | undefined }[] {
  if (!Array.isArray(list)) return [];
  const shapes = new RecordShapes();
  return list.flatMap((item: unknown) => {
    const indicator = Fields.of(item, shapes);
    if (indicator === undefined) return [];
    return [{ name: indicator.first('Hostname', 'hostname'), id: indicator.first('HostId', 'host_id') }];
  });
}
