import { loadCatalogue } from '@sluice/ocsf';
import { describe, expect, it } from 'vitest';
import { ColumnValueError, ParquetError } from '../errors.ts';
import { columnSchema } from '../schema/columns-of-class.ts';
import { schemaOf } from '../schema/column-schema.ts';
import { moveUndeclared } from './move-undeclared.ts';

const schema = columnSchema(loadCatalogue('1.3.0'), {
  classUid: 3002,
  profiles: [],
  columns: ['user.name', 'auth_factors[].factor_type_id', 'actor.user'],
});
const move = moveUndeclared(schema);

describe('moveUndeclared', () => {
  it('leaves an event alone whose values all have columns, and says so', () => {
    const event = {
      time: 1,
      user: { name: 'a' },
      auth_factors: [{ factor_type_id: 1 }],
      metadata: { product: { name: 'x' } },
      actor: { user: { anything: { goes: 1 } } },
    };
    const copy = structuredClone(event);
    expect(move(event)).toBe(0);
    expect(event).toEqual(copy);
  });

  it('moves values to unmapped under their dotted paths, wherever they stand', () => {
    const event = {
      vendor: { a: 1 },
      user: { name: 'a', zone: 'z' },
      auth_factors: [{ factor_type_id: 1 }, { device: { uid: 'd' } }],
      unmapped: { kept: true },
    };
    expect(move(event)).toBe(3);
    expect(event).toEqual({
      user: { name: 'a' },
      auth_factors: [{ factor_type_id: 1 }, {}],
      unmapped: { kept: true, vendor: { a: 1 }, 'user.zone': 'z', 'auth_factors[1].device': { uid: 'd' } },
    });
    expect(move(event)).toBe(0);
  });

  it('overwrites nothing that is in unmapped already', () => {
    const event = { vendor: 'new', unmapped: { vendor: 'old' } };
    move(event);
    expect(event.unmapped).toEqual({ vendor: 'old', 'vendor (2)': 'new' });
  });

  it('does not count nulls, which hold nothing', () => {
    expect(move({ vendor: null, other: undefined })).toBe(0);
  });

  it('cannot be made to change a prototype', () => {
    const event: Record<string, unknown> = JSON.parse(
      '{"__proto__": {"polluted": 1}, "user": {"__proto__": {"polluted": 1}, "constructor": {"x": 1}}}',
    );
    expect(move(event)).toBe(3);
    expect(Object.getPrototypeOf(event['unmapped'])).toBe(Object.prototype);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(Object.keys(event['unmapped'] as object).toSorted()).toEqual([
      '__proto__',
      'user.__proto__',
      'user.constructor',
    ]);
  });

  it('refuses an unmapped that is no object, and a schema that has none', () => {
    expect(() => move({ vendor: 1, unmapped: 'text' })).toThrow(ColumnValueError);
    expect(() => moveUndeclared(schemaOf([]))).toThrow(ParquetError);
  });
});
