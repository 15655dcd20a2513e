import { describe, expect, test } from 'vitest';
import { eventOf } from '../record.fixture.ts';

const context = { ContextProcessId: '7' };

describe('registry', () => {
  const key = { ...context, RegObjectName: '\\REGISTRY\\MACHINE\\Run' };

  test('a type of value is one of Windows, in OCSF’s numbers', () => {
    const types = [0, 1, 2, 3, 4, 5, 6, 7, 11].map((type) => valueTypeOf(String(type)));
    expect(types).toEqual([7, 10, 4, 1, 2, 3, 5, 6, 8]);
    expect(valueTypeOf('8')).toBeUndefined();
  });

  function valueTypeOf(type: string): unknown {
    const event = eventOf('AsepValueUpdate', { ...key, RegType: type });
    return (event['reg_value'] as { type_id?: number }).type_id;
  }

  test.each([
    ['1', 201_002, 2],
    ['2', 201_002, 4],
    ['101', 201_002, 2],
    ['102', 201_002, 4],
    ['3', 201_001, 1],
    ['4', 201_001, 4],
    ['5', 201_001, 6],
    ['7', 201_001, 5],
    ['8', 201_001, 2],
    ['9', 201_001, 2],
  ])('operation %s is class %i, activity %i', (operation, classUid, activityId) => {
    const event = eventOf('AsepValueUpdate', { ...key, RegOperationType: operation });
    expect(event).toMatchObject({ class_uid: classUid, activity_id: activityId });
    expect(event).not.toHaveProperty('unmapped');
  });

  test('a value without a name is the default one, and its data are of one of three kinds', () => {
    for (const name of ['RegStringValue', 'RegNumericValue', 'RegBinaryValue'])
      expect(eventOf('AsepValueUpdate', { ...key, [name]: '1' }), name).toMatchObject({
        reg_value: { name: '(Default)', is_default: true, data: '1' },
      });
    const named = eventOf('AsepValueUpdate', { ...key, RegValueName: 'Updater' })['reg_value'];
    expect(named).toEqual({ path: '\\REGISTRY\\MACHINE\\Run', name: 'Updater' });
  });
});

describe('logons', () => {
  const user = { UserName: 'ada' };

  test('the type of a logon says whether it came over the network', () => {
    const types = [2, 3, 4, 5, 7, 8, 9, 10, 11, 12, 13];
    const events = types.map((type) => eventOf('UserLogon', { ...user, LogonType: String(type) }));
    expect(events.map((event) => event['logon_type_id'])).toEqual(types);
    const isRemote = [false, true, false, false, false, true, undefined, true, false, true, false];
    expect(events.map((event) => event['is_remote'])).toEqual(isRemote);
    expect(events.map((event) => event['is_cleartext']).indexOf(true)).toBe(5);
    expect(eventOf('UserLogon', { ...user, LogonType: '6' })).toMatchObject({ unmapped: { LogonType: '6' } });
  });

  test.each([
    ['Kerberos', { auth_protocol_id: 2 }],
    ['NTLM', { auth_protocol_id: 1 }],
    ['WDigest', { auth_protocol_id: 3 }],
    ['Negotiate', { auth_protocol_id: 99, auth_protocol: 'Negotiate' }],
  ])('%s is a protocol', (name, expected) => {
    expect(eventOf('UserLogon', { ...user, AuthenticationPackage: name })).toMatchObject(expected);
  });

  test('the more exact of two codes says why a logon failed', () => {
    const [status, subStatus] = ['3221225581', '3221225572'];
    expect(eventOf('UserLogonFailed2', { ...user, Status: status, SubStatus: subStatus })).toMatchObject({
      status_code: '0xC0000064',
      status_detail: 'The user name does not exist',
      unmapped: { Status: status },
    });
    expect(eventOf('UserLogonFailed2', { ...user, Status: status, SubStatus: '0' })['status_code']).toBe('0xC000006D');
    expect(eventOf('UserLogonFailed2', { ...user, Status: status })['status_code']).toBe('0xC000006D');
    expect(eventOf('UserLogonFailed2', { ...user, Status: '5' })).not.toHaveProperty('status_detail');
    expect(eventOf('UserLogonFailed2', user)).not.toHaveProperty('status_code');
    expect(eventOf('UserLogon', { ...user, Status: status })).not.toHaveProperty('status_code');
  });

  test('where it came from is an address, a name, or nowhere', () => {
    const sources = [
      { RemoteAddressIP4: '192.0.2.7', RemotePort: '50000' },
      { RemoteAddressIP6: '2001:db8::7', RemotePort: '0' },
      { ClientComputerName: 'pc1' },
      { ClientComputerName: "Ada's PC" },
      { ClientComputerName: '-', RemotePort: '50000' },
    ].map((source) => eventOf('UserLogon', { ...user, ...source })['src_endpoint']);
    expect(sources).toEqual([
      { ip: '192.0.2.7', port: 50_000 },
      { ip: '2001:db8::7' },
      { hostname: 'pc1' },
      { name: "Ada's PC" },
      undefined,
    ]);
  });

  test('a session has an id, a beginning and a server', () => {
    const session = { LogonTime: '1768471200', LogonServer: 'DC1' };
    for (const name of ['AuthenticationId', 'LogonId'])
      expect(eventOf('UserLogon', { ...user, ...session, [name]: '999' })['session'], name).toEqual({
        uid: '999',
        created_time: 1_768_471_200_000,
        issuer: 'DC1',
      });
    expect(eventOf('UserLogon', { ...user, LogonTime: '1768471200' })['session']).toEqual({
      created_time: 1_768_471_200_000,
    });
    expect(eventOf('UserLogon', { ...user, LogonServer: 'DC1' })).not.toHaveProperty('session');
  });
});

