/** An object that a message names. */
export interface ObjectRef {
  readonly bucket: string;
  readonly key: string;
  /** Named where the bucket keeps versions: exactly this one is read. */
  readonly versionId?: string;
}

/** What a message is about. */
export type Announcement =
  /** The objects that the message names, perhaps none (`s3:TestEvent`, a deletion). */
  | { readonly kind: 'objects'; readonly objects: readonly ObjectRef[] }
  /** The message is a record itself; envelopes that only carry it are taken off. */
  | { readonly kind: 'record'; readonly text: string }
  | { readonly kind: 'unknown'; readonly why: string };

/** What messages may be: names of objects, records themselves, or both. */
export type MessageContent = 'objects' | 'records' | 'both';

const maxObjects = 10_000;

/**
 * Reads the body of a message. Knows S3 event notifications (straight, through SNS and through EventBridge), and
 * CrowdStrike's `{ bucket, files: [{ path }] }`. Never throws.
 */
export function readAnnouncement(body: string, content: MessageContent): Announcement {
  const { text, value } = unwrapped(body);
  const objects = content === 'records' ? undefined : objectsOf(value);
  if (objects !== undefined) {
    return objects.length > maxObjects
      ? { kind: 'unknown', why: `names ${objects.length} objects; at most ${maxObjects} are taken` }
      : { kind: 'objects', objects };
  }
  if (content !== 'objects') return { kind: 'record', text };
  return {
    kind: 'unknown',
    why: value === undefined ? 'is not JSON' : 'is neither an S3 event notification nor a list of files in a bucket',
  };
}

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Takes off the envelope that SNS puts around a message unless raw delivery is switched on. */
function unwrapped(body: string): { readonly text: string; readonly value: unknown } {
  const value = parsed(body);
  const { Type: type, Message: message } = fieldsOf(value);
  if (type === 'Notification' && typeof message === 'string') return { text: message, value: parsed(message) };
  return { text: body, value };
}

/** Undefined where the message is not about objects. */
function objectsOf(value: unknown): readonly ObjectRef[] | undefined {
  const message = fieldsOf(value);
  if (Array.isArray(message['Records'])) return objectsOfNotification(message['Records']);
  if (message['Event'] === 's3:TestEvent') return [];
  if (message['source'] === 'aws.s3') return objectsOfEventBridge(message);
  if (typeof message['bucket'] === 'string' && Array.isArray(message['files'])) {
    return filesOf(message['bucket'], message['files']);
  }
  return undefined;
}

/** `Records` of an S3 event notification; undefined where one of them is of something else. */
function objectsOfNotification(records: readonly unknown[]): readonly ObjectRef[] | undefined {
  const objects: ObjectRef[] = [];
  for (const record of records) {
    const { eventName, eventSource, s3 } = fieldsOf(record);
    const { bucket, object } = fieldsOf(s3);
    const { name } = fieldsOf(bucket);
    const { key, versionId } = fieldsOf(object);
    if (typeof name !== 'string' || typeof key !== 'string') return undefined;
    // AWS writes keys as in a URL's query; Ceph writes them as they are.
    const plain = eventSource === 'aws:s3' ? decodedKey(key) : key;
    if (plain === undefined) return undefined;
    if (isCreation(eventName)) objects.push(objectRef(name, plain, versionId));
  }
  return objects;
}

/** `s3:ObjectCreated:Put` of a test or `ObjectCreated:Put` of AWS; a notification that does not say is of a creation. */
function isCreation(eventName: unknown): boolean {
  return typeof eventName !== 'string' || eventName.replace(/^s3:/, '').startsWith('ObjectCreated');
}

function decodedKey(key: string): string | undefined {
  try {
    return decodeURIComponent(key.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}

function objectsOfEventBridge(message: Fields): readonly ObjectRef[] | undefined {
  if (message['detail-type'] !== 'Object Created') return [];
  const { bucket, object } = fieldsOf(message['detail']);
  const { name } = fieldsOf(bucket);
  const { key, 'version-id': versionId } = fieldsOf(object);
  return typeof name === 'string' && typeof key === 'string' ? [objectRef(name, key, versionId)] : undefined;
}

function filesOf(bucket: string, files: readonly unknown[]): readonly ObjectRef[] | undefined {
  const paths = files.map((file) => fieldsOf(file)['path']);
  return paths.every((path) => typeof path === 'string') ? paths.map((key) => ({ bucket, key })) : undefined;
}

function objectRef(bucket: string, key: string, versionId: unknown): ObjectRef {
  return typeof versionId === 'string' && versionId !== '' ? { bucket, key, versionId } : { bucket, key };
}
