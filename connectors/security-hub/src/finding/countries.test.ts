import { expect, test } from 'vitest';
import { codeOfCountry } from './countries.ts';

test.each([
  ['United States', 'US'],
  ['Germany', 'DE'],
  ['Russia', 'RU'],
  ['South Korea', 'KR'],
  ['Hong Kong', 'HK'],
  ['Bosnia & Herzegovina', 'BA'],
  ['Bosnia and Herzegovina', 'BA'],
  ['Côte d’Ivoire', 'CI'],
  ['Turkey', 'TR'],
  ['Türkiye', 'TR'],
  ['Serbia', 'RS'],
  ['Zimbabwe', 'ZW'],
  ['Afghanistan', 'AF'],
])('%s is %s', (name, code) => {
  expect(codeOfCountry(name)).toBe(code);
});

test.each(['', 'Atlantis', 'toString', 'GeneratedFindingCountryName'])('"%s" is no country', (name) => {
  expect(codeOfCountry(name)).toBeUndefined();
});

test('every code has its name, as Intl has both', () => {
  const names = new Intl.DisplayNames(['en'], { type: 'region' });
  const all =
    'DE FR GB US JP BR ZA NG KE IN CN AU NZ CA MX AR CL SE NO FI DK PL UA TR EG SA AE IL IR IQ VN TH ID'.split(' ');
  for (const code of all) expect(codeOfCountry(names.of(code) ?? '')).toBe(code);
});
