import { describe, expect, test } from 'vitest';
import { minimalEvent } from '../example/minimal-event.ts';
import { loadCatalogue } from '../load-catalogue.ts';
import { createEventValidator, createValidator, validate } from './create-validator.ts';
import { formatFindings } from './format.ts';

const catalogue = loadCatalogue('1.3.0');
const options = { classUid: 3002, profiles: [] };
const valid = minimalEvent(catalogue, options);

function found(event: unknown): readonly string[] {
  return createValidator(catalogue, options)(event).map(({ code, path }) => `${code} ${path}`);
}

describe('a validator', () => {
  test('gives the same frozen list for every event without findings', () => {
    const check = createValidator(catalogue, options);
    expect(check(valid)).toEqual([]);
    expect(check(valid)).toBe(check(valid));
    expect(Object.isFrozen(check(valid))).toBe(true);
  });

  test('says what is wrong, where, what is allowed and what was probably meant', () => {
    const findings = createValidator(catalogue, options)({ ...valid, severity_id: 7, src_endpiont: {} });
    expect(findings.map((finding) => JSON.parse(JSON.stringify(finding)))).toEqual([
      {
        severity: 'error',
        code: 'attribute_unknown',
        path: 'src_endpiont',
        message: 'src_endpiont: no such attribute here; found an object; did you mean "src_endpoint"?',
        found: 'an object',
        nearest: 'src_endpoint',
      },
      expect.objectContaining({
        code: 'attribute_enum_value_unknown',
        path: 'severity_id',
        found: '7',
        expected: '0 Unknown, 1 Informational, 2 Low, 3 Medium, 4 High, 5 Critical, 6 Fatal, 99 Other',
      }),
    ]);
  });

  test('shortens what it found', () => {
    const [finding] = createValidator(catalogue, options)({ ...valid, is_mfa: 'x'.repeat(10_000) });
    expect(finding?.message.length).toBeLessThan(200);
  });

  test('looks into objects and arrays', () => {
    const event = { ...valid, user: { name: 1, groups: [{ name: 'a' }, { nam: 'b' }, null] } };
    expect(found(event)).toEqual([
      'attribute_wrong_type user.name',
      'attribute_unknown user.groups[1].nam',
      'constraint_failed user.groups[1]',
      'attribute_wrong_type user.groups[2]',
    ]);
  });

  test('takes a null for absent where it is required, and for present in a constraint', () => {
    expect(found({ ...valid, user: null })).toEqual(['attribute_required_missing user']);
    expect(found({ ...valid, user: { uid: null } })).toEqual([]);
  });

  test('switches attributes on by the profiles that the event states', () => {
    const cloud = { provider: 'AWS' };
    expect(found({ ...valid, cloud })).toEqual(['attribute_unknown cloud']);
    const metadata = {
      product: { name: 'Example', vendor_name: 'Example' },
      version: '1.3.0',
      profiles: ['cloud', 'clouds'],
    };
    expect(found({ ...valid, cloud, metadata })).toEqual(['profile_unknown metadata.profiles[1]']);
  });

  test('refuses what is no event, has no class, or one that does not exist', () => {
    expect(found([])).toEqual(['attribute_wrong_type ']);
    expect(found({})).toEqual(['attribute_required_missing class_uid']);
    expect(found({ class_uid: '3002' })).toEqual(['attribute_wrong_type class_uid']);
    expect(found({ class_uid: 9 })).toEqual(['class_uid_unknown class_uid']);
  });

  test('validates an event of another class by that class', () => {
    expect(found(minimalEvent(catalogue, { classUid: 4001 }))).toEqual([]);
  });

  test('tells releases apart', () => {
    const at = (version: string): readonly string[] =>
      found({ ...valid, metadata: { product: { name: 'Example', vendor_name: 'Example' }, version } });
    expect(at('1.2.0')).toEqual(['version_earlier metadata.version']);
    expect(at('1.3.0-dev')).toEqual(['version_incompatible_prerelease metadata.version']);
    expect(at('0.9.0')).toEqual(['version_incompatible_initial_development metadata.version']);
    expect(at('1.4.0')).toEqual(['version_incompatible_later metadata.version']);
    expect(at('one')).toEqual(['version_earlier metadata.version']);
  });

  test('holds the names of observables against the class', () => {
    const named = (name: string) => ({ name, type_id: 2, value: 'x' });
    const observables = ['src_endpoint.ip', 'user.groups[].name', 'user.groups[0].name', 'user[0].name', 'nowhere'];
    expect(found({ ...valid, observables: observables.map(named) })).toEqual([
      'observable_name_invalid_reference observables[3].name',
      'observable_name_invalid_reference observables[4].name',
    ]);
  });

  test('warns of missing recommended attributes only when asked', () => {
    const findings = validate(valid, catalogue, { recommended: true });
    expect(findings.some(({ code, path }) => code === 'attribute_recommended_missing' && path === 'status_id')).toBe(
      true,
    );
    expect(findings.every(({ severity }) => severity === 'warning')).toBe(true);
  });

  test('keeps no more findings than a bounded number', () => {
    const wrong = Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`k${index}`, 1]));
    const findings = createEventValidator(catalogue)({ ...valid, ...wrong });
    expect(findings).toHaveLength(1_001);
    expect(findings.at(-1)?.code).toBe('findings_truncated');
  });

  test('takes an event of more warnings than are kept for valid, and never leaves an error out for them', () => {
    const class_uid = 4009;
    const email = minimalEvent(catalogue, { classUid: class_uid, profiles: [] });
    const to = Array.from({ length: 1_500 }, () => 'no address');
    const check = createValidator(catalogue, { classUid: class_uid, profiles: [] });
    const warned = check({ ...email, email: { from: 'a@example.com', to } });
    expect(warned).toHaveLength(1_001);
    expect(warned.at(-1)?.code).toBe('findings_truncated');
    expect(warned.filter(({ severity }) => severity === 'error')).toEqual([]);
    const wrong = check({ ...email, email: { from: 'a@example.com', to, zone: 1 }, zzz: 1 });
    expect(wrong).toHaveLength(1_003);
    expect(wrong.filter(({ severity }) => severity === 'error').map(({ path }) => path)).toEqual(['email.zone', 'zzz']);
    expect(check({ ...email, email: { from: 'a@example.com', to: ['b@example.com'] } })).toEqual([]);
    expect(check({ ...email, email: { from: 'a@example.com', to: to.slice(0, 1_000) } })).toHaveLength(1_000);
  });

  test('is not misled by keys that mean something on a prototype', () => {
    const event = { ...valid, user: JSON.parse('{"name":"a","__proto__":{"uid":1},"constructor":1}') };
    expect(found(event)).toEqual(['attribute_unknown user.__proto__', 'attribute_unknown user.constructor']);
  });

  test('formats findings, errors first', () => {
    const findings = validate({ ...valid, severity: 'odd', extra: 1 }, catalogue);
    expect(formatFindings(findings).split('\n')).toEqual([
      'error: extra: no such attribute here; found 1 [attribute_unknown]',
      'warning: severity: not the caption of its id; found "odd"; expected "Informational" [attribute_enum_sibling_incorrect]',
    ]);
  });
});
