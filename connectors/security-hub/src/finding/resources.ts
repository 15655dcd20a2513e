import type { ResourceDetails } from '@sluice/ocsf/1.3.0';
import { isObject, isText, type Fields } from './fields.ts';
import { present, some } from './left-out.ts';

/** The resources that a finding is about, with what the finding says of their state as JSON. */
export function resourcesOf(finding: Fields): readonly ResourceDetails<'cloud'>[] | undefined {
  const criticality = finding.integer('Criticality', 0, 100)?.toString();
  return some(finding.objects('Resources').map((resource) => resourceOf(resource, criticality)));
}

function resourceOf(resource: Fields, criticality: string | undefined): ResourceDetails<'cloud'> | undefined {
  const uid = resource.text('Id');
  if (uid === undefined) return undefined;
  return present({
    uid,
    type: resource.text('Type'),
    region: resource.text('Region'),
    cloud_partition: resource.text('Partition'),
    labels: labelsOf(resource),
    criticality,
    data: resource.json('Details'),
  });
}

/** Tags as `key=value`, the way AWS itself writes them into OCSF. */
function labelsOf(resource: Fields): readonly string[] | undefined {
  const tags = resource.peek('Tags');
  if (!isObject(tags)) return undefined;
  const labels = Object.entries(tags).map(([key, value]) => (typeof value === 'string' ? `${key}=${value}` : ''));
  if (labels.length === 0 || !labels.every(isText)) return undefined;
  resource.json('Tags');
  return labels;
}

/** The id of the instance that a finding is about: `i-0abc…` of the first EC2 instance among its resources. */
export function instanceOf(finding: Fields): string | undefined {
  const instance = finding.objects('Resources').find((resource) => resource.peek('Type') === 'AwsEc2Instance');
  const arn = instance?.peek('Id');
  const id = typeof arn === 'string' ? arn.slice(arn.lastIndexOf('/') + 1) : undefined;
  return isText(id) ? id : undefined;
}