describe('DNS', () => {
  const request = { DomainName: 'example.com' };

  test.each([
    ['1', 'A'],
    ['2', 'NS'],
    ['5', 'CNAME'],
    ['6', 'SOA'],
    ['12', 'PTR'],
    ['15', 'MX'],
    ['16', 'TXT'],
    ['28', 'AAAA'],
    ['33', 'SRV'],
    ['35', 'NAPTR'],
    ['43', 'DS'],
    ['46', 'RRSIG'],
    ['47', 'NSEC'],
    ['48', 'DNSKEY'],
    ['52', 'TLSA'],
    ['64', 'SVCB'],
    ['65', 'HTTPS'],
    ['255', 'ANY'],
    ['257', 'CAA'],
  ])('type %s is %s', (RequestType, type) => {
    expect(eventOf('DnsRequest', { ...request, RequestType })['query']).toEqual({ hostname: 'example.com', type });
  });

  test('the resolver of Windows tells the response code', () => {
    const codes = ['0', '9001', '9002', '9003', '9004', '9005', '9501'].map((QueryStatus) =>
      eventOf('DnsRequest', { ...request, QueryStatus, event_platform: 'Win' }),
    );
    expect(codes.map((event) => event['rcode_id'])).toEqual([0, 1, 2, 3, 4, 5, 0]);
    expect(codes.map((event) => event['status_id'])).toEqual([1, 2, 2, 2, 2, 2, 1]);
  });

  test('another status says nothing; an answer, or no status, is a success', () => {
    const status = { ...request, QueryStatus: '9003', event_platform: 'Lin' };
    expect(eventOf('DnsRequest', status)).not.toHaveProperty('status_id');
    expect(eventOf('DnsRequest', status)).toMatchObject({ activity_id: 1, unmapped: { QueryStatus: '9003' } });
    expect(eventOf('DnsRequest', { ...status, FirstIP4Record: '192.0.2.1' })).toMatchObject({ status_id: 1 });
    expect(eventOf('DnsRequest', request)).toMatchObject({ activity_id: 1, status_id: 1 });
    expect(eventOf('DnsRequest', request)).not.toHaveProperty('rcode_id');
  });

  test('answers are names and addresses, each once', () => {
    const answers = {
      CNAMERecords: 'www.example.com; ;',
      IP4Records: '192.0.2.1;192.0.2.2;',
      IP6Records: '2001:db8::1',
      FirstIP4Record: '192.0.2.1',
      FirstIP6Record: '2001:db8::2',
    };
    expect(eventOf('DnsRequest', { ...request, ...answers, RespondingDnsServer: '192.0.2.53' })).toMatchObject({
      activity_id: 6,
      answers: [
        { rdata: 'www.example.com', type: 'CNAME' },
        { rdata: '192.0.2.1', type: 'A' },
        { rdata: '192.0.2.2', type: 'A' },
        { rdata: '2001:db8::1', type: 'AAAA' },
        { rdata: '2001:db8::2', type: 'AAAA' },
      ],
      dst_endpoint: { ip: '192.0.2.53' },
    });
    expect(eventOf('DnsRequest', { ...request, FirstIP4Record: 'none' })).toMatchObject({
      unmapped: { FirstIP4Record: 'none' },
    });
    expect(eventOf('DnsRequest', { ...request, FirstIP4Record: 'none' })).not.toHaveProperty('answers');
  });
});

