import { createSecurityLakeEmulator, type EmulatorRequest } from '@sluice/testing/security-lake';
import { expect, test } from 'vitest';
import { securityLakeModel, type ApiModel } from './harness/api-model.ts';
import { membersOf, modelCases, type ModelCase } from './harness/model-cases.ts';

const model = await securityLakeModel();
/** What the user guide forbids and the model allows: names of more than 20 characters or with a colon. */
const strictName = /^[A-Za-z0-9_.-]{0,20}$/;

test.skipIf(model === undefined)(
  'the emulator takes and refuses what the API model takes and refuses',
  { timeout: 120_000 },
  async () => {
    if (model === undefined) return;
    const wrong: string[] = [];
    let [valid, invalid] = [0, 0];
    for (const testCase of modelCases(model)) {
      const request = requestOf(testCase, model);
      if (request === undefined) continue;
      const { status, body } = await createSecurityLakeEmulator({ pageSize: 1 }).handle(request);
      const isRefused = status === 400;
      if (testCase.isValid) valid++;
      else invalid++;
      if (isRefused === testCase.isValid && !isForbiddenElsewhere(testCase, body))
        wrong.push(`${testCase.name}: ${status} ${body}`);
    }
    expect(wrong).toEqual([]);
    expect(valid).toBeGreaterThan(300);
    expect(invalid).toBeGreaterThan(500);
  },
);

/** Refused for a reason that is not in the model: a rule of the user guide, or a token that nobody gave. */
function isForbiddenElsewhere({ input, isValid, operation }: ModelCase, body: string): boolean {
  if (!isValid) return false;
  if (body.includes('InvalidToken') && input['nextToken'] !== undefined) return true;
  if (operation.name === 'CreateCustomLogSource') return !strictName.test(String(input['sourceName']));
  return body.includes('at most 10 for a subscriber');
}

/** The request as a client that checks nothing would send it; undefined where an address cannot say it. */
function requestOf({ operation, input }: ModelCase, api: ApiModel): EmulatorRequest | undefined {
  let path = operation.http.requestUri;
  const query = new URLSearchParams();
  const body: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(membersOf(api, operation))) {
    const value = input[name];
    if (member.location === 'uri') {
      if (typeof value !== 'string' || value === '') return undefined;
      path = path.replace(`{${member.locationName ?? name}}`, () => encodeURIComponent(value));
    } else if (member.location === 'querystring') {
      const values: readonly unknown[] = Array.isArray(value) ? value : value === undefined ? [] : [value];
      // In an address everything is text: a number where text belongs cannot be told from text, nor an empty list from none.
      if (
        values.some((one) => typeof one === 'number' && Array.isArray(value)) ||
        (Array.isArray(value) && value.length === 0)
      )
        return undefined;
      if (typeof value === 'number' && api.shapes[member.shape]?.type === 'string') return undefined;
      for (const one of values) query.append(member.locationName ?? name, String(one));
    } else body[name] = value;
  }
  const scope = 'AKIAEXAMPLE/20260301/us-east-1/securitylake/aws4_request';
  const authorization = `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=${'0'.repeat(64)}`;
  return {
    method: operation.http.method,
    path,
    query,
    headers: new Headers({ authorization }),
    body: JSON.stringify(body),
  };
}
