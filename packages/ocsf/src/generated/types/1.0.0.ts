// Made by `npm run generate` in packages/ocsf from the OCSF schema, release 1.0.0 (Apache-2.0). Do not edit.

/** Profiles, as they stand in `metadata.profiles`. */
export type Profile =
  | "cloud"
  | "container"
  | "datetime"
  | "host"
  | "security_control"
  | "linux/linux_users";

/** An object that takes anything. */
export type OpenObject = Readonly<Record<string, unknown>>;

/** Boolean. */
export type BooleanT = boolean;

/** Byte String. */
export type BytestringT = string;

/** Datetime. */
export type DatetimeT = string;

/** Email Address. */
export type EmailT = string;

/** File Hash. */
export type FileHashT = string;

/** File Name. */
export type FileNameT = string;

/** Float. */
export type FloatT = number;

/** Hostname. */
export type HostnameT = string;

/** Integer. */
export type IntegerT = number;

/** IP Address. */
export type IpT = string;

/** JSON. */
export type JsonT = unknown;

/** Long. */
export type LongT = number | bigint;

/** MAC Address. */
export type MacT = string;

/** Port. */
export type PortT = number;

/** Process Name. */
export type ProcessNameT = string;

/** Resource UID. */
export type ResourceUidT = string;

/** String. */
export type StringT = string;

/** Subnet. */
export type SubnetT = string;

/** Timestamp. */
export type TimestampT = number | bigint;

/** URL String. */
export type UrlT = string;

/** User Name. */
export type UsernameT = string;

/** UUID. */
export type UuidT = string;

/** Ids of `activity_id`: Activity ID. */
export const ApiActivityActivityId = {
  Unknown: 0,
  Create: 1,
  Read: 2,
  Update: 3,
  Delete: 4,
  Other: 99,
} as const;
export type ApiActivityActivityId = 0 | 1 | 2 | 3 | 4 | 99;

/** Ids of `activity_id`: Activity ID. */
export const ApplicationLifecycleActivityId = {
  Unknown: 0,
  Install: 1,
  Remove: 2,
  Start: 3,
  Stop: 4,
  Other: 99,
} as const;
export type ApplicationLifecycleActivityId = 0 | 1 | 2 | 3 | 4 | 99;

/** Ids of `activity_id`: Activity ID. */
export const WebResourceAccessActivityActivityId = {
  Unknown: 0,
  AccessGrant: 1,
  AccessDeny: 2,
  AccessRevoke: 3,
  AccessError: 4,
  Other: 99,
} as const;
export type WebResourceAccessActivityActivityId = 0 | 1 | 2 | 3 | 4 | 99;

/** Ids of `activity_id`: Activity ID. */
export const WebResourcesActivityActivityId = {
  Unknown: 0,
  Create: 1,
  Read: 2,
  Update: 3,
  Delete: 4,
  Search: 5,
  Import: 6,
  Export: 7,
  Share: 8,
  Other: 99,
} as const;
export type WebResourcesActivityActivityId = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 99;

/** Ids of `activity_id`: Activity ID. */
export const BaseEventActivityId = {
  Unknown: 0,
  Other: 99,
} as const;
export type BaseEventActivityId = 0 | 99;

/** Ids of `activity_id`: Activity ID. */
export const ConfigStateActivityId = {
  Unknown: 0,
  Log: 1,
  Collect: 2,
  Other: 99,
} as const;
export type ConfigStateActivityId = 0 | 1 | 2 | 99;

/** Ids of `activity_id`: Activity ID. */
export const SecurityFindingActivityId = {
  Unknown: 0,
  Create: 1,
  Update: 2,
  Other: 99,
} as const;
export type SecurityFindingActivityId = 0 | 1 | 2 | 99;

/** Ids of `activity_id`: Activity ID. */
export const AccountChangeActivityId = {
  Unknown: 0,
  Create: 1,
  Enable: 2,
  PasswordChange: 3,
  PasswordReset: 4,
  Disable: 5,
  Delete: 6,
  AttachPolicy: 7,
  DetachPolicy: 8,
  Lock: 9,
  Other: 99,
} as const;
export type AccountChangeActivityId = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 99;

/** Ids of `activity_id`: Activity ID. */
export const AuthenticationActivityId = {
  Unknown: 0,
  Logon: 1,
  Logoff: 2,
  AuthenticationTicket: 3,
  ServiceTicket: 4,
  Other: 99,
} as const;
export type AuthenticationActivityId = 0 | 1 | 2 | 3 | 4 | 99;

/** Ids of `activity_id`: Activity ID. */
export const AuthorizeSessionActivityId = {
  Unknown: 0,
  AssignPrivileges: 1,
  AssignGroups: 2,
  Other: 99,
} as const;
export type AuthorizeSessionActivityId = 0 | 1 | 2 | 99;

/** Ids of `activity_id`: Activity ID. */
export const GroupManagementActivityId = {
  Unknown: 0,
  AssignPrivileges: 1,
  RevokePrivileges: 2,
  AddUser: 3,
  RemoveUser: 4,
  Other: 99,
} as const;
export type GroupManagementActivityId = 0 | 1 | 2 | 3 | 4 | 99;

/** Ids of `activity_id`: Activity ID. */
export const UserAccessActivityId = {
  Unknown: 0,
  AssignPrivileges: 1,
  RevokePrivileges: 2,
  Other: 99,
} as const;
export type UserAccessActivityId = 0 | 1 | 2 | 99;

/** Ids of `activity_id`: Activity ID. */
export const DhcpActivityActivityId = {
  Unknown: 0,
  Discover: 1,
  Offer: 2,
  Request: 3,
  Decline: 4,
  Ack: 5,
  Nak: 6,
  Release: 7,
  Inform: 8,
  Expire: 9,
  Other: 99,
} as const;
export type DhcpActivityActivityId = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 99;

/** Ids of `activity_id`: Activity ID. */
export const DnsActivityActivityId = {
  Unknown: 0,
  Query: 1,
  Response: 2,
  Reset: 3,
  Fail: 4,
  Refuse: 5,
  Traffic: 6,
  Other: 99,
} as const;
export type DnsActivityActivityId = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 99;

/** Ids of `activity_id`: Activity ID. */
export const EmailActivityActivityId = {
  Unknown: 0,
  Send: 1,
  Receive: 2,
  Scan: 3,
  Other: 99,
} as const;
export type EmailActivityActivityId = 0 | 1 | 2 | 3 | 99;

/** Ids of `activity_id`: Activity ID. */
export const NetworkFileActivityActivityId = {
  Unknown: 0,
  Upload: 1,
  Download: 2,
  Update: 3,
  Delete: 4,
  Rename: 5,
  Copy: 6,
  Move: 7,
  Restore: 8,
  Preview: 9,
  Lock: 10,
  Unlock: 11,
  Share: 12,
  Unshare: 13,
  Open: 14,
  Other: 99,
} as const;
export type NetworkFileActivityActivityId = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 99;

/** Ids of `activity_id`: Activity ID. */
export const FtpActivityActivityId = {
  Unknown: 0,
  Put: 1,
  Get: 2,
  Poll: 3,
  Delete: 4,
  Rename: 5,
  List: 6,
  Other: 99,
} as const;
export type FtpActivityActivityId = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 99;

/** Ids of `activity_id`: Activity ID. */
export const HttpActivityActivityId = {
  Unknown: 0,
  Connect: 1,
  Delete: 2,
  Get: 3,
  Head: 4,
  Options: 5,
  Post: 6,
  Put: 7,
  Trace: 8,
  Other: 99,
} as const;
export type HttpActivityActivityId = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 99;

/** Ids of `activity_id`: Activity ID. */
export const NetworkActivityActivityId = {
  Unknown: 0,
  Open: 1,
  Close: 2,
  Reset: 3,
  Fail: 4,
  Refuse: 5,
  Traffic: 6,
  Other: 99,
} as const;
export type NetworkActivityActivityId = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 99;

/** Ids of `activity_id`: Activity ID. */
export const RdpActivityActivityId = {
  Unknown: 0,
  InitialRequest: 1,
  InitialResponse: 2,
  ConnectRequest: 3,
  ConnectResponse: 4,
  TLSHandshake: 5,
  Traffic: 6,
  Other: 99,
} as const;
export type RdpActivityActivityId = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 99;

/** Ids of `activity_id`: Activity ID. */
export const SmbActivityActivityId = {
  Unknown: 0,
  FileSupersede: 1,
  FileOpen: 2,
  FileCreate: 3,
  FileOpenIf: 4,
  FileOverwrite: 5,
  FileOverwriteIf: 6,
  Other: 99,
} as const;
export type SmbActivityActivityId = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 99;

/** Ids of `activity_id`: Activity ID. */
export const FileActivityActivityId = {
  Unknown: 0,
  Create: 1,
  Read: 2,
  Update: 3,
  Delete: 4,
  Rename: 5,
  SetAttributes: 6,
  SetSecurity: 7,
  GetAttributes: 8,
  GetSecurity: 9,
  Encrypt: 10,
  Decrypt: 11,
  Mount: 12,
  Unmount: 13,
  Open: 14,
  Other: 99,
} as const;
export type FileActivityActivityId = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 99;

/** Ids of `activity_id`: Activity ID. */
export const KernelActivityActivityId = {
  Unknown: 0,
  Create: 1,
  Read: 2,
  Delete: 3,
  Invoke: 4,
  Other: 99,
} as const;
export type KernelActivityActivityId = 0 | 1 | 2 | 3 | 4 | 99;

/** Ids of `activity_id`: Activity ID. */
export const KernelExtensionActivityId = {
  Unknown: 0,
  Load: 1,
  Unload: 2,
  Other: 99,
} as const;
export type KernelExtensionActivityId = 0 | 1 | 2 | 99;

/** Ids of `activity_id`: Activity ID. */
export const MemoryActivityActivityId = {
  Unknown: 0,
  AllocatePage: 1,
  ModifyPage: 2,
  DeletePage: 3,
  BufferOverflow: 4,
  DisableDEP: 5,
  EnableDEP: 6,
  Read: 7,
  Write: 8,
  Other: 99,
} as const;
export type MemoryActivityActivityId = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 99;

/** Ids of `activity_id`: Activity ID. */
export const ProcessActivityActivityId = {
  Unknown: 0,
  Launch: 1,
  Terminate: 2,
  Open: 3,
  Inject: 4,
  SetUserID: 5,
  Other: 99,
} as const;
export type ProcessActivityActivityId = 0 | 1 | 2 | 3 | 4 | 5 | 99;

/** Ids of `activity_id`: Activity ID. */
export const ScheduledJobActivityActivityId = {
  Unknown: 0,
  Create: 1,
  Update: 2,
  Delete: 3,
  Enable: 4,
  Disable: 5,
  Start: 6,
  Other: 99,
} as const;
export type ScheduledJobActivityActivityId = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 99;

/** Ids of `activity_id`: Activity ID. */
export const RegistryKeyActivityActivityId = {
  Unknown: 0,
  Create: 1,
  Read: 2,
  Modify: 3,
  Delete: 4,
  Rename: 5,
  SetSecurity: 6,
  Restore: 7,
  Import: 8,
  Export: 9,
  Other: 99,
} as const;
export type RegistryKeyActivityActivityId = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 99;

/** Ids of `activity_id`: Activity ID. */
export const RegistryValueActivityActivityId = {
  Unknown: 0,
  Get: 1,
  Set: 2,
  Modify: 3,
  Delete: 4,
  Other: 99,
} as const;
export type RegistryValueActivityActivityId = 0 | 1 | 2 | 3 | 4 | 99;

/** Ids of `activity_id`: Activity ID. */
export const ResourceActivityActivityId = {
  Unknown: 0,
  Access: 1,
  Other: 99,
} as const;
export type ResourceActivityActivityId = 0 | 1 | 99;

/** Ids of `severity_id`: Severity ID. */
export const SeverityId = {
  Unknown: 0,
  Informational: 1,
  Low: 2,
  Medium: 3,
  High: 4,
  Critical: 5,
  Fatal: 6,
  Other: 99,
} as const;
export type SeverityId = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 99;

/** Ids of `status_id`: Status ID. */
export const StatusId = {
  Unknown: 0,
  Success: 1,
  Failure: 2,
  Other: 99,
} as const;
export type StatusId = 0 | 1 | 2 | 99;

/** Ids of `confidence_id`: Confidence Id. */
export const ConfidenceId = {
  Unknown: 0,
  Low: 1,
  Medium: 2,
  High: 3,
  Other: 99,
} as const;
export type ConfidenceId = 0 | 1 | 2 | 3 | 99;

/** Ids of `impact_id`: Impact ID. */
export const ImpactId = {
  Unknown: 0,
  Low: 1,
  Medium: 2,
  High: 3,
  Critical: 4,
  Other: 99,
} as const;
export type ImpactId = 0 | 1 | 2 | 3 | 4 | 99;

/** Ids of `risk_level_id`: Risk Level ID. */
export const RiskLevelId = {
  Info: 0,
  Low: 1,
  Medium: 2,
  High: 3,
  Critical: 4,
} as const;
export type RiskLevelId = 0 | 1 | 2 | 3 | 4;

/** Ids of `state_id`: State ID. */
export const StateId = {
  Unknown: 0,
  New: 1,
  InProgress: 2,
  Suppressed: 3,
  Resolved: 4,
  Other: 99,
} as const;
export type StateId = 0 | 1 | 2 | 3 | 4 | 99;

/** Ids of `auth_protocol_id`: Auth Protocol ID. */
export const AuthProtocolId = {
  Unknown: 0,
  NTLM: 1,
  Kerberos: 2,
  Digest: 3,
  OpenID: 4,
  SAML: 5,
  OAUTH20: 6,
  PAP: 7,
  CHAP: 8,
  EAP: 9,
  RADIUS: 10,
  Other: 99,
} as const;
export type AuthProtocolId = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 99;

/** Ids of `logon_type_id`: Logon Type ID. */
export const LogonTypeId = {
  System: 0,
  Interactive: 2,
  Network: 3,
  Batch: 4,
  OSService: 5,
  Unlock: 7,
  NetworkCleartext: 8,
  NewCredentials: 9,
  RemoteInteractive: 10,
  CachedInteractive: 11,
  CachedRemoteInteractive: 12,
  CachedUnlock: 13,
  Other: 99,
} as const;
export type LogonTypeId = 0 | 2 | 3 | 4 | 5 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 99;

/** Ids of `disposition_id`: Disposition ID. */
export const DispositionId = {
  Unknown: 0,
  Allowed: 1,
  Blocked: 2,
  Quarantined: 3,
  Isolated: 4,
  Deleted: 5,
  Dropped: 6,
  CustomAction: 7,
  Approved: 8,
  Restored: 9,
  Exonerated: 10,
  Corrected: 11,
  PartiallyCorrected: 12,
  Uncorrected: 13,
  Delayed: 14,
  Detected: 15,
  NoAction: 16,
  Logged: 17,
  Tagged: 18,
  Other: 99,
} as const;
export type DispositionId = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15 | 16 | 17 | 18 | 99;

/** Ids of `rcode_id`: Response Code ID. */
export const RcodeId = {
  NoError: 0,
  FormError: 1,
  ServError: 2,
  NXDomain: 3,
  NotImp: 4,
  Refused: 5,
  YXDomain: 6,
  YXRRSet: 7,
  NXRRSet: 8,
  NotAuth: 9,
  NotZone: 10,
  DSOTYPENI: 11,
  BADSIGVERS: 16,
  BADKEY: 17,
  BADTIME: 18,
  BADMODE: 19,
  BADNAME: 20,
  BADALG: 21,
  BADTRUNC: 22,
  BADCOOKIE: 23,
  Unassigned: 24,
  Reserved: 25,
  Other: 99,
} as const;
export type RcodeId = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 16 | 17 | 18 | 19 | 20 | 21 | 22 | 23 | 24 | 25 | 99;

/** Ids of `direction_id`: Direction ID. */
export const EmailActivityDirectionId = {
  Unknown: 0,
  Inbound: 1,
  Outbound: 2,
  Internal: 3,
  Other: 99,
} as const;
export type EmailActivityDirectionId = 0 | 1 | 2 | 3 | 99;

/** Ids of `direction_id`: Direction ID. */
export const NetworkConnectionInfoDirectionId = {
  Unknown: 0,
  Inbound: 1,
  Outbound: 2,
  Lateral: 3,
  Other: 99,
} as const;
export type NetworkConnectionInfoDirectionId = 0 | 1 | 2 | 3 | 99;

/** Ids of `share_type_id`: Share Type Id. */
export const ShareTypeId = {
  Unknown: 0,
  File: 1,
  Pipe: 2,
  Print: 3,
  Other: 99,
} as const;
export type ShareTypeId = 0 | 1 | 2 | 3 | 99;

/** Ids of `injection_type_id`: Injection Type ID. */
export const InjectionTypeId = {
  Unknown: 0,
  RemoteThread: 1,
  LoadLibrary: 2,
  Other: 99,
} as const;
export type InjectionTypeId = 0 | 1 | 2 | 99;

