import { crawlerPolicy, crawlerTrust, glueServicePolicyArn, pipelinePolicy } from '../security-lake/policies.ts';
import { encoded, identifier, quoted } from './hcl.ts';
import { uniqueByName, type Infrastructure, type InfrastructureSource } from './infrastructure.ts';

/**
 * Terraform for the sources of a configuration: crawler role, custom sources one after the other (Security Lake refuses
 * two changes at once), what a pipeline may do, and a subscriber with its queue where one is wanted.
 */
export function terraform(infrastructure: Infrastructure): string {
  const sources = uniqueByName(infrastructure.sources);
  return [
    header(infrastructure),
    crawlerRole(infrastructure),
    ...sources.map((source, index) => customSource(source, sources[index - 1], infrastructure)),
    pipeline(sources),
    ...subscriber(infrastructure, sources),
    outputs(sources),
  ].join('\n');
}

function header({ region, principal }: Infrastructure): string {
  return `# Custom sources of Amazon Security Lake in ${region}. Emitted by \`sluice iac terraform\`.

terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.60"
    }
  }
}

provider "aws" {
  region = ${quoted(region)}
}

variable "external_id" {
  description = "What the writer says when it assumes a provider role. Choose one that nobody else has."
  type        = string
}
${
  principal === undefined
    ? `
data "aws_caller_identity" "current" {}
`
    : ''
}`;
}

function crawlerRole({ region, bucket, kmsKeyArn }: Infrastructure): string {
  const lake = { region, partition: 'aws', account: '', bucket, ...(kmsKeyArn === undefined ? {} : { kmsKeyArn }) };
  return `# Role of the Glue crawlers: only Glue may assume it.
resource "aws_iam_role" "crawler" {
  name = ${quoted(`SluiceCrawler-${region}`)}
  assume_role_policy = ${encoded(crawlerTrust())}
}

# The catalogue and the logs of Glue: AWS's own policy.
resource "aws_iam_role_policy_attachment" "crawler" {
  role       = aws_iam_role.crawler.name
  policy_arn = ${quoted(glueServicePolicyArn('aws'))}
}

# Objects of custom sources${kmsKeyArn === undefined ? '' : ', and the key of the lake'}; nothing else of the bucket.
resource "aws_iam_role_policy" "crawler" {
  name = "SluiceCrawler"
  role = aws_iam_role.crawler.name
  policy = ${encoded(crawlerPolicy(lake))}
}
`;
}

function customSource(
  source: InfrastructureSource,
  before: InfrastructureSource | undefined,
  { principal }: Infrastructure,
): string {
  const name = quoted(source.name);
  const classes =
    source.eventClass === undefined
      ? `  # Security Lake has no name for this class: registered without event_classes.\n  source_name = ${name}`
      : `  source_name   = ${name}\n  event_classes = [${quoted(source.eventClass)}]`;
  const after = ['aws_iam_role_policy.crawler', 'aws_iam_role_policy_attachment.crawler'];
  if (before !== undefined) after.push(address(before));
  return `# ${source.className}, for ${source.wantedBy}
resource "aws_securitylake_custom_log_source" ${quoted(identifier(source.name))} {
${classes}

  configuration {
    crawler_configuration {
      role_arn = aws_iam_role.crawler.arn
    }
    provider_identity {
      external_id = var.external_id
      principal   = ${principal === undefined ? 'data.aws_caller_identity.current.account_id' : quoted(principal)}
    }
  }

  depends_on = [
${after.map((resource) => `    ${resource},`).join('\n')}
  ]
}
`;
}

function pipeline(sources: readonly InfrastructureSource[]): string {
  const roles = sources.map((source) => `${address(source)}.provider_details[0].role_arn`);
  return `# Whoever runs \`sluice run\`: attach this, and nothing else is needed to write.
resource "aws_iam_policy" "pipeline" {
  name = "SluicePipeline"
  policy = ${encoded(pipelinePolicy(roles), new Set(roles))}
}
`;
}

function subscriber(
  { subscriber: wanted }: Infrastructure,
  sources: readonly InfrastructureSource[],
): readonly string[] {
  if (wanted === undefined) return [];
  const blocks = sources.map(
    (source) => `  source {
    custom_log_source_resource {
      source_name = ${address(source)}.source_name
    }
  }`,
  );
  return [
    `# Is told of every object by a queue.
resource "aws_securitylake_subscriber" "subscriber" {
  subscriber_name = ${quoted(wanted.name)}
  access_type     = "S3"

${blocks.join('\n')}

  subscriber_identity {
    external_id = ${quoted(wanted.externalId)}
    principal   = ${quoted(wanted.principal)}
  }
}

resource "aws_securitylake_subscriber_notification" "subscriber" {
  subscriber_id = aws_securitylake_subscriber.subscriber.id

  configuration {
    sqs_notification_configuration {}
  }
}
`,
  ];
}

function outputs(sources: readonly InfrastructureSource[]): string {
  const entries = sources.map(
    (source) => `    ${quoted(source.name)} = {
      location = ${address(source)}.provider_details[0].location
      role_arn = ${address(source)}.provider_details[0].role_arn
    }`,
  );
  return `# For "sources" of the configuration, beside the external id.
output "sources" {
  value = {
${entries.join('\n')}
  }
}
`;
}

function address({ name }: InfrastructureSource): string {
  return `aws_securitylake_custom_log_source.${identifier(name)}`;
}
