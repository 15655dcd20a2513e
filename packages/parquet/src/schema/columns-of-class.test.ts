import { loadCatalogue, releases } from '@sluice/ocsf';
import { describe, expect, it } from 'vitest';
import { ParquetError } from '../errors.ts';
import { columnSchema, type ColumnDeclaration } from './columns-of-class.ts';
import type { ColumnSchema } from './column-schema.ts';

const catalogue = loadCatalogue('1.3.0');

function authentication(columns: readonly string[], profiles: readonly string[] = []): ColumnSchema {
  return columnSchema(catalogue, { classUid: 3002, profiles, columns });
}

function typesOf(schema: ColumnSchema): Readonly<Record<string, string>> {
  return Object.fromEntries(schema.leaves.map((leaf) => [leaf.column, leaf.type]));
}

function refusal(declaration: Partial<ColumnDeclaration>): ParquetError {
  try {
    columnSchema(catalogue, { classUid: 3002, profiles: [], columns: [], ...declaration });
  } catch (error) {
    if (error instanceof ParquetError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('the columns of a class', () => {
  it('are typed by OCSF: enum ids, classes and ports narrow, other integers wide, times plain, *_dt as timestamps', () => {
    const columns = [
      'src_endpoint.port',
      'actor.process.pid',
      'is_mfa',
      'logon_type_id',
      'auth_factors[].factor_type_id',
      'enrichments',
      'actor.user',
    ];
    expect(typesOf(authentication(columns, ['datetime', 'host']))).toMatchObject({
      time: 'int64',
      time_dt: 'timestamp',
      class_uid: 'int32',
      category_uid: 'int32',
      severity_id: 'int32',
      type_uid: 'int64',
      'metadata.logged_time': 'int64',
      'src_endpoint.port': 'int32',
      'actor.process.pid': 'int64',
      is_mfa: 'boolean',
      logon_type_id: 'int32',
      'auth_factors[].factor_type_id': 'int32',
      'observables[].type_id': 'int32',
      'metadata.profiles[]': 'string',
      'unmapped{}.value': 'string',
      'actor.user': 'json',
      'enrichments[]': 'json',
    });
  });

  it('are required where every event has them, and nowhere else', () => {
    const required = authentication(['user.name']).columns.filter(
      (node) => (node.kind === 'leaf' || node.kind === 'group') && node.required,
    );
    expect(required.map((node) => node.name).toSorted()).toEqual([
      'activity_id',
      'category_uid',
      'class_uid',
      'metadata',
      'severity_id',
      'time',
      'type_uid',
    ]);
    expect(
      authentication(['user.name'])
        .leaves.filter((leaf) => leaf.maxDefinition === 0)
        .map((leaf) => leaf.column),
    ).toHaveLength(6);
  });

  it('keep their order when columns are added, new ones last in their struct', () => {
    const before = authentication(['user.name', 'src_endpoint.ip']);
    const after = authentication(['user.name', 'src_endpoint.ip', 'user.uid', 'session.uid']);
    const kept = after.leaves
      .map((leaf) => leaf.column)
      .filter((column) => before.leaves.some((leaf) => leaf.column === column));
    expect(kept).toEqual(before.leaves.map((leaf) => leaf.column));
    expect(after.columns.find((node) => node.name === 'user')).toMatchObject({
      children: [{ name: 'name' }, { name: 'uid' }],
    });
    expect(after.columns.at(-1)?.name).toBe('session');
  });

  it('may be declared twice or as a base column without a difference', () => {
    expect(authentication(['message', 'user.name', 'user.name'])).toEqual(authentication(['user.name']));
  });

  it('can be made for every class of every release', () => {
    for (const release of releases) {
      const one = loadCatalogue(release);
      for (const [uid] of one.classesByUid) {
        const schema = columnSchema(one, { classUid: uid, profiles: [], columns: [] });
        expect(
          schema.leaves.map((leaf) => leaf.column),
          `${release} ${uid}`,
        ).toEqual(expect.arrayContaining(['time', 'class_uid', 'metadata.version', 'unmapped{}.key']));
      }
    }
  });
});

describe('a declaration is refused', () => {
  it('with the nearest path where it names none', () => {
    expect(refusal({ columns: ['src_endpiont.ip'] })).toMatchObject({
      code: 'column_unknown',
      message: expect.stringContaining('Did you mean src_endpoint.ip?'),
    });
    expect(refusal({ columns: ['user.nmae'] }).message).toContain('Did you mean user.name?');
  });

  it('where it names an attribute of a profile that is off', () => {
    expect(refusal({ columns: ['device.hostname'] }).message).toContain('belongs to the profile host');
  });

  it('where it misspells what is an array', () => {
    expect(refusal({ columns: ['auth_factors.factor_type_id'] }).message).toContain('Write auth_factors[] there');
    expect(refusal({ columns: ['user[].name'] }).message).toContain('Write user without []');
  });

  it('where it is no path', () => {
    for (const path of [
      '',
      'user..name',
      '.user',
      'user.',
      'user name',
      'a.'.repeat(40),
      '__proto__.polluted',
      'x'.repeat(200),
    ]) {
      expect(['column_path', 'column_unknown'], path).toContain(refusal({ columns: [path] }).code);
    }
  });

  it('where an object is declared both whole and in part', () => {
    expect(refusal({ columns: ['user', 'user.name'] }).code).toBe('column_path');
    expect(refusal({ columns: ['user.name', 'user'] }).code).toBe('column_path');
  });

  it('where there is no such class', () => {
    expect(refusal({ classUid: 9999 })).toMatchObject({ code: 'class_unknown' });
  });
});