/** Ids of `type_id`: Type ID. */
export const AccountTypeId = {
  Unknown: 0,
  LDAPAccount: 1,
  WindowsAccount: 2,
  AWSIAMUser: 3,
  AWSIAMRole: 4,
  GCPAccount: 5,
  AzureADAccount: 6,
  MacOSAccount: 7,
  AppleAccount: 8,
  LinuxAccount: 9,
  AWSAccount: 10,
  Other: 99,
} as const;
export type AccountTypeId = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 99;

/** Ids of `type_id`: Type ID. */
export const AnalyticTypeId = {
  Unknown: 0,
  Rule: 1,
  Behavioral: 2,
  Statistical: 3,
  LearningMLDL: 4,
  Other: 99,
} as const;
export type AnalyticTypeId = 0 | 1 | 2 | 3 | 4 | 99;

/** Ids of `type_id`: Type ID. */
export const DeviceTypeId = {
  Unknown: 0,
  Server: 1,
  Desktop: 2,
  Laptop: 3,
  Tablet: 4,
  Mobile: 5,
  Virtual: 6,
  IOT: 7,
  Browser: 8,
  Other: 99,
} as const;
export type DeviceTypeId = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 99;

/** Ids of `type_id`: Type ID. */
export const FileTypeId = {
  Unknown: 0,
  RegularFile: 1,
  Folder: 2,
  CharacterDevice: 3,
  BlockDevice: 4,
  LocalSocket: 5,
  NamedPipe: 6,
  SymbolicLink: 7,
  Other: 99,
} as const;
export type FileTypeId = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 99;

/** Ids of `type_id`: Type ID. */
export const KernelTypeId = {
  Unknown: 0,
  SharedMutex: 1,
  SystemCall: 2,
  Other: 99,
} as const;
export type KernelTypeId = 0 | 1 | 2 | 99;

/** Ids of `type_id`: Type ID. */
export const NetworkInterfaceTypeId = {
  Unknown: 0,
  Wired: 1,
  Wireless: 2,
  Mobile: 3,
  Tunnel: 4,
  Other: 99,
} as const;
export type NetworkInterfaceTypeId = 0 | 1 | 2 | 3 | 4 | 99;

/** Ids of `type_id`: Type ID. */
export const ObservableTypeId = {
  Unknown: 0,
  Hostname: 1,
  IPAddress: 2,
  MACAddress: 3,
  UserName: 4,
  EmailAddress: 5,
  URLString: 6,
  FileName: 7,
  FileHash: 8,
  ProcessName: 9,
  ResourceUID: 10,
  Endpoint: 20,
  User: 21,
  Email: 22,
  UniformResourceLocator: 23,
  File: 24,
  Process: 25,
  GeoLocation: 26,
  Container: 27,
  RegistryKey: 28,
  RegistryValue: 29,
  Fingerprint: 30,
  Other: 99,
} as const;
export type ObservableTypeId = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 20 | 21 | 22 | 23 | 24 | 25 | 26 | 27 | 28 | 29 | 30 | 99;

/** Ids of `type_id`: Type ID. */
export const OsTypeId = {
  Unknown: 0,
  Windows: 100,
  WindowsMobile: 101,
  Linux: 200,
  Android: 201,
  MacOS: 300,
  IOS: 301,
  IPadOS: 302,
  Solaris: 400,
  AIX: 401,
  HPUX: 402,
  Other: 99,
} as const;
export type OsTypeId = 0 | 100 | 101 | 200 | 201 | 300 | 301 | 302 | 400 | 401 | 402 | 99;

/** Ids of `type_id`: Type ID. */
export const TlsExtensionTypeId = {
  ServerName: 0,
  MaximumFragmentLength: 1,
  StatusRequest: 5,
  SupportedGroups: 10,
  SignatureAlgorithms: 13,
  UseSrtp: 14,
  Heartbeat: 15,
  ApplicationLayerProtocolNegotiation: 16,
  SignedCertificateTimestamp: 18,
  ClientCertificateType: 19,
  ServerCertificateType: 20,
  Padding: 21,
  PreSharedKey: 41,
  EarlyData: 42,
  SupportedVersions: 43,
  Cookie: 44,
  PskKeyExchangeModes: 45,
  CertificateAuthorities: 47,
  OidFilters: 48,
  PostHandshakeAuth: 49,
  SignatureAlgorithmsCert: 50,
  KeyShare: 51,
  Other: 99,
} as const;
export type TlsExtensionTypeId = 0 | 1 | 5 | 10 | 13 | 14 | 15 | 16 | 18 | 19 | 20 | 21 | 41 | 42 | 43 | 44 | 45 | 47 | 48 | 49 | 50 | 51 | 99;

/** Ids of `type_id`: Type ID. */
export const UserTypeId = {
  Unknown: 0,
  User: 1,
  Admin: 2,
  System: 3,
  Other: 99,
} as const;
export type UserTypeId = 0 | 1 | 2 | 3 | 99;

/** Ids of `type_id`: Type ID. */
export const RegistryValueTypeId = {
  Unknown: 0,
  REGBINARY: 1,
  REGDWORD: 2,
  REGDWORDBIGENDIAN: 3,
  REGEXPANDSZ: 4,
  REGLINK: 5,
  REGMULTISZ: 6,
  REGNONE: 7,
  REGQWORD: 8,
  REGQWORDLITTLEENDIAN: 9,
  REGSZ: 10,
  Other: 99,
} as const;
export type RegistryValueTypeId = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 99;

/** Ids of `type_id`: Type ID. */
export const WinResourceTypeId = {
  Unknown: 0,
  Directory: 1,
  Event: 2,
  Timer: 3,
  Device: 4,
  Mutant: 5,
  Type: 6,
  File: 7,
  Token: 8,
  Thread: 9,
  Section: 10,
  WindowStation: 11,
  DebugObject: 12,
  FilterCommunicationPort: 13,
  EventPair: 14,
  Driver: 15,
  IoCompletion: 16,
  Controller: 17,
  SymbolicLink: 18,
  WmiGuid: 19,
  Process: 20,
  Profile: 21,
  Desktop: 22,
  KeyedEvent: 23,
  Adapter: 24,
  Key: 25,
  WaitablePort: 26,
  Callback: 27,
  Semaphore: 28,
  Job: 29,
  Port: 30,
  FilterConnectionPort: 31,
  ALPCPort: 32,
  SAMALIAS: 33,
  SAMGROUP: 34,
  SAMUSER: 35,
  SAMDOMAIN: 36,
  SAMSERVER: 37,
  Other: 99,
} as const;
export type WinResourceTypeId = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15 | 16 | 17 | 18 | 19 | 20 | 21 | 22 | 23 | 24 | 25 | 26 | 27 | 28 | 29 | 30 | 31 | 32 | 33 | 34 | 35 | 36 | 37 | 99;

/** Ids of `depth`: CVSS Depth. */
export const Depth = {
  Base: "Base",
  Environmental: "Environmental",
  Temporal: "Temporal",
} as const;
export type Depth = "Base" | "Environmental" | "Temporal";

/** Ids of `algorithm_id`: Algorithm ID. */
export const DigitalSignatureAlgorithmId = {
  Unknown: 0,
  DSA: 1,
  RSA: 2,
  ECDSA: 3,
  Authenticode: 4,
  Other: 99,
} as const;
export type DigitalSignatureAlgorithmId = 0 | 1 | 2 | 3 | 4 | 99;

/** Ids of `algorithm_id`: Algorithm ID. */
export const FingerprintAlgorithmId = {
  Unknown: 0,
  MD5: 1,
  SHA1: 2,
  SHA256: 3,
  SHA512: 4,
  CTPH: 5,
  TLSH: 6,
  QuickXorHash: 7,
  Other: 99,
} as const;
export type FingerprintAlgorithmId = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 99;

/** Ids of `flag_ids`: DNS Header Flags. */
export const FlagIds = {
  Unknown: 0,
  AuthoritativeAnswer: 1,
  TruncatedResponse: 2,
  RecursionDesired: 3,
  RecursionAvailable: 4,
  AuthenticData: 5,
  CheckingDisabled: 6,
  Other: 99,
} as const;
export type FlagIds = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 99;

/** Ids of `opcode_id`: DNS Opcode ID. */
export const OpcodeId = {
  Query: 0,
  InverseQuery: 1,
  Status: 2,
  Reserved: 3,
  Notify: 4,
  Update: 5,
  DSOMessage: 6,
} as const;
export type OpcodeId = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** Ids of `confidentiality_id`: Confidentiality ID. */
export const ConfidentialityId = {
  Unknown: 0,
  NotConfidential: 1,
  Confidential: 2,
  Secret: 3,
  TopSecret: 4,
  Other: 99,
} as const;
export type ConfidentialityId = 0 | 1 | 2 | 3 | 4 | 99;

/** Ids of `http_method`: HTTP Method. */
export const HttpMethod = {
  CONNECT: "CONNECT",
  DELETE: "DELETE",
  GET: "GET",
  HEAD: "HEAD",
  OPTIONS: "OPTIONS",
  POST: "POST",
  PUT: "PUT",
  TRACE: "TRACE",
} as const;
export type HttpMethod = "CONNECT" | "DELETE" | "GET" | "HEAD" | "OPTIONS" | "POST" | "PUT" | "TRACE";

/** Ids of `run_state_id`: Run State ID. */
export const RunStateId = {
  Unknown: 0,
  Ready: 1,
  Queued: 2,
  Running: 3,
  Stopped: 4,
  Other: 99,
} as const;
export type RunStateId = 0 | 1 | 2 | 3 | 4 | 99;

/** Ids of `phase_id`: Kill Chain Phase ID. */
export const PhaseId = {
  Unknown: 0,
  Reconnaissance: 1,
  Weaponization: 2,
  Delivery: 3,
  Exploitation: 4,
  Installation: 5,
  CommandControl: 6,
  ActionsOnObjectives: 7,
  Other: 99,
} as const;
export type PhaseId = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 99;

/** Ids of `classification_ids`: Classification IDs. */
export const ClassificationIds = {
  Unknown: 0,
  Adware: 1,
  Backdoor: 2,
  Bot: 3,
  Bootkit: 4,
  DDOS: 5,
  Downloader: 6,
  Dropper: 7,
  ExploitKit: 8,
  Keylogger: 9,
  Ransomware: 10,
  RemoteAccessTrojan: 11,
  ResourceExploitation: 13,
  RogueSecuritySoftware: 14,
  Rootkit: 15,
  ScreenCapture: 16,
  Spyware: 17,
  Trojan: 18,
  Virus: 19,
  Webshell: 20,
  Wiper: 21,
  Worm: 22,
  Other: 99,
} as const;
export type ClassificationIds = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 13 | 14 | 15 | 16 | 17 | 18 | 19 | 20 | 21 | 22 | 99;

/** Ids of `load_type_id`: Load Type ID. */
export const LoadTypeId = {
  Unknown: 0,
  Standard: 1,
  NonStandard: 2,
  ShellCode: 3,
  Mapped: 4,
  NonStandardBacked: 5,
  Other: 99,
} as const;
export type LoadTypeId = 0 | 1 | 2 | 3 | 4 | 5 | 99;

/** Ids of `boundary_id`: Boundary ID. */
export const BoundaryId = {
  Unknown: 0,
  Localhost: 1,
  Internal: 2,
  External: 3,
  SameVPC: 4,
  InternetVPCGateway: 5,
  VirtualPrivateGateway: 6,
  IntraRegionVPC: 7,
  InterRegionVPC: 8,
  LocalGateway: 9,
  GatewayVPC: 10,
  InternetGateway: 11,
  Other: 99,
} as const;
export type BoundaryId = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 99;

/** Ids of `protocol_ver_id`: IP Version ID. */
export const ProtocolVerId = {
  Unknown: 0,
  InternetProtocolVersion4IPv4: 4,
  InternetProtocolVersion6IPv6: 6,
  Other: 99,
} as const;
export type ProtocolVerId = 0 | 4 | 6 | 99;

/** Ids of `integrity_id`: Integrity Level. */
export const IntegrityId = {
  Unknown: 0,
  Untrusted: 1,
  Low: 2,
  Medium: 3,
  High: 4,
  System: 5,
  Protected: 6,
  Other: 99,
} as const;
export type IntegrityId = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 99;

/** Ids of `score_id`: Reputation Score ID. */
export const ScoreId = {
  Unknown: 0,
  VerySafe: 1,
  Safe: 2,
  ProbablySafe: 3,
  LeansSafe: 4,
  MayNotBeSafe: 5,
  ExerciseCaution: 6,
  SuspiciousRisky: 7,
  PossiblyMalicious: 8,
  ProbablyMalicious: 9,
  Malicious: 10,
  Other: 99,
} as const;
export type ScoreId = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 99;

/** Ids of `category_ids`: Website Categorization IDs. */
export const CategoryIds = {
  Unknown: 0,
  AdultMatureContent: 1,
  Pornography: 3,
  SexEducation: 4,
  IntimateApparelSwimsuit: 5,
  Nudity: 6,
  Extreme: 7,
  ScamQuestionableIllegal: 9,
  Gambling: 11,
  ViolenceHateRacism: 14,
  Weapons: 15,
  Abortion: 16,
  Hacking: 17,
  Phishing: 18,
  Entertainment: 20,
  BusinessEconomy: 21,
  AlternativeSpiritualityBelief: 22,
  Alcohol: 23,
  Tobacco: 24,
  ControlledSubstances: 25,
  ChildPornography: 26,
  Education: 27,
  CharitableOrganizations: 29,
  ArtCulture: 30,
  FinancialServices: 31,
  BrokerageTrading: 32,
  Games: 33,
  GovernmentLegal: 34,
  Military: 35,
  PoliticalSocialAdvocacy: 36,
  Health: 37,
  TechnologyInternet: 38,
  SearchEnginesPortals: 40,
  MaliciousSourcesMalnets: 43,
  MaliciousOutboundDataBotnets: 44,
  JobSearchCareers: 45,
  NewsMedia: 46,
  PersonalsDating: 47,
  Reference: 49,
  MixedContentPotentiallyAdult: 50,
  ChatIMSMS: 51,
  Email: 52,
  NewsgroupsForums: 53,
  Religion: 54,
  SocialNetworking: 55,
  FileStorageSharing: 56,
  RemoteAccessTools: 57,
  Shopping: 58,
  Auctions: 59,
  RealEstate: 60,
  SocietyDailyLiving: 61,
  PersonalSites: 63,
  RestaurantsDiningFood: 64,
  SportsRecreation: 65,
  Travel: 66,
  Vehicles: 67,
  HumorJokes: 68,
  SoftwareDownloads: 71,
  PeerToPeerP2P: 83,
  AudioVideoClips: 84,
  OfficeBusinessApplications: 85,
  ProxyAvoidance: 86,
  ForKids: 87,
  WebAdsAnalytics: 88,
  WebHosting: 89,
  Uncategorized: 90,
  Suspicious: 92,
  SexualExpression: 93,
  Translation: 95,
  NonViewableInfrastructure: 96,
  ContentServers: 97,
  Placeholders: 98,
  Spam: 101,
  PotentiallyUnwantedSoftware: 102,
  DynamicDNSHost: 103,
  ECardInvitations: 106,
  Informational: 107,
  ComputerInformationSecurity: 108,
  InternetConnectedDevices: 109,
  InternetTelephony: 110,
  OnlineMeetings: 111,
  MediaSharing: 112,
  RadioAudioStreams: 113,
  TVVideoStreams: 114,
  PiracyCopyrightConcerns: 118,
  Marijuana: 121,
  Other: 99,
} as const;
export type CategoryIds = 0 | 1 | 3 | 4 | 5 | 6 | 7 | 9 | 11 | 14 | 15 | 16 | 17 | 18 | 20 | 21 | 22 | 23 | 24 | 25 | 26 | 27 | 29 | 30 | 31 | 32 | 33 | 34 | 35 | 36 | 37 | 38 | 40 | 43 | 44 | 45 | 46 | 47 | 49 | 50 | 51 | 52 | 53 | 54 | 55 | 56 | 57 | 58 | 59 | 60 | 61 | 63 | 64 | 65 | 66 | 67 | 68 | 71 | 83 | 84 | 85 | 86 | 87 | 88 | 89 | 90 | 92 | 93 | 95 | 96 | 97 | 98 | 101 | 102 | 103 | 106 | 107 | 108 | 109 | 110 | 111 | 112 | 113 | 114 | 118 | 121 | 99;

type Part1 = {
  /** Cloud. Required. */
  cloud: Cloud;
};

type Part2 = {
  /** Activity (`string_t`). */
  activity_name?: StringT | undefined;
  /** Category (`string_t`). */
  category_name?: StringT | undefined;
  /** Class (`string_t`). */
  class_name?: StringT | undefined;
  /** Type Name (`string_t`). */
  type_name?: StringT | undefined;
  /** Type ID (`integer_t`). Required. */
  type_uid?: IntegerT | undefined;
  /** Severity (`string_t`). */
  severity?: StringT | undefined;
  /** Severity ID. Required. */
  severity_id: SeverityId;
};

