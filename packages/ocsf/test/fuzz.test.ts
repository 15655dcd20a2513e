import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCompleter } from '../src/complete/create-completer.ts';
import { minimalEvent } from '../src/example/minimal-event.ts';
import { loadCatalogue } from '../src/load-catalogue.ts';
import { releases } from '../src/releases.ts';
import { createEventValidator, createValidator } from '../src/validate/create-validator.ts';
import { formatFinding } from '../src/validate/format.ts';
import { mutate, randomEvent, randomNumbers } from './random-event.ts';

const classIndex = fc.nat({ max: 10_000 });
const seed = fc.integer();

test.each(releases)(
  'in %s, a random event that follows the catalogue has no errors once completed',
  (release) => {
    const catalogue = loadCatalogue(release);
    const classes = [...catalogue.classes.values()];
    fc.assert(
      fc.property(classIndex, seed, fc.boolean(), (index, start, withProfiles) => {
        const definition = classes[index % classes.length]!;
        const profiles = withProfiles ? definition.profiles : [];
        const options = { classUid: definition.uid, profiles };
        const event = randomEvent(catalogue, { definition, profiles, random: randomNumbers(start) });
        createCompleter(catalogue, options)(event);
        const findings = createValidator(catalogue, options)(event);
        expect(findings.filter(({ severity }) => severity === 'error').map(formatFinding)).toEqual([]);
        expect(findings.filter(({ code }) => code.includes('sibling')).map(formatFinding)).toEqual([]);
      }),
      { numRuns: 15 },
    );
  },
  120_000,
);

test.each(releases)(
  'in %s, whatever is done to an event of any class: no exception, no hang, bounded findings',
  (release) => {
    const catalogue = loadCatalogue(release);
    const validate = createEventValidator(catalogue, { recommended: true });
    const before = Object.keys(Object.prototype).length;
    for (const definition of catalogue.classes.values()) {
      const { profiles } = definition;
      const complete = createCompleter(catalogue, { classUid: definition.uid, profiles });
      fc.assert(
        fc.property(seed, (start) => {
          const random = randomNumbers(start);
          let event: unknown = randomEvent(catalogue, { definition, profiles, random });
          for (let step = 0; step < 5; step++) event = mutate(event, random);
          const findings = validate(event);
          expect(findings.length).toBeLessThanOrEqual(2_001);
          for (const finding of findings.slice(0, 5)) expect(finding.message.length).toBeLessThan(4_000);
          if (typeof event === 'object' && event !== null && !Array.isArray(event)) complete({ ...event });
        }),
        { numRuns: 2 },
      );
    }
    expect(Object.keys(Object.prototype).length).toBe(before);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  },
  120_000,
);

test('any JSON value at all is an event or a finding', () => {
  const validate = createEventValidator(loadCatalogue('1.3.0'));
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
      expect(validate(value).length).toBeGreaterThan(0);
    }),
  );
});

test('an event that contains itself ends in a finding', () => {
  const catalogue = loadCatalogue('1.3.0');
  const event = minimalEvent(catalogue, { classUid: 1007, profiles: [] });
  const process: Record<string, unknown> = { pid: 1 };
  process['parent_process'] = process;
  const analytic: Record<string, unknown> = { type_id: 1 };
  analytic['related_analytics'] = [analytic, analytic, analytic];
  const validate = createValidator(catalogue, { classUid: 1007, profiles: [] });
  expect(validate({ ...event, process }).map(({ code }) => code)).toContain('event_too_deep');
  const finding = minimalEvent(catalogue, { classUid: 2004, profiles: [] });
  const validateFinding = createValidator(catalogue, { classUid: 2004, profiles: [] });
  const looped = { ...finding, finding_info: { title: 'x', uid: '1', analytic } };
  const codes = new Set(validateFinding(looped).map(({ code }) => code));
  expect([...codes]).toEqual(expect.arrayContaining(['event_too_deep', 'findings_truncated']));
  createCompleter(catalogue, { classUid: 2004, profiles: [] })(looped);
  createCompleter(catalogue, { classUid: 1007, profiles: [] })({ ...event, process });
});

test('hostile texts are judged in linear time', () => {
  const catalogue = loadCatalogue('1.3.0');
  const validate = createValidator(catalogue, { classUid: 3002, profiles: [] });
  const event = minimalEvent(catalogue, { classUid: 3002 });
  const hostile = [`::%${' '.repeat(60_000)}\nx`, 'a-'.repeat(30_000), 'a.'.repeat(30_000), `${'a'.repeat(60_000)}@`];
  const started = performance.now();
  for (const text of hostile) {
    for (const key of ['ip', 'hostname', 'mac', 'name', 'uid']) validate({ ...event, src_endpoint: { [key]: text } });
    validate({ ...event, user: { email_addr: text } });
  }
  expect(performance.now() - started).toBeLessThan(2_000);
});
