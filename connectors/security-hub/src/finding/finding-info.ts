import type { Attack, FindingInfo, RelatedEvent } from '@sluice/ocsf/1.3.0';
import { isText, type Fields } from './fields.ts';
import { present, some } from './left-out.ts';

/** What OCSF says of every finding, whatever its class. */
export function findingInfoOf(finding: Fields, uid: string): FindingInfo {
  const types = finding.texts('Types') ?? finding.object('FindingProviderFields').texts('Types');
  return {
    uid,
    title: finding.text('Title') ?? types?.[0] ?? uid,
    ...present({
      desc: finding.text('Description'),
      types,
      created_time: finding.time('CreatedAt'),
      modified_time: finding.time('UpdatedAt'),
      // What the provider observed; the processing times are Security Hub's own.
      first_seen_time: finding.time('FirstObservedAt'),
      last_seen_time: finding.time('LastObservedAt'),
      src_url: finding.text('SourceUrl'),
      related_events: some(finding.objects('RelatedFindings').map(relatedEvent)),
      attacks:
        some((types ?? []).map(attackOfType)) ??
        some((types ?? []).map(attackOfCategory)) ??
        some(tacticsOfSequence(finding).map(attackNamed)),
    }),
  };
}

function relatedEvent(related: Fields): RelatedEvent | undefined {
  const uid = related.text('Id');
  return uid === undefined ? undefined : { uid, ...present({ product_uid: related.text('ProductArn') }) };
}

/** The tactics of MITRE ATT&CK that the namespace "TTPs" of the finding types names. */
const tactics: ReadonlyMap<string, string> = new Map([
  ['reconnaissance', 'TA0043'],
  ['resource development', 'TA0042'],
  ['initial access', 'TA0001'],
  ['execution', 'TA0002'],
  ['persistence', 'TA0003'],
  ['privilege escalation', 'TA0004'],
  ['defense evasion', 'TA0005'],
  ['credential access', 'TA0006'],
  ['discovery', 'TA0007'],
  ['lateral movement', 'TA0008'],
  ['collection', 'TA0009'],
  ['command and control', 'TA0011'],
  ['exfiltration', 'TA0010'],
  ['impact', 'TA0040'],
]);

/** The tactics that GuardDuty saw in a sequence of attacks. */
function tacticsOfSequence(finding: Fields): readonly string[] {
  const indicators = finding.object('Detection').object('Sequence').objects('SequenceIndicators');
  const values = indicators.filter((each) => each.peek('Key') === 'ATTACK_TACTIC').map((each) => each.peek('Values'));
  return values.flat().filter(isText);
}

function attackNamed(name: string): Attack | undefined {
  const uid = tactics.get(name.toLowerCase());
  return uid === undefined ? undefined : { tactic: { uid, name } };
}

/** `TTPs/Command and Control/Backdoor:EC2-C&CActivity.B!DNS` speaks of a tactic; `Effects/Data Exposure` does not. */
function attackOfType(type: string): Attack | undefined {
  const [namespace, category = ''] = type.split('/');
  return namespace === 'TTPs' ? attackNamed(category) : undefined;
}

/** `Category: Credential Access`, as Falcon writes it beside `Namespace: TTPs`. */
function attackOfCategory(type: string): Attack | undefined {
  return type.startsWith('Category: ') ? attackNamed(type.slice('Category: '.length)) : undefined;
}