type Part3 = {
  /** Event Time (`timestamp_t`). Required. */
  time?: TimestampT | undefined;
  /** Count (`integer_t`). */
  count?: IntegerT | undefined;
  /** Duration (`integer_t`). */
  duration?: IntegerT | undefined;
  /** End Time (`timestamp_t`). */
  end_time?: TimestampT | undefined;
  /** Start Time (`timestamp_t`). */
  start_time?: TimestampT | undefined;
  /** Timezone Offset (`integer_t`). Recommended. */
  timezone_offset?: IntegerT | undefined;
};

type Part4<P extends Profile> = {
  /** Enrichments. */
  enrichments?: readonly Enrichment[] | undefined;
  /** Metadata. Required. */
  metadata?: Metadata<P> | undefined;
  /** Raw Data (`string_t`). */
  raw_data?: StringT | undefined;
  /** Unmapped Data. */
  unmapped?: OpenObject | undefined;
};

type Part5 = {
  /** Message (`string_t`). Recommended. */
  message?: StringT | undefined;
  /** Observables. */
  observables?: readonly Observable[] | undefined;
  /** Status (`string_t`). */
  status?: StringT | undefined;
  /** Status Code (`string_t`). */
  status_code?: StringT | undefined;
  /** Status Details (`string_t`). */
  status_detail?: StringT | undefined;
  /** Status ID. Recommended. */
  status_id?: StatusId | undefined;
};

type Part6 = {
  /** Event Time (`datetime_t`). */
  time_dt?: DatetimeT | undefined;
  /** End Time (`datetime_t`). */
  end_time_dt?: DatetimeT | undefined;
  /** Start Time (`datetime_t`). */
  start_time_dt?: DatetimeT | undefined;
};

type Part7 = {
  /** API Details. */
  api?: Api | undefined;
};

type Part8<P extends Profile> = {
  /** Device. Recommended. */
  device?: Device<P> | undefined;
  /** Actor. */
  actor?: Actor<P> | undefined;
};

type Part9<P extends Profile> = {
  /** Actor. */
  actor?: Actor<P> | undefined;
};

type Part10<P extends Profile> = {
  /** Device. Recommended. */
  device?: Device<P> | undefined;
};

type Part11<P extends Profile> = {
  /** Attacks. Recommended. */
  attacks?: readonly Attack[] | undefined;
  /** Disposition (`string_t`). */
  disposition?: StringT | undefined;
  /** Disposition ID. Required. */
  disposition_id: DispositionId;
  /** Malware. */
  malware?: readonly Malware<P>[] | undefined;
};

type Part12 = {
  /** Activity ID. */
  activity_id?: EmailActivityActivityId | undefined;
};

type Part13 = {
  /** Application Name (`string_t`). */
  app_name?: StringT | undefined;
};

type Part14 = {
  /** Created Time (`datetime_t`). */
  created_time_dt?: DatetimeT | undefined;
  /** First Seen (`datetime_t`). */
  first_seen_time_dt?: DatetimeT | undefined;
  /** Last Seen (`datetime_t`). */
  last_seen_time_dt?: DatetimeT | undefined;
  /** Modified Time (`datetime_t`). */
  modified_time_dt?: DatetimeT | undefined;
};

type Part15 = {
  /** Expiration Time (`datetime_t`). */
  expiration_time_dt?: DatetimeT | undefined;
};

type Part16 = {
  /** Name (`string_t`). Required. */
  name: StringT;
  /** Value (`string_t`). Required. */
  value: StringT;
};

type Part17 = {
  /** Name (`string_t`). Recommended. */
  name?: StringT | undefined;
  /** Unique ID (`string_t`). Recommended. */
  uid?: StringT | undefined;
  /** Domain (`string_t`). */
  domain?: StringT | undefined;
  /** Hostname (`hostname_t`). Recommended. */
  hostname?: HostnameT | undefined;
  /** Instance ID (`string_t`). Recommended. */
  instance_uid?: StringT | undefined;
  /** Network Interface Name (`string_t`). Recommended. */
  interface_name?: StringT | undefined;
  /** Network Interface ID (`string_t`). Recommended. */
  interface_uid?: StringT | undefined;
  /** IP Address (`ip_t`). Recommended. */
  ip?: IpT | undefined;
  /** Geo Location. */
  location?: Location | undefined;
  /** MAC Address (`mac_t`). */
  mac?: MacT | undefined;
  /** Subnet UID (`string_t`). */
  subnet_uid?: StringT | undefined;
  /** VLAN (`string_t`). */
  vlan_uid?: StringT | undefined;
  /** VPC UID (`string_t`). */
  vpc_uid?: StringT | undefined;
  /** Intermediate IP Addresses (`ip_t`). */
  intermediate_ips?: readonly IpT[] | undefined;
  /** Port (`port_t`). Recommended. */
  port?: PortT | undefined;
  /** Service Name (`string_t`). Recommended. */
  svc_name?: StringT | undefined;
};

type Part18 = {
  /** Created Time (`datetime_t`). */
  created_time_dt?: DatetimeT | undefined;
  /** Expiration Time (`datetime_t`). */
  expiration_time_dt?: DatetimeT | undefined;
};

type Part19 = {
  /** Name (`string_t`). Recommended. */
  name?: StringT | undefined;
  /** Unique ID (`string_t`). Recommended. */
  uid?: StringT | undefined;
};

type Part20 = {
  /** Modified Time (`datetime_t`). */
  modified_time_dt?: DatetimeT | undefined;
};

/** API Activity: OCSF class 6003 `api_activity`. */
export type ApiActivity<P extends Profile = never> = ("cloud" extends P ? Part1 : unknown) & {
  /** API Details. Required. */
  api: Api;
  /** Destination Endpoint. */
  dst_endpoint?: NetworkEndpoint | undefined;
  /** HTTP Request. */
  http_request?: HttpRequest | undefined;
  /** Actor. Required. */
  actor: Actor<P>;
  /** Resources Array. Recommended. */
  resources?: readonly ResourceDetails<P>[] | undefined;
  /** Source Endpoint. Required. */
  src_endpoint: NetworkEndpoint;
} & Part2 & {
  /** Activity ID. Required. */
  activity_id: ApiActivityActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 6 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 6003;
} & Part3 & Part4<P> & Part5 & ("datetime" extends P ? Part6 : unknown);

/** Application Lifecycle: OCSF class 6002 `application_lifecycle`. */
export type ApplicationLifecycle<P extends Profile = never> = ("cloud" extends P ? Part1 : unknown) & ("cloud" extends P ? Part7 : unknown) & Part2 & {
  /** Activity ID. Required. */
  activity_id: ApplicationLifecycleActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 6 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 6002;
} & Part3 & Part4<P> & Part5 & ("host" extends P ? Part8<P> : unknown) & {
  /** Application. Required. */
  app: Product;
} & ("datetime" extends P ? Part6 : unknown);

/** Web Resource Access Activity: OCSF class 6004 `web_resource_access_activity`. */
export type WebResourceAccessActivity<P extends Profile = never> = ("cloud" extends P ? Part1 : unknown) & ("cloud" extends P ? Part7 : unknown) & Part2 & {
  /** Activity ID. Required. */
  activity_id: WebResourceAccessActivityActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 6 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 6004;
} & Part3 & Part4<P> & Part5 & ("host" extends P ? Part8<P> : unknown) & {
  /** HTTP Request. Required. */
  http_request: HttpRequest;
  /** HTTP Response. */
  http_response?: HttpResponse | undefined;
  /** Proxy. */
  proxy?: NetworkProxy | undefined;
  /** TLS. */
  tls?: Tls<P> | undefined;
} & {
  /** Web Resources. Required. */
  web_resources: readonly WebResource[];
  /** Source Endpoint. Recommended. */
  src_endpoint?: NetworkEndpoint | undefined;
} & ("datetime" extends P ? Part6 : unknown);

/** Web Resources Activity: OCSF class 6001 `web_resources_activity`. */
export type WebResourcesActivity<P extends Profile = never> = ("cloud" extends P ? Part1 : unknown) & ("cloud" extends P ? Part7 : unknown) & Part2 & {
  /** Activity ID. Required. */
  activity_id: WebResourcesActivityActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 6 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 6001;
} & Part3 & Part4<P> & Part5 & ("host" extends P ? Part8<P> : unknown) & {
  /** Destination Endpoint. Recommended. */
  dst_endpoint?: NetworkEndpoint | undefined;
  /** Source Endpoint. Recommended. */
  src_endpoint?: NetworkEndpoint | undefined;
  /** Web Resources. Required. */
  web_resources: readonly WebResource[];
  /** Web Resources Result. */
  web_resources_result?: readonly WebResource[] | undefined;
} & ("datetime" extends P ? Part6 : unknown);

/** Base Event: OCSF class 0 `base_event`. */
export type BaseEvent<P extends Profile = never> = ("cloud" extends P ? Part1 : unknown) & ("cloud" extends P ? Part7 : unknown) & {
  /** Activity (`string_t`). */
  activity_name?: StringT | undefined;
  /** Activity ID. Required. */
  activity_id: BaseEventActivityId;
  /** Category (`string_t`). */
  category_name?: StringT | undefined;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 0 | undefined;
  /** Class (`string_t`). */
  class_name?: StringT | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 0;
  /** Type Name (`string_t`). */
  type_name?: StringT | undefined;
  /** Type ID (`integer_t`). Required. */
  type_uid?: IntegerT | undefined;
  /** Severity (`string_t`). */
  severity?: StringT | undefined;
  /** Severity ID. Required. */
  severity_id: SeverityId;
} & Part3 & Part4<P> & Part5 & ("datetime" extends P ? Part6 : unknown);

/** Device Config State: OCSF class 5002 `config_state`. */
export type ConfigState<P extends Profile = never> = ("cloud" extends P ? Part1 : unknown) & ("cloud" extends P ? Part7 : unknown) & Part2 & {
  /** Activity ID. Required. */
  activity_id: ConfigStateActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 5 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 5002;
} & Part3 & Part4<P> & Part5 & Part9<P> & {
  /** Device. Required. */
  device: Device<P>;
  /** CIS Benchmark Result. */
  cis_benchmark_result?: CisBenchmarkResult | undefined;
} & ("datetime" extends P ? Part6 : unknown);

/** Device Inventory Info: OCSF class 5001 `inventory_info`. */
export type InventoryInfo<P extends Profile = never> = ("cloud" extends P ? Part1 : unknown) & ("cloud" extends P ? Part7 : unknown) & Part2 & {
  /** Activity ID. Required. */
  activity_id: ConfigStateActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 5 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 5001;
} & Part3 & Part4<P> & Part5 & Part9<P> & {
  /** Device. Required. */
  device: Device<P>;
} & ("datetime" extends P ? Part6 : unknown);

/** Security Finding: OCSF class 2001 `security_finding`. */
export type SecurityFinding<P extends Profile = never> = ("cloud" extends P ? Part1 : unknown) & ("cloud" extends P ? Part7 : unknown) & Part2 & {
  /** Activity ID. Required. */
  activity_id: SecurityFindingActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 2 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 2001;
} & Part3 & Part4<P> & Part5 & {
  /** Analytic. Recommended. */
  analytic?: Analytic | undefined;
  /** Confidence (`string_t`). */
  confidence?: StringT | undefined;
  /** Confidence Id. Recommended. */
  confidence_id?: ConfidenceId | undefined;
  /** Confidence Score (`integer_t`). */
  confidence_score?: IntegerT | undefined;
  /** Finding. Required. */
  finding: Finding<P>;
  /** Impact (`string_t`). */
  impact?: StringT | undefined;
  /** Impact ID. Recommended. */
  impact_id?: ImpactId | undefined;
  /** Impact (`integer_t`). */
  impact_score?: IntegerT | undefined;
  /** Resources Array. Recommended. */
  resources?: readonly ResourceDetails<P>[] | undefined;
  /** Risk Level (`string_t`). */
  risk_level?: StringT | undefined;
  /** Risk Level ID. */
  risk_level_id?: RiskLevelId | undefined;
  /** Risk Score (`integer_t`). */
  risk_score?: IntegerT | undefined;
} & {
  /** Attacks. */
  attacks?: readonly Attack[] | undefined;
  /** CIS CSC. */
  cis_csc?: readonly CisControl[] | undefined;
  /** Compliance. */
  compliance?: Compliance | undefined;
  /** Data Sources (`string_t`). */
  data_sources?: readonly StringT[] | undefined;
  /** Evidence (`json_t`). */
  evidence?: JsonT | undefined;
  /** Kill Chain. */
  kill_chain?: readonly KillChain[] | undefined;
  /** Malware. */
  malware?: readonly Malware<P>[] | undefined;
  /** NIST List (`string_t`). */
  nist?: readonly StringT[] | undefined;
  /** Process. */
  process?: Process<P> | undefined;
  /** State (`string_t`). */
  state?: StringT | undefined;
  /** State ID. Required. */
  state_id: StateId;
  /** Vulnerabilities. */
  vulnerabilities?: readonly Vulnerability<P>[] | undefined;
} & ("datetime" extends P ? Part6 : unknown);

/** Account Change: OCSF class 3001 `account_change`. */
export type AccountChange<P extends Profile = never> = ("cloud" extends P ? Part1 : unknown) & ("cloud" extends P ? Part7 : unknown) & Part2 & {
  /** Activity ID. Required. */
  activity_id: AccountChangeActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 3 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 3001;
} & Part3 & Part4<P> & Part5 & ("host" extends P ? Part10<P> : unknown) & {
  /** Actor. Recommended. */
  actor?: Actor<P> | undefined;
  /** HTTP Request. */
  http_request?: HttpRequest | undefined;
} & {
  /** Source Endpoint. Recommended. */
  src_endpoint?: NetworkEndpoint | undefined;
  /** User. Required. */
  user: User;
  /** User Result. */
  user_result?: User | undefined;
} & ("datetime" extends P ? Part6 : unknown);

/** Authentication: OCSF class 3002 `authentication`. at least one of service, dst_endpoint. */
export type Authentication<P extends Profile = never> = ("cloud" extends P ? Part1 : unknown) & ("cloud" extends P ? Part7 : unknown) & Part2 & {
  /** Activity ID. Required. */
  activity_id: AuthenticationActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 3 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 3002;
} & Part3 & Part4<P> & Part5 & ("host" extends P ? Part10<P> : unknown) & {
  /** Actor. */
  actor?: Actor<P> | undefined;
  /** HTTP Request. */
  http_request?: HttpRequest | undefined;
  /** Cleartext Credentials (`boolean_t`). */
  is_cleartext?: BooleanT | undefined;
  /** New Logon (`boolean_t`). */
  is_new_logon?: BooleanT | undefined;
  /** Logon Process. */
  logon_process?: Process<P> | undefined;
} & {
  /** Auth Protocol (`string_t`). */
  auth_protocol?: StringT | undefined;
  /** Auth Protocol ID. Recommended. */
  auth_protocol_id?: AuthProtocolId | undefined;
  /** Certificate. */
  certificate?: Certificate<P> | undefined;
  /** Destination Endpoint. Recommended. */
  dst_endpoint?: NetworkEndpoint | undefined;
  /** Multi Factor Authentication (`boolean_t`). */
  is_mfa?: BooleanT | undefined;
  /** Remote (`boolean_t`). Recommended. */
  is_remote?: BooleanT | undefined;
  /** Logon Type (`string_t`). */
  logon_type?: StringT | undefined;
  /** Logon Type ID. Recommended. */
  logon_type_id?: LogonTypeId | undefined;
  /** Service. Recommended. */
  service?: Service | undefined;
  /** Session. */
  session?: Session<P> | undefined;
  /** Source Endpoint. */
  src_endpoint?: NetworkEndpoint | undefined;
  /** User. Required. */
  user: User;
} & ("datetime" extends P ? Part6 : unknown);

/** Authorize Session: OCSF class 3003 `authorize_session`. just one of privileges, group. */
export type AuthorizeSession<P extends Profile = never> = ("cloud" extends P ? Part1 : unknown) & ("cloud" extends P ? Part7 : unknown) & Part2 & {
  /** Activity ID. Required. */
  activity_id: AuthorizeSessionActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 3 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 3003;
} & Part3 & Part4<P> & Part5 & ("host" extends P ? Part8<P> : unknown) & {
  /** Destination Endpoint. */
  dst_endpoint?: NetworkEndpoint | undefined;
} & {
  /** Group. Recommended. */
  group?: Group | undefined;
  /** Privileges (`string_t`). Recommended. */
  privileges?: readonly StringT[] | undefined;
  /** Session. Recommended. */
  session?: Session<P> | undefined;
  /** User. Required. */
  user: User;
} & ("datetime" extends P ? Part6 : unknown);

