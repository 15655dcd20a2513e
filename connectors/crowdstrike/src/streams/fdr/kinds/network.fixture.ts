import type { Kind } from './kind.fixture.ts';

export const network: readonly Kind[] = [
  {
    says: 'a process asked for a name, with the answer if there was one',
    is: 'DNS Activity: Query',
    names: ['DnsRequest', 'SuspiciousDnsRequest', 'DnsRequestResult'],
  },
  {
    says: 'a request for a name was blocked',
    is: 'DNS Activity: Query',
    status: 'Failure',
    names: ['DnsRequestBlocked'],
  },
  {
    says: 'an application connects to another host, or accepts its connection',
    is: 'Network Activity: Open',
    status: 'Success',
    names: ['NetworkConnectIP4', 'NetworkConnectIP6', 'NetworkReceiveAcceptIP4', 'NetworkReceiveAcceptIP6'],
  },
  {
    says: 'such a connection was blocked',
    is: 'Network Activity: Refuse',
    status: 'Failure',
    names: ['NetworkConnectIP4Blocked', 'NetworkConnectIP6Blocked'],
  },
  { says: 'a socket was closed', is: 'Network Activity: Close', names: ['NetworkCloseIP4', 'NetworkCloseIP6'] },
  { says: 'a socket listens', is: 'Network Activity: Listen', names: ['NetworkListenIP4', 'NetworkListenIP6'] },
  {
    says: 'a socket was bound in raw mode',
    is: 'Network Activity: Other',
    with: { activity_name: 'Raw Bind' },
    names: ['RawBindIP4', 'RawBindIP6'],
  },
  {
    says: 'a socket was bound in promiscuous mode',
    is: 'Network Activity: Other',
    with: { activity_name: 'Promiscuous Bind' },
    names: ['PromiscuousBindIP4', 'PromiscuousBindIP6'],
  },
  {
    says: 'a rule of the firewall matched an attempt to connect',
    is: 'Network Activity: Other',
    with: { activity_name: 'Match of a Firewall Rule' },
    names: ['FirewallRuleIP4Matched', 'FirewallRuleIP6Matched'],
  },
];
