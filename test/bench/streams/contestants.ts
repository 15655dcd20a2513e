import { join } from 'node:path';
import type { Connector, Origin } from '@sluice/connector';
import { connector as appLogs } from '@sluice/connector-app-logs';
import { connector as crowdstrike } from '@sluice/connector-crowdstrike';
import { connector as securityHub } from '@sluice/connector-security-hub';
import { connector as syslog } from '@sluice/connector-syslog';

export interface Contestant {
  readonly connector: Connector;
  readonly stream: string;
  /** Where the records come from: the golden cases of the stream. */
  readonly fixtures: string;
  /** One kind of the stream's records, and how the names of its golden cases begin; without it all. */
  readonly kind?: { readonly name: string; readonly cases: RegExp };
  /** What a user would write. */
  readonly config: unknown;
  readonly origin: Origin;
}

const below = (path: string): string => join(import.meta.dirname, '../../../connectors', path);

/** Senders of syslog cost from two to sixty microseconds a message: one figure for all would say little. */
const syslogKinds = [
  { name: 'sshd, PAM, sudo', cases: /^(?:sshd|pam|sudo|su|login)/ },
  { name: 'other programs', cases: /^(?:accounts|groups|cron|netfilter|dns|dhcp|postfix|systemd|auditd)/ },
  { name: 'Cisco ASA', cases: /^(?:asa|ftd)-/ },
  { name: 'FortiGate', cases: /^fortigate-/ },
  { name: 'PAN-OS', cases: /^pan-os-/ },
  { name: 'CEF, LEEF', cases: /^(?:cef|leef)/ },
  { name: 'generic', cases: /^generic-/ },
];

/** Records of a sensor are short or long by what they are about; the short ones weigh most beside their parsing. */
const sensorKinds = [
  undefined,
  { name: 'process', cases: /^process-start/ },
  { name: 'network', cases: /^network-/ },
  { name: 'DNS', cases: /^dns/ },
  { name: 'file', cases: /^file-/ },
];

const falcon = { client_id: 'client', client_secret: 'secret' };

/** The streams of our connectors, one entry for each way of mapping. */
export const contestants: readonly Contestant[] = [
  {
    connector: appLogs,
    stream: 'files',
    fixtures: below('app-logs/src/streams/files/fixtures'),
    config: { paths: ['app.log'] },
    origin: { transport: 'file', path: 'app.log' },
  },
  ...sensorKinds.map((kind) => ({
    connector: crowdstrike,
    stream: 'fdr',
    fixtures: below('crowdstrike/src/streams/fdr/fixtures'),
    ...(kind === undefined ? {} : { kind }),
    config: { queue_url: 'https://sqs.us-west-1.amazonaws.com/111122223333/cs-prod-example' },
    origin: { transport: 's3', path: 's3://cs-prod-example/data/part-00000.gz' },
  })),
  {
    connector: crowdstrike,
    stream: 'alerts',
    fixtures: below('crowdstrike/src/streams/alerts/fixtures'),
    config: falcon,
    origin: { transport: 'https' },
  },
  {
    connector: crowdstrike,
    stream: 'event_streams',
    fixtures: below('crowdstrike/src/streams/event-streams/fixtures'),
    config: falcon,
    origin: { transport: 'https' },
  },
  {
    connector: securityHub,
    stream: 'findings',
    fixtures: below('security-hub/src/streams/findings/fixtures'),
    config: { queue_url: 'https://sqs.eu-central-1.amazonaws.com/111122223333/findings' },
    origin: { transport: 'sqs' },
  },
  ...syslogKinds.map((kind) => ({
    connector: syslog,
    stream: 'messages',
    fixtures: below('syslog/src/streams/messages/fixtures'),
    kind,
    config: { listen: [{ transport: 'udp', port: 5514 }] },
    origin: { transport: 'udp', address: '192.0.2.1' },
  })),
];