/** Entity Management: OCSF class 3004 `entity_management`. */
export type EntityManagement<P extends Profile = never> = ("cloud" extends P ? Part1 : unknown) & ("cloud" extends P ? Part7 : unknown) & Part2 & {
  /** Activity ID. Required. */
  activity_id: ApiActivityActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 3 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 3004;
} & Part3 & Part4<P> & Part5 & ("host" extends P ? Part10<P> : unknown) & ("host" extends P ? Part9<P> : unknown) & {
  /** Comment (`string_t`). */
  comment?: StringT | undefined;
  /** Entity. Required. */
  entity: ManagedEntity;
  /** Entity Result. */
  entity_result?: ManagedEntity | undefined;
} & ("datetime" extends P ? Part6 : unknown);

/** Group Management: OCSF class 3006 `group_management`. at least one of privileges, user. */
export type GroupManagement<P extends Profile = never> = ("cloud" extends P ? Part1 : unknown) & ("cloud" extends P ? Part7 : unknown) & Part2 & {
  /** Activity ID. Required. */
  activity_id: GroupManagementActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 3 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 3006;
} & Part3 & Part4<P> & Part5 & ("host" extends P ? Part8<P> : unknown) & {
  /** Group. Required. */
  group: Group;
  /** Privileges (`string_t`). Recommended. */
  privileges?: readonly StringT[] | undefined;
  /** Resource. */
  resource?: ResourceDetails<P> | undefined;
  /** User. Recommended. */
  user?: User | undefined;
} & ("datetime" extends P ? Part6 : unknown);

/** User Access Management: OCSF class 3005 `user_access`. */
export type UserAccess<P extends Profile = never> = ("cloud" extends P ? Part1 : unknown) & ("cloud" extends P ? Part7 : unknown) & Part2 & {
  /** Activity ID. Required. */
  activity_id: UserAccessActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 3 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 3005;
} & Part3 & Part4<P> & Part5 & ("host" extends P ? Part8<P> : unknown) & {
  /** Privileges (`string_t`). Required. */
  privileges: readonly StringT[];
  /** Resource. */
  resource?: ResourceDetails<P> | undefined;
  /** User. Required. */
  user: User;
} & ("datetime" extends P ? Part6 : unknown);

/** DHCP Activity: OCSF class 4004 `dhcp_activity`. */
export type DhcpActivity<P extends Profile = never> = ("cloud" extends P ? Part1 : unknown) & ("cloud" extends P ? Part7 : unknown) & Part2 & {
  /** Activity ID. Required. */
  activity_id: DhcpActivityActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 4 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 4004;
} & Part3 & Part4<P> & Part5 & ("host" extends P ? Part8<P> : unknown) & {
  /** Destination Endpoint. Recommended. */
  dst_endpoint?: NetworkEndpoint | undefined;
  /** Renewal (`boolean_t`). */
  is_renewal?: BooleanT | undefined;
  /** Lease Duration (`integer_t`). */
  lease_dur?: IntegerT | undefined;
  /** Source Endpoint. Recommended. */
  src_endpoint?: NetworkEndpoint | undefined;
  /** Relay. */
  relay?: NetworkInterface | undefined;
  /** Transaction UID (`string_t`). */
  transaction_uid?: StringT | undefined;
} & ("datetime" extends P ? Part6 : unknown);

/** DNS Activity: OCSF class 4003 `dns_activity`. */
export type DnsActivity<P extends Profile = never> = ("cloud" extends P ? Part1 : unknown) & ("cloud" extends P ? Part7 : unknown) & Part2 & {
  /** Activity ID. Required. */
  activity_id: DnsActivityActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 4 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 4003;
} & Part3 & Part4<P> & Part5 & ("security_control" extends P ? Part11<P> : unknown) & ("host" extends P ? Part8<P> : unknown) & {
  /** Application Name (`string_t`). */
  app_name?: StringT | undefined;
  /** Connection Info. */
  connection_info?: NetworkConnectionInfo | undefined;
  /** Traffic. */
  traffic?: NetworkTraffic | undefined;
} & {
  /** Destination Endpoint. Required. */
  dst_endpoint: NetworkEndpoint;
  /** Proxy. */
  proxy?: NetworkProxy | undefined;
  /** Source Endpoint. Required. */
  src_endpoint: NetworkEndpoint;
  /** TLS. */
  tls?: Tls<P> | undefined;
  /** DNS Answer. Recommended. */
  answers?: readonly DnsAnswer[] | undefined;
  /** DNS Query. Recommended. */
  query?: DnsQuery | undefined;
  /** Response Code (`string_t`). */
  rcode?: StringT | undefined;
  /** Response Code ID. */
  rcode_id?: RcodeId | undefined;
} & {
  /** Query Time (`timestamp_t`). Recommended. */
  query_time?: TimestampT | undefined;
  /** Response Time (`timestamp_t`). Recommended. */
  response_time?: TimestampT | undefined;
} & ("datetime" extends P ? Part6 : unknown) & ("datetime" extends P ? {
  /** Query Time (`datetime_t`). */
  query_time_dt?: DatetimeT | undefined;
  /** Response Time (`datetime_t`). */
  response_time_dt?: DatetimeT | undefined;
} : unknown);

/** Email Activity: OCSF class 4009 `email_activity`. */
export type EmailActivity<P extends Profile = never> = ("cloud" extends P ? Part1 : unknown) & ("cloud" extends P ? Part7 : unknown) & Part2 & {
  /** Activity ID. */
  activity_id?: EmailActivityActivityId | undefined;
  /** Attempt (`integer_t`). */
  attempt?: IntegerT | undefined;
  /** SMTP Banner (`string_t`). */
  banner?: StringT | undefined;
  /** Direction (`string_t`). */
  direction?: StringT | undefined;
  /** Direction ID. Required. */
  direction_id: EmailActivityDirectionId;
} & {
  /** Category ID (`integer_t`). Required. */
  category_uid?: 4 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 4009;
} & Part3 & Part4<P> & Part5 & ("security_control" extends P ? Part11<P> : unknown) & ("host" extends P ? Part8<P> : unknown) & {
  /** Destination Endpoint. */
  dst_endpoint?: NetworkEndpoint | undefined;
  /** Email. Required. */
  email: Email;
  /** Email Authentication. Recommended. */
  email_auth?: EmailAuth | undefined;
  /** Source Endpoint. */
  src_endpoint?: NetworkEndpoint | undefined;
  /** SMTP Hello (`string_t`). Recommended. */
  smtp_hello?: StringT | undefined;
} & ("datetime" extends P ? Part6 : unknown);

/** Email File Activity: OCSF class 4011 `email_file_activity`. */
export type EmailFileActivity<P extends Profile = never> = ("cloud" extends P ? Part1 : unknown) & ("cloud" extends P ? Part7 : unknown) & Part2 & Part12 & {
  /** Category ID (`integer_t`). Required. */
  category_uid?: 4 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 4011;
} & Part3 & Part4<P> & Part5 & ("security_control" extends P ? Part11<P> : unknown) & ("host" extends P ? Part8<P> : unknown) & {
  /** Email UID (`string_t`). Required. */
  email_uid: StringT;
  /** File. Required. */
  file: File<P>;
} & ("datetime" extends P ? Part6 : unknown);

/** Email URL Activity: OCSF class 4012 `email_url_activity`. */
export type EmailUrlActivity<P extends Profile = never> = ("cloud" extends P ? Part1 : unknown) & ("cloud" extends P ? Part7 : unknown) & Part2 & Part12 & {
  /** Category ID (`integer_t`). Required. */
  category_uid?: 4 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 4012;
} & Part3 & Part4<P> & Part5 & ("security_control" extends P ? Part11<P> : unknown) & ("host" extends P ? Part8<P> : unknown) & {
  /** Email UID (`string_t`). Required. */
  email_uid: StringT;
  /** URL. Required. */
  url: Url;
} & ("datetime" extends P ? Part6 : unknown);

/** Network File Activity: OCSF class 4010 `network_file_activity`. */
export type NetworkFileActivity<P extends Profile = never> = ("cloud" extends P ? Part1 : unknown) & ("cloud" extends P ? Part7 : unknown) & Part2 & {
  /** Activity ID. Required. */
  activity_id: NetworkFileActivityActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 4 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 4010;
} & Part3 & Part4<P> & Part5 & {
  /** Actor. Required. */
  actor: Actor<P>;
  /** File. Required. */
  file: File<P>;
  /** Source Endpoint. Required. */
  src_endpoint: NetworkEndpoint;
} & {
  /** Expiration Time (`timestamp_t`). */
  expiration_time?: TimestampT | undefined;
} & ("datetime" extends P ? Part6 : unknown) & ("datetime" extends P ? Part15 : unknown);

/** FTP Activity: OCSF class 4008 `ftp_activity`. */
export type FtpActivity<P extends Profile = never> = ("cloud" extends P ? Part1 : unknown) & ("cloud" extends P ? Part7 : unknown) & Part2 & {
  /** Activity ID. Required. */
  activity_id: FtpActivityActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 4 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 4008;
} & Part3 & Part4<P> & Part5 & ("security_control" extends P ? Part11<P> : unknown) & ("host" extends P ? Part8<P> : unknown) & Part13 & {
  /** Connection Info. Recommended. */
  connection_info?: NetworkConnectionInfo | undefined;
  /** Destination Endpoint. Required. */
  dst_endpoint: NetworkEndpoint;
  /** Proxy. */
  proxy?: NetworkProxy | undefined;
  /** Source Endpoint. Required. */
  src_endpoint: NetworkEndpoint;
  /** TLS. */
  tls?: Tls<P> | undefined;
  /** Traffic. */
  traffic?: NetworkTraffic | undefined;
  /** Response Codes (`integer_t`). Recommended. */
  codes?: readonly IntegerT[] | undefined;
  /** Command (`string_t`). Recommended. */
  command?: StringT | undefined;
  /** Command Responses (`string_t`). Recommended. */
  command_responses?: readonly StringT[] | undefined;
  /** Name (`string_t`). Recommended. */
  name?: StringT | undefined;
  /** Port (`port_t`). Recommended. */
  port?: PortT | undefined;
  /** Type (`string_t`). Recommended. */
  type?: StringT | undefined;
} & ("datetime" extends P ? Part6 : unknown);

/** HTTP Activity: OCSF class 4002 `http_activity`. */
export type HttpActivity<P extends Profile = never> = ("cloud" extends P ? Part1 : unknown) & ("cloud" extends P ? Part7 : unknown) & Part2 & {
  /** Activity ID. Required. */
  activity_id: HttpActivityActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 4 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 4002;
} & Part3 & Part4<P> & Part5 & ("security_control" extends P ? Part11<P> : unknown) & ("host" extends P ? Part8<P> : unknown) & Part13 & {
  /** Connection Info. Recommended. */
  connection_info?: NetworkConnectionInfo | undefined;
  /** Destination Endpoint. Required. */
  dst_endpoint: NetworkEndpoint;
  /** Proxy. */
  proxy?: NetworkProxy | undefined;
  /** Source Endpoint. Required. */
  src_endpoint: NetworkEndpoint;
  /** TLS. */
  tls?: Tls<P> | undefined;
  /** Traffic. */
  traffic?: NetworkTraffic | undefined;
  /** HTTP Status (`integer_t`). */
  http_status?: IntegerT | undefined;
  /** HTTP Request. Required. */
  http_request: HttpRequest;
  /** HTTP Response. Required. */
  http_response: HttpResponse;
} & ("datetime" extends P ? Part6 : unknown);

/** Network Activity: OCSF class 4001 `network_activity`. */
export type NetworkActivity<P extends Profile = never> = ("cloud" extends P ? Part1 : unknown) & ("cloud" extends P ? Part7 : unknown) & Part2 & {
  /** Activity ID. Required. */
  activity_id: NetworkActivityActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 4 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 4001;
} & Part3 & Part4<P> & Part5 & ("security_control" extends P ? Part11<P> : unknown) & ("host" extends P ? Part8<P> : unknown) & Part13 & {
  /** Connection Info. Recommended. */
  connection_info?: NetworkConnectionInfo | undefined;
  /** Destination Endpoint. Required. */
  dst_endpoint: NetworkEndpoint;
  /** Proxy. */
  proxy?: NetworkProxy | undefined;
  /** Source Endpoint. Required. */
  src_endpoint: NetworkEndpoint;
  /** TLS. */
  tls?: Tls<P> | undefined;
  /** Traffic. */
  traffic?: NetworkTraffic | undefined;
} & ("datetime" extends P ? Part6 : unknown);

/** RDP Activity: OCSF class 4005 `rdp_activity`. */
export type RdpActivity<P extends Profile = never> = ("cloud" extends P ? Part1 : unknown) & ("cloud" extends P ? Part7 : unknown) & Part2 & {
  /** Activity ID. Required. */
  activity_id: RdpActivityActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 4 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 4005;
} & Part3 & Part4<P> & Part5 & ("security_control" extends P ? Part11<P> : unknown) & ("host" extends P ? {
  /** Device. */
  device?: Device<P> | undefined;
  /** Actor. */
  actor?: Actor<P> | undefined;
} : unknown) & {
  /** Application Name (`string_t`). */
  app_name?: StringT | undefined;
  /** Identifier Cookie (`string_t`). */
  identifier_cookie?: StringT | undefined;
  /** RDP Version (`string_t`). Recommended. */
  protocol_ver?: StringT | undefined;
} & {
  /** Connection Info. Recommended. */
  connection_info?: NetworkConnectionInfo | undefined;
  /** Destination Endpoint. Required. */
  dst_endpoint: NetworkEndpoint;
  /** Proxy. */
  proxy?: NetworkProxy | undefined;
  /** Source Endpoint. Required. */
  src_endpoint: NetworkEndpoint;
  /** TLS. */
  tls?: Tls<P> | undefined;
  /** Traffic. */
  traffic?: NetworkTraffic | undefined;
  /** Certificate Chain (`string_t`). */
  certificate_chain?: readonly StringT[] | undefined;
  /** API Request Details. Recommended. */
  request?: Request | undefined;
  /** API Response Details. Recommended. */
  response?: Response | undefined;
} & {
  /** Capabilities (`string_t`). */
  capabilities?: readonly StringT[] | undefined;
  /** Remote Display. */
  remote_display?: Display | undefined;
} & ("datetime" extends P ? Part6 : unknown);

/** SMB Activity: OCSF class 4006 `smb_activity`. */
export type SmbActivity<P extends Profile = never> = ("cloud" extends P ? Part1 : unknown) & ("cloud" extends P ? Part7 : unknown) & Part2 & {
  /** Activity ID. Required. */
  activity_id: SmbActivityActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 4 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 4006;
} & Part3 & Part4<P> & Part5 & ("security_control" extends P ? Part11<P> : unknown) & ("host" extends P ? Part8<P> : unknown) & {
  /** Application Name (`string_t`). */
  app_name?: StringT | undefined;
  /** Client Dialects (`string_t`). Recommended. */
  client_dialects?: readonly StringT[] | undefined;
  /** Distributed Computing Environment/Remote Procedure Call (DCE/RPC). */
  dce_rpc?: DceRpc | undefined;
  /** Dialect (`string_t`). Recommended. */
  dialect?: StringT | undefined;
} & {
  /** Connection Info. Recommended. */
  connection_info?: NetworkConnectionInfo | undefined;
  /** Destination Endpoint. Required. */
  dst_endpoint: NetworkEndpoint;
  /** Proxy. */
  proxy?: NetworkProxy | undefined;
  /** Source Endpoint. Required. */
  src_endpoint: NetworkEndpoint;
  /** TLS. */
  tls?: Tls<P> | undefined;
  /** Traffic. */
  traffic?: NetworkTraffic | undefined;
  /** Command (`string_t`). Recommended. */
  command?: StringT | undefined;
  /** File. Recommended. */
  file?: File<P> | undefined;
  /** Open Type (`string_t`). Recommended. */
  open_type?: StringT | undefined;
  /** API Response Details. Recommended. */
  response?: Response | undefined;
  /** Share (`string_t`). */
  share?: StringT | undefined;
  /** Share Type (`string_t`). */
  share_type?: StringT | undefined;
  /** Share Type Id. Recommended. */
  share_type_id?: ShareTypeId | undefined;
  /** Tree UID (`string_t`). */
  tree_uid?: StringT | undefined;
} & ("datetime" extends P ? Part6 : unknown);

