import { reject, type MapContext, type MapResult } from '@sluice/connector';
import type { Device, Process } from '@sluice/ocsf/1.3.0';
import { dispositionOf } from '../../detection/disposition.ts';
import type { DetectionFacts, Tactic } from '../../detection/facts.ts';
import { findingOf, profilesOf } from '../../detection/finding.ts';
import { namedByIndicators } from '../../detection/indicator-host.ts';
import { listedEvidence } from '../../detection/listed-evidence.ts';
import { fileOf, processOf, userBy } from '../../detection/process.ts';
import { nameUser } from '../../falcon/account-name.ts';
import { isHostname, readIp } from '../../falcon/address.ts';
import { Fields, isText } from '../../falcon/fields.ts';
import { fileAt } from '../../falcon/file.ts';
import { platformOs } from '../../falcon/platform.ts';
import { shapesFor } from '../../falcon/record-shapes.ts';
import type { AlertsConfig } from './config.ts';

/** One version of an alert to its finding. */
export function mapAlert(value: unknown, { config }: MapContext<AlertsConfig>): MapResult {
  const fields = Fields.of(value, shapesFor(config));
  if (fields === undefined) return reject('not_an_object', 'the alert is JSON, but no object');
  const facts = factsOf(fields);
  if (facts === undefined) return reject('no_id', 'the alert has neither composite_id nor id');
  const finding = findingOf(facts);
  const event: Record<string, unknown> & { class_uid: number } = { ...finding };
  const updated = facts.modified;
  const time = updated ?? facts.created ?? fields.time('timestamp');
  if (time !== undefined) event['time'] = time;
  const tenant = fields.text('cid');
  const type = fields.text('type');
  event['metadata'] = {
    profiles: profilesOf(finding),
    uid: updated === undefined ? facts.uid : `${facts.uid}@${updated}`,
    log_name: 'alerts',
    ...(tenant === undefined ? {} : { tenant_uid: tenant }),
    ...(type === undefined ? {} : { event_code: type }),
    ...(updated === undefined ? {} : { modified_time: updated }),
  };
  const rest = fields.rest();
  if (rest !== undefined) event['unmapped'] = rest;
  return event;
}

function factsOf(fields: Fields): DetectionFacts | undefined {
  const uid = fields.first('composite_id', 'id');
  if (uid === undefined) return undefined;
  const process = processWithParents(fields);
  return {
    uid,
    title: fields.first('display_name', 'name') ?? 'Alert',
    description: fields.text('description'),
    url: fields.text('falcon_host_link'),
    types: textsOf(fields, 'data_domains'),
    patternId: fields.text('pattern_id'),
    severityName: fields.text('severity_name'),
    severity: fields.integer('severity'),
    confidence: fields.integer('confidence'),
    status: fields.text('status'),
    tactics: tacticsOf(fields),
    created: fields.time('created_timestamp'),
    modified: fields.time('updated_timestamp'),
    firstSeen: fields.time('start_time') ?? fields.time('signal_start_timestamp') ?? fields.time('context_timestamp'),
    lastSeen: fields.time('end_time') ?? fields.time('signal_end_timestamp'),
    disposition: dispositionOf(fields.raw('pattern_disposition_details')),
    process,
    file: process === undefined ? fileOf(fields, names) : undefined,
    user: userBy(fields, 'user_name', 'user_id', 'logon_domain') ?? sourceUser(fields) ?? listedUser(fields),
    source:
      endpointOf(fields, 'source_endpoint_ip_address', 'source_endpoint_host_name') ??
      listedEndpoint(fields, 'source_ips', 'source_hosts'),
    target:
      endpointOf(fields, 'target_endpoint_ip_address', 'target_endpoint_host_name') ??
      listedEndpoint(fields, 'destination_ips', 'destination_hosts'),
    device: namedByIndicators(deviceOf(fields), fields),
    comment: fields.text('comment'),
    evidences: listedEvidence(fields),
  };
}

function sourceUser(fields: Fields): DetectionFacts['user'] {
  return userBy(fields, 'source_account_name', 'source_account_object_sid', 'source_account_domain');
}

/** Alerts made of third parties' data list whom they are about: taken where it is one, for only then it is the one. */
function onlyOf(fields: Fields, name: string): string | undefined {
  const list = fields.raw(name);
  const [only]: readonly unknown[] = Array.isArray(list) && list.length === 1 ? list : [];
  return isText(only) ? only : undefined;
}

function listedUser(fields: Fields): DetectionFacts['user'] {
  const name = onlyOf(fields, 'user_names');
  if (name === undefined) return undefined;
  fields.take('user_names');
  return { name };
}

