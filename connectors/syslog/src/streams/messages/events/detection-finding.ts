import type { MappedEvent } from '@sluice/connector';
import {
  ComplianceFindingActivityId as Activity,
  FileTypeId,
  type DetectionFinding,
  type Evidences,
  type File,
  type Fingerprint,
} from '@sluice/ocsf/1.3.0';
import type { Received } from '../received.ts';
import { connectionAttributes, ruleOf, type ConnectionFacts, type RuleFacts } from './connection.ts';
import { fileNameOf } from './file.ts';
import { frameOf, type FrameFacts } from './frame.ts';
import { urlOf, type UrlFacts } from './url.ts';
import { knownUserOf, type UserFacts } from './user.ts';
import { unsaid, verdictAttributes, type Verdict } from './verdict.ts';

/** The parts of a connection are its evidence: the source attacks, the destination is attacked, as the device says. */
export interface FindingFacts extends FrameFacts, ConnectionFacts {
  readonly title: string;
  /** The device's own id of the finding, or what comes nearest to one. */
  readonly uid: string;
  readonly description?: string | undefined;
  readonly types?: readonly (string | undefined)[] | undefined;
  /** The signature or rule that found it. */
  readonly signature?: RuleFacts | undefined;
  readonly sourceUrl?: string | undefined;
  readonly verdict?: Verdict | undefined;
  readonly rule?: RuleFacts | undefined;
  /** Whom it concerns. */
  readonly user?: UserFacts | undefined;
  readonly file?: FileFacts | undefined;
  readonly url?: UrlFacts | undefined;
  readonly malware?: { readonly name: string; readonly uid?: string | undefined } | undefined;
}

export interface FileFacts {
  /** Name or path. */
  readonly path?: string | undefined;
  readonly size?: number | undefined;
  readonly hashes?: readonly (string | undefined)[] | undefined;
}

/** A Detection Finding event with the profiles host and security_control. */
export function detectionFinding(received: Received, facts: FindingFacts): MappedEvent {
  const event: DetectionFinding<'host' | 'security_control'> = {
    ...frameOf(received, facts),
    class_uid: 2004,
    activity_id: Activity.Create,
    ...verdictAttributes(facts.verdict ?? unsaid),
    finding_info: findingOf(facts),
  };
  const evidence = evidenceOf(facts);
  if (Object.keys(evidence).length > 0) event.evidences = [evidence];
  const rule = facts.rule && ruleOf(facts.rule);
  if (rule !== undefined) event.firewall_rule = rule;
  if (facts.malware !== undefined) {
    const { name, uid } = facts.malware;
    event.malware = [{ name, classification_ids: [0], ...(uid === undefined ? undefined : { uid }) }];
  }
  return event;
}

function findingOf(facts: FindingFacts): DetectionFinding['finding_info'] {
  const info: DetectionFinding['finding_info'] = { title: facts.title, uid: facts.uid };
  if (facts.description !== undefined) info.desc = facts.description;
  const types = facts.types?.filter((type) => type !== undefined && type !== '') ?? [];
  if (types.length > 0) info.types = types.map(String);
  const signature = facts.signature && ruleOf(facts.signature);
  if (signature !== undefined) info.analytic = { ...signature, type_id: 1 };
  if (facts.sourceUrl !== undefined) info.src_url = facts.sourceUrl;
  return info;
}

function evidenceOf(facts: FindingFacts): Evidences {
  const { traffic: _, ...connection } = connectionAttributes(facts);
  const evidence: Evidences = { ...connection };
  const user = knownUserOf(facts.user);
  if (user !== undefined) evidence.user = user;
  const file = facts.file && fileOf(facts.file);
  if (file !== undefined) evidence.file = file;
  const url = facts.url && urlOf(facts.url);
  if (url !== undefined) evidence.url = url;
  return evidence;
}

/** A file by its name; one of which only a hash is known goes by that. */
export function fileOf({ path, size, hashes }: FileFacts): File | undefined {
  const prints = (hashes ?? []).flatMap((hash) => fingerprintOf(hash) ?? []);
  const name = path !== undefined && path !== '' ? fileNameOf(path) : prints[0]?.value;
  if (name === undefined) return undefined;
  const file: File = { name, type_id: FileTypeId.Unknown };
  if (path !== undefined && path !== name && path !== '') file.path = path;
  if (size !== undefined) file.size = size;
  if (prints.length > 0) file.hashes = prints;
  return file;
}

/** Which hash it is follows from its length. */
function fingerprintOf(hash: string | undefined): Fingerprint | undefined {
  if (hash === undefined || !/^[0-9A-Fa-f]{32,64}$/.test(hash)) return undefined;
  const algorithm = algorithms.get(hash.length);
  return algorithm === undefined ? undefined : { algorithm_id: algorithm, value: hash };
}

const algorithms: ReadonlyMap<number, 1 | 2 | 3> = new Map([
  [32, 1],
  [40, 2],
  [64, 3],
] as const);
