import { finding, type InspectionFinding } from './rules.ts';

const wanted = ['region', 'accountId', 'eventDay'] as const;

export interface ObjectPath {
  readonly region?: string;
  readonly accountId?: string;
  readonly eventDay?: string;
}

/** Partition values of a key, as far as they are spelt right. */
export function partitionsOf(key: string): ObjectPath {
  const values = new Map(segmentsOf(key).map(({ name, value }) => [name, value]));
  return Object.fromEntries(wanted.flatMap((name) => (values.has(name) ? [[name, values.get(name)]] : [])));
}

interface Segment {
  readonly name: string;
  readonly value: string;
  readonly index: number;
}

function segmentsOf(key: string): readonly Segment[] {
  return key
    .split('/')
    .slice(0, -1)
    .flatMap((part, index) => {
      const equals = part.indexOf('=');
      return equals < 0 ? [] : [{ name: part.slice(0, equals), value: part.slice(equals + 1), index }];
    });
}

export function checkPath(key: string): readonly InspectionFinding[] {
  const segments = segmentsOf(key);
  const partitions = partitionsOf(key);
  return [...checkSpelling(key, segments), ...checkAccount(partitions.accountId), ...checkDay(partitions.eventDay)];
}

function checkSpelling(key: string, segments: readonly Segment[]): readonly InspectionFinding[] {
  const findings: InspectionFinding[] = [];
  if (key.startsWith('/'))
    findings.push(finding('path-partitions', 'The key begins with a slash, which makes a nameless folder. Remove it.'));
  for (const name of wanted) {
    if (segments.some((segment) => segment.name === name)) continue;
    const like = segments.find(
      (segment) =>
        plain(segment.name).endsWith(plain(name)) || (name === 'accountId' && plain(segment.name).includes('account')),
    );
    const found =
      like === undefined
        ? `There is no ${name}= in the key`
        : `The key has ${like.name}= where it should have ${name}=`;
    findings.push(finding('path-partitions', `${found}. Write region=…/accountId=…/eventDay=….`, name));
  }
  const order = wanted.map((name) => segments.find((segment) => segment.name === name)?.index);
  const folders = key.split('/').length - 2;
  const [region, account, day] = order;
  if (region === undefined || account === undefined || day === undefined) return findings;
  if (account !== region + 1 || day !== account + 1)
    findings.push(
      finding(
        'path-partitions',
        'region=, accountId= and eventDay= do not follow each other in this order. Write region=…/accountId=…/eventDay=….',
      ),
    );
  else if (day !== folders)
    findings.push(finding('path-partitions', 'There are folders below eventDay=. Put the object right under it.'));
  else if (segments.length > wanted.length)
    findings.push(
      finding('path-partitions', 'The key has partitions beside region=, accountId= and eventDay=. Remove them.'),
    );
  return findings;
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll('_', '');
}

function checkAccount(accountId: string | undefined): readonly InspectionFinding[] {
  if (accountId === undefined || isAccount(accountId)) return [];
  return [
    finding(
      'path-account',
      `accountId=${accountId.slice(0, 64)} is neither an AWS account nor external. Write 12 digits, external, or external_ and an id.`,
      'accountId',
    ),
  ];
}

function isAccount(accountId: string): boolean {
  return /^\d{12}$/.test(accountId) || accountId === 'external' || /^external_[\w.@:-]{1,128}$/.test(accountId);
}

function checkDay(eventDay: string | undefined): readonly InspectionFinding[] {
  if (eventDay === undefined || dayBounds(eventDay) !== undefined) return [];
  return [
    finding(
      'path-event-day',
      `eventDay=${eventDay.slice(0, 32)} is not a day. Write the UTC day of the events as yyyyMMdd.`,
      'eventDay',
    ),
  ];
}

/** First millisecond of a `yyyyMMdd` day and of the next. */
export function dayBounds(eventDay: string): { readonly start: number; readonly end: number } | undefined {
  if (!/^\d{8}$/.test(eventDay)) return undefined;
  const [year, month, day] = [Number(eventDay.slice(0, 4)), Number(eventDay.slice(4, 6)), Number(eventDay.slice(6))];
  const start = Date.UTC(year, month - 1, day);
  const date = new Date(start);
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return { start, end: start + 86_400_000 };
}
