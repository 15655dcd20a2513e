import {
  ClassificationIds,
  FileTypeId,
  FingerprintAlgorithmId,
  type Evidences,
  type Malware,
} from '@sluice/ocsf/1.3.0';
import type { Fields } from './fields.ts';
import { present, some } from './left-out.ts';

const classifications = new Map<string, ClassificationIds>([
  ['ADWARE', ClassificationIds.Adware],
  ['BLENDED_THREAT', ClassificationIds.Other],
  ['BOTNET_AGENT', ClassificationIds.Bot],
  ['COIN_MINER', ClassificationIds.ResourceExploitation],
  ['EXPLOIT_KIT', ClassificationIds.ExploitKit],
  ['KEYLOGGER', ClassificationIds.Keylogger],
  ['MACRO', ClassificationIds.Other],
  ['POTENTIALLY_UNWANTED', ClassificationIds.Other],
  ['SPYWARE', ClassificationIds.Spyware],
  ['RANSOMWARE', ClassificationIds.Ransomware],
  ['REMOTE_ACCESS', ClassificationIds.RemoteAccessTrojan],
  ['ROOTKIT', ClassificationIds.Rootkit],
  ['TROJAN', ClassificationIds.Trojan],
  ['VIRUS', ClassificationIds.Virus],
  ['WORM', ClassificationIds.Worm],
]);

/** The malware that a finding names. */
export function malwareOf(finding: Fields): readonly Malware[] | undefined {
  return some([...finding.objects('Malware').map(malware), ...finding.objects('Threats').map(threat)]);
}

function malware(found: Fields): Malware | undefined {
  const name = found.text('Name');
  if (name === undefined) return undefined;
  const id = found.word('Type', classifications);
  const isNamed = id === ClassificationIds.Other;
  return {
    name,
    classification_ids: [id ?? ClassificationIds.Unknown],
    ...present({ classifications: isNamed ? some([found.text('Type')]) : undefined, path: found.text('Path') }),
  };
}

function threat(found: Fields): Malware | undefined {
  const name = found.text('Name');
  return name === undefined ? undefined : { name, classification_ids: [ClassificationIds.Unknown] };
}

/** The files in which GuardDuty's malware scan found something. */
export function threatFilesOf(finding: Fields): readonly (Evidences | undefined)[] {
  return finding.objects('Threats').flatMap((found) => found.objects('FilePaths').map(threatFile));
}

function threatFile(found: Fields): Evidences | undefined {
  const name = found.text('FileName') ?? found.text('FilePath');
  if (name === undefined) return undefined;
  const hashes = some([hashOf(found)]);
  return { file: { name, type_id: FileTypeId.RegularFile, ...present({ path: found.text('FilePath'), hashes }) } };
}

const algorithms: ReadonlyMap<number, FingerprintAlgorithmId> = new Map([
  [32, FingerprintAlgorithmId.MD5],
  [40, FingerprintAlgorithmId.SHA1],
  [64, FingerprintAlgorithmId.SHA256],
  [128, FingerprintAlgorithmId.SHA512],
]);

/** Which algorithm it is follows from the length. */
function hashOf(found: Fields): { algorithm_id: FingerprintAlgorithmId; value: string } | undefined {
  const hash = found.peek('Hash');
  const id = typeof hash === 'string' && /^[0-9a-f]+$/i.test(hash) ? algorithms.get(hash.length) : undefined;
  return id === undefined ? undefined : { algorithm_id: id, value: found.text('Hash') ?? '' };
}
