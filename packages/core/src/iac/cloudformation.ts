import { stringify } from 'yaml';
import { glueServicePolicyArn, type PolicyDocument } from '../security-lake/policies.ts';
import { uniqueByName, type Infrastructure } from './infrastructure.ts';
import { policiesFor } from './policies-for.ts';

/**
 * A CloudFormation template for the roles and policies of a configuration, and a subscriber where one is wanted.
 * CloudFormation has no resource for custom sources: the template says the command that creates them with its role.
 */
export function cloudFormation(infrastructure: Infrastructure): string {
  const { region, subscriber } = infrastructure;
  const policies = policiesFor(infrastructure);
  const template = {
    AWSTemplateFormatVersion: '2010-09-09',
    Description: `Roles and policies of Sluice for Amazon Security Lake in ${region}`,
    ...(subscriber === undefined ? {} : whenSourcesExist),
    Resources: {
      CrawlerRole: {
        Type: 'AWS::IAM::Role',
        Properties: {
          RoleName: `SluiceCrawler-${region}`,
          AssumeRolePolicyDocument: policies.crawlerTrust,
          ManagedPolicyArns: [glueServicePolicyArn('aws')],
          Policies: [{ PolicyName: 'SluiceCrawler', PolicyDocument: policies.crawler }],
        },
      },
      PipelinePolicy: managedPolicy('Whoever runs sluice run: the provider roles of its sources.', policies.pipeline),
      RegistrarPolicy: managedPolicy('Whoever runs sluice source create and delete.', policies.registrar),
      ...(subscriber === undefined ? {} : subscriberResources(infrastructure, subscriber)),
    },
    Outputs: {
      CrawlerRoleArn: {
        Description: 'For sluice source create --crawler-role.',
        Value: { 'Fn::GetAtt': ['CrawlerRole', 'Arn'] },
      },
    },
  };
  return `${comment(infrastructure)}${stringify(template, { lineWidth: 0, aliasDuplicateObjects: false, version: '1.1' })}`;
}

/** A subscriber can only name sources that exist, and they come after the first deployment of the stack. */
const whenSourcesExist = {
  Parameters: { SourcesExist: { Type: 'String', AllowedValues: ['true', 'false'], Default: 'false' } },
  Conditions: { SourcesExist: { 'Fn::Equals': [{ Ref: 'SourcesExist' }, 'true'] } },
};

function comment({ sources, region, subscriber }: Infrastructure): string {
  const names = uniqueByName(sources).map(({ name, className }) => `#   ${name} (${className})`);
  return `# Emitted by \`sluice iac cloudformation\`. Deploy it in ${region} with CAPABILITY_NAMED_IAM.
# CloudFormation has no resource for custom sources of Security Lake. After the stack, run
#   sluice source create CONFIG --crawler-role <CrawlerRoleArn>
# which creates:
${names.join('\n')}
${subscriber === undefined ? '' : '# Then deploy the stack again with SourcesExist=true: it adds the subscriber and its queue.\n'}`;
}

function managedPolicy(description: string, document: PolicyDocument): object {
  return { Type: 'AWS::IAM::ManagedPolicy', Properties: { Description: description, PolicyDocument: document } };
}

function subscriberResources(
  { sources, region }: Infrastructure,
  { name, principal, externalId }: NonNullable<Infrastructure['subscriber']>,
): object {
  return {
    Subscriber: {
      Type: 'AWS::SecurityLake::Subscriber',
      Condition: 'SourcesExist',
      Properties: {
        SubscriberName: name,
        AccessTypes: ['S3'],
        DataLakeArn: {
          'Fn::Sub': `arn:\${AWS::Partition}:securitylake:${region}:\${AWS::AccountId}:data-lake/default`,
        },
        SubscriberIdentity: { ExternalId: externalId, Principal: principal },
        Sources: uniqueByName(sources).map((source) => ({ CustomLogSource: { SourceName: source.name } })),
      },
    },
    SubscriberQueue: {
      Type: 'AWS::SecurityLake::SubscriberNotification',
      Condition: 'SourcesExist',
      Properties: {
        SubscriberArn: { 'Fn::GetAtt': ['Subscriber', 'SubscriberArn'] },
        NotificationConfiguration: { SqsNotificationConfiguration: {} },
      },
    },
  };
}
