/** Logs of OpenTelemetry in their JSON form (OTLP 1), as far as they are looked at here. */
export interface LogsData {
  readonly resourceLogs: readonly ResourceLogs[];
}

export interface ResourceLogs {
  readonly resource?: Resource;
  readonly scopeLogs?: readonly ScopeLogs[];
  readonly schemaUrl?: string;
}

export interface Resource {
  readonly attributes?: readonly KeyValue[];
}

export interface ScopeLogs {
  readonly scope?: Scope;
  readonly logRecords?: readonly LogRecord[];
  readonly schemaUrl?: string;
}

export interface Scope {
  readonly name?: string;
  readonly version?: string;
  readonly attributes?: readonly KeyValue[];
}

export interface LogRecord {
  readonly timeUnixNano?: string | number;
  readonly observedTimeUnixNano?: string | number;
  readonly severityNumber?: number;
  readonly severityText?: string;
  readonly body?: AnyValue;
  readonly attributes?: readonly KeyValue[];
  readonly droppedAttributesCount?: number;
  readonly flags?: number;
  readonly traceId?: string;
  readonly spanId?: string;
  readonly eventName?: string;
}

export interface KeyValue {
  readonly key: string;
  readonly value?: AnyValue;
}

export interface AnyValue {
  readonly stringValue?: string;
  readonly boolValue?: boolean;
  readonly intValue?: string | number;
  readonly doubleValue?: number | string;
  readonly arrayValue?: { readonly values?: readonly AnyValue[] };
  readonly kvlistValue?: { readonly values?: readonly KeyValue[] };
  readonly bytesValue?: string;
}

/** A record of this stream: one log record, with the resource and the scope that it stands under. */
export interface OtlpRecord {
  readonly resource?: Resource;
  readonly scope?: Scope;
  readonly record: LogRecord;
}

const maxDepth = 64;

/** The plain JSON that a value means. Whole numbers that a JavaScript number cannot hold stay text. */
export function plain(value: unknown, depth = 0): unknown {
  if (typeof value !== 'object' || value === null || depth > maxDepth) return undefined;
  const { stringValue, boolValue, intValue, doubleValue, arrayValue, kvlistValue, bytesValue }: AnyValue = value;
  if (stringValue !== undefined) return stringValue;
  if (intValue !== undefined) return Number.isSafeInteger(Number(intValue)) ? Number(intValue) : intValue;
  if (arrayValue !== undefined) return listOf(arrayValue?.values).map((item) => plain(item, depth + 1));
  if (kvlistValue !== undefined) return plainAttributes(kvlistValue?.values, depth + 1);
  return boolValue ?? doubleValue ?? bytesValue;
}

/** Attributes as an object. Of two with the same name the first counts, as the specification leaves open. */
export function plainAttributes(attributes: unknown, depth = 0): Record<string, unknown> {
  const fields = new Map<string, unknown>();
  for (const pair of listOf(attributes)) {
    if (typeof pair !== 'object' || pair === null) continue;
    const { key, value }: Partial<KeyValue> = pair;
    if (typeof key === 'string' && !fields.has(key)) fields.set(key, plain(value, depth));
  }
  return Object.fromEntries(fields);
}

/** What of a list is there, where it is one. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
