import { copyOfJson } from '@sluice/ocsf';
import {
  ComplianceFindingActivityId as FindingActivityId,
  ComplianceFindingStatusId as FindingStatusId,
  SeverityId,
  type Actor,
  type Attack,
  type Cloud,
  type DetectionFinding,
  type Evidences,
  type FindingInfo,
} from '@sluice/ocsf/1.3.0';
import type { DetectionFacts, Disposition, Tactic } from './facts.ts';

type Profiles = 'host' | 'security_control' | 'cloud';
export type Finding = Omit<DetectionFinding<Profiles>, 'metadata' | 'cloud'> & { cloud?: Cloud };

/** The profiles that these findings have. */
export const findingProfiles: readonly string[] = ['host', 'security_control', 'cloud'];

/** Those of one finding: `cloud` only where it says which. */
export function profilesOf({ cloud }: { readonly cloud?: unknown }): readonly string[] {
  return cloud === undefined ? ['host', 'security_control'] : findingProfiles;
}

/** A detection as Detection Finding: what was found, where, who did it, what was done about it, and how it stands. */
export function findingOf(facts: DetectionFacts): Finding {
  const event: Finding = {
    class_uid: 2004,
    activity_id: activityOf(facts.status),
    severity_id: severityOf(facts),
    finding_info: infoOf(facts),
    ...controlOf(facts.disposition),
  };
  takeStatus(event, facts.status);
  const actor = actorOf(facts);
  if (actor !== undefined) event.actor = actor;
  if (facts.device !== undefined) event.device = facts.device;
  if (facts.confidence !== undefined) event.confidence_score = facts.confidence;
  if (facts.description !== undefined) event.message = facts.description;
  if (facts.comment !== undefined) event.comment = facts.comment;
  if (facts.cloud !== undefined) event.cloud = facts.cloud;
  const evidences = evidencesOf(facts, actor);
  if (evidences.length > 0) event.evidences = evidences;
  return event;
}

function activityOf(status: string | undefined): FindingActivityId {
  if (status === 'closed') return FindingActivityId.Close;
  return status === undefined || status === 'new' ? FindingActivityId.Create : FindingActivityId.Update;
}

function takeStatus(event: Finding, status: string | undefined): void {
  switch (status) {
    case undefined:
      return;
    case 'new':
      event.status_id = FindingStatusId.New;
      return;
    case 'in_progress':
      event.status_id = FindingStatusId.InProgress;
      return;
    case 'ignored':
      event.status_id = FindingStatusId.Suppressed;
      return;
    case 'closed':
      event.status_id = FindingStatusId.Resolved;
      return;
    default:
      event.status_id = FindingStatusId.Other;
      event.status = status;
  }
}

const severities: Readonly<Record<string, SeverityId>> = {
  info: 1,
  informational: 1,
  low: 2,
  medium: 3,
  high: 4,
  critical: 5,
};

/** By its name, or by its place among 100: 20, 40, 60 and 80 begin low, medium, high and critical. */
export function severityOf({ severityName, severity }: Pick<DetectionFacts, 'severityName' | 'severity'>): SeverityId {
  const name = severityName?.toLowerCase() ?? '';
  if (Object.hasOwn(severities, name)) return severities[name] ?? SeverityId.Unknown;
  if (severity === undefined) return SeverityId.Unknown;
  if (severity < 20) return SeverityId.Informational;
  if (severity < 40) return SeverityId.Low;
  if (severity < 60) return SeverityId.Medium;
  return severity < 80 ? SeverityId.High : SeverityId.Critical;
}

function infoOf(facts: DetectionFacts): FindingInfo {
  const info: FindingInfo = { uid: facts.uid, title: facts.title };
  if (facts.description !== undefined) info.desc = facts.description;
  if (facts.url !== undefined) info.src_url = facts.url;
  if (facts.types !== undefined && facts.types.length > 0) info.types = [...facts.types];
  if (facts.patternId !== undefined) info.analytic = { uid: facts.patternId, name: facts.title, type_id: 2 };
  if (facts.created !== undefined) info.created_time = facts.created;
  if (facts.modified !== undefined) info.modified_time = facts.modified;
  if (facts.firstSeen !== undefined) info.first_seen_time = facts.firstSeen;
  if (facts.lastSeen !== undefined) info.last_seen_time = facts.lastSeen;
  const attacks = facts.tactics.flatMap(attackOf);
  if (attacks.length > 0) info.attacks = attacks;
  return info;
}

/** Falcon gives a sub-technique where ATT&CK has one: `T1562.001`, with its own name. */
function attackOf({ tactic, tacticId, technique, techniqueId }: Tactic): Attack[] {
  const attack: Attack = {};
  const named = nameAndUid(tactic, tacticId);
  if (named !== undefined) attack.tactic = named;
  const parent = /^(T\d{4})\.\d{3}$/.exec(techniqueId ?? '')?.[1];
  const detail = nameAndUid(technique, techniqueId);
  if (parent !== undefined && detail !== undefined) {
    attack.technique = { uid: parent };
    attack.sub_technique = detail;
  } else if (detail !== undefined) attack.technique = detail;
  return Object.keys(attack).length === 0 ? [] : [attack];
}

function nameAndUid(name: string | undefined, uid: string | undefined): { name?: string; uid?: string } | undefined {
  if (name === undefined && uid === undefined) return undefined;
  return { ...(name === undefined ? {} : { name }), ...(uid === undefined ? {} : { uid }) };
}

/** What the sensor did; unknown where the detection does not say. */
function controlOf(disposition: Disposition | undefined): Pick<Finding, 'action_id' | 'disposition_id'> {
  if (disposition === undefined) return { action_id: 0, disposition_id: 0 };
  if (disposition.isHostIsolated) return { action_id: 2, disposition_id: 4 };
  if (disposition.isFileQuarantined) return { action_id: 2, disposition_id: 3 };
  if (disposition.isBlocked) return { action_id: 2, disposition_id: 2 };
  return { action_id: 1, disposition_id: 15 };
}

function actorOf({ process, user }: DetectionFacts): Actor | undefined {
  if (process === undefined && user === undefined) return undefined;
  return { ...(process === undefined ? {} : { process }), ...(user === undefined ? {} : { user }) };
}

function evidencesOf(facts: DetectionFacts, actor: Actor | undefined): Evidences[] {
  const evidence = evidenceOf(facts, actor);
  return [...(Object.keys(evidence).length === 0 ? [] : [evidence]), ...(facts.evidences ?? [])];
}

function evidenceOf({ process, source, target, file, api }: DetectionFacts, actor: Actor | undefined): Evidences {
  const evidence: Evidences = {};
  // Copies: completion looks twice at an object that stands in two places.
  if (process !== undefined) evidence.process = copyOfJson(process);
  if (process === undefined && actor !== undefined) evidence.actor = copyOfJson(actor);
  if (source !== undefined) evidence.src_endpoint = source;
  if (target !== undefined) evidence.dst_endpoint = target;
  if (file !== undefined) evidence.file = file;
  if (api !== undefined) evidence.api = api;
  return evidence;
}