function listedEndpoint(fields: Fields, ipsField: string, hostsField: string): DetectionFacts['source'] {
  const ip = readIp(onlyOf(fields, ipsField) ?? '');
  const host = onlyOf(fields, hostsField);
  const hostname = host !== undefined && isHostname(host) ? host : undefined;
  if (ip === undefined && hostname === undefined) return undefined;
  if (ip !== undefined) fields.take(ipsField);
  if (hostname !== undefined) fields.take(hostsField);
  return { ...(ip === undefined ? {} : { ip }), ...(hostname === undefined ? {} : { hostname }) };
}

function textsOf(fields: Fields, name: string): readonly string[] | undefined {
  const list = fields.raw(name);
  if (!Array.isArray(list) || !list.every(isText)) return undefined;
  fields.take(name);
  return list;
}

/** `mitre_attack` lists all; older alerts have one tactic and technique. */
function tacticsOf(fields: Fields): readonly Tactic[] {
  const list = fields.raw('mitre_attack');
  if (Array.isArray(list) && list.length > 0) {
    for (const name of ['tactic', 'tactic_id', 'technique', 'technique_id']) fields.take(name);
    return list.slice(0, 100).flatMap((item) => {
      const attack = fields.within(item);
      return attack === undefined ? [] : [tacticOf(attack)];
    });
  }
  return [tacticOf(fields)];
}

function tacticOf(fields: Fields): Tactic {
  return {
    tactic: fields.text('tactic'),
    tacticId: fields.text('tactic_id'),
    technique: fields.text('technique'),
    techniqueId: fields.text('technique_id'),
  };
}

const names = {
  uid: 'process_id',
  pid: 'local_process_id',
  commandLine: 'cmdline',
  name: 'filename',
  path: 'filepath',
  md5: 'md5',
  sha1: 'sha1',
  sha256: 'sha256',
  started: 'process_start_time',
  ended: 'process_end_time',
};

function processWithParents(fields: Fields): Process | undefined {
  const process = processOf(fields, names);
  if (process === undefined) return undefined;
  const user = fields.peek('user_name');
  const sid = fields.peek('user_id');
  if (user !== undefined || sid !== undefined) {
    process.user = sid === undefined ? {} : { uid: sid };
    if (user !== undefined) nameUser(process.user, user);
  }
  const details = fields.within(fields.raw('parent_details'));
  const parent = details === undefined ? undefined : parentOf(details);
  if (parent !== undefined) process.parent_process = parent;
  return process;
}

/** What a column of a parent holds; the rest of it stays in `unmapped`, where the whole of it is. */
function parentOf(details: Fields): Process | undefined {
  const process = processOf(details, { ...names, started: '', ended: '' });
  if (process?.file !== undefined) process.file = fileAt(process.file.path ?? process.file.name);
  return process;
}

function endpointOf(
  fields: Fields,
  ipField: string,
  nameField: string,
): { ip?: string; hostname?: string } | undefined {
  const ip = fields.ip(ipField);
  const name = fields.peek(nameField);
  const hostname = name !== undefined && isHostname(name) ? fields.text(nameField) : undefined;
  if (ip === undefined && hostname === undefined) return undefined;
  return { ...(ip === undefined ? {} : { ip }), ...(hostname === undefined ? {} : { hostname }) };
}

function listedDevice(fields: Fields): Device | undefined {
  const name = onlyOf(fields, 'host_names');
  if (name === undefined) return undefined;
  fields.take('host_names');
  return isHostname(name) ? { type_id: 0, hostname: name } : { type_id: 0, name };
}

function deviceOf(fields: Fields): Device | undefined {
  const host = fields.within(fields.raw('device'));
  const uid = host?.text('device_id') ?? fields.text('agent_id');
  if (uid === undefined) return listedDevice(fields);
  const device: Device = { type_id: 0, uid };
  if (host === undefined) return device;
  const name = host.text('hostname');
  if (name !== undefined && isHostname(name)) device.hostname = name;
  else if (name !== undefined) device.name = name;
  const ip = host.ip('local_ip') ?? host.ip('external_ip');
  if (ip !== undefined) device.ip = ip;
  const mac = host.text('mac_address');
  if (mac !== undefined && /^(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}$/i.test(mac)) device.mac = mac;
  const domain = host.text('machine_domain');
  if (domain !== undefined) device.domain = domain;
  const os = platformOs(host.text('platform_name'), host.text('os_version'));
  if (os !== undefined) device.os = os;
  const product = host.text('product_type_desc');
  if (product === 'Server' || product === 'Domain Controller') device.type_id = 1;
  const first = host.time('first_seen');
  if (first !== undefined) device.first_seen_time = first;
  const last = host.time('last_seen');
  if (last !== undefined) device.last_seen_time = last;
  return device;
}