/** SSH Activity: OCSF class 4007 `ssh_activity`. */
export type SshActivity<P extends Profile = never> = ("cloud" extends P ? Part1 : unknown) & ("cloud" extends P ? Part7 : unknown) & Part2 & {
  /** Activity ID. Required. */
  activity_id: NetworkActivityActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 4 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 4007;
} & Part3 & Part4<P> & Part5 & ("security_control" extends P ? Part11<P> : unknown) & ("host" extends P ? Part8<P> : unknown) & {
  /** Application Name (`string_t`). */
  app_name?: StringT | undefined;
  /** SSH Version (`string_t`). Recommended. */
  protocol_ver?: StringT | undefined;
} & {
  /** Connection Info. Recommended. */
  connection_info?: NetworkConnectionInfo | undefined;
  /** Destination Endpoint. Required. */
  dst_endpoint: NetworkEndpoint;
  /** Proxy. */
  proxy?: NetworkProxy | undefined;
  /** Source Endpoint. Required. */
  src_endpoint: NetworkEndpoint;
  /** TLS. */
  tls?: Tls<P> | undefined;
  /** Traffic. */
  traffic?: NetworkTraffic | undefined;
  /** Client HASSH. Recommended. */
  client_hassh?: Hassh | undefined;
  /** Server HASSH. Recommended. */
  server_hassh?: Hassh | undefined;
} & ("datetime" extends P ? Part6 : unknown);

/** File System Activity: OCSF class 1001 `file_activity`. */
export type FileActivity<P extends Profile = never> = ("cloud" extends P ? Part1 : unknown) & ("cloud" extends P ? Part7 : unknown) & Part2 & {
  /** Activity ID. Required. */
  activity_id: FileActivityActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 1 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 1001;
} & Part3 & Part4<P> & Part5 & ("security_control" extends P ? Part11<P> : unknown) & {
  /** Actor. Required. */
  actor: Actor<P>;
  /** Device. Required. */
  device: Device<P>;
  /** Component (`string_t`). */
  component?: StringT | undefined;
  /** Create Mask (`string_t`). */
  create_mask?: StringT | undefined;
  /** File. Required. */
  file: File<P>;
  /** File Diff (`string_t`). */
  file_diff?: StringT | undefined;
  /** File Result. */
  file_result?: File<P> | undefined;
} & {
  /** Access Mask (`integer_t`). */
  access_mask?: IntegerT | undefined;
  /** Connection Identifier (`string_t`). */
  connection_uid?: StringT | undefined;
} & ("datetime" extends P ? Part6 : unknown);

/** Kernel Activity: OCSF class 1003 `kernel_activity`. */
export type KernelActivity<P extends Profile = never> = ("cloud" extends P ? Part1 : unknown) & ("cloud" extends P ? Part7 : unknown) & Part2 & {
  /** Activity ID. Required. */
  activity_id: KernelActivityActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 1 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 1003;
} & Part3 & Part4<P> & Part5 & ("security_control" extends P ? Part11<P> : unknown) & {
  /** Actor. Required. */
  actor: Actor<P>;
  /** Device. Required. */
  device: Device<P>;
  /** Kernel. Required. */
  kernel: Kernel;
} & ("datetime" extends P ? Part6 : unknown);

/** Kernel Extension Activity: OCSF class 1002 `kernel_extension`. */
export type KernelExtension<P extends Profile = never> = ("cloud" extends P ? Part1 : unknown) & ("cloud" extends P ? Part7 : unknown) & Part2 & {
  /** Activity ID. Required. */
  activity_id: KernelExtensionActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 1 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 1002;
} & Part3 & Part4<P> & Part5 & ("security_control" extends P ? Part11<P> : unknown) & {
  /** Actor. Required. */
  actor: Actor<P>;
  /** Device. Required. */
  device: Device<P>;
  /** Kernel Driver. Required. */
  driver: KernelDriver<P>;
} & ("datetime" extends P ? Part6 : unknown);

/** Memory Activity: OCSF class 1004 `memory_activity`. */
export type MemoryActivity<P extends Profile = never> = ("cloud" extends P ? Part1 : unknown) & ("cloud" extends P ? Part7 : unknown) & Part2 & {
  /** Activity ID. Required. */
  activity_id: MemoryActivityActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 1 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 1004;
} & Part3 & Part4<P> & Part5 & ("security_control" extends P ? Part11<P> : unknown) & {
  /** Actor. Required. */
  actor: Actor<P>;
  /** Device. Required. */
  device: Device<P>;
  /** Actual Permissions (`integer_t`). */
  actual_permissions?: IntegerT | undefined;
  /** Base Address (`string_t`). Recommended. */
  base_address?: StringT | undefined;
  /** Requested Permissions (`integer_t`). */
  requested_permissions?: IntegerT | undefined;
  /** Size (`long_t`). */
  size?: LongT | undefined;
  /** Process. Required. */
  process: Process<P>;
} & ("datetime" extends P ? Part6 : unknown);

/** Module Activity: OCSF class 1005 `module_activity`. */
export type ModuleActivity<P extends Profile = never> = ("cloud" extends P ? Part1 : unknown) & ("cloud" extends P ? Part7 : unknown) & Part2 & {
  /** Activity ID. Required. */
  activity_id: KernelExtensionActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 1 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 1005;
} & Part3 & Part4<P> & Part5 & ("security_control" extends P ? Part11<P> : unknown) & {
  /** Actor. Required. */
  actor: Actor<P>;
  /** Device. Required. */
  device: Device<P>;
  /** Module. Required. */
  module: Module<P>;
} & ("datetime" extends P ? Part6 : unknown);

/** Process Activity: OCSF class 1007 `process_activity`. */
export type ProcessActivity<P extends Profile = never> = ("cloud" extends P ? Part1 : unknown) & ("cloud" extends P ? Part7 : unknown) & Part2 & {
  /** Activity ID. Required. */
  activity_id: ProcessActivityActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 1 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 1007;
} & Part3 & Part4<P> & Part5 & ("security_control" extends P ? Part11<P> : unknown) & {
  /** Actor. Required. */
  actor: Actor<P>;
  /** Device. Required. */
  device: Device<P>;
  /** Actual Permissions (`integer_t`). */
  actual_permissions?: IntegerT | undefined;
  /** Exit Code (`integer_t`). */
  exit_code?: IntegerT | undefined;
  /** Injection Type (`string_t`). */
  injection_type?: StringT | undefined;
  /** Injection Type ID. */
  injection_type_id?: InjectionTypeId | undefined;
  /** Module. */
  module?: Module<P> | undefined;
  /** Process. Required. */
  process: Process<P>;
  /** Requested Permissions (`integer_t`). */
  requested_permissions?: IntegerT | undefined;
} & ("datetime" extends P ? Part6 : unknown);

/** Scheduled Job Activity: OCSF class 1006 `scheduled_job_activity`. */
export type ScheduledJobActivity<P extends Profile = never> = ("cloud" extends P ? Part1 : unknown) & ("cloud" extends P ? Part7 : unknown) & Part2 & {
  /** Activity ID. Required. */
  activity_id: ScheduledJobActivityActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 1 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 1006;
} & Part3 & Part4<P> & Part5 & ("security_control" extends P ? Part11<P> : unknown) & {
  /** Actor. */
  actor?: Actor<P> | undefined;
  /** Device. Required. */
  device: Device<P>;
  /** Job. Required. */
  job: Job<P>;
} & ("datetime" extends P ? Part6 : unknown);

/** Registry Key Activity: OCSF class 201001 `registry_key_activity`. */
export type RegistryKeyActivity<P extends Profile = never> = ("cloud" extends P ? Part1 : unknown) & ("cloud" extends P ? Part7 : unknown) & Part2 & {
  /** Activity ID. Required. */
  activity_id: RegistryKeyActivityActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 1 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 201001;
} & Part3 & Part4<P> & Part5 & ("security_control" extends P ? Part11<P> : unknown) & {
  /** Actor. Required. */
  actor: Actor<P>;
  /** Device. Required. */
  device: Device<P>;
  /** Access Mask (`integer_t`). */
  access_mask?: IntegerT | undefined;
  /** Create Mask (`string_t`). */
  create_mask?: StringT | undefined;
  /** Open Mask (`integer_t`). */
  open_mask?: IntegerT | undefined;
  /** Registry Key. Required. */
  reg_key: RegistryKey<P>;
  /** Previous Registry Key. */
  prev_reg_key?: RegistryKey<P> | undefined;
} & ("datetime" extends P ? Part6 : unknown);

/** Registry Value Activity: OCSF class 201002 `registry_value_activity`. */
export type RegistryValueActivity<P extends Profile = never> = ("cloud" extends P ? Part1 : unknown) & ("cloud" extends P ? Part7 : unknown) & Part2 & {
  /** Activity ID. Required. */
  activity_id: RegistryValueActivityActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 1 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 201002;
} & Part3 & Part4<P> & Part5 & ("security_control" extends P ? Part11<P> : unknown) & {
  /** Actor. Required. */
  actor: Actor<P>;
  /** Device. Required. */
  device: Device<P>;
} & {
  /** Registry Value. Required. */
  reg_value: RegistryValue<P>;
  /** Previous Registry Value. */
  prev_reg_value?: RegistryValue<P> | undefined;
} & ("datetime" extends P ? Part6 : unknown);

/** Windows Resource Activity: OCSF class 201003 `resource_activity`. */
export type ResourceActivity<P extends Profile = never> = ("cloud" extends P ? Part1 : unknown) & ("cloud" extends P ? Part7 : unknown) & Part2 & {
  /** Activity ID. Required. */
  activity_id: ResourceActivityActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 1 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 201003;
} & Part3 & Part4<P> & Part5 & ("security_control" extends P ? Part11<P> : unknown) & {
  /** Actor. Required. */
  actor: Actor<P>;
  /** Device. Required. */
  device: Device<P>;
  /** Windows Resource. Required. */
  win_resource: WinResource;
} & ("datetime" extends P ? Part6 : unknown);

/** Account: OCSF object `account`. at least one of name, uid. */
export type Account = {
  /** Name (`string_t`). Recommended. */
  name?: StringT | undefined;
  /** Unique ID (`string_t`). Recommended. */
  uid?: StringT | undefined;
  /** Type (`string_t`). */
  type?: StringT | undefined;
  /** Type ID. Recommended. */
  type_id?: AccountTypeId | undefined;
};

/** Actor: OCSF object `actor`. at least one of process, user, invoked_by, session. */
export type Actor<P extends Profile = never> = {
  /** Authorization Information. */
  authorizations?: readonly Authorization[] | undefined;
  /** Identity Provider. */
  idp?: Idp | undefined;
  /** Invoked by (`string_t`). */
  invoked_by?: StringT | undefined;
  /** Process. Recommended. */
  process?: Process<P> | undefined;
  /** Session. */
  session?: Session<P> | undefined;
  /** User. Recommended. */
  user?: User | undefined;
};

/** Analytic: OCSF object `analytic`. */
export type Analytic = {
  /** Name (`string_t`). Required. */
  name: StringT;
  /** Unique ID (`string_t`). Recommended. */
  uid?: StringT | undefined;
  /** Category (`string_t`). */
  category?: StringT | undefined;
  /** Description (`string_t`). */
  desc?: StringT | undefined;
  /** Related Analytics. */
  related_analytics?: readonly Analytic[] | undefined;
  /** Type (`string_t`). */
  type?: StringT | undefined;
  /** Type ID. Required. */
  type_id: AnalyticTypeId;
  /** Version (`string_t`). */
  version?: StringT | undefined;
};

/** API: OCSF object `api`. */
export type Api = {
  /** Operation (`string_t`). Required. */
  operation: StringT;
  /** API Request Details. Recommended. */
  request?: Request | undefined;
  /** API Response Details. Recommended. */
  response?: Response | undefined;
  /** Service. */
  service?: Service | undefined;
  /** Version (`string_t`). */
  version?: StringT | undefined;
};

/** Attack: OCSF object `attack`. */
export type Attack = {
  /** Tactics. Required. */
  tactics: readonly Tactic[];
  /** Technique. Required. */
  technique: Technique;
  /** Version (`string_t`). Required. */
  version: StringT;
};

/** Authorization Result: OCSF object `authorization`. */
export type Authorization = {
  /** Authorization Decision/Outcome (`string_t`). */
  decision?: StringT | undefined;
  /** Policy. */
  policy?: Policy | undefined;
};

/** Digital Certificate: OCSF object `certificate`. */
export type Certificate<P extends Profile = never> = {
  /** Created Time (`timestamp_t`). Recommended. */
  created_time?: TimestampT | undefined;
  /** Expiration Time (`timestamp_t`). Recommended. */
  expiration_time?: TimestampT | undefined;
  /** Fingerprints. Required. */
  fingerprints: readonly Fingerprint[];
  /** Issuer Distinguished Name (`string_t`). Required. */
  issuer: StringT;
  /** Certificate Serial Number (`string_t`). Required. */
  serial_number: StringT;
  /** Subject Distinguished Name (`string_t`). Recommended. */
  subject?: StringT | undefined;
  /** Version (`string_t`). Recommended. */
  version?: StringT | undefined;
} & ("datetime" extends P ? Part18 : unknown);

/** CIS Benchmark Result: OCSF object `cis_benchmark_result`. */
export type CisBenchmarkResult = {
  /** Description (`string_t`). */
  desc?: StringT | undefined;
  /** Name (`string_t`). Required. */
  name: StringT;
  /** Remediation. */
  remediation?: Remediation | undefined;
  /** Rule. */
  rule?: Rule | undefined;
};

/** CIS Control: OCSF object `cis_control`. */
export type CisControl = {
  /** Control (`string_t`). Required. */
  control: StringT;
  /** Version (`string_t`). Recommended. */
  version?: StringT | undefined;
};

/** Cloud: OCSF object `cloud`. */
export type Cloud = {
  /** Account. */
  account?: Account | undefined;
  /** Organization. */
  org?: Organization | undefined;
  /** Project ID (`string_t`). */
  project_uid?: StringT | undefined;
  /** Provider (`string_t`). Required. */
  provider: StringT;
  /** Region (`string_t`). Recommended. */
  region?: StringT | undefined;
  /** Network Zone (`string_t`). */
  zone?: StringT | undefined;
};

/** Compliance: OCSF object `compliance`. */
export type Compliance = {
  /** Requirements (`string_t`). */
  requirements?: readonly StringT[] | undefined;
  /** Status (`string_t`). */
  status?: StringT | undefined;
  /** Status Details (`string_t`). */
  status_detail?: StringT | undefined;
};

/** Container: OCSF object `container`. */
export type Container = {
  /** Name (`string_t`). Recommended. */
  name?: StringT | undefined;
  /** Image. Recommended. */
  image?: Image | undefined;
  /** Runtime (`string_t`). */
  runtime?: StringT | undefined;
  /** Unique ID (`string_t`). Required. */
  uid: StringT;
  /** Orchestrator (`string_t`). */
  orchestrator?: StringT | undefined;
  /** Pod UUID (`uuid_t`). */
  pod_uuid?: UuidT | undefined;
  /** Image Tag (`string_t`). */
  tag?: StringT | undefined;
  /** Size (`long_t`). Recommended. */
  size?: LongT | undefined;
  /** Hash. Recommended. */
  hash?: Fingerprint | undefined;
  /** Network Driver (`string_t`). */
  network_driver?: StringT | undefined;
};

/** CVE: OCSF object `cve`. */
export type Cve<P extends Profile = never> = {
  /** CVSS Score. Recommended. */
  cvss?: Cvss | undefined;
  /** CWE UID (`string_t`). */
  cwe_uid?: StringT | undefined;
  /** CWE URL (`url_t`). */
  cwe_url?: UrlT | undefined;
  /** Record Modified Date (`timestamp_t`). */
  modified_time?: TimestampT | undefined;
  /** Record Creation Date (`timestamp_t`). Recommended. */
  created_time?: TimestampT | undefined;
  /** CVE ID (`string_t`). Required. */
  uid: StringT;
  /** Product. */
  product?: Product | undefined;
  /** Vulnerability Type (`string_t`). Recommended. */
  type?: StringT | undefined;
} & ("datetime" extends P ? {
  /** Record Modified Date (`datetime_t`). */
  modified_time_dt?: DatetimeT | undefined;
  /** Record Creation Date (`datetime_t`). */
  created_time_dt?: DatetimeT | undefined;
} : unknown);

/** CVSS Score: OCSF object `cvss`. */
export type Cvss = {
  /** Base Score (`float_t`). Required. */
  base_score: FloatT;
  /** CVSS Depth. Recommended. */
  depth?: Depth | undefined;
  /** Metrics. */
  metrics?: readonly Metric[] | undefined;
  /** Overall Score (`float_t`). Recommended. */
  overall_score?: FloatT | undefined;
  /** Severity (`string_t`). */
  severity?: StringT | undefined;
  /** Vector String (`string_t`). */
  vector_string?: StringT | undefined;
  /** Version (`string_t`). Required. */
  version: StringT;
};

/** DCE/RPC: OCSF object `dce_rpc`. */
export type DceRpc = {
  /** Command (`string_t`). Recommended. */
  command?: StringT | undefined;
  /** Command Response (`string_t`). Recommended. */
  command_response?: StringT | undefined;
  /** Flags (`string_t`). Required. */
  flags: readonly StringT[];
  /** Remote Procedure Call Interface. Required. */
  rpc_interface: RpcInterface;
  /** Opnum (`integer_t`). Recommended. */
  opnum?: IntegerT | undefined;
};

