import { ipOf } from '../../events/address.ts';
import { noHttpFacts, type Facts } from '../../events/facts.ts';
import { isJsonRecord, type JsonRecord } from './gather.ts';
import { takeMethod, takeStatus } from './http-exchange.ts';
import { textOf } from './values.ts';

/** An event of the audit log of Kubernetes (`audit.k8s.io`). */
export function isKubernetesAudit({ kind, apiVersion, auditID, verb }: JsonRecord): boolean {
  const isEvent = kind === 'Event' && typeof apiVersion === 'string' && apiVersion.startsWith('audit.k8s.io/');
  return isEvent && typeof auditID === 'string' && typeof verb === 'string';
}

/** What HTTP method a verb of Kubernetes was asked by, as its documentation has it ("Determine the request verb"). */
const methods: Readonly<Record<string, string>> = {
  create: 'POST',
  get: 'GET',
  list: 'GET',
  watch: 'GET',
  update: 'PUT',
  patch: 'PATCH',
  delete: 'DELETE',
  deletecollection: 'DELETE',
};

/**
 * A request is told of in stages, of which only the last is an answered one. Of `sourceIPs` the last is the peer; those
 * before it are what headers say.
 */
export function readKubernetesAudit(facts: Facts, record: JsonRecord): void {
  facts.service ??= 'kube-apiserver';
  const { stage, responseStatus, verb, auditID, sourceIPs, user } = record;
  if (stage !== 'ResponseComplete') return;
  const http = (facts.http ??= noHttpFacts());
  const method = methods[String(verb)];
  if (method !== undefined) http.method = method;
  else takeMethod(http, verb);
  if (isJsonRecord(responseStatus)) takeStatus(http, responseStatus['code']);
  http.requestUid ??= textOf(auditID);
  if (isJsonRecord(user)) http.userUid ??= textOf(user['uid']);
  const addresses: readonly unknown[] = Array.isArray(sourceIPs) ? sourceIPs : [];
  const known = addresses.map((each) => ipOf(String(each))).filter((ip) => ip !== undefined);
  if (known.length !== addresses.length || known.length === 0 || known.length > 64) return;
  http.clientIp = known.at(-1);
  if (known.length > 1) http.forwardedFor ??= known.slice(0, -1);
}
