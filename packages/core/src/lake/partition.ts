const dayMs = 86_400_000;
const awsAccount = /^[0-9]{12}$/;
const account = /^(?:[0-9]{12}|external(?:_[A-Za-z0-9_.-]{1,64})?)$/;

/** First and last moment that an `eventDay` of eight digits can name. */
const earliest = Date.parse('0001-01-01T00:00:00Z');
const latest = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/** Whether a number can be the `time` of an event: whole milliseconds, years 1 to 9999. */
export function isEventTime(time: unknown): time is number {
  return typeof time === 'number' && Number.isSafeInteger(time) && time >= earliest && time <= latest;
}

/** Number of whole UTC days since 1970. */
export function dayNumber(time: number): number {
  return Math.floor(time / dayMs);
}

/** Security Lake: the UTC day of the record's own time, as eight digits. */
export function eventDay(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10).replaceAll('-', '');
}

export function isAwsAccount(text: unknown): text is string {
  return typeof text === 'string' && awsAccount.test(text);
}

/** Twelve digits, or for accounts that are not AWS's `external` or `external_<id>`. (Security Lake: custom sources.) */
export function isAccount(text: string): boolean {
  return account.test(text);
}

export interface Partition {
  readonly region: string;
  readonly account: string;
  readonly eventDay: string;
}

/** Security Lake spells the keys exactly so; Glue and the subscribers' filters depend on it. */
export function partitionPath(partition: Partition): string {
  return `region=${partition.region}/accountId=${partition.account}/eventDay=${partition.eventDay}/`;
}
