import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  bytesAccess,
  inspectObject,
  inspectionRules,
  schemaOf,
  type ColumnNode,
  type ColumnSchema,
  type InspectionRuleId,
} from '../src/index.ts';
import { bytesOf, encode, type Event } from './support/encode.ts';
import { authentication, authenticationEvents, key } from './support/ocsf-events.ts';
import { rulesBroken } from './support/rules-broken.ts';
import { withDuckdb } from './support/read-duckdb.ts';
import { group, leaf } from './support/schemas.ts';

const good = await encode(authentication, authenticationEvents(3000));
const goodBytes = bytesOf(good);

describe('inspectObject', () => {
  it('finds nothing in what this package writes, and gives its facts', async () => {
    const { findings, facts } = await inspectObject(bytesAccess(goodBytes), { key });
    expect(findings.filter((one) => one.rule !== 'object-size')).toEqual([]);
    expect(facts).toMatchObject({
      rows: 3000,
      classUids: [3002],
      ocsfVersion: '1.3.0',
      minTime: good.minTime,
      maxTime: good.maxTime,
    });
    expect(facts?.keyValues.get('sluice.test')).toBe('yes');
  });

  it('says of each finding where the rule is documented', () => {
    for (const [id, rule] of Object.entries(inspectionRules)) {
      expect(rule.id).toBe(id);
      expect(rule.source).toMatch(/^https:\/\//);
    }
  });
});

describe('the path of an object', () => {
  const cases: Readonly<Record<string, readonly [string, readonly InspectionRuleId[]]>> = {
    'lower-case partition keys': [
      'ext/app/region=eu-central-1/accountid=111122223333/eventday=20260302/a.parquet',
      ['path-partitions'],
    ],
    'a key of its own for the account': [
      'ext/app/region=eu-central-1/AWS_account=111122223333/eventDay=20260302/a.parquet',
      ['path-partitions'],
    ],
    'a leading slash': [`/${key}`, ['path-partitions']],
    'another order': [
      'ext/app/accountId=111122223333/region=eu-central-1/eventDay=20260302/a.parquet',
      ['path-partitions'],
    ],
    'a folder below the day': [
      'ext/app/region=eu-central-1/accountId=111122223333/eventDay=20260302/hour=01/a.parquet',
      ['path-partitions'],
    ],
    'no partitions at all': ['2026/03/02/a.parquet', ['path-partitions']],
    'a day with dashes': [
      'ext/app/region=eu-central-1/accountId=111122223333/eventDay=2026-03-02/a.parquet',
      ['path-event-day'],
    ],
    'a day that is none': [
      'ext/app/region=eu-central-1/accountId=111122223333/eventDay=20260230/a.parquet',
      ['path-event-day'],
    ],
    'an account of another form': [
      'ext/app/region=eu-central-1/accountId=acme/eventDay=20260302/a.parquet',
      ['path-account'],
    ],
    'the day after': [
      'ext/app/region=eu-central-1/accountId=external_acme/eventDay=20260303/a.parquet',
      ['event-day-mismatch'],
    ],
  };
  for (const [name, [badKey, rules]] of Object.entries(cases)) {
    it(`is refused with ${name}`, async () => {
      expect(await rulesBroken(goodBytes, { key: badKey })).toEqual(rules);
    });
  }
});

/** The columns of a right object, one of them replaced. */
function withColumn(changed: ColumnNode): ColumnSchema {
  return schemaOf(
    authentication.columns.map((node) => (node.name === changed.name ? changed : node)),
    authentication,
  );
}

async function objectWith(schema: ColumnSchema, change: (event: Event, index: number) => Event): Promise<Uint8Array> {
  return bytesOf(
    await encode(
      schema,
      authenticationEvents(200).map((event, index) => change(event, index)),
    ),
  );
}

describe('rows and columns', () => {
  it('are refused when of two classes', async () => {
    expect(
      await rulesBroken(
        await objectWith(authentication, (event, index) => ({ ...event, class_uid: index === 150 ? 3001 : 3002 })),
      ),
    ).toEqual(['single-class']);
  });

  it('are refused when not in order of time', async () => {
    const unsorted: ColumnSchema = schemaOf(
      authentication.columns.map((node) => (node.name === 'time' ? leaf('time', 'int64') : node)),
      authentication,
    );
    const bytes = await objectWith(unsorted, (event, index) => ({
      ...event,
      time: index === 100 ? Number(event['time']) - 10_000 : event['time'],
    }));
    expect(await rulesBroken(bytes)).toEqual(['sorted-by-time']);
  });

  it('are refused when time is in seconds or microseconds', async () => {
    expect(
      await rulesBroken(
        await objectWith(authentication, (event) => ({ ...event, time: Math.floor(Number(event['time']) / 1000) })),
      ),
    ).toEqual(['time-unit']);
    expect(
      await rulesBroken(
        await objectWith(authentication, (event) => ({ ...event, time: Number(event['time']) * 1000 })),
      ),
    ).toEqual(['time-unit']);
  });

  it('are refused when time is a TIMESTAMP or text', async () => {
    const asTimestamp = await objectWith(withColumn(leaf('time', 'timestamp', true)), (event) => ({
      ...event,
      time: event['time_dt'],
    }));
    const asText = await objectWith(withColumn(leaf('time', 'string', true)), (event) => ({
      ...event,
      time: String(event['time_dt']),
    }));
    expect(await rulesBroken(asTimestamp)).toEqual(['time-type']);
    expect(await rulesBroken(asText)).toEqual(['time-type']);
  });

  it('are refused when metadata.profiles is one text', async () => {
    const metadata = group('metadata', [leaf('version', 'string'), leaf('profiles', 'string')], true);
    const bytes = await objectWith(withColumn(metadata), (event) => ({
      ...event,
      metadata: { version: '1.3.0', profiles: 'host' },
    }));
    expect(await rulesBroken(bytes)).toEqual(['profiles-type']);
  });

  it('are refused when of an OCSF release beyond 1.3, and noted when of none', async () => {
    const later = await objectWith(authentication, (event) => ({ ...event, metadata: { version: '1.4.0' } }));
    const none = await objectWith(authentication, (event) => ({ ...event, metadata: {} }));
    expect(await rulesBroken(later)).toContain('ocsf-version');
    expect(await rulesBroken(none)).toEqual(['columns-unchecked', 'ocsf-version-missing']);
  });

  it('are refused when a column has another type than its attribute, and warned of when only narrower', async () => {
    const asText = await objectWith(withColumn(leaf('severity_id', 'string', true)), (event) => ({
      ...event,
      severity_id: '1',
    }));
    const narrow = await objectWith(withColumn(leaf('type_uid', 'int32', true)), (event) => event);
    const single = await objectWith(withColumn(group('observables', [leaf('name', 'string')])), (event) => ({
      ...event,
      observables: { name: 'x' },
    }));
    expect(await rulesBroken(asText)).toEqual(['column-type']);
    expect(await rulesBroken(narrow)).toEqual(['column-width']);
    expect(await rulesBroken(single)).toEqual(['column-type']);
  });

  it('are refused when a required attribute is missing or null', async () => {
    const without = schemaOf(
      authentication.columns.filter((node) => node.name !== 'severity_id'),
      authentication,
    );
    const optional = withColumn(leaf('severity_id', 'int32'));
    expect(await rulesBroken(await objectWith(without, (event) => event))).toEqual(['required-missing']);
    expect(
      await rulesBroken(
        await objectWith(optional, (event, index) => ({ ...event, severity_id: index === 3 ? null : 1 })),
      ),
    ).toEqual(['required-null']);
  });

  it('are noted when they are no attributes, and refused when their names are odd', async () => {
    const extra = schemaOf([...authentication.columns, leaf('vendor_field', 'string')], authentication);
    const odd = schemaOf([...authentication.columns, leaf('vendor field', 'string')], authentication);
    expect(await rulesBroken(await objectWith(extra, (event) => event))).toEqual(['column-unknown']);
    expect(await rulesBroken(await objectWith(odd, (event) => event))).toEqual(['column-name', 'column-unknown']);
  });

  it('are noted when unmapped is a struct of what a batch had', async () => {
    const bytes = await objectWith(withColumn(group('unmapped', [leaf('x', 'string')])), (event) => ({
      ...event,
      unmapped: { x: 'y' },
    }));
    expect(await rulesBroken(bytes)).toEqual(['unmapped-type']);
  });

  it('are noted when there are none', async () => {
    expect(await rulesBroken(bytesOf(await encode(authentication, [])))).toContain('empty-object');
  });
});

/** What DuckDB makes of a right object: it writes one page a column chunk and no page index. */
async function rewritten(bytes: Uint8Array, select: string, options: string): Promise<Uint8Array> {
  return await withDuckdb(bytes, async (connection, path) => {
    await connection.run(
      `COPY (${select.replace('$object', `read_parquet('${path}')`)}) TO '${path}.out' (FORMAT parquet, ${options})`,
    );
    return readFileSync(`${path}.out`);
  });
}

describe('objects of other writers', () => {
  it('may use any codec, but zstd is preferred', async () => {
    for (const codec of ['snappy', 'gzip', 'brotli']) {
      expect(
        await rulesBroken(await rewritten(goodBytes, 'SELECT * FROM $object ORDER BY time', `COMPRESSION ${codec}`)),
      ).toEqual(['codec-not-zstd']);
    }
    expect(
      await rulesBroken(await rewritten(goodBytes, 'SELECT * FROM $object ORDER BY time', 'COMPRESSION uncompressed')),
    ).toEqual(['codec-none']);
    expect(
      await rulesBroken(await rewritten(goodBytes, 'SELECT * FROM $object ORDER BY time', 'COMPRESSION zstd')),
    ).toEqual([]);
  });

  it('may use version 2 pages and delta encodings', async () => {
    expect(
      await rulesBroken(
        await rewritten(goodBytes, 'SELECT * FROM $object ORDER BY time', 'COMPRESSION zstd, PARQUET_VERSION v2'),
      ),
    ).toEqual([]);
    expect(
      await rulesBroken(
        await rewritten(goodBytes, 'SELECT * FROM $object ORDER BY time DESC', 'COMPRESSION zstd, PARQUET_VERSION v2'),
      ),
    ).toEqual(['sorted-by-time']);
  });

  it('are refused when their pages are larger than 1 MB', async () => {
    const bytes = await rewritten(
      goodBytes,
      "SELECT * REPLACE (repeat(time::VARCHAR || ' ', 60) AS raw_data) FROM $object ORDER BY time",
      'COMPRESSION zstd',
    );
    expect(await rulesBroken(bytes)).toEqual(['page-size']);
  });

  it('are refused when what they call a struct changes from batch to batch', async () => {
    const bytes = await rewritten(
      goodBytes,
      "SELECT * REPLACE ({'request.id': 1} AS unmapped, time::VARCHAR AS time) FROM $object",
      'COMPRESSION snappy',
    );
    expect(await rulesBroken(bytes)).toEqual(['codec-not-zstd', 'column-name', 'time-type', 'unmapped-type']);
  });
});

describe('damaged and hostile objects', () => {
  it('are unreadable, not a crash, wherever a byte is changed or the end is cut off', async () => {
    const small = bytesOf(await encode(authentication, authenticationEvents(5)));
    for (let at = 0; at < small.length; at += 7) {
      const changed = Uint8Array.from(small);
      changed[at] = (changed[at] ?? 0) ^ 0xff;
      await inspectObject(bytesAccess(changed), { key });
      if (at % 5 === 0) expect(await rulesBroken(small.subarray(0, at))).toContain('unreadable');
    }
  }, 60_000);

  it('are unreadable when they are something else', async () => {
    for (const text of ['', 'PAR1', 'PAR1PAR1PAR1', '{"not": "parquet"}', `PAR1${'\u0015'.repeat(5000)}PAR1`]) {
      expect(await rulesBroken(Buffer.from(text, 'latin1'))).toContain('unreadable');
    }
  });

  it('throw the error of a source that cannot be read', async () => {
    const source = { size: 1000, read: () => Promise.reject(new Error('connection lost')) };
    await expect(inspectObject(source)).rejects.toThrow('connection lost');
  });
});

const shared = fileURLToPath(new URL('../../../../shared/samples/aws', import.meta.url));
const samples = existsSync(shared)
  ? readdirSync(shared, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.parquet'))
  : [];

describe.skipIf(samples.length === 0)("AWS's own objects (skipped where the shared samples are absent)", () => {
  it('are all read, and no rows of theirs are out of order', async () => {
    for (const name of samples) {
      const { findings, facts } = await inspectObject(bytesAccess(readFileSync(`${shared}/${name}`)));
      expect(facts?.rows, name).toBeGreaterThan(0);
      expect(
        findings.map((one) => one.rule),
        name,
      ).not.toContain('unreadable');
      expect(
        findings.map((one) => one.rule),
        name,
      ).not.toContain('list-encoding');
    }
  });
});
