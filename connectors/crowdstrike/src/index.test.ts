import { expect, test } from 'vitest';
import { connector } from './index.ts';

function streamOf(name: string): (typeof connector.streams)[number] {
  const stream = connector.streams.find((one) => one.name === name);
  if (stream === undefined) throw new Error(`there is no stream ${name}`);
  return stream;
}

test.each([
  ['alerts', ['CrowdStrike API scope: Alerts: read']],
  ['event_streams', ['CrowdStrike API scope: Event streams: read']],
])('who reads %s is told what to grant, as the console of Falcon calls it', (name, grants) => {
  const { permissions = [] } = streamOf(name);
  expect(permissions.map(({ system, grant }) => `${system}: ${grant}`)).toEqual(grants);
});

test('the replicator’s queue and its files need what AWS calls so', () => {
  const grants = (streamOf('fdr').permissions ?? []).map(({ grant }) => grant);
  expect(grants).toEqual(expect.arrayContaining(['sqs:ReceiveMessage', 'sqs:DeleteMessage', 's3:GetObject']));
});

test('only the replicator’s queue may be read by several at a time', () => {
  expect(connector.streams.filter(({ shared }) => shared === true).map(({ name }) => name)).toEqual(['fdr']);
});

test('a change of an entity and a finding of a policy have their device by the profile of hosts', () => {
  for (const name of ['fdr', 'event_streams']) {
    const profilesOf = (wanted: string): readonly string[] =>
      streamOf(name).emits.find((one) => one.class === wanted)?.profiles ?? [];
    expect(profilesOf('compliance_finding'), name).toEqual(['host', 'cloud']);
    expect(profilesOf('entity_management'), name).toEqual(['host']);
    expect(profilesOf('user_access'), name).toEqual(['host']);
  }
});