/** Device: OCSF object `device`. at least one of ip, uid, name, hostname, instance_uid, interface_uid, interface_name. */
export type Device<P extends Profile = never> = {
  /** Name (`string_t`). Recommended. */
  name?: StringT | undefined;
  /** Unique ID (`string_t`). Recommended. */
  uid?: StringT | undefined;
  /** Domain (`string_t`). */
  domain?: StringT | undefined;
  /** Hostname (`hostname_t`). Recommended. */
  hostname?: HostnameT | undefined;
  /** Instance ID (`string_t`). Recommended. */
  instance_uid?: StringT | undefined;
  /** Network Interface Name (`string_t`). Recommended. */
  interface_name?: StringT | undefined;
  /** Network Interface ID (`string_t`). Recommended. */
  interface_uid?: StringT | undefined;
  /** IP Address (`ip_t`). Recommended. */
  ip?: IpT | undefined;
  /** Geo Location. */
  location?: Location | undefined;
  /** MAC Address (`mac_t`). */
  mac?: MacT | undefined;
  /** Subnet UID (`string_t`). */
  subnet_uid?: StringT | undefined;
  /** VLAN (`string_t`). */
  vlan_uid?: StringT | undefined;
  /** VPC UID (`string_t`). */
  vpc_uid?: StringT | undefined;
  /** Autoscale UID (`string_t`). */
  autoscale_uid?: StringT | undefined;
  /** Created Time (`timestamp_t`). */
  created_time?: TimestampT | undefined;
  /** Description (`string_t`). */
  desc?: StringT | undefined;
  /** First Seen (`timestamp_t`). */
  first_seen_time?: TimestampT | undefined;
  /** Groups. */
  groups?: readonly Group[] | undefined;
  /** Hardware Info. */
  hw_info?: DeviceHwInfo | undefined;
  /** Hypervisor (`string_t`). */
  hypervisor?: StringT | undefined;
  /** Image. */
  image?: Image | undefined;
  /** IMEI (`string_t`). */
  imei?: StringT | undefined;
  /** Compliant Device (`boolean_t`). */
  is_compliant?: BooleanT | undefined;
  /** Managed Device (`boolean_t`). */
  is_managed?: BooleanT | undefined;
  /** Personal Device (`boolean_t`). */
  is_personal?: BooleanT | undefined;
  /** Trusted Device (`boolean_t`). */
  is_trusted?: BooleanT | undefined;
  /** Last Seen (`timestamp_t`). */
  last_seen_time?: TimestampT | undefined;
  /** Modified Time (`timestamp_t`). */
  modified_time?: TimestampT | undefined;
  /** Network Interfaces. */
  network_interfaces?: readonly NetworkInterface[] | undefined;
  /** Organization. */
  org?: Organization | undefined;
  /** OS. */
  os?: Os | undefined;
  /** Region (`string_t`). Recommended. */
  region?: StringT | undefined;
  /** Risk Level (`string_t`). */
  risk_level?: StringT | undefined;
  /** Risk Level ID. */
  risk_level_id?: RiskLevelId | undefined;
  /** Risk Score (`integer_t`). */
  risk_score?: IntegerT | undefined;
  /** Subnet (`subnet_t`). */
  subnet?: SubnetT | undefined;
  /** Type (`string_t`). */
  type?: StringT | undefined;
  /** Type ID. Required. */
  type_id: DeviceTypeId;
  /** Alternate ID (`string_t`). */
  uid_alt?: StringT | undefined;
} & ("datetime" extends P ? Part14 : unknown);

/** Device Hardware Info: OCSF object `device_hw_info`. */
export type DeviceHwInfo = {
  /** BIOS Date (`string_t`). */
  bios_date?: StringT | undefined;
  /** BIOS Manufacturer (`string_t`). */
  bios_manufacturer?: StringT | undefined;
  /** BIOS Version (`string_t`). */
  bios_ver?: StringT | undefined;
  /** Chassis (`string_t`). */
  chassis?: StringT | undefined;
  /** CPU Bits (`integer_t`). */
  cpu_bits?: IntegerT | undefined;
  /** CPU Count (`integer_t`). */
  cpu_count?: IntegerT | undefined;
  /** CPU Cores (`integer_t`). */
  cpu_cores?: IntegerT | undefined;
  /** Processor Speed (`integer_t`). */
  cpu_speed?: IntegerT | undefined;
  /** Processor Type (`string_t`). */
  cpu_type?: StringT | undefined;
  /** Desktop Display. */
  desktop_display?: Display | undefined;
  /** Keyboard Information. */
  keyboard_info?: KeyboardInfo | undefined;
  /** RAM Size (`integer_t`). */
  ram_size?: IntegerT | undefined;
  /** Serial Number (`string_t`). */
  serial_number?: StringT | undefined;
};

/** Digital Signature: OCSF object `digital_signature`. */
export type DigitalSignature<P extends Profile = never> = {
  /** Algorithm (`string_t`). */
  algorithm?: StringT | undefined;
  /** Algorithm ID. Required. */
  algorithm_id: DigitalSignatureAlgorithmId;
  /** Certificate. Recommended. */
  certificate?: Certificate<P> | undefined;
  /** Created Time (`timestamp_t`). */
  created_time?: TimestampT | undefined;
  /** Developer UID (`string_t`). */
  developer_uid?: StringT | undefined;
  /** Message Digest. */
  digest?: Fingerprint | undefined;
} & ("datetime" extends P ? {
  /** Created Time (`datetime_t`). */
  created_time_dt?: DatetimeT | undefined;
} : unknown);

/** Display: OCSF object `display`. */
export type Display = {
  /** Color Depth (`integer_t`). */
  color_depth?: IntegerT | undefined;
  /** Physical Height (`integer_t`). */
  physical_height?: IntegerT | undefined;
  /** Physical Orientation (`integer_t`). */
  physical_orientation?: IntegerT | undefined;
  /** Physical Width (`integer_t`). */
  physical_width?: IntegerT | undefined;
  /** Scale Factor (`integer_t`). */
  scale_factor?: IntegerT | undefined;
};

/** DNS Answer: OCSF object `dns_answer`. */
export type DnsAnswer = {
  /** Resource Record Class (`string_t`). Required. */
  class: StringT;
  /** Packet UID (`integer_t`). Recommended. */
  packet_uid?: IntegerT | undefined;
  /** Resource Record Type (`string_t`). Required. */
  type: StringT;
  /** DNS Header Flags. */
  flag_ids?: readonly FlagIds[] | undefined;
  /** DNS Header Flags (`string_t`). */
  flags?: readonly StringT[] | undefined;
  /** DNS RData (`string_t`). Required. */
  rdata: StringT;
  /** TTL (`integer_t`). Recommended. */
  ttl?: IntegerT | undefined;
};

/** DNS Query: OCSF object `dns_query`. */
export type DnsQuery = {
  /** Resource Record Class (`string_t`). Required. */
  class: StringT;
  /** Packet UID (`integer_t`). Recommended. */
  packet_uid?: IntegerT | undefined;
  /** Resource Record Type (`string_t`). Required. */
  type: StringT;
  /** Hostname (`hostname_t`). Required. */
  hostname: HostnameT;
  /** DNS Opcode (`string_t`). */
  opcode?: StringT | undefined;
  /** DNS Opcode ID. Recommended. */
  opcode_id?: OpcodeId | undefined;
};

/** Email: OCSF object `email`. */
export type Email = {
  /** Cc (`email_t`). */
  cc?: readonly EmailT[] | undefined;
  /** Delivered To (`email_t`). */
  delivered_to?: EmailT | undefined;
  /** From (`email_t`). Required. */
  from: EmailT;
  /** Message UID (`string_t`). Recommended. */
  message_uid?: StringT | undefined;
  /** Raw Header (`string_t`). */
  raw_header?: StringT | undefined;
  /** Reply To (`email_t`). Recommended. */
  reply_to?: EmailT | undefined;
  /** Size (`long_t`). Recommended. */
  size?: LongT | undefined;
  /** SMTP From (`email_t`). Recommended. */
  smtp_from?: EmailT | undefined;
  /** SMTP To (`email_t`). Recommended. */
  smtp_to?: readonly EmailT[] | undefined;
  /** Subject (`string_t`). */
  subject?: StringT | undefined;
  /** To (`email_t`). Required. */
  to: readonly EmailT[];
  /** X-Originating-IP (`ip_t`). */
  x_originating_ip?: readonly IpT[] | undefined;
  /** Email UID (`string_t`). Recommended. */
  uid?: StringT | undefined;
};

/** Email Authentication: OCSF object `email_auth`. */
export type EmailAuth = {
  /** DKIM Domain (`string_t`). Recommended. */
  dkim_domain?: StringT | undefined;
  /** DKIM Status (`string_t`). Recommended. */
  dkim?: StringT | undefined;
  /** DKIM Signature (`string_t`). Recommended. */
  dkim_signature?: StringT | undefined;
  /** DMARC Status (`string_t`). Recommended. */
  dmarc?: StringT | undefined;
  /** DMARC Override (`string_t`). Recommended. */
  dmarc_override?: StringT | undefined;
  /** DMARC Policy (`string_t`). Recommended. */
  dmarc_policy?: StringT | undefined;
  /** SPF Status (`string_t`). Recommended. */
  spf?: StringT | undefined;
};

/** Endpoint: OCSF object `endpoint`. at least one of ip, uid, name, hostname, instance_uid, interface_uid, interface_name. */
export type Endpoint = {
  /** Name (`string_t`). Recommended. */
  name?: StringT | undefined;
  /** Unique ID (`string_t`). Recommended. */
  uid?: StringT | undefined;
  /** Domain (`string_t`). */
  domain?: StringT | undefined;
  /** Hostname (`hostname_t`). Recommended. */
  hostname?: HostnameT | undefined;
  /** Instance ID (`string_t`). Recommended. */
  instance_uid?: StringT | undefined;
  /** Network Interface Name (`string_t`). Recommended. */
  interface_name?: StringT | undefined;
  /** Network Interface ID (`string_t`). Recommended. */
  interface_uid?: StringT | undefined;
  /** IP Address (`ip_t`). Recommended. */
  ip?: IpT | undefined;
  /** Geo Location. */
  location?: Location | undefined;
  /** MAC Address (`mac_t`). */
  mac?: MacT | undefined;
  /** Subnet UID (`string_t`). */
  subnet_uid?: StringT | undefined;
  /** VLAN (`string_t`). */
  vlan_uid?: StringT | undefined;
  /** VPC UID (`string_t`). */
  vpc_uid?: StringT | undefined;
};

/** Enrichment: OCSF object `enrichment`. */
export type Enrichment = {
  /** Data (`json_t`). Required. */
  data: JsonT;
  /** Name (`string_t`). Required. */
  name: StringT;
  /** Provider (`string_t`). Recommended. */
  provider?: StringT | undefined;
  /** Type (`string_t`). Recommended. */
  type?: StringT | undefined;
  /** Value (`string_t`). Required. */
  value: StringT;
};

/** Schema Extension: OCSF object `extension`. */
export type Extension = {
  /** Name (`string_t`). Required. */
  name: StringT;
  /** Unique ID (`string_t`). Required. */
  uid: StringT;
  /** Version (`string_t`). Required. */
  version: StringT;
};

/** Feature: OCSF object `feature`. at least one of name, uid. */
export type Feature = {
  /** Name (`string_t`). Recommended. */
  name?: StringT | undefined;
  /** Unique ID (`string_t`). Recommended. */
  uid?: StringT | undefined;
  /** Version (`string_t`). Recommended. */
  version?: StringT | undefined;
};

/** File: OCSF object `file`. */
export type File<P extends Profile = never> = {
  /** Name (`file_name_t`). Required. */
  name: FileNameT;
  /** Unique ID (`string_t`). */
  uid?: StringT | undefined;
  /** Accessed Time (`timestamp_t`). */
  accessed_time?: TimestampT | undefined;
  /** Accessor. */
  accessor?: User | undefined;
  /** Attributes (`integer_t`). */
  attributes?: IntegerT | undefined;
  /** Company Name (`string_t`). */
  company_name?: StringT | undefined;
  /** Confidentiality (`string_t`). */
  confidentiality?: StringT | undefined;
  /** Confidentiality ID. */
  confidentiality_id?: ConfidentialityId | undefined;
  /** Created Time (`timestamp_t`). */
  created_time?: TimestampT | undefined;
  /** Creator. */
  creator?: User | undefined;
  /** Description (`string_t`). */
  desc?: StringT | undefined;
  /** Hashes. Recommended. */
  hashes?: readonly Fingerprint[] | undefined;
  /** System (`boolean_t`). */
  is_system?: BooleanT | undefined;
  /** MIME type (`string_t`). */
  mime_type?: StringT | undefined;
  /** Modified Time (`timestamp_t`). */
  modified_time?: TimestampT | undefined;
  /** Modifier. */
  modifier?: User | undefined;
  /** Owner. */
  owner?: User | undefined;
  /** Parent Folder (`string_t`). */
  parent_folder?: StringT | undefined;
  /** Path (`string_t`). Recommended. */
  path?: StringT | undefined;
  /** Product. */
  product?: Product | undefined;
  /** Security Descriptor (`string_t`). */
  security_descriptor?: StringT | undefined;
  /** Digital Signature. */
  signature?: DigitalSignature<P> | undefined;
  /** Size (`long_t`). */
  size?: LongT | undefined;
  /** Type (`string_t`). */
  type?: StringT | undefined;
  /** Type ID. Required. */
  type_id: FileTypeId;
  /** Version (`string_t`). */
  version?: StringT | undefined;
  /** Extended Attributes. */
  xattributes?: OpenObject | undefined;
} & ("datetime" extends P ? {
  /** Accessed Time (`datetime_t`). */
  accessed_time_dt?: DatetimeT | undefined;
  /** Created Time (`datetime_t`). */
  created_time_dt?: DatetimeT | undefined;
  /** Modified Time (`datetime_t`). */
  modified_time_dt?: DatetimeT | undefined;
} : unknown);

/** Finding: OCSF object `finding`. */
export type Finding<P extends Profile = never> = {
  /** Created Time (`timestamp_t`). */
  created_time?: TimestampT | undefined;
  /** Description (`string_t`). */
  desc?: StringT | undefined;
  /** First Seen (`timestamp_t`). */
  first_seen_time?: TimestampT | undefined;
  /** Last Seen (`timestamp_t`). */
  last_seen_time?: TimestampT | undefined;
  /** Modified Time (`timestamp_t`). */
  modified_time?: TimestampT | undefined;
  /** Product Identifier (`string_t`). */
  product_uid?: StringT | undefined;
  /** Related Events. */
  related_events?: readonly RelatedEvent[] | undefined;
  /** Remediation. */
  remediation?: Remediation | undefined;
  /** Source URL (`url_t`). */
  src_url?: UrlT | undefined;
  /** Supporting Data (`json_t`). */
  supporting_data?: JsonT | undefined;
  /** Title (`string_t`). Required. */
  title: StringT;
  /** Types (`string_t`). */
  types?: readonly StringT[] | undefined;
  /** Unique ID (`string_t`). Required. */
  uid: StringT;
} & ("datetime" extends P ? Part14 : unknown);

/** Fingerprint: OCSF object `fingerprint`. */
export type Fingerprint = {
  /** Algorithm (`string_t`). */
  algorithm?: StringT | undefined;
  /** Algorithm ID. Required. */
  algorithm_id: FingerprintAlgorithmId;
  /** Value (`file_hash_t`). Required. */
  value: FileHashT;
};

/** Group: OCSF object `group`. at least one of name, uid. */
export type Group = {
  /** Name (`string_t`). Recommended. */
  name?: StringT | undefined;
  /** Unique ID (`string_t`). Recommended. */
  uid?: StringT | undefined;
  /** Description (`string_t`). */
  desc?: StringT | undefined;
  /** Privileges (`string_t`). */
  privileges?: readonly StringT[] | undefined;
  /** Account Type (`string_t`). */
  type?: StringT | undefined;
};

/** HASSH: OCSF object `hassh`. */
export type Hassh = {
  /** Algorithm (`string_t`). Recommended. */
  algorithm?: StringT | undefined;
  /** Fingerprint. Required. */
  fingerprint: Fingerprint;
};

/** HTTP Cookie: OCSF object `http_cookie`. */
export type HttpCookie<P extends Profile = never> = {
  /** Domain (`string_t`). */
  domain?: StringT | undefined;
  /** Expiration Time (`timestamp_t`). */
  expiration_time?: TimestampT | undefined;
  /** HTTP Only (`boolean_t`). */
  http_only?: BooleanT | undefined;
  /** Name (`string_t`). Required. */
  name: StringT;
  /** Path (`string_t`). */
  path?: StringT | undefined;
  /** SameSite (`string_t`). */
  samesite?: StringT | undefined;
  /** Secure (`boolean_t`). */
  secure?: BooleanT | undefined;
  /** Value (`string_t`). Required. */
  value: StringT;
} & ("datetime" extends P ? Part15 : unknown);

/** HTTP Header: OCSF object `http_header`. */
export type HttpHeader = Part16;

