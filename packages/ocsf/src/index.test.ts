import { expect, test } from 'vitest';
import * as ocsf from './index.ts';

test('the public surface is this and nothing else', () => {
  expect(Object.keys(ocsf).toSorted((one, other) => (one < other ? -1 : 1))).toEqual([
    'OcsfError',
    'compileSchema',
    'completingValidators',
    'copyOfJson',
    'createCompleter',
    'createCompletingValidator',
    'createConverter',
    'createEventValidator',
    'createValidator',
    'describe',
    'diffReleases',
    'downlevel',
    'findingSeverities',
    'formatChange',
    'formatDiff',
    'formatFinding',
    'formatFindings',
    'formatTree',
    'generateTypes',
    'isPlainIpv4',
    'isPlainIpv6',
    'isRelease',
    'loadCatalogue',
    'loadCompiledExport',
    'minimalEvent',
    'nearestName',
    'parseExact',
    'releases',
    'searchCatalogue',
    'uplevel',
    'validate',
  ]);
});
