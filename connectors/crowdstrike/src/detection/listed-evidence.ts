import type { Evidences } from '@sluice/ocsf/1.3.0';
import { isHostname } from '../falcon/address.ts';
import { Fields } from '../falcon/fields.ts';
import { RecordShapes } from '../falcon/record-shapes.ts';
import { evidenceOfConnection } from './connections.ts';
import { fileOf } from './process.ts';

/** No more of a list becomes evidence: all of it stands in `unmapped`. */
const maxOfList = 50;

type ToEvidence = (item: Fields) => Evidences | undefined;

/** Lists of the event stream and of alerts, and what each element of theirs is. */
const lists: Readonly<Record<string, ToEvidence>> = {
  NetworkAccesses: evidenceOfConnection,
  network_accesses: evidenceOfConnection,
  DnsRequests: (request) => lookup(request, 'DomainName', 'RequestType'),
  dns_requests: (request) => lookup(request, 'domain_name', 'request_type'),
  ExecutablesWritten: (item) => file(item, 'FileName', 'FilePath', 'SHA256HashData'),
  DocumentsAccessed: (item) => file(item, 'FileName', 'FilePath', 'SHA256HashData'),
  QuarantineFiles: (item) => file(item, '', 'ImageFileName', 'SHA256HashData'),
  executables_written: (item) => file(item, 'filename', 'filepath', 'sha256'),
  documents_accessed: (item) => file(item, 'filename', 'filepath', 'sha256'),
  files_written: (item) => file(item, 'filename', 'filepath', 'sha256'),
  files_accessed: (item) => file(item, 'filename', 'filepath', 'sha256'),
  quarantined_files: (item) => file(item, 'filename', '', 'sha256'),
  ThreatgraphIndicators: (indicator) => processBy(indicator.text('ProcessId')),
  threatgraph_indicators: (indicator) => processBy(indicator.text('process_id')),
};

/**
 * What a detection lists beside what it is about, each as a piece of evidence: connections, names that DNS was asked for,
 * files, processes of a lead's indicators. The lists are not taken.
 */
export function listedEvidence(detection: Fields): readonly Evidences[] {
  return Object.entries(lists).flatMap(([name, toEvidence]) => evidenceIn(detection.raw(name), toEvidence));
}

function evidenceIn(list: unknown, toEvidence: ToEvidence): readonly Evidences[] {
  if (!Array.isArray(list)) return [];
  const shapes = new RecordShapes();
  return list.slice(0, maxOfList).flatMap((item: unknown) => {
    const fields = Fields.of(item, shapes);
    const evidence = fields === undefined ? undefined : toEvidence(fields);
    return evidence === undefined ? [] : [evidence];
  });
}

function lookup(request: Fields, name: string, type: string): Evidences | undefined {
  const hostname = request.text(name);
  if (hostname === undefined || !isHostname(hostname)) return undefined;
  const asked = request.text(type);
  return { query: asked === undefined ? { hostname } : { hostname, type: asked } };
}

function processBy(uid: string | undefined): Evidences | undefined {
  return uid === undefined || uid === '0' ? undefined : { process: { uid } };
}

function file(item: Fields, name: string, path: string, sha256: string): Evidences | undefined {
  const found = fileOf(item, { name, path, sha256, md5: '', sha1: '' });
  return found === undefined ? undefined : { file: found };
}