describe('services', () => {
  const service = { ...context, ServiceDisplayName: 'Spooler' };

  test('start, error control and kind have ids in OCSF', () => {
    const starts = ['0', '1', '2', '3', '4', '5'].map((ServiceStart) => serviceOf({ ServiceStart }));
    expect(starts.map((each) => each['service_start_type_id'])).toEqual([1, 2, 3, 4, 5, undefined]);
    const errors = ['0', '1', '2', '3', '4'].map((ServiceErrorControl) => serviceOf({ ServiceErrorControl }));
    expect(errors.map((each) => each['service_error_control_id'])).toEqual([1, 2, 3, 4, undefined]);
    const kinds = ['1', '2', '16', '32', '272', '96', '4'].map((ServiceType) => serviceOf({ ServiceType }));
    expect(kinds.map((each) => each['service_type_id'])).toEqual([1, 2, 3, 4, 3, 4, 0]);
  });

  test('it runs a command, in a group, as an account', () => {
    for (const name of ['ServiceImagePath', 'CommandLine', 'ImageFileName'])
      expect(serviceOf({ [name]: 'spoolsv.exe' }), name).toEqual({
        name: 'Spooler',
        service_type_id: 0,
        cmd_line: 'spoolsv.exe',
      });
    expect(serviceOf({ ServiceGroup: 'SpoolerGroup', ServiceObjectName: 'LocalSystem' })).toEqual({
      name: 'Spooler',
      service_type_id: 0,
      load_order_group: 'SpoolerGroup',
      service_start_name: 'LocalSystem',
    });
    const unnamed = eventOf('ServiceStarted', { ...context, ServiceName: 'spooler' });
    expect(unnamed).toMatchObject({ win_service: { name: 'spooler' } });
  });

  function serviceOf(fields: Readonly<Record<string, string>>): Readonly<Record<string, unknown>> {
    return { ...(eventOf('ServiceStarted', { ...service, ...fields })['win_service'] as object) };
  }
});

describe('scripts and modules', () => {
  test('a script is a file by its name, or by what it holds', () => {
    const hash = 'c'.repeat(64);
    const module = (fields: object): unknown =>
      eventOf('ScriptControlScanTelemetry', { ...context, ...fields })['module'];
    expect(module({})).toEqual({ load_type_id: 0, type: 'Script' });
    expect(module({ ScriptContentName: '/tmp/a.ps1' })).toMatchObject({ file: { name: 'a.ps1', type_id: 1 } });
    expect(module({ ContentSHA256HashData: hash })).toEqual({
      load_type_id: 0,
      type: 'Script',
      file: { name: 'script', type_id: 0, hashes: [{ algorithm_id: 3, value: hash }] },
    });
  });

  test('an image is described by its maker, version and size', () => {
    const image = { ImageFileName: '\\a.sys', CompanyName: 'Example Corp', FileVersion: '1.2', ModuleSize: '4096' };
    const file = { name: 'a.sys', company_name: 'Example Corp', version: '1.2', size: 4096 };
    const load = { ...context, ...image, ModuleBaseAddress: '140700', TargetImageFileName: '\\b.exe' };
    expect(eventOf('ImageHash', load)).toMatchObject({
      module: { file, base_address: '140700', load_type_id: 0 },
      actor: { process: { uid: '7', file: { name: 'b.exe' } } },
    });
    expect(eventOf('DriverLoad', { ...context, ...image })).toMatchObject({ driver: { file } });
    expect(eventOf('KextLoad', { ...context, BundleID: 'com.example.kext' })).toMatchObject({
      driver: { file: { name: 'com.example.kext' } },
    });
    const negative = { ...context, ...image, ModuleSize: '-1' };
    expect(eventOf('DriverLoad', negative)).not.toHaveProperty('driver.file.size');
  });
});

describe('connections', () => {
  const ends = {
    LocalAddressIP4: '192.0.2.1',
    LocalPort: '40000',
    RemoteAddressIP4: '198.51.100.1',
    RemotePort: '443',
  };

  test.each([
    ['1', 'icmp'],
    ['2', 'igmp'],
    ['6', 'tcp'],
    ['17', 'udp'],
    ['47', 'gre'],
    ['50', 'esp'],
    ['58', 'ipv6-icmp'],
    ['132', 'sctp'],
    ['99', undefined],
  ])('protocol %s is %s', (Protocol, name) => {
    const info = eventOf('NetworkConnectIP4', { ...ends, Protocol })['connection_info'];
    expect(info).toEqual({
      direction_id: 0,
      protocol_ver_id: 4,
      protocol_num: Number(Protocol),
      ...(name === undefined ? {} : { protocol_name: name }),
    });
  });

  test('the direction says which end began it', () => {
    const local = { ip: '192.0.2.1', port: 40_000 };
    const remote = { ip: '198.51.100.1', port: 443 };
    const out = eventOf('NetworkConnectIP4', { ...ends, ConnectionDirection: '0' });
    expect(out).toMatchObject({ src_endpoint: local, dst_endpoint: remote, connection_info: { direction_id: 2 } });
    const inward = eventOf('NetworkReceiveAcceptIP4', { ...ends, ConnectionDirection: '1' });
    expect(inward).toMatchObject({ src_endpoint: remote, dst_endpoint: local, connection_info: { direction_id: 1 } });
    expect(inward).not.toHaveProperty('unmapped');
    const odd = eventOf('NetworkConnectIP4', { ...ends, ConnectionDirection: '3' });
    expect(odd).toMatchObject({ src_endpoint: local, connection_info: { direction_id: 0 } });
    expect(odd).toMatchObject({ unmapped: { ConnectionDirection: '3' } });
  });
});