/** HTTP Request: OCSF object `http_request`. */
export type HttpRequest = {
  /** HTTP Arguments (`string_t`). */
  args?: StringT | undefined;
  /** HTTP Headers. Recommended. */
  http_headers?: readonly HttpHeader[] | undefined;
  /** HTTP Method. */
  http_method?: HttpMethod | undefined;
  /** HTTP Referrer (`string_t`). */
  referrer?: StringT | undefined;
  /** Unique ID (`string_t`). */
  uid?: StringT | undefined;
  /** URL. Recommended. */
  url?: Url | undefined;
  /** HTTP User-Agent (`string_t`). Recommended. */
  user_agent?: StringT | undefined;
  /** HTTP Version (`string_t`). Recommended. */
  version?: StringT | undefined;
  /** X-Forwarded-For (`ip_t`). */
  x_forwarded_for?: readonly IpT[] | undefined;
};

/** HTTP Response: OCSF object `http_response`. */
export type HttpResponse = {
  /** Response Code (`integer_t`). Required. */
  code: IntegerT;
  /** HTTP Content Type (`string_t`). */
  content_type?: StringT | undefined;
  /** Latency (`integer_t`). */
  latency?: IntegerT | undefined;
  /** Response Length (`integer_t`). */
  length?: IntegerT | undefined;
  /** Message (`string_t`). */
  message?: StringT | undefined;
  /** Status (`string_t`). */
  status?: StringT | undefined;
};

/** Identity Provider: OCSF object `idp`. at least one of name, uid. */
export type Idp = Part19;

/** Image: OCSF object `image`. */
export type Image = {
  /** Name (`string_t`). Recommended. */
  name?: StringT | undefined;
  /** Unique ID (`string_t`). Required. */
  uid: StringT;
  /** Labels (`string_t`). */
  labels?: readonly StringT[] | undefined;
  /** Path (`string_t`). */
  path?: StringT | undefined;
  /** Image Tag (`string_t`). */
  tag?: StringT | undefined;
};

/** Job: OCSF object `job`. */
export type Job<P extends Profile = never> = {
  /** Command Line (`string_t`). Recommended. */
  cmd_line?: StringT | undefined;
  /** Created Time (`timestamp_t`). Recommended. */
  created_time?: TimestampT | undefined;
  /** Description (`string_t`). Recommended. */
  desc?: StringT | undefined;
  /** File. Required. */
  file: File<P>;
  /** Last Run (`timestamp_t`). Recommended. */
  last_run_time?: TimestampT | undefined;
  /** Name (`string_t`). Required. */
  name: StringT;
  /** Next Run (`timestamp_t`). */
  next_run_time?: TimestampT | undefined;
  /** Run State (`string_t`). */
  run_state?: StringT | undefined;
  /** Run State ID. Recommended. */
  run_state_id?: RunStateId | undefined;
  /** User. */
  user?: User | undefined;
} & ("datetime" extends P ? {
  /** Created Time (`datetime_t`). */
  created_time_dt?: DatetimeT | undefined;
  /** Last Run (`datetime_t`). */
  last_run_time_dt?: DatetimeT | undefined;
  /** Next Run (`datetime_t`). */
  next_run_time_dt?: DatetimeT | undefined;
} : unknown);

/** Kernel Resource: OCSF object `kernel`. */
export type Kernel = {
  /** System (`boolean_t`). */
  is_system?: BooleanT | undefined;
  /** Name (`string_t`). Required. */
  name: StringT;
  /** Path (`string_t`). */
  path?: StringT | undefined;
  /** System Call (`string_t`). */
  system_call?: StringT | undefined;
  /** Type (`string_t`). */
  type?: StringT | undefined;
  /** Type ID. Required. */
  type_id: KernelTypeId;
};

/** Kernel Extension: OCSF object `kernel_driver`. */
export type KernelDriver<P extends Profile = never> = {
  /** File. Required. */
  file: File<P>;
};

/** Keyboard Information: OCSF object `keyboard_info`. */
export type KeyboardInfo = {
  /** Function Keys (`integer_t`). */
  function_keys?: IntegerT | undefined;
  /** IME (`string_t`). */
  ime?: StringT | undefined;
  /** Keyboard Layout (`string_t`). */
  keyboard_layout?: StringT | undefined;
  /** Keyboard Subtype (`integer_t`). */
  keyboard_subtype?: IntegerT | undefined;
  /** Keyboard Type (`string_t`). */
  keyboard_type?: StringT | undefined;
};

/** Kill Chain: OCSF object `kill_chain`. */
export type KillChain = {
  /** Kill Chain Phase (`string_t`). Recommended. */
  phase?: StringT | undefined;
  /** Kill Chain Phase ID. Required. */
  phase_id: PhaseId;
};

/** Geo Location: OCSF object `location`. */
export type Location = {
  /** City (`string_t`). Recommended. */
  city?: StringT | undefined;
  /** Continent (`string_t`). Recommended. */
  continent?: StringT | undefined;
  /** Coordinates (`float_t`). Required. */
  coordinates: readonly FloatT[];
  /** Country (`string_t`). Recommended. */
  country?: StringT | undefined;
  /** Description (`string_t`). */
  desc?: StringT | undefined;
  /** ISP (`string_t`). */
  isp?: StringT | undefined;
  /** On Premises (`boolean_t`). */
  is_on_premises?: BooleanT | undefined;
  /** Postal Code (`string_t`). */
  postal_code?: StringT | undefined;
  /** Provider (`string_t`). */
  provider?: StringT | undefined;
  /** Region (`string_t`). */
  region?: StringT | undefined;
};

/** Malware: OCSF object `malware`. at least one of name, uid. */
export type Malware<P extends Profile = never> = {
  /** Name (`string_t`). Recommended. */
  name?: StringT | undefined;
  /** Unique ID (`string_t`). Recommended. */
  uid?: StringT | undefined;
  /** Classification IDs. Required. */
  classification_ids: readonly ClassificationIds[];
  /** Classifications (`string_t`). */
  classifications?: readonly StringT[] | undefined;
  /** CVE List. */
  cves?: readonly Cve<P>[] | undefined;
  /** Path (`string_t`). Recommended. */
  path?: StringT | undefined;
  /** Provider (`string_t`). Recommended. */
  provider?: StringT | undefined;
};

/** Managed Entity: OCSF object `managed_entity`. at least one of name, uid. */
export type ManagedEntity = {
  /** Name (`string_t`). Recommended. */
  name?: StringT | undefined;
  /** Unique ID (`string_t`). Recommended. */
  uid?: StringT | undefined;
  /** Data (`json_t`). */
  data?: JsonT | undefined;
  /** Type (`string_t`). Recommended. */
  type?: StringT | undefined;
  /** Version (`string_t`). Recommended. */
  version?: StringT | undefined;
};

/** Metadata: OCSF object `metadata`. */
export type Metadata<P extends Profile = never> = {
  /** Correlation UID (`string_t`). */
  correlation_uid?: StringT | undefined;
  /** Event Code (`string_t`). */
  event_code?: StringT | undefined;
  /** Schema Extension. */
  extension?: Extension | undefined;
  /** Labels (`string_t`). */
  labels?: readonly StringT[] | undefined;
  /** Log Name (`string_t`). Recommended. */
  log_name?: StringT | undefined;
  /** Log Provider (`string_t`). Recommended. */
  log_provider?: StringT | undefined;
  /** Log Version (`string_t`). */
  log_version?: StringT | undefined;
  /** Logged Time (`timestamp_t`). */
  logged_time?: TimestampT | undefined;
  /** Modified Time (`timestamp_t`). */
  modified_time?: TimestampT | undefined;
  /** Original Time (`string_t`). Recommended. */
  original_time?: StringT | undefined;
  /** Processed Time (`timestamp_t`). */
  processed_time?: TimestampT | undefined;
  /** Product. Required. */
  product?: Product | undefined;
  /** Profiles (`string_t`). */
  profiles?: readonly StringT[] | undefined;
  /** Sequence Number (`integer_t`). */
  sequence?: IntegerT | undefined;
  /** Event UID (`string_t`). */
  uid?: StringT | undefined;
  /** Version (`string_t`). Required. */
  version?: StringT | undefined;
} & ("datetime" extends P ? {
  /** Logged Time (`datetime_t`). */
  logged_time_dt?: DatetimeT | undefined;
  /** Modified Time (`datetime_t`). */
  modified_time_dt?: DatetimeT | undefined;
  /** Processed Time (`datetime_t`). */
  processed_time_dt?: DatetimeT | undefined;
} : unknown);

/** Metric: OCSF object `metric`. */
export type Metric = Part16;

/** Module: OCSF object `module`. */
export type Module<P extends Profile = never> = {
  /** Base Address (`string_t`). Recommended. */
  base_address?: StringT | undefined;
  /** File. Recommended. */
  file?: File<P> | undefined;
  /** Function Name (`string_t`). */
  function_name?: StringT | undefined;
  /** Load Type (`string_t`). */
  load_type?: StringT | undefined;
  /** Load Type ID. Required. */
  load_type_id: LoadTypeId;
  /** Start Address (`string_t`). Recommended. */
  start_address?: StringT | undefined;
  /** Type (`string_t`). Recommended. */
  type?: StringT | undefined;
};

/** Network Connection Information: OCSF object `network_connection_info`. */
export type NetworkConnectionInfo = {
  /** Boundary (`string_t`). */
  boundary?: StringT | undefined;
  /** Boundary ID. */
  boundary_id?: BoundaryId | undefined;
  /** Direction (`string_t`). */
  direction?: StringT | undefined;
  /** Direction ID. Required. */
  direction_id: NetworkConnectionInfoDirectionId;
  /** Protocol Name (`string_t`). */
  protocol_name?: StringT | undefined;
  /** Protocol Number (`integer_t`). Recommended. */
  protocol_num?: IntegerT | undefined;
  /** IP Version (`string_t`). */
  protocol_ver?: StringT | undefined;
  /** IP Version ID. */
  protocol_ver_id?: ProtocolVerId | undefined;
  /** TCP Flags (`integer_t`). */
  tcp_flags?: IntegerT | undefined;
  /** Connection UID (`string_t`). */
  uid?: StringT | undefined;
};

/** Network Endpoint: OCSF object `network_endpoint`. at least one of ip, uid, name, hostname, svc_name, instance_uid, interface_uid, interface_name. */
export type NetworkEndpoint = Part17;

/** Network Interface: OCSF object `network_interface`. at least one of ip, mac, name, hostname. */
export type NetworkInterface = {
  /** Name (`string_t`). Recommended. */
  name?: StringT | undefined;
  /** Unique ID (`string_t`). */
  uid?: StringT | undefined;
  /** Hostname (`hostname_t`). Recommended. */
  hostname?: HostnameT | undefined;
  /** IP Address (`ip_t`). Recommended. */
  ip?: IpT | undefined;
  /** MAC Address (`mac_t`). Recommended. */
  mac?: MacT | undefined;
  /** Namespace (`string_t`). */
  namespace?: StringT | undefined;
  /** Subnet Prefix Length (`integer_t`). */
  subnet_prefix?: IntegerT | undefined;
  /** Type (`string_t`). */
  type?: StringT | undefined;
  /** Type ID. Required. */
  type_id: NetworkInterfaceTypeId;
};

/** Network Proxy Endpoint: OCSF object `network_proxy`. at least one of ip, uid, name, hostname, svc_name, instance_uid, interface_uid, interface_name. */
export type NetworkProxy = Part17;

/** Network Traffic: OCSF object `network_traffic`. */
export type NetworkTraffic = {
  /** Total Bytes (`long_t`). Recommended. */
  bytes?: LongT | undefined;
  /** Bytes In (`long_t`). */
  bytes_in?: LongT | undefined;
  /** Bytes Out (`long_t`). */
  bytes_out?: LongT | undefined;
  /** Total Packets (`long_t`). Recommended. */
  packets?: LongT | undefined;
  /** Packets In (`long_t`). */
  packets_in?: LongT | undefined;
  /** Packets Out (`long_t`). */
  packets_out?: LongT | undefined;
};

/** Observable: OCSF object `observable`. */
export type Observable = {
  /** Name (`string_t`). Required. */
  name: StringT;
  /** Reputation Scores. */
  reputation?: Reputation | undefined;
  /** Type (`string_t`). */
  type?: StringT | undefined;
  /** Type ID. Required. */
  type_id: ObservableTypeId;
  /** Value (`string_t`). */
  value?: StringT | undefined;
};

/** Organization: OCSF object `organization`. at least one of name, uid. */
export type Organization = {
  /** Name (`string_t`). Recommended. */
  name?: StringT | undefined;
  /** Unique ID (`string_t`). Recommended. */
  uid?: StringT | undefined;
  /** Org Unit Name (`string_t`). Recommended. */
  ou_name?: StringT | undefined;
  /** Org Unit ID (`string_t`). */
  ou_uid?: StringT | undefined;
};

/** Operating System (OS): OCSF object `os`. */
export type Os = {
  /** OS Build (`string_t`). */
  build?: StringT | undefined;
  /** Country (`string_t`). */
  country?: StringT | undefined;
  /** CPU Bits (`integer_t`). */
  cpu_bits?: IntegerT | undefined;
  /** OS Edition (`string_t`). */
  edition?: StringT | undefined;
  /** Language (`string_t`). */
  lang?: StringT | undefined;
  /** Name (`string_t`). Required. */
  name: StringT;
  /** OS Service Pack (`string_t`). */
  sp_name?: StringT | undefined;
  /** OS Service Pack Version (`integer_t`). */
  sp_ver?: IntegerT | undefined;
  /** Type (`string_t`). */
  type?: StringT | undefined;
  /** Type ID. Required. */
  type_id: OsTypeId;
  /** Version (`string_t`). */
  version?: StringT | undefined;
};

/** Software Package: OCSF object `package`. */
export type Package = {
  /** Architecture (`string_t`). Recommended. */
  architecture?: StringT | undefined;
  /** Epoch (`integer_t`). */
  epoch?: IntegerT | undefined;
  /** Software License (`string_t`). */
  license?: StringT | undefined;
  /** Name (`string_t`). Required. */
  name: StringT;
  /** Software Release Details (`string_t`). */
  release?: StringT | undefined;
  /** Version (`string_t`). Required. */
  version: StringT;
};

/** Policy: OCSF object `policy`. at least one of name, uid. */
export type Policy = {
  /** Name (`string_t`). Recommended. */
  name?: StringT | undefined;
  /** Unique ID (`string_t`). Recommended. */
  uid?: StringT | undefined;
  /** Description (`string_t`). */
  desc?: StringT | undefined;
  /** Group. */
  group?: Group | undefined;
  /** Version (`string_t`). Recommended. */
  version?: StringT | undefined;
};

/** Process: OCSF object `process`. at least one of pid, uid. */
export type Process<P extends Profile = never> = {
  /** Name (`process_name_t`). Recommended. */
  name?: ProcessNameT | undefined;
  /** Unique ID (`string_t`). Recommended. */
  uid?: StringT | undefined;
  /** Command Line (`string_t`). Recommended. */
  cmd_line?: StringT | undefined;
  /** Created Time (`timestamp_t`). Recommended. */
  created_time?: TimestampT | undefined;
  /** File. Recommended. */
  file?: File<P> | undefined;
  /** Integrity (`string_t`). */
  integrity?: StringT | undefined;
  /** Integrity Level. */
  integrity_id?: IntegrityId | undefined;
  /** Lineage (`string_t`). */
  lineage?: readonly StringT[] | undefined;
  /** Loaded Modules (`string_t`). */
  loaded_modules?: readonly StringT[] | undefined;
  /** Parent Process. Recommended. */
  parent_process?: Process<P> | undefined;
  /** Process ID (`integer_t`). Recommended. */
  pid?: IntegerT | undefined;
  /** Sandbox (`string_t`). */
  sandbox?: StringT | undefined;
  /** Session. */
  session?: Session<P> | undefined;
  /** Terminated Time (`timestamp_t`). */
  terminated_time?: TimestampT | undefined;
  /** Thread ID (`integer_t`). */
  tid?: IntegerT | undefined;
  /** User. Recommended. */
  user?: User | undefined;
  /** Extended Attributes. */
  xattributes?: OpenObject | undefined;
} & ("container" extends P ? {
  /** Container. Recommended. */
  container?: Container | undefined;
  /** Namespace PID (`integer_t`). Recommended. */
  namespace_pid?: IntegerT | undefined;
} : unknown) & ("linux/linux_users" extends P ? {
  /** Audit User ID (`integer_t`). */
  auid?: IntegerT | undefined;
  /** Effective Group ID (`integer_t`). */
  egid?: IntegerT | undefined;
  /** Effective User ID (`integer_t`). */
  euid?: IntegerT | undefined;
  /** Group. Recommended. */
  group?: Group | undefined;
} : unknown) & ("datetime" extends P ? {
  /** Created Time (`datetime_t`). */
  created_time_dt?: DatetimeT | undefined;
  /** Terminated Time (`datetime_t`). */
  terminated_time_dt?: DatetimeT | undefined;
} : unknown);

