import {
  ComplianceFindingActivityId as FindingActivityId,
  SeverityId,
  type Attack,
  type DetectionFinding,
  type Evidences,
  type FindingInfo,
} from '@sluice/ocsf/1.3.0';
import { isText, type Fields } from '../../../falcon/fields.ts';
import { fileAt, takeHashes } from '../../../falcon/file.ts';
import { actorOf, nameProcess } from '../actor.ts';
import type { EventMaker, FdrRecord, Unfinished } from '../record.ts';

type Event = Unfinished<DetectionFinding<'host' | 'security_control'>> & { attacks?: Attack[] };

/**
 * A pattern of behaviour that the sensor recognised. It says nothing of a severity, and need not have become an alert:
 * that is what the streams `alerts` and `event_streams` are for.
 */
export const detection: EventMaker = (record) => {
  const { fields } = record;
  const info = infoOf(record);
  if (info === undefined) return undefined;
  const event: Event = {
    class_uid: 2004,
    activity_id: FindingActivityId.Create,
    severity_id: SeverityId.Unknown,
    // What was done about it, the record does not say.
    action_id: 0,
    finding_info: info,
  };
  const attacks = attacksOf(fields);
  if (attacks.length > 0) info.attacks = attacks;
  const evidence = evidenceOf(fields);
  if (evidence !== undefined) event.evidences = [evidence];
  return event;
};

function infoOf({ name, fields }: FdrRecord): FindingInfo | undefined {
  const uid = fields.peek('id');
  if (uid === undefined) return undefined;
  const info: FindingInfo = { uid, title: name };
  const pattern = fields.text('PatternId');
  if (pattern !== undefined) info.analytic = { uid: pattern, type_id: 2 };
  return info;
}

/** `Attacks: [{ Tactic, Technique }]`, which newer sensors add. */
function attacksOf(fields: Fields): Attack[] {
  const list = fields.raw('Attacks');
  if (!Array.isArray(list)) return [];
  const attacks: Attack[] = [];
  for (const item of list.slice(0, 100)) {
    const { Tactic: tactic, Technique: technique }: { Tactic?: unknown; Technique?: unknown } = Object(item);
    const attack: Attack = {};
    if (isText(tactic)) attack.tactic = { name: tactic };
    if (isText(technique)) attack.technique = { name: technique };
    if (attack.tactic !== undefined || attack.technique !== undefined) attacks.push(attack);
  }
  return attacks;
}

/** Who did what to which file, as far as the record says. */
function evidenceOf(fields: Fields): Evidences | undefined {
  const evidence: Evidences = {};
  const actor = actorOf(fields, ['ContextProcessId', 'TargetProcessId']);
  if (actor !== undefined) evidence.actor = actor;
  if (actor?.process !== undefined) {
    const commandLine = fields.text('CommandLine');
    if (commandLine !== undefined) actor.process.cmd_line = commandLine;
    nameProcess(actor.process, fields, 'ImageFileName', 'ContextBaseFileName');
    takeHashes(actor.process.file, fields);
  }
  const path = fields.text('TargetFileName');
  if (path !== undefined) evidence.file = fileAt(path);
  const ip = fields.ip('RemoteAddressIP4') ?? fields.ip('RemoteAddressIP6');
  if (ip !== undefined) evidence.src_endpoint = { ip };
  return Object.keys(evidence).length === 0 ? undefined : evidence;
}
