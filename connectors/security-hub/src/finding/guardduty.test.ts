import { expect, test } from 'vitest';
import { eventOf, finding, valueAt } from '../mapping.fixture.ts';

const service = 'aws/guardduty/service';

function told(fields: Readonly<Record<string, unknown>>, more: object = {}): object {
  const named = Object.entries(fields).map(([name, value]) => [`${service}/${name}`, value] as const);
  return eventOf({ ...finding, ...more, ProductFields: Object.fromEntries(named) });
}

const remote = { 'remoteIpDetails/ipAddressV4': '203.0.113.9', 'remoteIpDetails/country/countryName': 'Germany' };

function under(action: string, fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [`action/${action}/${name}`, value]));
}

test('a connection, in texts all of it', () => {
  const fields = under('networkConnectionAction', {
    ...remote,
    'remoteIpDetails/geoLocation/lat': '52.5',
    'remoteIpDetails/geoLocation/lon': '-13',
    'remotePortDetails/port': '46717',
    'localIpDetails/ipAddressV4': '192.0.2.7',
    'localPortDetails/port': '22',
    connectionDirection: 'INBOUND',
    protocol: 'TCP',
    blocked: 'true',
  });
  expect(told(fields)).toMatchObject({
    action_id: 2,
    disposition_id: 2,
    evidences: [
      {
        connection_info: { direction_id: 1, protocol_name: 'tcp' },
        src_endpoint: { ip: '203.0.113.9', port: 46_717, location: { country: 'DE', lat: 52.5, long: -13 } },
        dst_endpoint: { ip: '192.0.2.7', port: 22 },
      },
    ],
  });
  expect(told({ ...fields, 'action/networkConnectionAction/blocked': 'false' })).toMatchObject({ action_id: 1 });
  expect(told({ ...fields, 'action/networkConnectionAction/blocked': 'x' })).toMatchObject({ action_id: 0 });
});

test('probes of ports, one after the other', () => {
  const probe = (at: number, ip: string): Readonly<Record<string, unknown>> =>
    under('portProbeAction', {
      [`portProbeDetails.${at}_/remoteIpDetails/ipAddressV4`]: ip,
      [`portProbeDetails.${at}_/localIpDetails/ipAddressV4`]: '192.0.2.7',
      [`portProbeDetails.${at}_/localPortDetails/port`]: '9999',
    });
  const dst = { ip: '192.0.2.7', port: 9999 };
  expect(told({ ...probe(1, '203.0.113.10'), ...probe(0, '203.0.113.9') })).toMatchObject({
    evidences: [
      { src_endpoint: { ip: '203.0.113.9' }, dst_endpoint: dst },
      { src_endpoint: { ip: '203.0.113.10' }, dst_endpoint: dst },
    ],
  });
});

test('a call of the API of AWS, of a cluster’s, and a question of the DNS', () => {
  const call = under('awsApiCallAction', { ...remote, api: 'DeleteTrail', serviceName: 'cloudtrail.amazonaws.com' });
  expect(told(call)).toMatchObject({
    evidences: [
      {
        api: { operation: 'DeleteTrail', service: { name: 'cloudtrail.amazonaws.com' } },
        src_endpoint: { ip: '203.0.113.9', location: { country: 'DE' } },
      },
    ],
  });
  const cluster = under('kubernetesApiCallAction', { ...remote, verb: 'get', requestUri: '/api/v1/secrets' });
  const api = { operation: 'get /api/v1/secrets', service: { name: 'Kubernetes' } };
  expect(told(cluster)).toMatchObject({ evidences: [{ api, src_endpoint: { ip: '203.0.113.9' } }] });
  expect(told(under('kubernetesApiCallAction', { verb: 'list' }))).toMatchObject({
    evidences: [{ api: { operation: 'list' } }],
  });
  const question = under('dnsRequestAction', { domain: 'bad.example.com', protocol: 'UDP' });
  expect(told(question)).toMatchObject({ evidences: [{ query: { hostname: 'bad.example.com' } }] });
});

test('the process that the agent saw, and the feature that found it', () => {
  const process = {
    'runtimeDetails/process/pid': '4711',
    'runtimeDetails/process/name': 'xmrig',
    'runtimeDetails/process/uuid': 'u1',
    'runtimeDetails/process/executablePath': '/tmp/xmrig',
    'runtimeDetails/process/startTime': '2026-01-15T12:00:00Z',
    'runtimeDetails/process/user': 'root',
    'runtimeDetails/process/userId': '0',
    featureName: 'RuntimeMonitoring',
  };
  expect(told(process, { Action: {} })).toMatchObject({
    metadata: { product: { feature: { name: 'RuntimeMonitoring' } } },
    evidences: [
      {
        actor: {
          process: {
            pid: 4711,
            name: 'xmrig',
            uid: 'u1',
            created_time: Date.UTC(2026, 0, 15, 12),
            user: { name: 'root', uid: '0' },
            file: { path: '/tmp/xmrig', name: 'xmrig' },
          },
        },
      },
    ],
  });
  expect(told({ 'runtimeDetails/process/name': 'xmrig' })).not.toHaveProperty('evidences');
  expect(told({ 'runtimeDetails/process/pid': '0' })).toMatchObject({
    evidences: [{ actor: { process: { pid: 0 } } }],
  });
  expect(told({ 'runtimeDetails/process/pid': '1' })).toMatchObject({
    evidences: [{ actor: { process: { pid: 1 } } }],
  });
});

test('the format’s own action counts before what ProductFields tell', () => {
  const fields = under('awsApiCallAction', { api: 'DeleteTrail' });
  const event = told(fields, { Action: { DnsRequestAction: { Domain: 'bad.example.com' } } });
  expect(valueAt(event, 'evidences')).toEqual([
    { query: { hostname: 'bad.example.com' }, connection_info: { direction_id: 2 } },
  ]);
});

test('names that are strange, too many or too deep tell nothing, and stay', () => {
  const call = under('awsApiCallAction', { api: 'DeleteTrail' });
  const many = Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`x${at}`, '1']));
  expect(told({ ...call, ...many })).not.toHaveProperty('evidences');
  const { x0, ...fewer } = many;
  expect(x0).toBe('1');
  expect(told({ ...call, ...fewer })).toHaveProperty('evidences');
  const deep = { 'action/awsApiCallAction/api': 'DeleteTrail', 'action/awsApiCallAction/api/a/b/c/d/e/f/g/h/i': '1' };
  expect(told(deep)).not.toHaveProperty('evidences');
  const deeper = { 'action/awsApiCallAction/api': 'X', 'action/awsApiCallAction/api/a/b/c/d/e/f/g/h/i/j': '1' };
  expect(told(deeper)).toMatchObject({ evidences: [{ api: { operation: 'X' } }] });
  const odd = {
    '__proto__/polluted': '1',
    'action/constructor': '1',
    action: 'API',
    [`${'a/'.repeat(12)}b`]: '1',
    '': '',
    'list.0_': 'x',
    'list.0_/y': 'z',
  };
  expect(told({ ...odd, ...call })).toMatchObject({ evidences: [{ api: { operation: 'DeleteTrail' } }] });
  expect(told({ ...call, ...odd })).toMatchObject({ evidences: [{ api: { operation: 'DeleteTrail' } }] });
  expect({}).not.toHaveProperty('polluted');
  expect(told(odd)).toMatchObject({ unmapped: { ProductFields: { [`${service}/action`]: 'API' } } });
});