/** Product: OCSF object `product`. at least one of name, uid. */
export type Product = {
  /** Name (`string_t`). Recommended. */
  name?: StringT | undefined;
  /** Unique ID (`string_t`). Recommended. */
  uid?: StringT | undefined;
  /** Feature. */
  feature?: Feature | undefined;
  /** Language (`string_t`). Recommended. */
  lang?: StringT | undefined;
  /** Path (`string_t`). */
  path?: StringT | undefined;
  /** URL String (`url_t`). */
  url_string?: UrlT | undefined;
  /** Vendor Name (`string_t`). Required. */
  vendor_name: StringT;
  /** Version (`string_t`). Recommended. */
  version?: StringT | undefined;
};

/** Related Event: OCSF object `related_event`. */
export type RelatedEvent = {
  /** Product Identifier (`string_t`). */
  product_uid?: StringT | undefined;
  /** Type (`string_t`). */
  type?: StringT | undefined;
  /** Type ID (`integer_t`). Recommended. */
  type_uid?: IntegerT | undefined;
  /** Unique ID (`string_t`). Required. */
  uid: StringT;
};

/** Remediation: OCSF object `remediation`. */
export type Remediation = {
  /** Description (`string_t`). */
  desc?: StringT | undefined;
  /** Knowledgebase Articles (`string_t`). Recommended. */
  kb_articles?: readonly StringT[] | undefined;
};

/** Reputation: OCSF object `reputation`. */
export type Reputation = {
  /** Reputation Score (`float_t`). Required. */
  base_score: FloatT;
  /** Provider (`string_t`). Recommended. */
  provider?: StringT | undefined;
  /** Reputation Score (`string_t`). */
  score?: StringT | undefined;
  /** Reputation Score ID. Required. */
  score_id: ScoreId;
};

/** Request Elements: OCSF object `request`. */
export type Request = {
  /** Flags (`string_t`). */
  flags?: readonly StringT[] | undefined;
  /** Unique ID (`string_t`). Required. */
  uid: StringT;
};

/** Resource Details: OCSF object `resource_details`. at least one of name, uid. */
export type ResourceDetails<P extends Profile = never> = {
  /** Name (`string_t`). */
  name?: StringT | undefined;
  /** Unique ID (`string_t`). */
  uid?: StringT | undefined;
  /** Data (`json_t`). */
  data?: JsonT | undefined;
  /** Labels (`string_t`). */
  labels?: readonly StringT[] | undefined;
  /** Type (`string_t`). */
  type?: StringT | undefined;
  /** Criticality (`string_t`). */
  criticality?: StringT | undefined;
  /** Group. */
  group?: Group | undefined;
  /** Owner. Recommended. */
  owner?: User | undefined;
  /** Version (`string_t`). */
  version?: StringT | undefined;
} & ("cloud" extends P ? {
  /** Cloud Partition (`string_t`). */
  cloud_partition?: StringT | undefined;
  /** Region (`string_t`). */
  region?: StringT | undefined;
} : unknown);

/** Response Elements: OCSF object `response`. */
export type Response = {
  /** Response Code (`integer_t`). Recommended. */
  code?: IntegerT | undefined;
  /** Error Code (`string_t`). Recommended. */
  error?: StringT | undefined;
  /** Error Message (`string_t`). Recommended. */
  error_message?: StringT | undefined;
  /** Flags (`string_t`). */
  flags?: readonly StringT[] | undefined;
  /** Message (`string_t`). Recommended. */
  message?: StringT | undefined;
};

/** RPC Interface: OCSF object `rpc_interface`. */
export type RpcInterface = {
  /** Acknowledgement Reason (`integer_t`). Recommended. */
  ack_reason?: IntegerT | undefined;
  /** Acknowledgement Result (`integer_t`). Recommended. */
  ack_result?: IntegerT | undefined;
  /** UUID (`uuid_t`). Required. */
  uuid: UuidT;
  /** Version (`string_t`). Required. */
  version: StringT;
};

/** Rule: OCSF object `rule`. at least one of name, uid. */
export type Rule = {
  /** Name (`string_t`). Recommended. */
  name?: StringT | undefined;
  /** Unique ID (`string_t`). Recommended. */
  uid?: StringT | undefined;
  /** Category (`string_t`). */
  category?: StringT | undefined;
  /** Description (`string_t`). */
  desc?: StringT | undefined;
  /** Type (`string_t`). */
  type?: StringT | undefined;
  /** Version (`string_t`). */
  version?: StringT | undefined;
};

/** Subject Alternative Name: OCSF object `san`. */
export type San = {
  /** Name (`string_t`). Required. */
  name: StringT;
  /** Type (`string_t`). Required. */
  type: StringT;
};

/** Service: OCSF object `service`. at least one of name, uid. */
export type Service = {
  /** Name (`string_t`). Recommended. */
  name?: StringT | undefined;
  /** Unique ID (`string_t`). Recommended. */
  uid?: StringT | undefined;
  /** Labels (`string_t`). */
  labels?: readonly StringT[] | undefined;
  /** Version (`string_t`). Recommended. */
  version?: StringT | undefined;
};

/** Session: OCSF object `session`. */
export type Session<P extends Profile = never> = {
  /** Created Time (`timestamp_t`). Recommended. */
  created_time?: TimestampT | undefined;
  /** User Credential ID (`string_t`). */
  credential_uid?: StringT | undefined;
  /** Expiration Time (`timestamp_t`). */
  expiration_time?: TimestampT | undefined;
  /** Remote (`boolean_t`). Recommended. */
  is_remote?: BooleanT | undefined;
  /** Issuer Details (`string_t`). Recommended. */
  issuer?: StringT | undefined;
  /** Unique ID (`string_t`). Recommended. */
  uid?: StringT | undefined;
  /** UUID (`uuid_t`). */
  uuid?: UuidT | undefined;
} & ("datetime" extends P ? Part18 : unknown);

/** Tactic: OCSF object `tactic`. at least one of name, uid. */
export type Tactic = Part19;

/** Technique: OCSF object `technique`. at least one of name, uid. */
export type Technique = Part19;

/** Transport Layer Security (TLS): OCSF object `tls`. */
export type Tls<P extends Profile = never> = {
  /** Client TLS Alert (`integer_t`). */
  alert?: IntegerT | undefined;
  /** Certificate. Recommended. */
  certificate?: Certificate<P> | undefined;
  /** Certificate Chain (`string_t`). Recommended. */
  certificate_chain?: readonly StringT[] | undefined;
  /** Cipher Suite (`string_t`). Recommended. */
  cipher?: StringT | undefined;
  /** Client Cipher Suites (`string_t`). Recommended. */
  client_ciphers?: readonly StringT[] | undefined;
  /** Extension List. */
  extension_list?: readonly TlsExtension[] | undefined;
  /** Handshake Duration (`integer_t`). */
  handshake_dur?: IntegerT | undefined;
  /** JA3 Hash. Recommended. */
  ja3_hash?: Fingerprint | undefined;
  /** JA3S Hash. Recommended. */
  ja3s_hash?: Fingerprint | undefined;
  /** Key Length (`integer_t`). */
  key_length?: IntegerT | undefined;
  /** Subject Alternative Names. */
  sans?: readonly San[] | undefined;
  /** Server Cipher Suites (`string_t`). */
  server_ciphers?: readonly StringT[] | undefined;
  /** Server Name Indication (`string_t`). Recommended. */
  sni?: StringT | undefined;
  /** Version (`string_t`). Required. */
  version: StringT;
};

/** TLS Extension: OCSF object `tls_extension`. */
export type TlsExtension = {
  /** Data (`json_t`). Recommended. */
  data?: JsonT | undefined;
  /** Type (`string_t`). */
  type?: StringT | undefined;
  /** Type ID. Required. */
  type_id: TlsExtensionTypeId;
};

/** Uniform Resource Locator: OCSF object `url`. at least one of url_string, path. */
export type Url = {
  /** Website Categorization (`string_t`). */
  categories?: readonly StringT[] | undefined;
  /** Website Categorization IDs. Recommended. */
  category_ids?: readonly CategoryIds[] | undefined;
  /** Hostname (`hostname_t`). Recommended. */
  hostname?: HostnameT | undefined;
  /** Path (`string_t`). Recommended. */
  path?: StringT | undefined;
  /** Port (`port_t`). Recommended. */
  port?: PortT | undefined;
  /** HTTP Query String (`string_t`). Recommended. */
  query_string?: StringT | undefined;
  /** Resource Type (`string_t`). */
  resource_type?: StringT | undefined;
  /** Scheme (`string_t`). Recommended. */
  scheme?: StringT | undefined;
  /** Subdomain (`string_t`). */
  subdomain?: StringT | undefined;
  /** URL String (`url_t`). Recommended. */
  url_string?: UrlT | undefined;
};

/** User: OCSF object `user`. at least one of name, uid. */
export type User = {
  /** Name (`username_t`). Recommended. */
  name?: UsernameT | undefined;
  /** Unique ID (`string_t`). Recommended. */
  uid?: StringT | undefined;
  /** Account. */
  account?: Account | undefined;
  /** User Credential ID (`string_t`). */
  credential_uid?: StringT | undefined;
  /** Domain (`string_t`). */
  domain?: StringT | undefined;
  /** Email Address (`email_t`). */
  email_addr?: EmailT | undefined;
  /** Full Name (`string_t`). */
  full_name?: StringT | undefined;
  /** Groups. */
  groups?: readonly Group[] | undefined;
  /** Organization. */
  org?: Organization | undefined;
  /** Type (`string_t`). */
  type?: StringT | undefined;
  /** Type ID. Required. */
  type_id: UserTypeId;
  /** Alternate ID (`string_t`). */
  uid_alt?: StringT | undefined;
};

/** Vulnerability Details: OCSF object `vulnerability`. */
export type Vulnerability<P extends Profile = never> = {
  /** CVE. Required. */
  cve: Cve<P>;
  /** Description (`string_t`). */
  desc?: StringT | undefined;
  /** Fix Availability (`boolean_t`). */
  fix_available?: BooleanT | undefined;
  /** Knowledgebase Articles (`string_t`). */
  kb_articles?: readonly StringT[] | undefined;
  /** Software Packages. */
  packages?: readonly Package[] | undefined;
  /** References (`string_t`). Recommended. */
  references?: readonly StringT[] | undefined;
  /** Related Vulnerabilities (`string_t`). Recommended. */
  related_vulnerabilities?: readonly StringT[] | undefined;
  /** Severity (`string_t`). */
  severity?: StringT | undefined;
  /** Title (`string_t`). */
  title?: StringT | undefined;
  /** Vendor Name (`string_t`). */
  vendor_name?: StringT | undefined;
};

/** Web Resource: OCSF object `web_resource`. at least one of name, uid. */
export type WebResource = {
  /** Name (`string_t`). */
  name?: StringT | undefined;
  /** Unique ID (`string_t`). */
  uid?: StringT | undefined;
  /** Data (`json_t`). */
  data?: JsonT | undefined;
  /** Labels (`string_t`). */
  labels?: readonly StringT[] | undefined;
  /** Type (`string_t`). */
  type?: StringT | undefined;
  /** Description (`string_t`). */
  desc?: StringT | undefined;
  /** URL String (`url_t`). Recommended. */
  url_string?: UrlT | undefined;
};

/** Registry Key: OCSF object `registry_key`. */
export type RegistryKey<P extends Profile = never> = {
  /** System (`boolean_t`). */
  is_system?: BooleanT | undefined;
  /** Modified Time (`timestamp_t`). */
  modified_time?: TimestampT | undefined;
  /** Path (`string_t`). Required. */
  path: StringT;
  /** Security Descriptor (`string_t`). */
  security_descriptor?: StringT | undefined;
} & ("datetime" extends P ? Part20 : unknown);

/** Registry Value: OCSF object `registry_value`. */
export type RegistryValue<P extends Profile = never> = {
  /** Data (`json_t`). */
  data?: JsonT | undefined;
  /** Default Value (`boolean_t`). */
  is_default?: BooleanT | undefined;
  /** System (`boolean_t`). */
  is_system?: BooleanT | undefined;
  /** Modified Time (`timestamp_t`). */
  modified_time?: TimestampT | undefined;
  /** Name (`string_t`). Required. */
  name: StringT;
  /** Path (`string_t`). Required. */
  path: StringT;
  /** Type (`string_t`). */
  type?: StringT | undefined;
  /** Type ID. Recommended. */
  type_id?: RegistryValueTypeId | undefined;
} & ("datetime" extends P ? Part20 : unknown);

/** Windows Resource: OCSF object `win_resource`. at least one of name, uid. */
export type WinResource = {
  /** Name (`string_t`). */
  name?: StringT | undefined;
  /** Unique ID (`string_t`). */
  uid?: StringT | undefined;
  /** Data (`json_t`). */
  data?: JsonT | undefined;
  /** Labels (`string_t`). */
  labels?: readonly StringT[] | undefined;
  /** Type (`string_t`). */
  type?: StringT | undefined;
  /** Details (`string_t`). */
  details?: StringT | undefined;
  /** Service Name (`string_t`). */
  svc_name?: StringT | undefined;
  /** Type ID. Required. */
  type_id: WinResourceTypeId;
};

/** API Activity. */
export const apiActivity = { name: "api_activity", uid: 6003 } as const;

/** Application Lifecycle. */
export const applicationLifecycle = { name: "application_lifecycle", uid: 6002 } as const;

/** Web Resource Access Activity. */
export const webResourceAccessActivity = { name: "web_resource_access_activity", uid: 6004 } as const;

/** Web Resources Activity. */
export const webResourcesActivity = { name: "web_resources_activity", uid: 6001 } as const;

/** Base Event. */
export const baseEvent = { name: "base_event", uid: 0 } as const;

/** Device Config State. */
export const configState = { name: "config_state", uid: 5002 } as const;

/** Device Inventory Info. */
export const inventoryInfo = { name: "inventory_info", uid: 5001 } as const;

/** Security Finding. */
export const securityFinding = { name: "security_finding", uid: 2001 } as const;

/** Account Change. */
export const accountChange = { name: "account_change", uid: 3001 } as const;

/** Authentication. */
export const authentication = { name: "authentication", uid: 3002 } as const;

/** Authorize Session. */
export const authorizeSession = { name: "authorize_session", uid: 3003 } as const;

/** Entity Management. */
export const entityManagement = { name: "entity_management", uid: 3004 } as const;

/** Group Management. */
export const groupManagement = { name: "group_management", uid: 3006 } as const;

/** User Access Management. */
export const userAccess = { name: "user_access", uid: 3005 } as const;

/** DHCP Activity. */
export const dhcpActivity = { name: "dhcp_activity", uid: 4004 } as const;

/** DNS Activity. */
export const dnsActivity = { name: "dns_activity", uid: 4003 } as const;

/** Email Activity. */
export const emailActivity = { name: "email_activity", uid: 4009 } as const;

/** Email File Activity. */
export const emailFileActivity = { name: "email_file_activity", uid: 4011 } as const;

/** Email URL Activity. */
export const emailUrlActivity = { name: "email_url_activity", uid: 4012 } as const;

/** Network File Activity. */
export const networkFileActivity = { name: "network_file_activity", uid: 4010 } as const;

/** FTP Activity. */
export const ftpActivity = { name: "ftp_activity", uid: 4008 } as const;

/** HTTP Activity. */
export const httpActivity = { name: "http_activity", uid: 4002 } as const;

/** Network Activity. */
export const networkActivity = { name: "network_activity", uid: 4001 } as const;

/** RDP Activity. */
export const rdpActivity = { name: "rdp_activity", uid: 4005 } as const;

/** SMB Activity. */
export const smbActivity = { name: "smb_activity", uid: 4006 } as const;

/** SSH Activity. */
export const sshActivity = { name: "ssh_activity", uid: 4007 } as const;

/** File System Activity. */
export const fileActivity = { name: "file_activity", uid: 1001 } as const;

/** Kernel Activity. */
export const kernelActivity = { name: "kernel_activity", uid: 1003 } as const;

/** Kernel Extension Activity. */
export const kernelExtension = { name: "kernel_extension", uid: 1002 } as const;

/** Memory Activity. */
export const memoryActivity = { name: "memory_activity", uid: 1004 } as const;

/** Module Activity. */
export const moduleActivity = { name: "module_activity", uid: 1005 } as const;

/** Process Activity. */
export const processActivity = { name: "process_activity", uid: 1007 } as const;

/** Scheduled Job Activity. */
export const scheduledJobActivity = { name: "scheduled_job_activity", uid: 1006 } as const;

/** Registry Key Activity. */
export const registryKeyActivity = { name: "registry_key_activity", uid: 201001 } as const;

/** Registry Value Activity. */
export const registryValueActivity = { name: "registry_value_activity", uid: 201002 } as const;

/** Windows Resource Activity. */
export const resourceActivity = { name: "resource_activity", uid: 201003 } as const;

