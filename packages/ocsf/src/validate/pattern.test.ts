import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadCatalogue } from '../load-catalogue.ts';
import { releases } from '../releases.ts';
import { compilePattern } from './pattern.ts';
import { isPaddedBase64, isPlainDatetime, isPlainHostname, isPlainIp, quickAcceptOf } from './quick-accept.ts';

/** Texts that look like what the quick checks are for. */
const addressLike = fc.oneof(
  fc.ipV4(),
  fc.ipV6(),
  fc.domain(),
  fc.base64String(),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  fc.string({ unit: fc.constantFrom(...Array.from('0123456789.-:TZaZ \n')) }),
  fc.string({ unit: fc.constantFrom(':', ':', '::', '0', 'aF') }),
);

test.each(releases)('what is quickly accepted in %s fits the pattern itself', (release) => {
  const patterns = [...loadCatalogue(release).types.values()].map(({ regex }) => regex ?? '');
  const known = patterns.filter((regex) => quickAcceptOf(regex) !== undefined);
  fc.assert(
    fc.property(addressLike, (text) => {
      for (const regex of known) if (quickAcceptOf(regex)?.(text) === true) expect(text).toMatch(new RegExp(regex));
    }),
    { numRuns: 500 },
  );
  expect(known.length).toBe(release === '1.0.0' ? 1 : release >= '1.4.0' && release < '1.6.0' ? 2 : 3);
});

test('the quick checks accept the usual', () => {
  expect(['192.0.2.1', '0.0.0.0', '255.255.255.255'].every(isPlainIp)).toBe(true);
  expect(['1.2.3', '1.2.3.4.', '01.2.3.4', '256.1.1.1', ''].some(isPlainIp)).toBe(false);
  expect(['2001:db8::1', '::', '::1', '1::', '1:2:3:4:5:6:7:8', 'Fe80::0aBc'].every(isPlainIp)).toBe(true);
  const odd = [':', ':::', '1', ':1', '1:', '1::2::3', '12345::', 'g::', '1:2:3:4:5:6:7', '1:2:3:4:5:6:7:8:9'];
  expect([...odd, '1:2:3:4:5:6:7::8', ':1::2', '1::2:', '::192.0.2.1', 'fe80::1%eth0'].filter(isPlainIp)).toEqual([]);
  expect(['a', 'host-1.example.com', '192.0.2.1'].every(isPlainHostname)).toBe(true);
  expect(['', '-a', 'a-', 'a..b', 'a_b', '.a', 'a.'].some(isPlainHostname)).toBe(false);
  expect(['2026-01-02T03:04:05Z', '2026-01-02T03:04:05.678Z'].every(isPlainDatetime)).toBe(true);
  expect(['2026-01-02', '2026-01-02T03:04:05', '2026-01-02 03:04:05Z'].some(isPlainDatetime)).toBe(false);
});

test('base64 of any length is accepted exactly where its pattern accepts it', () => {
  const regex = new RegExp(loadCatalogue('1.8.0').types.get('bytestring_t')?.regex ?? '');
  const texts = fc.oneof(fc.base64String(), fc.string({ unit: fc.constantFrom('a', '+', '/', '-', '_', '=') }));
  fc.assert(
    fc.property(texts, (text) => {
      expect(isPaddedBase64(text)).toBe(regex.test(text));
    }),
  );
  expect(isPaddedBase64(`${'QUJD'.repeat(1_000_000)}QQ==`)).toBe(true);
});

test('a pattern means what PCRE means by it', () => {
  const fits = compilePattern('^a.\\s[.$]$', undefined)!;
  expect(['ab .', 'a\r\t$', 'ab .\n'].every(fits)).toBe(true);
  expect(['a\n .', 'ab\u00a0.', 'ab x', 'ab .\n\n'].some(fits)).toBe(false);
});

test('a pattern sees bytes, as in the schema server', () => {
  expect(compilePattern('^a.b$', undefined)?.('a\u00e9b')).toBe(false);
  expect(compilePattern('^a..b$', undefined)?.('a\u00e9b')).toBe(true);
  expect(compilePattern('^\u00e9+$', undefined)?.('\u00e9')).toBe(true);
  expect(compilePattern('^.+$', undefined)?.('\u{1f600}')).toBe(true);
  const ip = loadCatalogue('1.3.0').types.get('ip_t')?.regex ?? '';
  expect(compilePattern(ip, 40)?.('192\u00e90\u00e92\u00e91')).toBe(false);
});

test('a pattern that JavaScript cannot express is none', () => {
  expect(compilePattern('(?>a)', undefined)).toBeUndefined();
  expect(compilePattern('/^a$/iD', undefined)?.('a')).toBe(false);
});
