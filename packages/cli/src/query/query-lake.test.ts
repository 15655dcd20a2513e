import { cpSync, existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { capturedIo } from '../testing/captured-io.ts';
import { smallFolderLake } from '../testing/small-lake.ts';
import { query, type QueryOptions } from './query-lake.ts';

let lake: string;
beforeAll(async () => {
  lake = await smallFolderLake();
});

async function ask(sql: string | undefined, options: Partial<QueryOptions> = {}): Promise<string> {
  const io = capturedIo();
  await query(sql, { lake, format: 'csv', cacheSize: 1e9, ...options }, io);
  return io.out();
}

describe('a query', () => {
  it('lists the tables when nothing is asked', async () => {
    expect(await ask(undefined, { format: 'table' })).toMatch(
      /table +or shorter +rows +columns +objects +size +event days\n─.*\namazon_security_lake_table_eu_west_1_ext_door_event +door_event +6 +\d+ +3 +[\d.]+ KiB +20260301 to 20260303\namazon_security_lake_table_eu_west_1_ext_logins +logins +3 /,
    );
  });

  it.each([
    'amazon_security_lake_table_eu_west_1_ext_logins',
    'logins',
    'LOGINS',
    'amazon_security_lake_glue_db_eu_west_1.amazon_security_lake_table_eu_west_1_ext_logins',
  ])('finds a table as %s', async (table) => {
    expect(
      await ask(`SELECT user.name, src_endpoint.ip, region, accountid, eventday FROM ${table} ORDER BY time`),
    ).toBe(
      'name,ip,region,accountid,eventday\r\n' +
        [1, 2, 3].map((day) => `root,192.0.2.${day},eu-west-1,external_acme,2026030${day}\r\n`).join(''),
    );
  });

  it('joins tables and sees through WITH', async () => {
    const sql =
      'WITH d AS (SELECT eventday, count(*) AS n FROM door_event GROUP BY ALL) SELECT n, message FROM d JOIN logins USING (eventday) WHERE eventday = 20260302';
    expect(await ask(sql, { format: 'json' })).toBe('{"n":2,"message":"\\u001b[31mred"}\n');
  });

  it('sees only the days, sources and accounts that are wanted', async () => {
    const days = 'SELECT DISTINCT eventday FROM door_event ORDER BY 1';
    expect(await ask(days, { day: '20260302' })).toBe('eventday\r\n20260302\r\n');
    expect(await ask(days, { since: '20260302' })).toBe('eventday\r\n20260302\r\n20260303\r\n');
    expect(await ask(undefined, { source: ['Door-Event'] })).not.toContain('logins');
    await expect(ask(days, { account: '111122223333' })).rejects.toThrow(
      'no object that --source, --since, --day and --account want',
    );
  });

  it('writes CSV that a spreadsheet reads back', async () => {
    expect(await ask("SELECT message, NULL AS nothing, '' AS empty, [1, 2] AS list FROM door_event LIMIT 1")).toBe(
      'message,nothing,empty,list\r\n"opened, ""wide""\non day 1",,"","[1,2]"\r\n',
    );
  });

  it('writes JSON numbers as long as they are exact', async () => {
    expect(
      await ask('SELECT max(time) AS t, 12345678901234567890::UBIGINT AS big, 1.50::DECIMAL(5,2) AS d', {
        format: 'json',
      }).catch(String),
    ).toContain('t');
    expect(
      await ask(
        "SELECT 7::BIGINT AS t, 12345678901234567890::UBIGINT AS big, 1.50::DECIMAL(5,2) AS d, {'a': 1::BIGINT} AS s",
        { format: 'json' },
      ),
    ).toBe('{"t":7,"big":"12345678901234567890","d":1.5,"s":{"a":1}}\n');
  });

  it('cannot steer the terminal with what is in the lake', async () => {
    expect(await ask('SELECT message FROM logins LIMIT 1', { format: 'table' })).toBe(
      'message\n───────────\n\\x1b[31mred\n(1 row)\n',
    );
  });

  it('shows the first thousand rows as a table, and all of them otherwise', async () => {
    const sql = 'SELECT i FROM range(5000) t(i)';
    expect(await ask(sql, { format: 'table' })).toMatch(
      /\n999\n\(first 1000 rows; --format csv or json gives all\)\n$/,
    );
    expect((await ask(sql)).split('\r\n')).toHaveLength(5002);
  });

  it.each([
    [
      'SELECT * FROM login',
      'there is no table "login" in this lake; did you mean "logins"? Tables: door_event, logins',
    ],
    ['SELECT usr FROM logins', '"usr" not found'],
    ['SELEC 1', 'syntax error'],
    ['SELECT 1; SELECT 2', 'expected one SQL statement, found 2'],
    ['', 'expected one SQL statement, found nothing'],
  ])('says what is wrong with %j', async (sql, message) => {
    await expect(ask(sql)).rejects.toThrow(message);
  });

  it.each([
    "COPY (SELECT 1) TO '{lake}/x.csv'",
    "EXPLAIN ANALYZE COPY (SELECT 1) TO '{lake}/x.csv'",
    "explain  analyze COPY (SELECT 1) TO '{lake}/x.csv'",
    "/* */ EXPLAIN /* */ ANALYZE COPY (SELECT 1) TO '{lake}/x.csv'",
    'CREATE TABLE x AS SELECT 1',
    'DROP VIEW logins',
    "ATTACH '{lake}/x.db'",
    'SET enable_external_access = true',
    'INSTALL httpfs',
    "PREPARE p AS COPY (SELECT 1) TO '{lake}/x.csv'",
  ])('refuses to do other than read: %s', async (sql) => {
    await expect(ask(sql.replace('{lake}', lake))).rejects.toThrow();
    expect(existsSync(join(lake, 'x.csv'))).toBe(false);
    expect(existsSync(join(lake, 'x.db'))).toBe(false);
  });

  it.each([
    "FROM read_text('/etc/hostname')",
    "FROM read_csv('/etc/passwd')",
    "FROM glob('/etc/*')",
    "FROM '/etc/hostname'",
    "FROM read_text('https://192.0.2.1/x')",
  ])('opens nothing but the lake: %s', async (sql) => {
    await expect(ask(sql)).rejects.toThrow();
  });

  it('explains what it is asked to explain', async () => {
    expect(await ask('EXPLAIN SELECT count(*) FROM logins')).toContain('physical_plan');
    expect(await ask('EXPLAIN ANALYZE SELECT count(*) FROM logins')).toContain('analyzed_plan');
    expect(await ask('DESCRIBE logins')).toContain('eventday,VARCHAR');
  });

  it('takes no columns from the path of the lake', async () => {
    const odd = join(mkdtempSync(join(tmpdir(), 'sluice-query-')), "tenant=1/it's [odd]*");
    cpSync(lake, odd, { recursive: true });
    expect(await ask('SELECT count(*) AS n FROM logins', { lake: odd })).toBe('n\r\n3\r\n');
    expect(await ask('DESCRIBE logins', { lake: odd })).not.toContain('tenant');
  });

  it('says so when the lake is empty', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'sluice-empty-'));
    await expect(ask('SELECT 1', { lake: empty })).rejects.toThrow(
      `there is no Parquet object in a partition of Security Lake yet in ${empty}`,
    );
  });
});
