import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contextOf, isEvent } from './conformance.fixture.ts';
import { mapLine } from '../../records/map-line.ts';

/** Names that mean something, and names that do not. */
const names = fc.constantFrom(
  ...'message msg level logger name service app hostname host trace_id correlation_id user username userId ip url path'.split(
    ' ',
  ),
  ...'method status user_agent referrer request_id remote_addr server_name scheme args request duration size color shape'.split(
    ' ',
  ),
  ...'event.id event.action event.reason event.category log.level http.request.method url.path user.name source.ip'.split(
    ' ',
  ),
  ...'req.url req.method req.headers.host req.id res.statusCode meta.req.url cloud.provider cloud.region labels.a'.split(
    ' ',
  ),
);

/** Values that can be found again: `mark7`, in the forms that fields are known for. */
const forms: readonly ((mark: string) => string)[] = [
  (mark) => mark,
  (mark) => `/${mark}`,
  (mark) => `https://${mark}.example.com/${mark}?${mark}`,
  (mark) => `${mark}.example.com`,
  (mark) => `GET /${mark} HTTP/1.1`,
];
const fixedValues = fc.constantFrom<unknown>('GET', 200, '192.0.2.1', 'authentication', 'info', 30, '443', 'HTTP/1.1');

interface Field {
  readonly name: string;
  readonly value: (mark: string) => unknown;
  readonly isNested: boolean;
}

const fields = fc.array(
  fc.record<Field>({
    name: names,
    value: fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...forms) },
      { weight: 1, arbitrary: fixedValues.map((value) => () => value) },
    ),
    isNested: fc.boolean(),
  }),
  { maxLength: 14 },
);

function recordOf(chosen: readonly Field[]): Record<string, unknown> {
  const record: Record<string, unknown> = {};
  for (const [index, { name, value, isNested }] of chosen.entries()) {
    const steps = isNested ? name.split('.') : [name];
    let at = record;
    for (const step of steps.slice(0, -1)) {
      const below = at[step];
      at = (typeof below === 'object' && below !== null ? below : (at[step] = {})) as Record<string, unknown>;
    }
    at[steps.at(-1) ?? ''] = value(`mark${index}x`);
  }
  return record;
}

const marksOf = (text: string): Set<string> => new Set(text.match(/mark\d+x/g));

test('what a record says stands in its event, even without the original line', () => {
  const context = contextOf({ raw_data: 'never', service: 'configured' });
  fc.assert(
    fc.property(fields, (chosen) => {
      const line = JSON.stringify(recordOf(chosen));
      const result = mapLine(line, context);
      expect(isEvent(result)).toBe(true);
      const event = JSON.stringify(result);
      for (const mark of marksOf(line)) expect(event).toContain(mark);
    }),
    { numRuns: 5000 },
  );
});

test('what an access log line says stands in its event, even without the original line', () => {
  const context = contextOf({ raw_data: 'never' });
  const part = fc.constantFrom('-', 'mark', '"mark', 'mark mark', 'mark\\"mark', '192.0.2.1', 'mark.example.com');
  fc.assert(
    fc.property(
      part,
      part,
      part,
      fc.constantFrom('200', '-', '404'),
      part,
      part,
      part,
      (...[host, ident, user, status, path, agent, rest]) => {
        let marks = 0;
        const line = `${host} ${ident} ${user} [10/Oct/2025:13:55:36 -0700] "GET /${path} HTTP/1.1" ${status} 5 "${agent}" "${agent}" ${rest}`;
        const marked = line.replaceAll('mark', () => `mark${marks++}x`);
        const event = JSON.stringify(mapLine(marked, context));
        for (const mark of marksOf(marked)) expect(event).toContain(mark);
      },
    ),
    { numRuns: 2000 },
  );
});
