/** What the key of an object in a lake says of it. */
export interface ObjectPath {
  readonly key: string;
  /** What stands before the partition: `ext/syslog-auth`. */
  readonly source: string;
  readonly region: string;
  readonly account: string;
  readonly eventDay: string;
}

const pattern = /^(?:(.+)\/)?region=([^/]+)\/account[Ii]d=([^/]+)\/event[Dd]ay=(\d{8})\/[^/]+\.parquet$/;

/** The parts of a key, or undefined when it is not that of a Parquet object in a partition of Security Lake. */
export function parseObjectPath(key: string): ObjectPath | undefined {
  const [, source = '', region, account, eventDay] = pattern.exec(key) ?? [];
  if (region === undefined || account === undefined || eventDay === undefined) return undefined;
  return { key, source, region, account, eventDay };
}

/** Name of the custom source, without the folder that Security Lake keeps custom sources in. */
export function sourceNameOf(source: string): string {
  return source.replace(/^(?:.*\/)?ext\//, '');
}

/** A table name for people: the source's name as SQL takes it without quotes. */
export function shortTableName(source: string): string {
  const name = sourceNameOf(source)
    .toLowerCase()
    .replaceAll(/[^a-z0-9_]/g, '_');
  return /^[a-z_]/.test(name) ? name : `t_${name}`;
}
