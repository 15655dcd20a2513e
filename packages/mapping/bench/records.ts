/** Records as such logs have them: synthetic, no two alike. */
export function httpRecords(count: number): readonly unknown[] {
  const methods = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH'];
  return Array.from({ length: count }, (_, index) =>
    JSON.parse(
      JSON.stringify({
        time: new Date(Date.UTC(2026, 0, 15) + index * 137).toISOString(),
        remote_addr: `192.0.2.${index % 256}`,
        remote_port: 1024 + (index % 60_000),
        host: 'www.example.com',
        method: methods[index % methods.length],
        uri: `/catalogue/item/${index}`,
        args: index % 3 === 0 ? `page=${index % 10}` : '-',
        protocol: 'HTTP/1.1',
        status: index % 17 === 0 ? 404 : 200,
        bytes_sent: 500 + (index % 9_000),
        request_length: 200 + (index % 300),
        request_time: (index % 900) / 1000,
        user_agent: 'Mozilla/5.0 (X11; Linux x86_64) Example/1.0',
        referrer: index % 2 === 0 ? 'https://www.example.com/' : '-',
        upstream: `203.0.113.${index % 8}:8080`,
        request_id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
      }),
    ),
  );
}

export function firewallRecords(count: number): readonly string[] {
  const actions = ['accept', 'close', 'deny', 'timeout'];
  return Array.from(
    { length: count },
    (_, index) =>
      `date=2026-01-15 time=10:00:00 devname="edge-1" eventtime=${1_768_471_200 + index} type="traffic" level="${index % 9 === 0 ? 'warning' : 'notice'}" ` +
      `srcip=192.0.2.${index % 256} srcport=${1024 + (index % 60_000)} srcintf="lan" dstip=198.51.100.${index % 200} dstport=443 dstintf="wan1" ` +
      `sessionid=${100_000 + index} proto=6 action="${actions[index % 4]}" policyid=${index % 40} policyname="office to internet" ` +
      `duration=${index % 600} sentbyte=${index % 70_000} rcvdbyte=${index % 90_000} sentpkt=${index % 90} rcvdpkt=${index % 80} app="HTTPS" ` +
      `appcat="Web" countweb=1 osname="Linux" craction=${index % 7}`,
  );
}

export function sshdRecords(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => {
    const head = `<38>Jan 15 10:${String(index % 60).padStart(2, '0')}:00 bastion sshd[${1000 + (index % 9000)}]: `;
    const from = `from 192.0.2.${index % 256} port ${1024 + (index % 60_000)} ssh2`;
    switch (index % 4) {
      case 0:
        return `${head}Failed password for invalid user user${index % 50} ${from}`;
      case 1:
        return `${head}Failed password for user${index % 50} ${from}`;
      case 2:
        return `${head}Accepted publickey for user${index % 50} ${from}: ED25519 SHA256:AAAA${index}`;
      default:
        return `${head}Connection closed by 192.0.2.${index % 256} port ${index % 60_000} [preauth]`;
    }
  });
}

/** Events of an endpoint agent, of as many kinds as such a feed mixes. */
export function fdrRecords(count: number): readonly unknown[] {
  const common = [
    'ProcessRollup2',
    'DnsRequest',
    'NetworkConnectIP4',
    'EndOfProcess',
    'PeFileWritten',
    'FileDeleteInfo',
  ];
  const rare = [
    'UserLogon',
    'NewScriptWritten',
    'NetworkCloseIP4',
    'ZipFileWritten',
    'SensorHeartbeat',
    'UserLogonFailed2',
  ];
  return Array.from({ length: count }, (_, index) => {
    const names = index % 5 === 4 ? rare : common;
    const kind = names[Math.floor(index / 5 + index) % names.length] ?? '';
    const fields = {
      event_simpleName: kind,
      timestamp: String(1_768_471_200_000 + index * 31),
      id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
      aid: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
      cid: 'cccccccccccccccccccccccccccccccc',
      aip: `198.51.100.${index % 200}`,
      event_platform: index % 3 === 0 ? 'Lin' : 'Win',
      ConfigBuild: '1007.3.0016606.1',
      ConfigStateHash: String(index % 900),
      ContextProcessId: String(200_000_000 + index),
      ContextBaseFileName: 'explorer.exe',
      EffectiveTransmissionClass: '3',
    };
    return JSON.parse(JSON.stringify({ ...fields, ...ofKind(kind, index) })) as unknown;
  });
}

function ofKind(kind: string, index: number): object {
  if (kind.startsWith('Process') || kind === 'EndOfProcess')
    return {
      TargetProcessId: String(300_000_000 + index),
      RawProcessId: String(index % 30_000),
      ParentProcessId: String(200_000_000 + index),
      ImageFileName: '\\Device\\HarddiskVolume2\\Windows\\System32\\svchost.exe',
      CommandLine: `C:\\Windows\\System32\\svchost.exe -k netsvcs -p ${index % 100}`,
      SHA256HashData: 'a'.repeat(64),
      SessionId: '0',
    };
  if (kind.startsWith('Network'))
    return {
      LocalAddressIP4: '192.0.2.5',
      LocalPort: String(1024 + (index % 60_000)),
      RemoteAddressIP4: `203.0.113.${index % 250}`,
      RemotePort: '443',
      Protocol: '6',
      ConnectionDirection: '0',
      ConnectionFlags: '0',
    };
  if (kind === 'DnsRequest')
    return { DomainName: `host${index % 900}.example.com`, RequestType: '1', DualRequest: '0' };
  if (kind.startsWith('User'))
    return { UserName: `user${index % 50}`, UserSid: 'S-1-5-21-1-2-3-1001', LogonType: '3', LogonDomain: 'EXAMPLE' };
  if (kind.endsWith('Written') || kind.startsWith('File'))
    return {
      TargetFileName: `\\Device\\HarddiskVolume2\\Users\\a\\file${index % 700}.tmp`,
      Size: String(index % 90_000),
    };
  return { SensorStateBitMap: '0' };
}
