import { describe, expect, it } from 'vitest';
import { ParquetError, sluiceEncoder } from '../src/index.ts';
import { xxhash64 } from '../src/encoder/xxhash64.ts';
import { bytesOf, encode } from './support/encode.ts';
import { authentication, authenticationEvents } from './support/ocsf-events.ts';
import { readWithDuckdb, withDuckdb } from './support/read-duckdb.ts';

describe('bloom filters', () => {
  it('tell DuckDB which row groups cannot have a value, and never hide one that is there', async () => {
    const short = (at: number): string => `192.0.2.${at}`;
    const long = (at: number): string => `session ${at} was opened for a user who is not known é`;
    const events = authenticationEvents(2000).map((event, at) => ({
      ...event,
      status_detail: short(at % 250),
      message: long(at),
    }));
    const bytes = bytesOf(
      await encode(authentication, events, { bloomFilters: ['status_detail', 'message', 'user.name'] }),
    );
    await withDuckdb(bytes, async (connection, path) => {
      const excluded = async (column: string, value: string): Promise<boolean> => {
        const result = await connection.runAndReadAll(
          `SELECT bool_and(bloom_filter_excludes) AS excluded FROM parquet_bloom_probe('${path}', '${column}', '${value}')`,
        );
        return result.getRowObjects()[0]?.['excluded'] === true;
      };
      let absent = 0;
      for (let at = 0; at < 250; at += 5) {
        expect(await excluded('status_detail', short(at))).toBe(false);
        expect(await excluded('message', long(at))).toBe(false);
        if (await excluded('status_detail', `198.51.100.${at}`)) absent++;
        if (await excluded('message', long(at + 2000))) absent++;
      }
      expect(absent).toBeGreaterThan(90);
    });
    expect(await readWithDuckdb(bytes)).toHaveLength(2000);
  });

  it('are for text columns that exist', () => {
    expect(() => sluiceEncoder.open(authentication, { bloomFilters: ['src_endpoint.port'] })).toThrow(ParquetError);
    expect(() => sluiceEncoder.open(authentication, { bloomFilters: ['nothing'] })).toThrow('no such leaf column');
  });

  it('are made with XXH64 as its authors define it', () => {
    expect(xxhash64(Buffer.from('')).toString(16)).toBe('ef46db3751d8e999');
    expect(xxhash64(Buffer.from('abc')).toString(16)).toBe('44bc2cf5ad770999');
    expect(xxhash64(Buffer.from('a'.repeat(100))).toString(16)).toHaveLength(16);
  });
});
