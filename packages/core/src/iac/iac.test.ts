import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { cloudFormation } from './cloudformation.ts';
import { quoted } from './hcl.ts';
import type { Infrastructure } from './infrastructure.ts';
import { policiesFor } from './policies-for.ts';
import { terraform } from './terraform.ts';

const small: Infrastructure = {
  region: 'eu-west-1',
  bucket: 'aws-security-data-lake-eu-west-1-example',
  sources: [
    {
      name: 'syslog-auth',
      className: 'authentication',
      eventClass: 'AUTHENTICATION',
      wantedBy: 'office (syslog/messages)',
    },
    { name: 'syslog-event', className: 'base_event', wantedBy: 'office (syslog/messages)' },
  ],
};
const large: Infrastructure = {
  ...small,
  principal: '444455556666',
  kmsKeyArn: 'arn:aws:kms:eu-west-1:111122223333:key/0a0a0a0a-0a0a-0a0a-0a0a-0a0a0a0a0a0a',
  subscriber: { name: 'hunters', principal: '777788889999', externalId: 'hunters-1' },
};

test.each([
  ['small', small],
  ['large', large],
])('emits the %s infrastructure as reviewed', async (name, infrastructure) => {
  await expect(terraform(infrastructure)).toMatchFileSnapshot(`fixtures/${name}.tf`);
  await expect(cloudFormation(infrastructure)).toMatchFileSnapshot(`fixtures/${name}.cloudformation.yaml`);
  const policies = JSON.stringify(policiesFor(infrastructure), undefined, 2);
  await expect(`${policies}\n`).toMatchFileSnapshot(`fixtures/${name}.policies.json`);
});

test('CloudFormation is YAML with the same policies', () => {
  const template = parse(cloudFormation(large)) as {
    Resources: Record<string, { Properties: Record<string, unknown> }>;
  };
  const { pipeline, crawler } = policiesFor(large);
  expect(template.Resources['PipelinePolicy']?.Properties['PolicyDocument']).toEqual(pipeline);
  expect(template.Resources['CrawlerRole']?.Properties['Policies']).toEqual([
    { PolicyName: 'SluiceCrawler', PolicyDocument: crawler },
  ]);
});

test('a pipeline may assume the roles that Security Lake gave, and no others', () => {
  const roleArns = new Map([['syslog-auth', 'arn:aws:iam::111122223333:role/x/given']]);
  const { Statement } = policiesFor(small, { account: '111122223333', roleArns }).pipeline;
  expect(Statement).toHaveLength(1);
  expect(Statement[0]?.Resource).toEqual([
    'arn:aws:iam::111122223333:role/AmazonSecurityLake-Provider-syslog-event-eu-west-1',
    'arn:aws:iam::111122223333:role/service-role/AmazonSecurityLake-Provider-syslog-event-eu-west-1',
    'arn:aws:iam::111122223333:role/x/given',
  ]);
});

test('a source that two pipelines write is emitted once', () => {
  const twice = { ...small, sources: [...small.sources, ...small.sources] };
  expect(terraform(twice)).toBe(terraform(small));
});

test('nothing in a string is evaluated by Terraform', () => {
  expect(quoted('${path.cwd} %{ if true } "x"\n')).toBe('"$${path.cwd} %%{ if true } \\"x\\"\\n"');
});
