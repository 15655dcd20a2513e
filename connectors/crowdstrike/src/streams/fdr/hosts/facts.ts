/** What is kept of a record of `aidmaster`. */
export interface HostFacts {
  readonly aid: string;
  /** Epoch seconds of the record, 0 where it does not say. */
  readonly time: number;
  readonly fields: Readonly<Record<string, string>>;
}

/** The fields that a device is described with. */
const kept = [
  'ComputerName',
  'MachineDomain',
  'Version',
  'AgentVersion',
  'ProductType',
  'ChassisType',
  'BiosManufacturer',
  'BiosVersion',
  'SystemSerialNumber',
  'City',
  'Continent',
  'FirstSeen',
];

const maxFieldLength = 1000;

export function parseHost(text: string): HostFacts | undefined {
  const record = parsed(text);
  const aid = textOf(record, 'aid');
  if (aid === undefined) return undefined;
  const fields: Record<string, string> = {};
  for (const name of kept) {
    const value = textOf(record, name);
    if (value !== undefined) fields[name] = value;
  }
  const time = Number(textOf(record, 'Time') ?? textOf(record, '_time') ?? 0);
  return { aid, time: Number.isFinite(time) ? time : 0, fields };
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    const record: Readonly<Record<string, unknown>> = Object(JSON.parse(text));
    return record;
  } catch {
    return {};
  }
}

function textOf(record: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = record[name];
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && text !== '' && text.length <= maxFieldLength ? text : undefined;
}
