import { expect, test } from 'vitest';
import { noFacts, noHttpFacts } from './facts.ts';

// One shape for all records keeps reading the facts quick, so each fact has its place before it is known.
test('the facts of every record have the same names in the same order, stated or not', () => {
  expect(Object.keys(noFacts()).join(' ')).toBe(
    'time timezoneOffset originalTime message level severityId service logger eventUid correlationUid isSuccess ' +
      'isAuthentication eventAction eventPhase eventReason loginName loginResult ' +
      'cloudProvider cloudAccount cloudRegion http',
  );
  expect(Object.keys(noHttpFacts()).join(' ')).toBe(
    'method target query scheme version status userAgent referrer requestUid requestBytes responseBytes contentType ' +
      'durationMs clientIp clientHostname clientPort forwardedFor serverIp serverHostname serverPort serverName ' +
      'user userUid',
  );
  expect(new Set([...Object.values(noFacts()), ...Object.values(noHttpFacts())])).toEqual(new Set([undefined]));
});
