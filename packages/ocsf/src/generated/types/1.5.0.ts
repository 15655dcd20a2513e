// Made by `npm run generate` in packages/ocsf from the OCSF schema, release 1.5.0 (Apache-2.0). Do not edit.

/** Profiles, as they stand in `metadata.profiles`. */
export type Profile =
  | "cloud"
  | "container"
  | "data_classification"
  | "datetime"
  | "host"
  | "incident"
  | "load_balancer"
  | "network_proxy"
  | "osint"
  | "security_control"
  | "trace"
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

/** Hash. */
export type FileHashT = string;

/** File Name. */
export type FileNameT = string;

/** File Path. */
export type FilePathT = string;

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

/** Registry Key Path. */
export type RegKeyPathT = string;

/** Ids of `action_id`: Action ID. */
export const ActionId = {
  Unknown: 0,
  Allowed: 1,
  Denied: 2,
  Observed: 3,
  Modified: 4,
  Other: 99,
} as const;
export type ActionId = 0 | 1 | 2 | 3 | 4 | 99;

/** Ids of `confidence_id`: Confidence ID. */
export const ConfidenceId = {
  Unknown: 0,
  Low: 1,
  Medium: 2,
  High: 3,
  Other: 99,
} as const;
export type ConfidenceId = 0 | 1 | 2 | 3 | 99;

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
  Alert: 19,
  Count: 20,
  Reset: 21,
  Captcha: 22,
  Challenge: 23,
  AccessRevoked: 24,
  Rejected: 25,
  Unauthorized: 26,
  Error: 27,
  Other: 99,
} as const;
export type DispositionId = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15 | 16 | 17 | 18 | 19 | 20 | 21 | 22 | 23 | 24 | 25 | 26 | 27 | 99;

/** Ids of `risk_level_id`: Risk Level ID. */
export const RiskLevelId = {
  Info: 0,
  Low: 1,
  Medium: 2,
  High: 3,
  Critical: 4,
  Other: 99,
} as const;
export type RiskLevelId = 0 | 1 | 2 | 3 | 4 | 99;

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
export const ApplicationErrorActivityId = {
  Unknown: 0,
  GeneralError: 1,
  TranslationError: 2,
  Other: 99,
} as const;
export type ApplicationErrorActivityId = 0 | 1 | 2 | 99;

/** Ids of `activity_id`: Activity ID. */
export const ApplicationLifecycleActivityId = {
  Unknown: 0,
  Install: 1,
  Remove: 2,
  Start: 3,
  Stop: 4,
  Restart: 5,
  Enable: 6,
  Disable: 7,
  Update: 8,
  Other: 99,
} as const;
export type ApplicationLifecycleActivityId = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 99;

/** Ids of `activity_id`: Activity ID. */
export const DatastoreActivityActivityId = {
  Unknown: 0,
  Read: 1,
  Update: 2,
  Connect: 3,
  Query: 4,
  Write: 5,
  Create: 6,
  Delete: 7,
  List: 8,
  Encrypt: 9,
  Decrypt: 10,
  Other: 99,
} as const;
export type DatastoreActivityActivityId = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 99;

/** Ids of `activity_id`: Activity ID. */
export const FileHostingActivityId = {
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
  Sync: 15,
  Unsync: 16,
  AccessCheck: 17,
  Other: 99,
} as const;
export type FileHostingActivityId = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15 | 16 | 17 | 99;

/** Ids of `activity_id`: Activity ID. */
export const ScanActivityActivityId = {
  Unknown: 0,
  Started: 1,
  Completed: 2,
  Cancelled: 3,
  DurationViolation: 4,
  PauseViolation: 5,
  Error: 6,
  Paused: 7,
  Resumed: 8,
  Restarted: 9,
  Delayed: 10,
  Other: 99,
} as const;
export type ScanActivityActivityId = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 99;

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
export const AdminGroupQueryActivityId = {
  Unknown: 0,
  Query: 1,
  Other: 99,
} as const;
export type AdminGroupQueryActivityId = 0 | 1 | 99;

/** Ids of `activity_id`: Activity ID. */
export const CloudResourcesInventoryInfoActivityId = {
  Unknown: 0,
  Log: 1,
  Collect: 2,
  Other: 99,
} as const;
export type CloudResourcesInventoryInfoActivityId = 0 | 1 | 2 | 99;

/** Ids of `activity_id`: Activity ID. */
export const ApplicationSecurityPostureFindingActivityId = {
  Unknown: 0,
  Create: 1,
  Update: 2,
  Close: 3,
  Other: 99,
} as const;
export type ApplicationSecurityPostureFindingActivityId = 0 | 1 | 2 | 3 | 99;

/** Ids of `activity_id`: Activity ID. */
export const DataSecurityFindingActivityId = {
  Unknown: 0,
  Create: 1,
  Update: 2,
  Close: 3,
  /** @deprecated since 1.4.0: Suppressed */ Suppressed: 4,
  Other: 99,
} as const;
export type DataSecurityFindingActivityId = 0 | 1 | 2 | 3 | 4 | 99;

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
  MFAFactorEnable: 10,
  MFAFactorDisable: 11,
  Unlock: 12,
  Other: 99,
} as const;
export type AccountChangeActivityId = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 99;

/** Ids of `activity_id`: Activity ID. */
export const AuthenticationActivityId = {
  Unknown: 0,
  Logon: 1,
  Logoff: 2,
  AuthenticationTicket: 3,
  ServiceTicketRequest: 4,
  ServiceTicketRenew: 5,
  Preauth: 6,
  Other: 99,
} as const;
export type AuthenticationActivityId = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 99;

/** Ids of `activity_id`: Activity ID. */
export const AuthorizeSessionActivityId = {
  Unknown: 0,
  AssignPrivileges: 1,
  AssignGroups: 2,
  Other: 99,
} as const;
export type AuthorizeSessionActivityId = 0 | 1 | 2 | 99;

/** Ids of `activity_id`: Activity ID. */
export const EntityManagementActivityId = {
  Unknown: 0,
  Create: 1,
  Read: 2,
  Update: 3,
  Delete: 4,
  Move: 5,
  Enroll: 6,
  Unenroll: 7,
  Enable: 8,
  Disable: 9,
  Activate: 10,
  Deactivate: 11,
  Suspend: 12,
  Resume: 13,
  Other: 99,
} as const;
export type EntityManagementActivityId = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 99;

/** Ids of `activity_id`: Activity ID. */
export const GroupManagementActivityId = {
  Unknown: 0,
  AssignPrivileges: 1,
  RevokePrivileges: 2,
  AddUser: 3,
  RemoveUser: 4,
  Delete: 5,
  Create: 6,
  Other: 99,
} as const;
export type GroupManagementActivityId = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 99;

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
  Traffic: 6,
  Other: 99,
} as const;
export type DnsActivityActivityId = 0 | 1 | 2 | 6 | 99;

/** Ids of `activity_id`: Activity ID. */
export const EmailActivityActivityId = {
  Unknown: 0,
  Send: 1,
  Receive: 2,
  Scan: 3,
  Trace: 4,
  Other: 99,
} as const;
export type EmailActivityActivityId = 0 | 1 | 2 | 3 | 4 | 99;

/** Ids of `activity_id`: Activity ID. */
export const EmailFileActivityActivityId = {
  Unknown: 0,
  Send: 1,
  Receive: 2,
  Scan: 3,
  Other: 99,
} as const;
export type EmailFileActivityActivityId = 0 | 1 | 2 | 3 | 99;

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
  Listen: 7,
  Other: 99,
} as const;
export type NetworkActivityActivityId = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 99;

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
  Sync: 15,
  Unsync: 16,
  Other: 99,
} as const;
export type NetworkFileActivityActivityId = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15 | 16 | 99;

/** Ids of `activity_id`: Activity ID. */
export const NtpActivityActivityId = {
  Unknown: 0,
  SymmetricActiveExchange: 1,
  SymmetricPassiveResponse: 2,
  ClientSynchronization: 3,
  ServerResponse: 4,
  Broadcast: 5,
  Control: 6,
  PrivateUseCase: 7,
  Other: 99,
} as const;
export type NtpActivityActivityId = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 99;

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
export const TunnelActivityActivityId = {
  Unknown: 0,
  Open: 1,
  Close: 2,
  Renew: 3,
  Other: 99,
} as const;
export type TunnelActivityActivityId = 0 | 1 | 2 | 3 | 99;

/** Ids of `activity_id`: Activity ID. */
export const FileRemediationActivityActivityId = {
  Unknown: 0,
  Isolate: 1,
  Evict: 2,
  Restore: 3,
  Harden: 4,
  Detect: 5,
  Other: 99,
} as const;
export type FileRemediationActivityActivityId = 0 | 1 | 2 | 3 | 4 | 5 | 99;

/** Ids of `activity_id`: Activity ID. */
export const EventLogActvityActivityId = {
  Unknown: 0,
  Clear: 1,
  Delete: 2,
  Export: 3,
  Archive: 4,
  Rotate: 5,
  Start: 6,
  Stop: 7,
  Restart: 8,
  Enable: 9,
  Disable: 10,
  Other: 99,
} as const;
export type EventLogActvityActivityId = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 99;

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
export const KernelExtensionActivityActivityId = {
  Unknown: 0,
  Load: 1,
  Unload: 2,
  Other: 99,
} as const;
export type KernelExtensionActivityActivityId = 0 | 1 | 2 | 99;

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
  MapView: 9,
  Other: 99,
} as const;
export type MemoryActivityActivityId = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 99;

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
export const ScriptActivityActivityId = {
  Unknown: 0,
  Execute: 1,
  Other: 99,
} as const;
export type ScriptActivityActivityId = 0 | 1 | 99;

/** Ids of `activity_id`: Activity ID. */
export const AirborneBroadcastActivityActivityId = {
  Unknown: 0,
  Capture: 1,
  Record: 2,
  Other: 99,
} as const;
export type AirborneBroadcastActivityActivityId = 0 | 1 | 2 | 99;

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
export const WindowsResourceActivityActivityId = {
  Unknown: 0,
  Access: 1,
  Other: 99,
} as const;
export type WindowsResourceActivityActivityId = 0 | 1 | 99;

/** Ids of `activity_id`: Activity ID. */
export const WindowsServiceActivityActivityId = {
  Unknown: 0,
  Create: 1,
  Reconfigure: 2,
  Start: 3,
  Stop: 4,
  Pause: 5,
  Continue: 6,
  Delete: 7,
  Other: 99,
} as const;
export type WindowsServiceActivityActivityId = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 99;

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
export const ApiActivityStatusId = {
  Unknown: 0,
  Success: 1,
  Failure: 2,
  Other: 99,
} as const;
export type ApiActivityStatusId = 0 | 1 | 2 | 99;

/** Ids of `status_id`: Status ID. */
export const ApplicationSecurityPostureFindingStatusId = {
  Unknown: 0,
  New: 1,
  InProgress: 2,
  Suppressed: 3,
  Resolved: 4,
  Archived: 5,
  Other: 99,
} as const;
export type ApplicationSecurityPostureFindingStatusId = 0 | 1 | 2 | 3 | 4 | 5 | 99;

/** Ids of `status_id`: Status ID. */
export const IncidentFindingStatusId = {
  Unknown: 0,
  New: 1,
  InProgress: 2,
  OnHold: 3,
  Resolved: 4,
  Closed: 5,
  Other: 99,
} as const;
export type IncidentFindingStatusId = 0 | 1 | 2 | 3 | 4 | 5 | 99;

/** Ids of `status_id`: Status ID. */
export const FileRemediationActivityStatusId = {
  Unknown: 0,
  Success: 1,
  Failure: 2,
  DoesNotExist: 3,
  Partial: 4,
  Unsupported: 5,
  Error: 6,
  Other: 99,
} as const;
export type FileRemediationActivityStatusId = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 99;

/** Ids of `status_id`: Operational Status ID. */
export const DroneFlightsActivityStatusId = {
  Unknown: 0,
  Undeclared: 1,
  Ground: 2,
  Airborne: 3,
  Emergency: 4,
  RemoteIDSystemFailure: 5,
  Reserved: 6,
  Other: 99,
} as const;
export type DroneFlightsActivityStatusId = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 99;

/** Ids of `status_id`: Status ID. */
export const CheckStatusId = {
  Unknown: 0,
  Pass: 1,
  Warning: 2,
  Fail: 3,
  Other: 99,
} as const;
export type CheckStatusId = 0 | 1 | 2 | 3 | 99;

/** Ids of `status_id`: Status ID. */
export const DataClassificationStatusId = {
  Unknown: 0,
  Complete: 1,
  Partial: 2,
  Fail: 3,
  Other: 99,
} as const;
export type DataClassificationStatusId = 0 | 1 | 2 | 3 | 99;

/** Ids of `status_id`: Ticket Status ID. */
export const TicketStatusId = {
  Unknown: 0,
  New: 1,
  InProgress: 2,
  Notified: 3,
  OnHold: 4,
  Resolved: 5,
  Closed: 6,
  Canceled: 7,
  Reopened: 8,
  Other: 99,
} as const;
export type TicketStatusId = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 99;

/** Ids of `type_id`: Datastore Type ID. */
export const DatastoreActivityTypeId = {
  Unknown: 0,
  Database: 1,
  Databucket: 2,
  Table: 3,
  Other: 99,
} as const;
export type DatastoreActivityTypeId = 0 | 1 | 2 | 3 | 99;

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
  GCPProject: 11,
  OCICompartment: 12,
  AzureSubscription: 13,
  SalesforceAccount: 14,
  GoogleWorkspace: 15,
  ServicenowInstance: 16,
  M365Tenant: 17,
  EmailAccount: 18,
  Other: 99,
} as const;
export type AccountTypeId = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15 | 16 | 17 | 18 | 99;

/** Ids of `type_id`: Type ID. */
export const AffectedPackageTypeId = {
  Unknown: 0,
  Application: 1,
  OperatingSystem: 2,
  Other: 99,
} as const;
export type AffectedPackageTypeId = 0 | 1 | 2 | 99;

/** Ids of `type_id`: Type ID. */
export const AgentTypeId = {
  Unknown: 0,
  EndpointDetectionAndResponse: 1,
  DataLossPrevention: 2,
  BackupRecovery: 3,
  PerformanceMonitoringObservability: 4,
  VulnerabilityManagement: 5,
  LogForwarding: 6,
  MobileDeviceManagement: 7,
  ConfigurationManagement: 8,
  RemoteAccess: 9,
  Other: 99,
} as const;
export type AgentTypeId = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 99;

/** Ids of `type_id`: Type ID. */
export const AnalyticTypeId = {
  Unknown: 0,
  Rule: 1,
  Behavioral: 2,
  Statistical: 3,
  LearningMLDL: 4,
  Fingerprinting: 5,
  Tagging: 6,
  KeywordMatch: 7,
  RegularExpressions: 8,
  ExactDataMatch: 9,
  PartialDataMatch: 10,
  IndexedDataMatch: 11,
  Other: 99,
} as const;
export type AnalyticTypeId = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 99;

/** Ids of `type_id`: Type ID. */
export const AuthenticationTokenTypeId = {
  Unknown: 0,
  TicketGrantingTicket: 1,
  ServiceTicket: 2,
  IdentityToken: 3,
  RefreshToken: 4,
  SAMLAssertion: 5,
  Other: 99,
} as const;
export type AuthenticationTokenTypeId = 0 | 1 | 2 | 3 | 4 | 5 | 99;

/** Ids of `type_id`: Type ID. */
export const DatabaseTypeId = {
  Unknown: 0,
  Relational: 1,
  Network: 2,
  ObjectOriented: 3,
  Centralized: 4,
  Operational: 5,
  NoSQL: 6,
  Other: 99,
} as const;
export type DatabaseTypeId = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 99;

/** Ids of `type_id`: Type ID. */
export const DatabucketTypeId = {
  Unknown: 0,
  S3: 1,
  AzureBlob: 2,
  GCPBucket: 3,
  Other: 99,
} as const;
export type DatabucketTypeId = 0 | 1 | 2 | 3 | 99;

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
  Firewall: 9,
  Switch: 10,
  Hub: 11,
  Router: 12,
  IDS: 13,
  IPS: 14,
  LoadBalancer: 15,
  Other: 99,
} as const;
export type DeviceTypeId = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15 | 99;

/** Ids of `type_id`: Domain Contact Type ID. */
export const DomainContactTypeId = {
  Unknown: 0,
  Registrant: 1,
  Administrative: 2,
  Technical: 3,
  Billing: 4,
  Abuse: 5,
  Other: 99,
} as const;
export type DomainContactTypeId = 0 | 1 | 2 | 3 | 4 | 5 | 99;

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
export const Ja4FingerprintTypeId = {
  Unknown: 0,
  JA4: 1,
  JA4Server: 2,
  JA4HTTP: 3,
  JA4Latency: 4,
  JA4X509: 5,
  JA4SSH: 6,
  JA4TCP: 7,
  JA4TCPServer: 8,
  JA4TCPScan: 9,
  Other: 99,
} as const;
export type Ja4FingerprintTypeId = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 99;

/** Ids of `type_id`: Type ID. */
export const KernelTypeId = {
  Unknown: 0,
  SharedMutex: 1,
  SystemCall: 2,
  Other: 99,
} as const;
export type KernelTypeId = 0 | 1 | 2 | 99;

/** Ids of `type_id`: Type ID. */
export const MalwareScanInfoTypeId = {
  Unknown: 0,
  Manual: 1,
  Scheduled: 2,
  UpdatedContent: 3,
  QuarantinedItems: 4,
  AttachedMedia: 5,
  UserLogon: 6,
  ELAM: 7,
  Other: 99,
} as const;
export type MalwareScanInfoTypeId = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 99;

/** Ids of `type_id`: Type ID. */
export const ManagedEntityTypeId = {
  Unknown: 0,
  Device: 1,
  User: 2,
  Group: 3,
  Organization: 4,
  Policy: 5,
  Email: 6,
  NetworkZone: 7,
  Other: 99,
} as const;
export type ManagedEntityTypeId = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 99;

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
  Hash: 8,
  ProcessName: 9,
  ResourceUID: 10,
  Port: 11,
  Subnet: 12,
  CommandLine: 13,
  Country: 14,
  ProcessID: 15,
  HTTPUserAgent: 16,
  CWEObjectUid: 17,
  CVEObjectUid: 18,
  UserCredentialID: 19,
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
  UserObjectUid: 31,
  GroupObjectName: 32,
  GroupObjectUid: 33,
  AccountObjectName: 34,
  AccountObjectUid: 35,
  ScriptContent: 36,
  SerialNumber: 37,
  ResourceDetailsObjectName: 38,
  ProcessEntityObjectUid: 39,
  EmailObjectSubject: 40,
  EmailObjectUid: 41,
  MessageUID: 42,
  RegistryValueObjectName: 43,
  AdvisoryObjectUid: 44,
  FilePath: 45,
  RegistryKeyPath: 46,
  Other: 99,
} as const;
export type ObservableTypeId = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15 | 16 | 17 | 18 | 19 | 20 | 21 | 22 | 23 | 24 | 25 | 26 | 27 | 28 | 29 | 30 | 31 | 32 | 33 | 34 | 35 | 36 | 37 | 38 | 39 | 40 | 41 | 42 | 43 | 44 | 45 | 46 | 99;

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

/** Ids of `type_id`: Indicator Type ID. */
export const OsintTypeId = {
  Unknown: 0,
  IPAddress: 1,
  Domain: 2,
  Hostname: 3,
  Hash: 4,
  URL: 5,
  UserAgent: 6,
  DigitalCertificate: 7,
  Email: 8,
  EmailAddress: 9,
  Vulnerability: 10,
  File: 11,
  RegistryKey: 12,
  RegistryValue: 13,
  CommandLine: 14,
  Other: 99,
} as const;
export type OsintTypeId = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 99;

/** Ids of `type_id`: Type ID. */
export const SbomTypeId = {
  Unknown: 0,
  SPDX: 1,
  CycloneDX: 2,
  SWID: 3,
  Other: 99,
} as const;
export type SbomTypeId = 0 | 1 | 2 | 3 | 99;

/** Ids of `type_id`: Type ID. */
export const ScriptTypeId = {
  Unknown: 0,
  WindowsCommandPrompt: 1,
  PowerShell: 2,
  Python: 3,
  JavaScript: 4,
  VBScript: 5,
  UnixShell: 6,
  VBA: 7,
  Other: 99,
} as const;
export type ScriptTypeId = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 99;

/** Ids of `type_id`: Type ID. */
export const SoftwareComponentTypeId = {
  Unknown: 0,
  Framework: 1,
  Library: 2,
  OperatingSystem: 3,
  Other: 99,
} as const;
export type SoftwareComponentTypeId = 0 | 1 | 2 | 3 | 99;

/** Ids of `type_id`: Type ID. */
export const StartupItemTypeId = {
  Unknown: 0,
  KernelModeDriver: 1,
  UserModeDriver: 2,
  Service: 3,
  UserModeApplication: 4,
  Autoload: 5,
  SystemExtension: 6,
  KernelExtension: 7,
  ScheduledJobTask: 8,
  Other: 99,
} as const;
export type StartupItemTypeId = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 99;

/** Ids of `type_id`: Threat Actor Type ID. */
export const ThreatActorTypeId = {
  Unknown: 0,
  NationState: 1,
  Cybercriminal: 2,
  Hacktivists: 3,
  Insider: 4,
  Other: 99,
} as const;
export type ThreatActorTypeId = 0 | 1 | 2 | 3 | 4 | 99;

/** Ids of `type_id`: Ticket Type ID. */
export const TicketTypeId = {
  Unknown: 0,
  Internal: 1,
  External: 2,
  Other: 99,
} as const;
export type TicketTypeId = 0 | 1 | 2 | 99;

/** Ids of `type_id`: Time Span Type ID. */
export const TimespanTypeId = {
  Unknown: 0,
  Milliseconds: 1,
  Seconds: 2,
  Minutes: 3,
  Hours: 4,
  Days: 5,
  Weeks: 6,
  Months: 7,
  Years: 8,
  TimeInterval: 9,
  Other: 99,
} as const;
export type TimespanTypeId = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 99;

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
export const UnmannedAerialSystemTypeId = {
  UnknownUndeclared: 0,
  Airplane: 1,
  Helicopter: 2,
  Gyroplane: 3,
  HybridLift: 4,
  Ornithopter: 5,
  Glider: 6,
  Kite: 7,
  FreeBalloon: 8,
  CaptiveBalloon: 9,
  Airship: 10,
  FreeFallParachute: 11,
  Rocket: 12,
  TetheredPoweredAircraft: 13,
  GroundObstacle: 14,
  Other: 99,
} as const;
export type UnmannedAerialSystemTypeId = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 99;

/** Ids of `type_id`: Type ID. */
export const UnmannedSystemOperatingAreaTypeId = {
  UnknownUndeclared: 0,
  TakeoffLocation: 1,
  FixedLocation: 2,
  DynamicLocation: 3,
  Other: 99,
} as const;
export type UnmannedSystemOperatingAreaTypeId = 0 | 1 | 2 | 3 | 99;

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
export const RegValueTypeId = {
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
export type RegValueTypeId = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 99;

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

/** Ids of `share_type_id`: Share Type ID. */
export const ShareTypeId = {
  Unknown: 0,
  File: 1,
  Pipe: 2,
  Print: 3,
  Other: 99,
} as const;
export type ShareTypeId = 0 | 1 | 2 | 3 | 99;

/** Ids of `query_result_id`: Query Result ID. */
export const QueryResultId = {
  Unknown: 0,
  Exists: 1,
  Partial: 2,
  DoesNotExist: 3,
  Error: 4,
  Unsupported: 5,
  Other: 99,
} as const;
export type QueryResultId = 0 | 1 | 2 | 3 | 4 | 5 | 99;

/** Ids of `prev_security_level_id`: Previous Security Level ID. */
export const PrevSecurityLevelId = {
  Unknown: 0,
  Secure: 1,
  AtRisk: 2,
  Compromised: 3,
  Other: 99,
} as const;
export type PrevSecurityLevelId = 0 | 1 | 2 | 3 | 99;

/** Ids of `security_level_id`: Security Level ID. */
export const SecurityLevelId = {
  Unknown: 0,
  Secure: 1,
  AtRisk: 2,
  Compromised: 3,
  Other: 99,
} as const;
export type SecurityLevelId = 0 | 1 | 2 | 3 | 99;

/** Ids of `state_id`: Config Change State ID. */
export const DeviceConfigStateChangeStateId = {
  Unknown: 0,
  Disabled: 1,
  Enabled: 2,
  Other: 99,
} as const;
export type DeviceConfigStateChangeStateId = 0 | 1 | 2 | 99;

/** Ids of `state_id`: State ID. */
export const NetworkConnectionQueryStateId = {
  Unknown: 0,
  ESTABLISHED: 1,
  SYNSENT: 2,
  SYNRECV: 3,
  FINWAIT1: 4,
  FINWAIT2: 5,
  TIMEWAIT: 6,
  CLOSED: 7,
  CLOSEWAIT: 8,
  LASTACK: 9,
  LISTEN: 10,
  CLOSING: 11,
  Other: 99,
} as const;
export type NetworkConnectionQueryStateId = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 99;

/** Ids of `state_id`: State ID. */
export const SecurityFindingStateId = {
  Unknown: 0,
  New: 1,
  InProgress: 2,
  Suppressed: 3,
  Resolved: 4,
  Other: 99,
} as const;
export type SecurityFindingStateId = 0 | 1 | 2 | 3 | 4 | 99;

/** Ids of `state_id`: State ID. */
export const DigitalSignatureStateId = {
  Unknown: 0,
  Valid: 1,
  Expired: 2,
  Revoked: 3,
  Suspended: 4,
  Pending: 5,
  Other: 99,
} as const;
export type DigitalSignatureStateId = 0 | 1 | 2 | 3 | 4 | 5 | 99;

/** Ids of `state_id`: State ID. */
export const IdpStateId = {
  Unknown: 0,
  Active: 1,
  Suspended: 2,
  Deprecated: 3,
  Deleted: 4,
  Other: 99,
} as const;
export type IdpStateId = 0 | 1 | 2 | 3 | 4 | 99;

/** Ids of `state_id`: State ID. */
export const ScimStateId = {
  Unknown: 0,
  Pending: 1,
  Active: 2,
  Failed: 3,
  Deleted: 4,
  Other: 99,
} as const;
export type ScimStateId = 0 | 1 | 2 | 3 | 4 | 99;

/** Ids of `state_id`: Security State ID. */
export const SecurityStateStateId = {
  Unknown: 0,
  MissingOrOutdatedContent: 1,
  PolicyMismatch: 2,
  InNetworkQuarantine: 3,
  ProtectionOff: 4,
  ProtectionMalfunction: 5,
  ProtectionNotLicensed: 6,
  UnremediatedThreat: 7,
  SuspiciousReputation: 8,
  RebootPending: 9,
  ContentIsLocked: 10,
  NotInstalled: 11,
  WritableSystemPartition: 12,
  SafetyNetFailure: 13,
  FailedBootVerify: 14,
  ModifiedExecutionEnvironment: 15,
  SELinuxDisabled: 16,
  ElevatedPrivilegeShell: 17,
  IOSFileSystemAltered: 18,
  OpenRemoteAccess: 19,
  OTAUpdatesDisabled: 20,
  Rooted: 21,
  AndroidPartitionModified: 22,
  ComplianceFailure: 23,
  Other: 99,
} as const;
export type SecurityStateStateId = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15 | 16 | 17 | 18 | 19 | 20 | 21 | 22 | 23 | 99;

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

/** Ids of `priority_id`: Priority ID. */
export const PriorityId = {
  Unknown: 0,
  Low: 1,
  Medium: 2,
  High: 3,
  Critical: 4,
  Other: 99,
} as const;
export type PriorityId = 0 | 1 | 2 | 3 | 4 | 99;

/** Ids of `verdict_id`: Verdict ID. */
export const VerdictId = {
  Unknown: 0,
  FalsePositive: 1,
  TruePositive: 2,
  Disregard: 3,
  Suspicious: 4,
  Benign: 5,
  Test: 6,
  InsufficientData: 7,
  SecurityRisk: 8,
  ManagedExternally: 9,
  Duplicate: 10,
  Other: 99,
} as const;
export type VerdictId = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 99;

/** Ids of `auth_protocol_id`: Auth Protocol ID. */
export const AuthenticationAuthProtocolId = {
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
  BasicAuthentication: 11,
  LDAP: 12,
  Other: 99,
} as const;
export type AuthenticationAuthProtocolId = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 99;

/** Ids of `auth_protocol_id`: Authentication Type ID. */
export const DroneFlightsActivityAuthProtocolId = {
  Unknown: 0,
  None: 1,
  UASIDSignature: 2,
  OperatorIDSignature: 3,
  MessageSetSignature: 4,
  AuthenticationProvidedByNetworkRemoteID: 5,
  SpecificAuthenticationMethod: 6,
  Reserved: 7,
  PrivateUser: 8,
  EAP: 9,
  RADIUS: 10,
  BasicAuthentication: 11,
  LDAP: 12,
  Other: 99,
} as const;
export type DroneFlightsActivityAuthProtocolId = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 99;

/** Ids of `logon_type_id`: Logon Type ID. */
export const LogonTypeId = {
  Unknown: 0,
  System: 1,
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
export type LogonTypeId = 0 | 1 | 2 | 3 | 4 | 5 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 99;

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

/** Ids of `stratum_id`: Stratum ID. */
export const StratumId = {
  Unknown: 0,
  PrimaryServer: 1,
  SecondaryServer: 2,
  Unsynchronized: 16,
  Reserved: 17,
  Other: 99,
} as const;
export type StratumId = 0 | 1 | 2 | 16 | 17 | 99;

/** Ids of `auth_type_id`: Authentication Type ID. */
export const AuthTypeId = {
  Unknown: 0,
  CertificateBased: 1,
  GSSAPI: 2,
  HostBased: 3,
  KeyboardInteractive: 4,
  Password: 5,
  PublicKey: 6,
  Other: 99,
} as const;
export type AuthTypeId = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 99;

/** Ids of `tunnel_type_id`: Type. */
export const TunnelTypeId = {
  Unknown: 0,
  SplitTunnel: 1,
  FullTunnel: 2,
  Other: 99,
} as const;
export type TunnelTypeId = 0 | 1 | 2 | 99;

/** Ids of `log_type_id`: Log Type ID. */
export const LogTypeId = {
  Unknown: 0,
  OS: 1,
  Application: 2,
  Other: 99,
} as const;
export type LogTypeId = 0 | 1 | 2 | 99;

/** Ids of `injection_type_id`: Injection Type ID. */
export const InjectionTypeId = {
  Unknown: 0,
  RemoteThread: 1,
  LoadLibrary: 2,
  QueueAPC: 3,
  Other: 99,
} as const;
export type InjectionTypeId = 0 | 1 | 2 | 3 | 99;

/** Ids of `install_state_id`: Install State ID. */
export const InstallStateId = {
  Unknown: 0,
  Installed: 1,
  NotInstalled: 2,
  InstalledPendingReboot: 3,
  Other: 99,
} as const;
export type InstallStateId = 0 | 1 | 2 | 3 | 99;

/** Ids of `factor_type_id`: Factor Type ID. */
export const FactorTypeId = {
  Unknown: 0,
  SMS: 1,
  SecurityQuestion: 2,
  PhoneCall: 3,
  Biometric: 4,
  PushNotification: 5,
  HardwareToken: 6,
  OTP: 7,
  Email: 8,
  U2F: 9,
  WebAuthn: 10,
  Password: 11,
  Other: 99,
} as const;
export type FactorTypeId = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 99;

/** Ids of `depth`: CVSS Depth. */
export const Depth = {
  Base: "Base",
  Environmental: "Environmental",
  Temporal: "Temporal",
} as const;
export type Depth = "Base" | "Environmental" | "Temporal";

/** Ids of `category_id`: Category ID. */
export const CategoryId = {
  Unknown: 0,
  Personal: 1,
  Governmental: 2,
  Financial: 3,
  Business: 4,
  MilitaryAndLawEnforcement: 5,
  Security: 6,
  Other: 99,
} as const;
export type CategoryId = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 99;

/** Ids of `confidentiality_id`: Confidentiality ID. */
export const ConfidentialityId = {
  Unknown: 0,
  NotConfidential: 1,
  Confidential: 2,
  Secret: 3,
  TopSecret: 4,
  Private: 5,
  Restricted: 6,
  Other: 99,
} as const;
export type ConfidentialityId = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 99;

/** Ids of `data_lifecycle_state_id`: Data Lifecycle State ID. */
export const DataLifecycleStateId = {
  Unknown: 0,
  DataAtRest: 1,
  DataInTransit: 2,
  DataInUse: 3,
  Other: 99,
} as const;
export type DataLifecycleStateId = 0 | 1 | 2 | 3 | 99;

/** Ids of `detection_system_id`: Detection System ID. */
export const DetectionSystemId = {
  Unknown: 0,
  Endpoint: 1,
  DLPGateway: 2,
  MobileDeviceManagement: 3,
  DataDiscoveryClassification: 4,
  SecureWebGateway: 5,
  SecureEmailGateway: 6,
  DigitalRightsManagement: 7,
  CloudAccessSecurityBroker: 8,
  DatabaseActivityMonitoring: 9,
  ApplicationLevelDLP: 10,
  DeveloperSecurity: 11,
  DataSecurityPostureManagement: 12,
  Other: 99,
} as const;
export type DetectionSystemId = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 99;

/** Ids of `cpu_architecture_id`: CPU Architecture ID. */
export const CpuArchitectureId = {
  Unknown: 0,
  X86: 1,
  ARM: 2,
  RISCV: 3,
  Other: 99,
} as const;
export type CpuArchitectureId = 0 | 1 | 2 | 3 | 99;

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

/** Ids of `algorithm_id`: Encryption Algorithm ID. */
export const EncryptionDetailsAlgorithmId = {
  Unknown: 0,
  DES: 1,
  TripleDES: 2,
  AES: 3,
  RSA: 4,
  ECC: 5,
  SM2: 6,
  Other: 99,
} as const;
export type EncryptionDetailsAlgorithmId = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 99;

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
  Other: 99,
} as const;
export type OpcodeId = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 99;

/** Ids of `drive_type_id`: Drive Type ID. */
export const DriveTypeId = {
  Unknown: 0,
  Removable: 1,
  Fixed: 2,
  Remote: 3,
  CDROM: 4,
  RAMDisk: 5,
  Other: 99,
} as const;
export type DriveTypeId = 0 | 1 | 2 | 3 | 4 | 5 | 99;

/** Ids of `query_language_id`: Query Language ID. */
export const QueryLanguageId = {
  Unknown: 0,
  Cypher: 1,
  GraphQL: 2,
  Gremlin: 3,
  GQL: 4,
  GCORE: 5,
  PGQL: 6,
  SPARQL: 7,
  Other: 99,
} as const;
export type QueryLanguageId = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 99;

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
export const JobRunStateId = {
  Unknown: 0,
  Ready: 1,
  Queued: 2,
  Running: 3,
  Stopped: 4,
  Other: 99,
} as const;
export type JobRunStateId = 0 | 1 | 2 | 3 | 4 | 99;

/** Ids of `run_state_id`: Run State ID. */
export const StartupItemRunStateId = {
  Unknown: 0,
  Stopped: 1,
  StartPending: 2,
  StopPending: 3,
  Running: 4,
  ContinuePending: 5,
  PausePending: 6,
  Paused: 7,
  RestartPending: 8,
  Other: 99,
} as const;
export type StartupItemRunStateId = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 99;

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

/** Ids of `detection_pattern_type_id`: Detection Pattern Type ID. */
export const DetectionPatternTypeId = {
  Unknown: 0,
  STIX: 1,
  PCRE: 2,
  SIGMA: 3,
  Snort: 4,
  Suricata: 5,
  YARA: 6,
  Other: 99,
} as const;
export type DetectionPatternTypeId = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 99;

/** Ids of `tlp`: Traffic Light Protocol. */
export const Tlp = {
  AMBER: "AMBER",
  AMBERSTRICT: "AMBER STRICT",
  CLEAR: "CLEAR",
  GREEN: "GREEN",
  RED: "RED",
  WHITE: "WHITE",
} as const;
export type Tlp = "AMBER" | "AMBER STRICT" | "CLEAR" | "GREEN" | "RED" | "WHITE";

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

/** Ids of `tcp_state_id`: TCP State ID. */
export const TcpStateId = {
  Unknown: 0,
  ESTABLISHED: 1,
  SYNSENT: 2,
  SYNRECEIVED: 3,
  FINWAIT1: 4,
  FINWAIT2: 5,
  TIMEWAIT: 6,
  CLOSED: 7,
  CLOSEWAIT: 8,
  LASTACK: 9,
  LISTEN: 10,
  CLOSING: 11,
} as const;
export type TcpStateId = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11;

/** Ids of `query_type_id`: Query Type ID. */
export const QueryTypeId = {
  Unknown: 0,
  Kernel: 1,
  File: 2,
  Folder: 3,
  AdminGroup: 4,
  Job: 5,
  Module: 6,
  NetworkConnection: 7,
  NetworkInterfaces: 8,
  PeripheralDevice: 9,
  Process: 10,
  Service: 11,
  Session: 12,
  User: 13,
  Users: 14,
  StartupItem: 15,
  RegistryKey: 16,
  RegistryValue: 17,
  Prefetch: 18,
  Other: 99,
} as const;
export type QueryTypeId = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15 | 16 | 17 | 18 | 99;

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

/** Ids of `relationship_id`: Relationship ID. */
export const RelationshipId = {
  Unknown: 0,
  DependsOn: 1,
  Other: 99,
} as const;
export type RelationshipId = 0 | 1 | 99;

/** Ids of `run_mode_ids`: Run Mode IDs. */
export const RunModeIds = {
  Unknown: 0,
  Interactive: 1,
  OwnProcess: 2,
  SharedProcess: 3,
  Other: 99,
} as const;
export type RunModeIds = 0 | 1 | 2 | 3 | 99;

/** Ids of `start_type_id`: Start Type ID. */
export const StartTypeId = {
  Unknown: 0,
  Auto: 1,
  Boot: 2,
  OnDemand: 3,
  Disabled: 4,
  AllLogins: 5,
  SpecificUserLogin: 6,
  Scheduled: 7,
  SystemChanged: 8,
  Other: 99,
} as const;
export type StartTypeId = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 99;

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

/** Ids of `fix_coverage_id`: Fix Coverage ID. */
export const FixCoverageId = {
  Unknown: 0,
  Complete: 1,
  Partial: 2,
  None: 3,
  Other: 99,
} as const;
export type FixCoverageId = 0 | 1 | 2 | 3 | 99;

/** Ids of `dnssec_status_id`: DNSSEC Status ID. */
export const DnssecStatusId = {
  Unknown: 0,
  Signed: 1,
  Unsigned: 2,
  Other: 99,
} as const;
export type DnssecStatusId = 0 | 1 | 2 | 99;

/** Ids of `service_category_id`: Service Category ID. */
export const ServiceCategoryId = {
  Unknown: 0,
  KernelMode: 1,
  UserMode: 2,
  Other: 99,
} as const;
export type ServiceCategoryId = 0 | 1 | 2 | 99;

/** Ids of `service_error_control_id`: Service Error Control ID. */
export const ServiceErrorControlId = {
  Unknown: 0,
  Ignore: 1,
  Normal: 2,
  Severe: 3,
  Critical: 4,
  Other: 99,
} as const;
export type ServiceErrorControlId = 0 | 1 | 2 | 3 | 4 | 99;

/** Ids of `service_start_type_id`: Service Start Type ID. */
export const ServiceStartTypeId = {
  Unknown: 0,
  Boot: 1,
  System: 2,
  Auto: 3,
  Demand: 4,
  Disabled: 5,
  Other: 99,
} as const;
export type ServiceStartTypeId = 0 | 1 | 2 | 3 | 4 | 5 | 99;

/** Ids of `service_type_id`: Service Type ID. */
export const ServiceTypeId = {
  Unknown: 0,
  KernelDriver: 1,
  FileSystemDriver: 2,
  OwnProcess: 3,
  ShareProcess: 4,
  Other: 99,
} as const;
export type ServiceTypeId = 0 | 1 | 2 | 3 | 4 | 99;

type Part1<P extends Profile> = {
  /** Action (`string_t`). */
  action?: StringT | undefined;
  /** Action ID. Recommended. */
  action_id?: ActionId | undefined;
  /** MITRE ATT&CK® and ATLAS™ Details. */
  attacks?: readonly Attack[] | undefined;
  /** Authorization Information. */
  authorizations?: readonly Authorization[] | undefined;
  /** Disposition (`string_t`). */
  disposition?: StringT | undefined;
  /** Disposition ID. Recommended. */
  disposition_id?: DispositionId | undefined;
  /** Firewall Rule. */
  firewall_rule?: FirewallRule | undefined;
  /** Alert (`boolean_t`). Recommended. */
  is_alert?: BooleanT | undefined;
  /** Malware. */
  malware?: readonly Malware<P>[] | undefined;
  /** Malware Scan Info. */
  malware_scan_info?: MalwareScanInfo<P> | undefined;
  /** Policy. */
  policy?: Policy | undefined;
};

type Part2 = {
  /** Confidence (`string_t`). */
  confidence?: StringT | undefined;
  /** Confidence ID. Recommended. */
  confidence_id?: ConfidenceId | undefined;
  /** Confidence Score (`integer_t`). */
  confidence_score?: IntegerT | undefined;
  /** Risk Details (`string_t`). */
  risk_details?: StringT | undefined;
  /** Risk Level (`string_t`). */
  risk_level?: StringT | undefined;
  /** Risk Level ID. */
  risk_level_id?: RiskLevelId | undefined;
  /** Risk Score (`integer_t`). */
  risk_score?: IntegerT | undefined;
};

type Part3<P extends Profile> = {
  /** OSINT. Required. */
  osint: readonly Osint<P>[];
};

type Part4 = {
  /** Cloud. Required. */
  cloud: Cloud;
};

type Part5 = {
  /** Activity (`string_t`). */
  activity_name?: StringT | undefined;
  /** Category (`string_t`). */
  category_name?: StringT | undefined;
  /** Class (`string_t`). */
  class_name?: StringT | undefined;
  /** Severity (`string_t`). */
  severity?: StringT | undefined;
  /** Severity ID. Required. */
  severity_id: SeverityId;
  /** Type Name (`string_t`). */
  type_name?: StringT | undefined;
  /** Type ID (`long_t`). Required. */
  type_uid?: LongT | undefined;
};

type Part6 = {
  /** Count (`integer_t`). */
  count?: IntegerT | undefined;
  /** Duration Milliseconds (`long_t`). */
  duration?: LongT | undefined;
  /** End Time (`timestamp_t`). */
  end_time?: TimestampT | undefined;
  /** Start Time (`timestamp_t`). */
  start_time?: TimestampT | undefined;
  /** Event Time (`timestamp_t`). Required. */
  time?: TimestampT | undefined;
  /** Timezone Offset (`integer_t`). Recommended. */
  timezone_offset?: IntegerT | undefined;
};

type Part7<P extends Profile> = {
  /** Enrichments. */
  enrichments?: readonly Enrichment<P>[] | undefined;
  /** Metadata. Required. */
  metadata?: Metadata<P> | undefined;
  /** Raw Data (`string_t`). */
  raw_data?: StringT | undefined;
  /** Raw Data Size (`long_t`). */
  raw_data_size?: LongT | undefined;
  /** Unmapped Data. */
  unmapped?: OpenObject | undefined;
};

type Part8 = {
  /** Message (`string_t`). Recommended. */
  message?: StringT | undefined;
  /** Observables. Recommended. */
  observables?: readonly Observable[] | undefined;
  /** Status (`string_t`). Recommended. */
  status?: StringT | undefined;
  /** Status Code (`string_t`). Recommended. */
  status_code?: StringT | undefined;
  /** Status Detail (`string_t`). Recommended. */
  status_detail?: StringT | undefined;
  /** Status ID. Recommended. */
  status_id?: ApiActivityStatusId | undefined;
};

type Part9 = {
  /** End Time (`datetime_t`). */
  end_time_dt?: DatetimeT | undefined;
  /** Start Time (`datetime_t`). */
  start_time_dt?: DatetimeT | undefined;
  /** Event Time (`datetime_t`). */
  time_dt?: DatetimeT | undefined;
};

type Part10<P extends Profile> = {
  /** Actor. */
  actor?: Actor<P> | undefined;
  /** Device. Recommended. */
  device?: Device<P> | undefined;
};

type Part11 = {
  /** API Details. */
  api?: Api | undefined;
};

type Part12<P extends Profile> = {
  /** Device. Recommended. */
  device?: Device<P> | undefined;
};

type Part13<P extends Profile> = {
  /** Proxy Connection Info. Recommended. */
  proxy_connection_info?: NetworkConnectionInfo<P> | undefined;
  /** Proxy Endpoint. */
  proxy_endpoint?: NetworkProxy<P> | undefined;
  /** Proxy HTTP Request. */
  proxy_http_request?: HttpRequest | undefined;
  /** Proxy HTTP Response. */
  proxy_http_response?: HttpResponse | undefined;
  /** Proxy TLS. Recommended. */
  proxy_tls?: Tls<P> | undefined;
  /** Proxy Traffic. Recommended. */
  proxy_traffic?: NetworkTraffic | undefined;
};

type Part14<P extends Profile> = {
  /** Actor. */
  actor?: Actor<P> | undefined;
  /** Enrichments. */
  enrichments?: readonly Enrichment<P>[] | undefined;
  /** Metadata. Required. */
  metadata?: Metadata<P> | undefined;
  /** Raw Data (`string_t`). */
  raw_data?: StringT | undefined;
  /** Raw Data Size (`long_t`). */
  raw_data_size?: LongT | undefined;
  /** Unmapped Data. */
  unmapped?: OpenObject | undefined;
};

type Part15<P extends Profile> = {
  /** Actor. */
  actor?: Actor<P> | undefined;
};

type Part16<P extends Profile> = {
  /** Confidence (`string_t`). */
  confidence?: StringT | undefined;
  /** Confidence ID. Recommended. */
  confidence_id?: ConfidenceId | undefined;
  /** Confidence Score (`integer_t`). */
  confidence_score?: IntegerT | undefined;
  /** Enrichments. */
  enrichments?: readonly Enrichment<P>[] | undefined;
  /** Metadata. Required. */
  metadata?: Metadata<P> | undefined;
  /** Raw Data (`string_t`). */
  raw_data?: StringT | undefined;
  /** Raw Data Size (`long_t`). */
  raw_data_size?: LongT | undefined;
  /** Unmapped Data. */
  unmapped?: OpenObject | undefined;
};

type Part17 = {
  /** Risk Details (`string_t`). */
  risk_details?: StringT | undefined;
  /** Risk Level (`string_t`). */
  risk_level?: StringT | undefined;
  /** Risk Level ID. */
  risk_level_id?: RiskLevelId | undefined;
  /** Risk Score (`integer_t`). */
  risk_score?: IntegerT | undefined;
};

type Part18<P extends Profile> = {
  /** Device. Recommended. */
  device?: Device<P> | undefined;
  /** Message (`string_t`). Recommended. */
  message?: StringT | undefined;
  /** Observables. Recommended. */
  observables?: readonly Observable[] | undefined;
  /** Status Code (`string_t`). Recommended. */
  status_code?: StringT | undefined;
  /** Status Detail (`string_t`). Recommended. */
  status_detail?: StringT | undefined;
};

type Part19<P extends Profile> = {
  /** Assignee. */
  assignee?: User<P> | undefined;
  /** Assignee Group. */
  assignee_group?: Group | undefined;
  /** Suspected Breach (`boolean_t`). */
  is_suspected_breach?: BooleanT | undefined;
  /** Priority (`string_t`). */
  priority?: StringT | undefined;
  /** Priority ID. Recommended. */
  priority_id?: PriorityId | undefined;
  /** Ticket. @deprecated since 1.5.0 */
  ticket?: Ticket | undefined;
  /** Tickets. */
  tickets?: readonly Ticket[] | undefined;
};

type Part20 = {
  /** Impact (`string_t`). Recommended. */
  impact?: StringT | undefined;
  /** Impact ID. Recommended. */
  impact_id?: ImpactId | undefined;
  /** Impact Score (`integer_t`). Recommended. */
  impact_score?: IntegerT | undefined;
  /** Source URL (`url_t`). Recommended. */
  src_url?: UrlT | undefined;
  /** Verdict (`string_t`). Recommended. */
  verdict?: StringT | undefined;
  /** Verdict ID. Recommended. */
  verdict_id?: VerdictId | undefined;
};

type Part21 = {
  /** Source URL (`url_t`). Recommended. */
  src_url?: UrlT | undefined;
  /** Verdict (`string_t`). Recommended. */
  verdict?: StringT | undefined;
  /** Verdict ID. Recommended. */
  verdict_id?: VerdictId | undefined;
};

type Part22<P extends Profile> = {
  /** Action (`string_t`). */
  action?: StringT | undefined;
  /** Action ID. Recommended. */
  action_id?: ActionId | undefined;
  /** MITRE ATT&CK® and ATLAS™ Details. */
  attacks?: readonly Attack[] | undefined;
  /** Authorization Information. */
  authorizations?: readonly Authorization[] | undefined;
  /** Disposition (`string_t`). */
  disposition?: StringT | undefined;
  /** Disposition ID. Recommended. */
  disposition_id?: DispositionId | undefined;
  /** Firewall Rule. */
  firewall_rule?: FirewallRule | undefined;
  /** Alert (`boolean_t`). Recommended. */
  is_alert?: BooleanT | undefined;
  /** Malware. */
  malware?: readonly Malware<P>[] | undefined;
  /** Malware Scan Info. */
  malware_scan_info?: MalwareScanInfo<P> | undefined;
};

type Part23<P extends Profile> = {
  /** Actor. Recommended. */
  actor?: Actor<P> | undefined;
  /** HTTP Request. */
  http_request?: HttpRequest | undefined;
  /** HTTP Response. */
  http_response?: HttpResponse | undefined;
};

type Part24<P extends Profile> = {
  /** Load Balancer. Recommended. */
  load_balancer?: LoadBalancer<P> | undefined;
};

type Part25<P extends Profile> = {
  /** Application Name (`string_t`). */
  app_name?: StringT | undefined;
  /** JA4+ Fingerprints. */
  ja4_fingerprint_list?: readonly Ja4Fingerprint[] | undefined;
  /** TLS. */
  tls?: Tls<P> | undefined;
  /** File. */
  file?: File<P> | undefined;
};

type Part26<P extends Profile> = {
  /** Trace. Recommended. */
  trace?: Trace<P> | undefined;
};

type Part27<P extends Profile> = {
  /** Application Name (`string_t`). */
  app_name?: StringT | undefined;
  /** JA4+ Fingerprints. */
  ja4_fingerprint_list?: readonly Ja4Fingerprint[] | undefined;
  /** TLS. */
  tls?: Tls<P> | undefined;
};

type Part28 = {
  /** Expiration Time (`datetime_t`). */
  expiration_time_dt?: DatetimeT | undefined;
};

type Part29 = {
  /** Message (`string_t`). Recommended. */
  message?: StringT | undefined;
  /** Observables. Recommended. */
  observables?: readonly Observable[] | undefined;
  /** Status (`string_t`). Recommended. */
  status?: StringT | undefined;
  /** Status Code (`string_t`). Recommended. */
  status_code?: StringT | undefined;
  /** Status Detail (`string_t`). Recommended. */
  status_detail?: StringT | undefined;
};

type Part30<P extends Profile> = {
  /** Remediation Guidance. */
  remediation?: Remediation<P> | undefined;
  /** Scan. */
  scan?: Scan | undefined;
};

type Part31<P extends Profile> = {
  /** Device. Recommended. */
  device?: Device<P> | undefined;
  /** Message (`string_t`). Recommended. */
  message?: StringT | undefined;
  /** Observables. Recommended. */
  observables?: readonly Observable[] | undefined;
  /** Status (`string_t`). Recommended. */
  status?: StringT | undefined;
  /** Status Code (`string_t`). Recommended. */
  status_code?: StringT | undefined;
  /** Status Detail (`string_t`). Recommended. */
  status_detail?: StringT | undefined;
  /** Status ID. Recommended. */
  status_id?: ApiActivityStatusId | undefined;
};

type Part32<P extends Profile> = {
  /** Actor. Required. */
  actor: Actor<P>;
  /** Device. Required. */
  device: Device<P>;
};

type Part33<P extends Profile> = {
  /** Observation Parameter (`string_t`). Required. */
  observation_parameter: StringT;
  /** Observation Type (`string_t`). Recommended. */
  observation_type?: StringT | undefined;
  /** Observations. Required. */
  observations: readonly Observation<P>[];
  /** Observed Pattern (`string_t`). Recommended. */
  observed_pattern?: StringT | undefined;
};

type Part34 = {
  /** Created Time (`datetime_t`). */
  created_time_dt?: DatetimeT | undefined;
  /** Expiration Time (`datetime_t`). */
  expiration_time_dt?: DatetimeT | undefined;
};

type Part35 = {
  /** Created Time (`datetime_t`). */
  created_time_dt?: DatetimeT | undefined;
  /** Modified Time (`datetime_t`). */
  modified_time_dt?: DatetimeT | undefined;
};

type Part36 = {
  /** Name (`string_t`). Recommended. */
  name?: StringT | undefined;
  /** Unique ID (`string_t`). Recommended. */
  uid?: StringT | undefined;
  /** Source URL (`url_t`). */
  src_url?: UrlT | undefined;
};

type Part37 = {
  /** Data Classification. Recommended. @deprecated since 1.4.0 */
  data_classification?: DataClassification | undefined;
  /** Data Classification. Recommended. */
  data_classifications?: readonly DataClassification[] | undefined;
};

type Part38 = {
  /** Container. Recommended. */
  container?: Container | undefined;
  /** Namespace PID (`integer_t`). Recommended. */
  namespace_pid?: IntegerT | undefined;
};

type Part39 = {
  /** Created Time (`datetime_t`). */
  created_time_dt?: DatetimeT | undefined;
};

type Part40 = {
  /** Created Time (`datetime_t`). */
  created_time_dt?: DatetimeT | undefined;
  /** First Seen (`datetime_t`). */
  first_seen_time_dt?: DatetimeT | undefined;
  /** Last Seen (`datetime_t`). */
  last_seen_time_dt?: DatetimeT | undefined;
  /** Modified Time (`datetime_t`). */
  modified_time_dt?: DatetimeT | undefined;
};

type Part41 = {
  /** Name (`string_t`). Required. */
  name: StringT;
  /** Value (`string_t`). Required. */
  value: StringT;
};

type Part42<P extends Profile> = {
  /** Name (`string_t`). Recommended. */
  name?: StringT | undefined;
  /** Unique ID (`string_t`). Recommended. */
  uid?: StringT | undefined;
  /** Agent List. */
  agent_list?: readonly Agent[] | undefined;
  /** Domain (`string_t`). */
  domain?: StringT | undefined;
  /** Hostname (`hostname_t`). Recommended. */
  hostname?: HostnameT | undefined;
  /** Hardware Info. */
  hw_info?: DeviceHwInfo | undefined;
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
  /** OS. */
  os?: Os | undefined;
  /** Owner. Recommended. */
  owner?: User<P> | undefined;
  /** Subnet UID (`string_t`). */
  subnet_uid?: StringT | undefined;
  /** Type (`string_t`). */
  type?: StringT | undefined;
  /** Type ID. Recommended. */
  type_id?: DeviceTypeId | undefined;
  /** VLAN (`string_t`). */
  vlan_uid?: StringT | undefined;
  /** VPC UID (`string_t`). */
  vpc_uid?: StringT | undefined;
  /** Network Zone (`string_t`). */
  zone?: StringT | undefined;
  /** Autonomous System. */
  autonomous_system?: AutonomousSystem | undefined;
  /** Intermediate IP Addresses (`ip_t`). */
  intermediate_ips?: readonly IpT[] | undefined;
  /** ISP Name (`string_t`). */
  isp?: StringT | undefined;
  /** ISP Org (`string_t`). */
  isp_org?: StringT | undefined;
  /** Port (`port_t`). Recommended. */
  port?: PortT | undefined;
  /** Proxy Endpoint. */
  proxy_endpoint?: NetworkProxy<P> | undefined;
  /** Service Name (`string_t`). Recommended. */
  svc_name?: StringT | undefined;
};

type Part43 = {
  /** Cloud Partition (`string_t`). */
  cloud_partition?: StringT | undefined;
  /** Region (`string_t`). */
  region?: StringT | undefined;
  /** Cloud Availability Zone (`string_t`). */
  zone?: StringT | undefined;
};

type Part44 = {
  /** End Time (`datetime_t`). */
  end_time_dt?: DatetimeT | undefined;
  /** Start Time (`datetime_t`). */
  start_time_dt?: DatetimeT | undefined;
};

type Part45 = {
  /** Modified Time (`datetime_t`). */
  modified_time_dt?: DatetimeT | undefined;
};

/** API Activity: OCSF class 6003 `api_activity`. */
export type ApiActivity<P extends Profile = never> = ("security_control" extends P ? Part1<P> : unknown) & ("security_control" extends P ? Part2 : unknown) & ("osint" extends P ? Part3<P> : unknown) & {
  /** Actor. Required. */
  actor: Actor<P>;
  /** API Details. Required. */
  api: Api;
  /** Destination Endpoint. Recommended. */
  dst_endpoint?: NetworkEndpoint<P> | undefined;
  /** HTTP Request. Recommended. */
  http_request?: HttpRequest | undefined;
  /** HTTP Response. Recommended. */
  http_response?: HttpResponse | undefined;
  /** Resources Array. Recommended. */
  resources?: readonly ResourceDetails<P>[] | undefined;
  /** Source Endpoint. Required. */
  src_endpoint: NetworkEndpoint<P>;
} & ("host" extends P ? Part12<P> : unknown) & ("cloud" extends P ? Part4 : unknown) & {
  /** Activity ID. Required. */
  activity_id: ApiActivityActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 6 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 6003;
} & Part5 & Part6 & Part7<P> & Part8 & ("trace" extends P ? Part26<P> : unknown) & ("datetime" extends P ? Part9 : unknown);

/** Application Error: OCSF class 6008 `application_error`. */
export type ApplicationError<P extends Profile = never> = ("security_control" extends P ? Part1<P> : unknown) & ("security_control" extends P ? Part2 : unknown) & ("osint" extends P ? Part3<P> : unknown) & ("host" extends P ? Part10<P> : unknown) & ("cloud" extends P ? Part11 : unknown) & ("cloud" extends P ? Part4 : unknown) & {
  /** Activity ID. Required. */
  activity_id: ApplicationErrorActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 6 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 6008;
} & Part5 & Part6 & Part7<P> & Part8 & ("datetime" extends P ? Part9 : unknown);

/** Application Lifecycle: OCSF class 6002 `application_lifecycle`. */
export type ApplicationLifecycle<P extends Profile = never> = ("security_control" extends P ? Part1<P> : unknown) & ("security_control" extends P ? Part2 : unknown) & ("osint" extends P ? Part3<P> : unknown) & ("host" extends P ? Part10<P> : unknown) & ("cloud" extends P ? Part11 : unknown) & ("cloud" extends P ? Part4 : unknown) & {
  /** Activity ID. Required. */
  activity_id: ApplicationLifecycleActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 6 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 6002;
} & Part5 & Part6 & Part7<P> & Part8 & {
  /** Application. Required. */
  app: Product<P>;
} & ("datetime" extends P ? Part9 : unknown);

/** Datastore Activity: OCSF class 6005 `datastore_activity`. at least one of database, databucket, table. */
export type DatastoreActivity<P extends Profile = never> = ("security_control" extends P ? Part1<P> : unknown) & ("security_control" extends P ? Part2 : unknown) & ("osint" extends P ? Part3<P> : unknown) & {
  /** Actor. Required. */
  actor: Actor<P>;
  /** Database. Recommended. */
  database?: Database<P> | undefined;
  /** Databucket. Recommended. */
  databucket?: Databucket<P> | undefined;
  /** Destination Endpoint. Recommended. */
  dst_endpoint?: NetworkEndpoint<P> | undefined;
  /** HTTP Request. Recommended. */
  http_request?: HttpRequest | undefined;
  /** HTTP Response. Recommended. */
  http_response?: HttpResponse | undefined;
  /** Query Info. Recommended. */
  query_info?: QueryInfo<P> | undefined;
  /** Source Endpoint. Required. */
  src_endpoint: NetworkEndpoint<P>;
  /** Table. Recommended. */
  table?: Table<P> | undefined;
} & ("host" extends P ? Part12<P> : unknown) & ("cloud" extends P ? Part11 : unknown) & ("cloud" extends P ? Part4 : unknown) & {
  /** Activity ID. Required. */
  activity_id: DatastoreActivityActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 6 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 6005;
} & Part5 & Part6 & Part7<P> & Part8 & {
  /** Datastore Type (`string_t`). */
  type?: StringT | undefined;
  /** Datastore Type ID. Recommended. */
  type_id?: DatastoreActivityTypeId | undefined;
} & ("datetime" extends P ? Part9 : unknown);

/** File Hosting Activity: OCSF class 6006 `file_hosting`. */
export type FileHosting<P extends Profile = never> = ("security_control" extends P ? Part1<P> : unknown) & ("security_control" extends P ? Part2 : unknown) & ("osint" extends P ? Part3<P> : unknown) & {
  /** Actor. Required. */
  actor: Actor<P>;
  /** File. Required. */
  file: File<P>;
  /** Source Endpoint. Required. */
  src_endpoint: NetworkEndpoint<P>;
} & ("host" extends P ? Part12<P> : unknown) & ("cloud" extends P ? Part11 : unknown) & ("cloud" extends P ? Part4 : unknown) & {
  /** Activity ID. Required. */
  activity_id: FileHostingActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 6 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 6006;
} & Part5 & Part6 & Part7<P> & Part8 & {
  /** Access List (`string_t`). */
  access_list?: readonly StringT[] | undefined;
  /** Access Mask (`integer_t`). */
  access_mask?: IntegerT | undefined;
  /** Access Check Result (`json_t`). */
  access_result?: JsonT | undefined;
  /** Connection Info. */
  connection_info?: NetworkConnectionInfo<P> | undefined;
  /** Expiration Time (`timestamp_t`). */
  expiration_time?: TimestampT | undefined;
  /** File Result. */
  file_result?: File<P> | undefined;
  /** Share (`string_t`). */
  share?: StringT | undefined;
  /** Share Type (`string_t`). */
  share_type?: StringT | undefined;
  /** Share Type ID. */
  share_type_id?: ShareTypeId | undefined;
} & {
  /** Destination Endpoint. Recommended. */
  dst_endpoint?: NetworkEndpoint<P> | undefined;
} & ("datetime" extends P ? Part9 : unknown) & ("datetime" extends P ? Part28 : unknown);

/** Scan Activity: OCSF class 6007 `scan_activity`. */
export type ScanActivity<P extends Profile = never> = ("security_control" extends P ? Part22<P> : unknown) & ("security_control" extends P ? Part2 : unknown) & {
  /** Policy. Recommended. */
  policy?: Policy | undefined;
  /** Command UID (`string_t`). Recommended. */
  command_uid?: StringT | undefined;
  /** Detections (`integer_t`). Recommended. */
  num_detections?: IntegerT | undefined;
  /** Scanned Files (`integer_t`). Recommended. */
  num_files?: IntegerT | undefined;
  /** Scanned Folders (`integer_t`). Recommended. */
  num_folders?: IntegerT | undefined;
  /** Scanned Network Items (`integer_t`). Recommended. */
  num_network_items?: IntegerT | undefined;
  /** Scanned Processes (`integer_t`). Recommended. */
  num_processes?: IntegerT | undefined;
  /** Scanned Registry Items (`integer_t`). Recommended. */
  num_registry_items?: IntegerT | undefined;
  /** Resolutions (`integer_t`). Recommended. */
  num_resolutions?: IntegerT | undefined;
  /** Skipped (`integer_t`). Recommended. */
  num_skipped_items?: IntegerT | undefined;
  /** Trusted (`integer_t`). Recommended. */
  num_trusted_items?: IntegerT | undefined;
  /** Scan. Required. */
  scan: Scan;
  /** Schedule UID (`string_t`). Recommended. */
  schedule_uid?: StringT | undefined;
  /** Total (`integer_t`). Recommended. */
  total?: IntegerT | undefined;
} & ("osint" extends P ? Part3<P> : unknown) & ("host" extends P ? Part10<P> : unknown) & ("cloud" extends P ? Part11 : unknown) & ("cloud" extends P ? Part4 : unknown) & {
  /** Activity ID. Required. */
  activity_id: ScanActivityActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 6 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 6007;
} & Part5 & {
  /** Count (`integer_t`). */
  count?: IntegerT | undefined;
  /** Event Time (`timestamp_t`). Required. */
  time?: TimestampT | undefined;
  /** Timezone Offset (`integer_t`). Recommended. */
  timezone_offset?: IntegerT | undefined;
} & {
  /** Duration Milliseconds (`long_t`). Recommended. */
  duration?: LongT | undefined;
  /** End Time (`timestamp_t`). Recommended. */
  end_time?: TimestampT | undefined;
  /** Start Time (`timestamp_t`). Recommended. */
  start_time?: TimestampT | undefined;
} & Part7<P> & Part8 & ("datetime" extends P ? Part9 : unknown);

/** Web Resource Access Activity: OCSF class 6004 `web_resource_access_activity`. @deprecated since 1.0.0 */
export type WebResourceAccessActivity<P extends Profile = never> = ("security_control" extends P ? Part1<P> : unknown) & ("security_control" extends P ? Part2 : unknown) & ("osint" extends P ? Part3<P> : unknown) & ("host" extends P ? Part10<P> : unknown) & ("cloud" extends P ? Part11 : unknown) & ("cloud" extends P ? Part4 : unknown) & {
  /** Activity ID. Required. */
  activity_id: WebResourceAccessActivityActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 6 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 6004;
} & Part5 & Part6 & Part7<P> & Part8 & ("network_proxy" extends P ? Part13<P> : unknown) & {
  /** HTTP Request. Required. */
  http_request: HttpRequest;
  /** HTTP Response. */
  http_response?: HttpResponse | undefined;
  /** Proxy. @deprecated since 1.1.0 */
  proxy?: NetworkProxy<P> | undefined;
  /** TLS. */
  tls?: Tls<P> | undefined;
} & {
  /** Source Endpoint. Recommended. */
  src_endpoint?: NetworkEndpoint<P> | undefined;
  /** Web Resources. Required. */
  web_resources: readonly WebResource<P>[];
} & ("datetime" extends P ? Part9 : unknown);

/** Web Resources Activity: OCSF class 6001 `web_resources_activity`. */
export type WebResourcesActivity<P extends Profile = never> = ("security_control" extends P ? Part1<P> : unknown) & ("security_control" extends P ? Part2 : unknown) & ("osint" extends P ? Part3<P> : unknown) & ("host" extends P ? Part10<P> : unknown) & ("cloud" extends P ? Part11 : unknown) & ("cloud" extends P ? Part4 : unknown) & {
  /** Activity ID. Required. */
  activity_id: WebResourcesActivityActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 6 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 6001;
} & Part5 & Part6 & Part7<P> & Part8 & ("network_proxy" extends P ? Part13<P> : unknown) & {
  /** Destination Endpoint. Recommended. */
  dst_endpoint?: NetworkEndpoint<P> | undefined;
  /** Source Endpoint. Recommended. */
  src_endpoint?: NetworkEndpoint<P> | undefined;
  /** Web Resources. Required. */
  web_resources: readonly WebResource<P>[];
  /** Web Resources Result. Recommended. */
  web_resources_result?: readonly WebResource<P>[] | undefined;
} & {
  /** HTTP Request. Recommended. */
  http_request?: HttpRequest | undefined;
  /** HTTP Response. */
  http_response?: HttpResponse | undefined;
  /** TLS. */
  tls?: Tls<P> | undefined;
} & ("datetime" extends P ? Part9 : unknown);

/** Base Event: OCSF class 0 `base_event`. */
export type BaseEvent<P extends Profile = never> = ("security_control" extends P ? Part1<P> : unknown) & ("security_control" extends P ? Part2 : unknown) & ("osint" extends P ? Part3<P> : unknown) & ("host" extends P ? Part10<P> : unknown) & ("cloud" extends P ? Part11 : unknown) & ("cloud" extends P ? Part4 : unknown) & {
  /** Activity ID. Required. */
  activity_id: BaseEventActivityId;
  /** Activity (`string_t`). */
  activity_name?: StringT | undefined;
  /** Category (`string_t`). */
  category_name?: StringT | undefined;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 0 | undefined;
  /** Class (`string_t`). */
  class_name?: StringT | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 0;
  /** Severity (`string_t`). */
  severity?: StringT | undefined;
  /** Severity ID. Required. */
  severity_id: SeverityId;
  /** Type Name (`string_t`). */
  type_name?: StringT | undefined;
  /** Type ID (`long_t`). Required. */
  type_uid?: LongT | undefined;
} & Part6 & Part7<P> & Part8 & ("datetime" extends P ? Part9 : unknown);

/** Admin Group Query: OCSF class 5009 `admin_group_query`. @deprecated since 1.5.0 */
export type AdminGroupQuery<P extends Profile = never> = ("security_control" extends P ? Part1<P> : unknown) & ("security_control" extends P ? Part2 : unknown) & ("osint" extends P ? Part3<P> : unknown) & ("host" extends P ? Part10<P> : unknown) & ("cloud" extends P ? Part11 : unknown) & ("cloud" extends P ? Part4 : unknown) & {
  /** Activity ID. Required. */
  activity_id: AdminGroupQueryActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 5 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 5009;
} & Part5 & Part6 & Part7<P> & Part8 & {
  /** Query Info. Recommended. */
  query_info?: QueryInfo<P> | undefined;
  /** Query Result (`string_t`). Recommended. */
  query_result?: StringT | undefined;
  /** Query Result ID. Required. */
  query_result_id: QueryResultId;
  /** Group. Required. */
  group: Group;
  /** Users. Recommended. */
  users?: readonly User<P>[] | undefined;
} & ("datetime" extends P ? Part9 : unknown);

/** Cloud Resources Inventory Info: OCSF class 5023 `cloud_resources_inventory_info`. at least one of cloud, container, database, databucket, idp, resources, table. */
export type CloudResourcesInventoryInfo<P extends Profile = never> = ("security_control" extends P ? Part1<P> : unknown) & ("security_control" extends P ? Part2 : unknown) & ("osint" extends P ? Part3<P> : unknown) & ("host" extends P ? Part10<P> : unknown) & ("cloud" extends P ? Part11 : unknown) & {
  /** Cloud. Recommended. */
  cloud?: Cloud | undefined;
  /** Container. Recommended. */
  container?: Container | undefined;
  /** Database. Recommended. */
  database?: Database<P> | undefined;
  /** Databucket. Recommended. */
  databucket?: Databucket<P> | undefined;
  /** Identity Provider. Recommended. */
  idp?: Idp<P> | undefined;
  /** Cloud Resources. Recommended. */
  resources?: readonly ResourceDetails<P>[] | undefined;
  /** Table. Recommended. */
  table?: Table<P> | undefined;
} & {
  /** Activity ID. Required. */
  activity_id: CloudResourcesInventoryInfoActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 5 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 5023;
} & Part5 & Part6 & Part7<P> & Part8 & {
  /** Region (`string_t`). Recommended. */
  region?: StringT | undefined;
} & ("datetime" extends P ? Part9 : unknown);

/** Device Config State: OCSF class 5002 `config_state`. @deprecated since 1.5.0 */
export type ConfigState<P extends Profile = never> = ("security_control" extends P ? Part1<P> : unknown) & ("security_control" extends P ? Part2 : unknown) & ("osint" extends P ? Part3<P> : unknown) & Part14<P> & {
  /** Device. Required. */
  device: Device<P>;
  /** CIS Benchmark Result. Recommended. @deprecated since 1.5.0 */
  cis_benchmark_result?: CisBenchmarkResult<P> | undefined;
} & ("cloud" extends P ? Part11 : unknown) & ("cloud" extends P ? Part4 : unknown) & {
  /** Activity ID. Required. */
  activity_id: CloudResourcesInventoryInfoActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 5 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 5002;
} & Part5 & Part6 & Part8 & {
  /** Related Assessments. */
  assessments?: readonly Assessment[] | undefined;
} & ("datetime" extends P ? Part9 : unknown);

/** Device Config State Change: OCSF class 5019 `device_config_state_change`. */
export type DeviceConfigStateChange<P extends Profile = never> = ("security_control" extends P ? Part1<P> : unknown) & ("security_control" extends P ? Part2 : unknown) & ("osint" extends P ? Part3<P> : unknown) & Part14<P> & {
  /** Device. Required. */
  device: Device<P>;
  /** Previous Security Level (`string_t`). Recommended. */
  prev_security_level?: StringT | undefined;
  /** Previous Security Level ID. Recommended. */
  prev_security_level_id?: PrevSecurityLevelId | undefined;
  /** Previous Security States. Recommended. */
  prev_security_states?: readonly SecurityState[] | undefined;
  /** Security Level (`string_t`). Recommended. */
  security_level?: StringT | undefined;
  /** Security Level ID. Recommended. */
  security_level_id?: SecurityLevelId | undefined;
  /** Security States. Recommended. */
  security_states?: readonly SecurityState[] | undefined;
} & ("cloud" extends P ? Part11 : unknown) & ("cloud" extends P ? Part4 : unknown) & {
  /** Activity ID. Required. */
  activity_id: CloudResourcesInventoryInfoActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 5 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 5019;
} & Part5 & Part6 & Part8 & {
  /** Config Change State (`string_t`). */
  state?: StringT | undefined;
  /** Config Change State ID. Recommended. */
  state_id?: DeviceConfigStateChangeStateId | undefined;
} & ("datetime" extends P ? Part9 : unknown);

/** Live Evidence Info: OCSF class 5040 `evidence_info`. at least one of device.hostname, device.mac, device.name. */
export type EvidenceInfo<P extends Profile = never> = ("security_control" extends P ? Part1<P> : unknown) & ("security_control" extends P ? Part2 : unknown) & ("osint" extends P ? Part3<P> : unknown) & ("host" extends P ? Part15<P> : unknown) & {
  /** Device. Required. */
  device: Device<P>;
  /** Query Info. Recommended. */
  query_info?: QueryInfo<P> | undefined;
  /** Query Result (`string_t`). Recommended. */
  query_result?: StringT | undefined;
  /** Query Result ID. Required. */
  query_result_id: QueryResultId;
  /** Query Evidence. Required. */
  query_evidence: QueryEvidence<P>;
} & ("cloud" extends P ? Part11 : unknown) & ("cloud" extends P ? Part4 : unknown) & {
  /** Activity ID. Required. */
  activity_id: AdminGroupQueryActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 5 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 5040;
} & Part5 & Part6 & Part7<P> & Part8 & ("datetime" extends P ? Part9 : unknown);

/** File Query: OCSF class 5007 `file_query`. @deprecated since 1.5.0 */
export type FileQuery<P extends Profile = never> = ("security_control" extends P ? Part1<P> : unknown) & ("security_control" extends P ? Part2 : unknown) & ("osint" extends P ? Part3<P> : unknown) & ("host" extends P ? Part10<P> : unknown) & ("cloud" extends P ? Part11 : unknown) & ("cloud" extends P ? Part4 : unknown) & {
  /** Activity ID. Required. */
  activity_id: AdminGroupQueryActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 5 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 5007;
} & Part5 & Part6 & Part7<P> & Part8 & {
  /** Query Info. Recommended. */
  query_info?: QueryInfo<P> | undefined;
  /** Query Result (`string_t`). Recommended. */
  query_result?: StringT | undefined;
  /** Query Result ID. Required. */
  query_result_id: QueryResultId;
  /** File. Required. */
  file: File<P>;
} & ("datetime" extends P ? Part9 : unknown);

/** Folder Query: OCSF class 5008 `folder_query`. @deprecated since 1.5.0 */
export type FolderQuery<P extends Profile = never> = ("security_control" extends P ? Part1<P> : unknown) & ("security_control" extends P ? Part2 : unknown) & ("osint" extends P ? Part3<P> : unknown) & ("host" extends P ? Part10<P> : unknown) & ("cloud" extends P ? Part11 : unknown) & ("cloud" extends P ? Part4 : unknown) & {
  /** Activity ID. Required. */
  activity_id: AdminGroupQueryActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 5 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 5008;
} & Part5 & Part6 & Part7<P> & Part8 & {
  /** Query Info. Recommended. */
  query_info?: QueryInfo<P> | undefined;
  /** Query Result (`string_t`). Recommended. */
  query_result?: StringT | undefined;
  /** Query Result ID. Required. */
  query_result_id: QueryResultId;
  /** Folder. Required. */
  folder: File<P>;
} & ("datetime" extends P ? Part9 : unknown);

/** Device Inventory Info: OCSF class 5001 `inventory_info`. */
export type InventoryInfo<P extends Profile = never> = ("security_control" extends P ? Part1<P> : unknown) & ("security_control" extends P ? Part2 : unknown) & ("osint" extends P ? Part3<P> : unknown) & Part14<P> & {
  /** Device. Required. */
  device: Device<P>;
} & ("cloud" extends P ? Part11 : unknown) & ("cloud" extends P ? Part4 : unknown) & {
  /** Activity ID. Required. */
  activity_id: CloudResourcesInventoryInfoActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 5 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 5001;
} & Part5 & Part6 & Part8 & ("datetime" extends P ? Part9 : unknown);

/** Job Query: OCSF class 5010 `job_query`. @deprecated since 1.5.0 */
export type JobQuery<P extends Profile = never> = ("security_control" extends P ? Part1<P> : unknown) & ("security_control" extends P ? Part2 : unknown) & ("osint" extends P ? Part3<P> : unknown) & ("host" extends P ? Part10<P> : unknown) & ("cloud" extends P ? Part11 : unknown) & ("cloud" extends P ? Part4 : unknown) & {
  /** Activity ID. Required. */
  activity_id: AdminGroupQueryActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 5 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 5010;
} & Part5 & Part6 & Part7<P> & Part8 & {
  /** Query Info. Recommended. */
  query_info?: QueryInfo<P> | undefined;
  /** Query Result (`string_t`). Recommended. */
  query_result?: StringT | undefined;
  /** Query Result ID. Required. */
  query_result_id: QueryResultId;
  /** Job. Required. */
  job: Job<P>;
} & ("datetime" extends P ? Part9 : unknown);

/** Kernel Object Query: OCSF class 5006 `kernel_object_query`. @deprecated since 1.5.0 */
export type KernelObjectQuery<P extends Profile = never> = ("security_control" extends P ? Part1<P> : unknown) & ("security_control" extends P ? Part2 : unknown) & ("osint" extends P ? Part3<P> : unknown) & ("host" extends P ? Part10<P> : unknown) & ("cloud" extends P ? Part11 : unknown) & ("cloud" extends P ? Part4 : unknown) & {
  /** Activity ID. Required. */
  activity_id: AdminGroupQueryActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 5 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 5006;
} & Part5 & Part6 & Part7<P> & Part8 & {
  /** Query Info. Recommended. */
  query_info?: QueryInfo<P> | undefined;
  /** Query Result (`string_t`). Recommended. */
  query_result?: StringT | undefined;
  /** Query Result ID. Required. */
  query_result_id: QueryResultId;
  /** Kernel. Required. */
  kernel: Kernel;
} & ("datetime" extends P ? Part9 : unknown);

/** Module Query: OCSF class 5011 `module_query`. @deprecated since 1.5.0 */
export type ModuleQuery<P extends Profile = never> = ("security_control" extends P ? Part1<P> : unknown) & ("security_control" extends P ? Part2 : unknown) & ("osint" extends P ? Part3<P> : unknown) & ("host" extends P ? Part10<P> : unknown) & ("cloud" extends P ? Part11 : unknown) & ("cloud" extends P ? Part4 : unknown) & {
  /** Activity ID. Required. */
  activity_id: AdminGroupQueryActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 5 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 5011;
} & Part5 & Part6 & Part7<P> & Part8 & {
  /** Query Info. Recommended. */
  query_info?: QueryInfo<P> | undefined;
  /** Query Result (`string_t`). Recommended. */
  query_result?: StringT | undefined;
  /** Query Result ID. Required. */
  query_result_id: QueryResultId;
  /** Module. Required. */
  module: Module<P>;
  /** Process. Required. */
  process: Process<P>;
} & ("datetime" extends P ? Part9 : unknown);

/** Network Connection Query: OCSF class 5012 `network_connection_query`. @deprecated since 1.5.0 */
export type NetworkConnectionQuery<P extends Profile = never> = ("security_control" extends P ? Part1<P> : unknown) & ("security_control" extends P ? Part2 : unknown) & ("osint" extends P ? Part3<P> : unknown) & ("host" extends P ? Part10<P> : unknown) & ("cloud" extends P ? Part11 : unknown) & ("cloud" extends P ? Part4 : unknown) & {
  /** Activity ID. Required. */
  activity_id: AdminGroupQueryActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 5 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 5012;
} & Part5 & Part6 & Part7<P> & Part8 & {
  /** Query Info. Recommended. */
  query_info?: QueryInfo<P> | undefined;
  /** Query Result (`string_t`). Recommended. */
  query_result?: StringT | undefined;
  /** Query Result ID. Required. */
  query_result_id: QueryResultId;
  /** Connection Info. Required. */
  connection_info: NetworkConnectionInfo<P>;
  /** Process. Required. */
  process: Process<P>;
  /** State (`string_t`). Recommended. */
  state?: StringT | undefined;
  /** State ID. Required. */
  state_id: NetworkConnectionQueryStateId;
} & ("datetime" extends P ? Part9 : unknown);

/** Networks Query: OCSF class 5013 `networks_query`. @deprecated since 1.5.0 */
export type NetworksQuery<P extends Profile = never> = ("security_control" extends P ? Part1<P> : unknown) & ("security_control" extends P ? Part2 : unknown) & ("osint" extends P ? Part3<P> : unknown) & ("host" extends P ? Part10<P> : unknown) & ("cloud" extends P ? Part11 : unknown) & ("cloud" extends P ? Part4 : unknown) & {
  /** Activity ID. Required. */
  activity_id: AdminGroupQueryActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 5 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 5013;
} & Part5 & Part6 & Part7<P> & Part8 & {
  /** Query Info. Recommended. */
  query_info?: QueryInfo<P> | undefined;
  /** Query Result (`string_t`). Recommended. */
  query_result?: StringT | undefined;
  /** Query Result ID. Required. */
  query_result_id: QueryResultId;
  /** Network Interfaces. Required. */
  network_interfaces: readonly NetworkInterface[];
} & ("datetime" extends P ? Part9 : unknown);

/** OSINT Inventory Info: OCSF class 5021 `osint_inventory_info`. */
export type OsintInventoryInfo<P extends Profile = never> = ("security_control" extends P ? Part1<P> : unknown) & ("security_control" extends P ? Part2 : unknown) & {
  /** OSINT. Required. */
  osint: readonly Osint<P>[];
  /** Message (`string_t`). Recommended. */
  message?: StringT | undefined;
  /** Observables. Recommended. */
  observables?: readonly Observable[] | undefined;
  /** Status (`string_t`). Recommended. */
  status?: StringT | undefined;
  /** Status Code (`string_t`). Recommended. */
  status_code?: StringT | undefined;
  /** Status Detail (`string_t`). Recommended. */
  status_detail?: StringT | undefined;
  /** Status ID. Recommended. */
  status_id?: ApiActivityStatusId | undefined;
} & Part14<P> & ("host" extends P ? Part12<P> : unknown) & ("cloud" extends P ? Part11 : unknown) & ("cloud" extends P ? Part4 : unknown) & {
  /** Activity ID. Required. */
  activity_id: CloudResourcesInventoryInfoActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 5 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 5021;
} & Part5 & Part6 & ("datetime" extends P ? Part9 : unknown);

/** Operating System Patch State: OCSF class 5004 `patch_state`. at least one of device.os.sp_name, device.os.sp_ver, device.os.version. */
export type PatchState<P extends Profile = never> = ("security_control" extends P ? Part1<P> : unknown) & ("security_control" extends P ? Part2 : unknown) & ("osint" extends P ? Part3<P> : unknown) & ("host" extends P ? Part15<P> : unknown) & {
  /** Device. Required. */
  device: Device<P>;
  /** Knowledgebase Articles. Recommended. */
  kb_article_list?: readonly KbArticle<P>[] | undefined;
} & ("cloud" extends P ? Part11 : unknown) & ("cloud" extends P ? Part4 : unknown) & {
  /** Activity ID. Required. */
  activity_id: CloudResourcesInventoryInfoActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 5 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 5004;
} & Part5 & Part6 & Part7<P> & Part8 & ("datetime" extends P ? Part9 : unknown);

/** Peripheral Device Query: OCSF class 5014 `peripheral_device_query`. @deprecated since 1.5.0 */
export type PeripheralDeviceQuery<P extends Profile = never> = ("security_control" extends P ? Part1<P> : unknown) & ("security_control" extends P ? Part2 : unknown) & ("osint" extends P ? Part3<P> : unknown) & ("host" extends P ? Part10<P> : unknown) & ("cloud" extends P ? Part11 : unknown) & ("cloud" extends P ? Part4 : unknown) & {
  /** Activity ID. Required. */
  activity_id: AdminGroupQueryActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 5 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 5014;
} & Part5 & Part6 & Part7<P> & Part8 & {
  /** Query Info. Recommended. */
  query_info?: QueryInfo<P> | undefined;
  /** Query Result (`string_t`). Recommended. */
  query_result?: StringT | undefined;
  /** Query Result ID. Required. */
  query_result_id: QueryResultId;
  /** Peripheral Device. Required. */
  peripheral_device: PeripheralDevice;
} & ("datetime" extends P ? Part9 : unknown);

/** Process Query: OCSF class 5015 `process_query`. @deprecated since 1.5.0 */
export type ProcessQuery<P extends Profile = never> = ("security_control" extends P ? Part1<P> : unknown) & ("security_control" extends P ? Part2 : unknown) & ("osint" extends P ? Part3<P> : unknown) & ("host" extends P ? Part10<P> : unknown) & ("cloud" extends P ? Part11 : unknown) & ("cloud" extends P ? Part4 : unknown) & {
  /** Activity ID. Required. */
  activity_id: AdminGroupQueryActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 5 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 5015;
} & Part5 & Part6 & Part7<P> & Part8 & {
  /** Query Info. Recommended. */
  query_info?: QueryInfo<P> | undefined;
  /** Query Result (`string_t`). Recommended. */
  query_result?: StringT | undefined;
  /** Query Result ID. Required. */
  query_result_id: QueryResultId;
  /** Process. Required. */
  process: Process<P>;
} & ("datetime" extends P ? Part9 : unknown);

/** Service Query: OCSF class 5016 `service_query`. @deprecated since 1.5.0 */
export type ServiceQuery<P extends Profile = never> = ("security_control" extends P ? Part1<P> : unknown) & ("security_control" extends P ? Part2 : unknown) & ("osint" extends P ? Part3<P> : unknown) & ("host" extends P ? Part10<P> : unknown) & ("cloud" extends P ? Part11 : unknown) & ("cloud" extends P ? Part4 : unknown) & {
  /** Activity ID. Required. */
  activity_id: AdminGroupQueryActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 5 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 5016;
} & Part5 & Part6 & Part7<P> & Part8 & {
  /** Query Info. Recommended. */
  query_info?: QueryInfo<P> | undefined;
  /** Query Result (`string_t`). Recommended. */
  query_result?: StringT | undefined;
  /** Query Result ID. Required. */
  query_result_id: QueryResultId;
  /** Service. Required. */
  service: Service;
} & ("datetime" extends P ? Part9 : unknown);

/** User Session Query: OCSF class 5017 `session_query`. @deprecated since 1.5.0 */
export type SessionQuery<P extends Profile = never> = ("security_control" extends P ? Part1<P> : unknown) & ("security_control" extends P ? Part2 : unknown) & ("osint" extends P ? Part3<P> : unknown) & ("host" extends P ? Part10<P> : unknown) & ("cloud" extends P ? Part11 : unknown) & ("cloud" extends P ? Part4 : unknown) & {
  /** Activity ID. Required. */
  activity_id: AdminGroupQueryActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 5 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 5017;
} & Part5 & Part6 & Part7<P> & Part8 & {
  /** Query Info. Recommended. */
  query_info?: QueryInfo<P> | undefined;
  /** Query Result (`string_t`). Recommended. */
  query_result?: StringT | undefined;
  /** Query Result ID. Required. */
  query_result_id: QueryResultId;
  /** Session. Required. */
  session: Session<P>;
} & ("datetime" extends P ? Part9 : unknown);

/** Software Inventory Info: OCSF class 5020 `software_info`. */
export type SoftwareInfo<P extends Profile = never> = ("security_control" extends P ? Part1<P> : unknown) & ("security_control" extends P ? Part2 : unknown) & ("osint" extends P ? Part3<P> : unknown) & Part14<P> & {
  /** Device. Required. */
  device: Device<P>;
  /** Software Package. Recommended. @deprecated since 1.4.0 */
  package?: Package | undefined;
  /** Software Bill Of Materials. Recommended. */
  sbom?: Sbom<P> | undefined;
} & ("cloud" extends P ? Part11 : unknown) & ("cloud" extends P ? Part4 : unknown) & {
  /** Activity ID. Required. */
  activity_id: CloudResourcesInventoryInfoActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 5 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 5020;
} & Part5 & Part6 & Part8 & {
  /** Product. */
  product?: Product<P> | undefined;
} & ("datetime" extends P ? Part9 : unknown);

/** Startup Item Query: OCSF class 5022 `startup_item_query`. @deprecated since 1.5.0 */
export type StartupItemQuery<P extends Profile = never> = ("security_control" extends P ? Part1<P> : unknown) & ("security_control" extends P ? Part2 : unknown) & ("osint" extends P ? Part3<P> : unknown) & ("host" extends P ? Part10<P> : unknown) & ("cloud" extends P ? Part11 : unknown) & ("cloud" extends P ? Part4 : unknown) & {
  /** Activity ID. Required. */
  activity_id: AdminGroupQueryActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 5 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 5022;
} & Part5 & Part6 & Part7<P> & Part8 & {
  /** Query Info. Recommended. */
  query_info?: QueryInfo<P> | undefined;
  /** Query Result (`string_t`). Recommended. */
  query_result?: StringT | undefined;
  /** Query Result ID. Required. */
  query_result_id: QueryResultId;
  /** Startup Item. Required. */
  startup_item: StartupItem<P>;
} & ("datetime" extends P ? Part9 : unknown);

/** User Inventory Info: OCSF class 5003 `user_inventory`. */
export type UserInventory<P extends Profile = never> = ("security_control" extends P ? Part1<P> : unknown) & ("security_control" extends P ? Part2 : unknown) & ("osint" extends P ? Part3<P> : unknown) & Part14<P> & ("host" extends P ? Part12<P> : unknown) & ("cloud" extends P ? Part11 : unknown) & ("cloud" extends P ? Part4 : unknown) & {
  /** Activity ID. Required. */
  activity_id: CloudResourcesInventoryInfoActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 5 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 5003;
} & Part5 & Part6 & Part8 & {
  /** User. Required. */
  user: User<P>;
} & ("datetime" extends P ? Part9 : unknown);

/** User Query: OCSF class 5018 `user_query`. @deprecated since 1.5.0 */
export type UserQuery<P extends Profile = never> = ("security_control" extends P ? Part1<P> : unknown) & ("security_control" extends P ? Part2 : unknown) & ("osint" extends P ? Part3<P> : unknown) & ("host" extends P ? Part10<P> : unknown) & ("cloud" extends P ? Part11 : unknown) & ("cloud" extends P ? Part4 : unknown) & {
  /** Activity ID. Required. */
  activity_id: AdminGroupQueryActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 5 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 5018;
} & Part5 & Part6 & Part7<P> & Part8 & {
  /** Query Info. Recommended. */
  query_info?: QueryInfo<P> | undefined;
  /** Query Result (`string_t`). Recommended. */
  query_result?: StringT | undefined;
  /** Query Result ID. Required. */
  query_result_id: QueryResultId;
  /** User. Required. */
  user: User<P>;
} & ("datetime" extends P ? Part9 : unknown);

/** Application Security Posture Finding: OCSF class 2007 `application_security_posture_finding`. at least one of application, compliance, remediation, vulnerabilities. */
export type ApplicationSecurityPostureFinding<P extends Profile = never> = ("security_control" extends P ? Part1<P> : unknown) & Part16<P> & ("security_control" extends P ? Part17 : unknown) & ("osint" extends P ? Part3<P> : unknown) & ("host" extends P ? Part15<P> : unknown) & Part18<P> & ("cloud" extends P ? Part11 : unknown) & ("cloud" extends P ? Part4 : unknown) & {
  /** Activity ID. Required. */
  activity_id: ApplicationSecurityPostureFindingActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 2 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 2007;
} & Part5 & Part6 & {
  /** Status (`string_t`). */
  status?: StringT | undefined;
  /** Status ID. Recommended. */
  status_id?: ApplicationSecurityPostureFindingStatusId | undefined;
  /** Comment (`string_t`). */
  comment?: StringT | undefined;
  /** Vendor Attributes. */
  vendor_attributes?: VendorAttributes | undefined;
  /** Remediation Guidance. Recommended. */
  remediation?: Remediation<P> | undefined;
  /** Affected Resources. Recommended. */
  resources?: readonly ResourceDetails<P>[] | undefined;
} & ("incident" extends P ? Part19<P> : unknown) & ("incident" extends P ? Part20 : unknown) & {
  /** Finding Information. Required. */
  finding_info: FindingInfo<P>;
  /** Related Application. Recommended. */
  application?: Application<P> | undefined;
  /** Related Compliance. Recommended. */
  compliance?: Compliance<P> | undefined;
  /** Vulnerabilities. Recommended. */
  vulnerabilities?: readonly Vulnerability<P>[] | undefined;
} & ("datetime" extends P ? Part9 : unknown);

/** Compliance Finding: OCSF class 2003 `compliance_finding`. */
export type ComplianceFinding<P extends Profile = never> = ("security_control" extends P ? Part1<P> : unknown) & Part16<P> & ("security_control" extends P ? Part17 : unknown) & ("osint" extends P ? Part3<P> : unknown) & ("host" extends P ? Part15<P> : unknown) & Part18<P> & ("cloud" extends P ? Part11 : unknown) & ("cloud" extends P ? Part4 : unknown) & {
  /** Activity ID. Required. */
  activity_id: ApplicationSecurityPostureFindingActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 2 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 2003;
} & Part5 & Part6 & {
  /** Status (`string_t`). */
  status?: StringT | undefined;
  /** Status ID. Recommended. */
  status_id?: ApplicationSecurityPostureFindingStatusId | undefined;
  /** Comment (`string_t`). */
  comment?: StringT | undefined;
  /** Vendor Attributes. */
  vendor_attributes?: VendorAttributes | undefined;
  /** Evidence Artifacts. */
  evidences?: readonly Evidences<P>[] | undefined;
  /** Remediation Guidance. Recommended. */
  remediation?: Remediation<P> | undefined;
} & ("incident" extends P ? Part19<P> : unknown) & ("incident" extends P ? Part20 : unknown) & {
  /** Finding Information. Required. */
  finding_info: FindingInfo<P>;
  /** Compliance. Required. */
  compliance: Compliance<P>;
  /** Resource. Recommended. @deprecated since 1.3.0 */
  resource?: ResourceDetails<P> | undefined;
  /** Resources Array. Recommended. */
  resources?: readonly ResourceDetails<P>[] | undefined;
} & ("datetime" extends P ? Part9 : unknown);

/** Data Security Finding: OCSF class 2006 `data_security_finding`. */
export type DataSecurityFinding<P extends Profile = never> = ("security_control" extends P ? {
  /** Action (`string_t`). */
  action?: StringT | undefined;
  /** Action ID. Recommended. */
  action_id?: ActionId | undefined;
  /** MITRE ATT&CK® and ATLAS™ Details. */
  attacks?: readonly Attack[] | undefined;
  /** Authorization Information. */
  authorizations?: readonly Authorization[] | undefined;
  /** Disposition (`string_t`). */
  disposition?: StringT | undefined;
  /** Disposition ID. Recommended. */
  disposition_id?: DispositionId | undefined;
  /** Firewall Rule. */
  firewall_rule?: FirewallRule | undefined;
  /** Malware. */
  malware?: readonly Malware<P>[] | undefined;
  /** Malware Scan Info. */
  malware_scan_info?: MalwareScanInfo<P> | undefined;
  /** Policy. */
  policy?: Policy | undefined;
} : unknown) & {
  /** Confidence (`string_t`). */
  confidence?: StringT | undefined;
  /** Confidence ID. Recommended. */
  confidence_id?: ConfidenceId | undefined;
  /** Confidence Score (`integer_t`). */
  confidence_score?: IntegerT | undefined;
  /** Risk Details (`string_t`). */
  risk_details?: StringT | undefined;
  /** Risk Level (`string_t`). */
  risk_level?: StringT | undefined;
  /** Risk Level ID. */
  risk_level_id?: RiskLevelId | undefined;
  /** Risk Score (`integer_t`). */
  risk_score?: IntegerT | undefined;
  /** Device. Recommended. */
  device?: Device<P> | undefined;
  /** Enrichments. */
  enrichments?: readonly Enrichment<P>[] | undefined;
  /** Metadata. Required. */
  metadata?: Metadata<P> | undefined;
  /** Raw Data (`string_t`). */
  raw_data?: StringT | undefined;
  /** Raw Data Size (`long_t`). */
  raw_data_size?: LongT | undefined;
  /** Unmapped Data. */
  unmapped?: OpenObject | undefined;
} & {
  /** Alert (`boolean_t`). Recommended. */
  is_alert?: BooleanT | undefined;
  /** Message (`string_t`). Recommended. */
  message?: StringT | undefined;
  /** Observables. Recommended. */
  observables?: readonly Observable[] | undefined;
  /** Status Code (`string_t`). Recommended. */
  status_code?: StringT | undefined;
  /** Status Detail (`string_t`). Recommended. */
  status_detail?: StringT | undefined;
} & ("osint" extends P ? Part3<P> : unknown) & {
  /** Actor. Recommended. */
  actor?: Actor<P> | undefined;
  /** Status (`string_t`). */
  status?: StringT | undefined;
  /** Status ID. Recommended. */
  status_id?: ApplicationSecurityPostureFindingStatusId | undefined;
  /** Impact (`string_t`). */
  impact?: StringT | undefined;
  /** Impact ID. */
  impact_id?: ImpactId | undefined;
  /** Impact Score (`integer_t`). */
  impact_score?: IntegerT | undefined;
  /** Comment (`string_t`). */
  comment?: StringT | undefined;
  /** Vendor Attributes. */
  vendor_attributes?: VendorAttributes | undefined;
  /** Data Security. Recommended. */
  data_security?: DataSecurity | undefined;
  /** Destination Endpoint. Recommended. */
  dst_endpoint?: NetworkEndpoint<P> | undefined;
  /** Source Endpoint. Recommended. */
  src_endpoint?: NetworkEndpoint<P> | undefined;
} & ("cloud" extends P ? Part11 : unknown) & ("cloud" extends P ? Part4 : unknown) & {
  /** Activity ID. Required. */
  activity_id: DataSecurityFindingActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 2 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 2006;
} & Part5 & Part6 & ("incident" extends P ? Part19<P> : unknown) & ("incident" extends P ? Part21 : unknown) & {
  /** Finding Information. Required. */
  finding_info: FindingInfo<P>;
  /** Database. Recommended. */
  database?: Database<P> | undefined;
  /** Databucket. Recommended. */
  databucket?: Databucket<P> | undefined;
  /** File. Recommended. */
  file?: File<P> | undefined;
  /** Additional Resources. Recommended. */
  resources?: readonly ResourceDetails<P>[] | undefined;
  /** Table. Recommended. */
  table?: Table<P> | undefined;
} & ("datetime" extends P ? Part9 : unknown);

/** Detection Finding: OCSF class 2004 `detection_finding`. */
export type DetectionFinding<P extends Profile = never> = ("security_control" extends P ? {
  /** Action (`string_t`). */
  action?: StringT | undefined;
  /** Action ID. Recommended. */
  action_id?: ActionId | undefined;
  /** MITRE ATT&CK® and ATLAS™ Details. */
  attacks?: readonly Attack[] | undefined;
  /** Authorization Information. */
  authorizations?: readonly Authorization[] | undefined;
  /** Disposition (`string_t`). */
  disposition?: StringT | undefined;
  /** Disposition ID. Recommended. */
  disposition_id?: DispositionId | undefined;
  /** Firewall Rule. */
  firewall_rule?: FirewallRule | undefined;
  /** Policy. */
  policy?: Policy | undefined;
} : unknown) & {
  /** Confidence (`string_t`). */
  confidence?: StringT | undefined;
  /** Confidence ID. Recommended. */
  confidence_id?: ConfidenceId | undefined;
  /** Confidence Score (`integer_t`). */
  confidence_score?: IntegerT | undefined;
  /** Malware. */
  malware?: readonly Malware<P>[] | undefined;
  /** Malware Scan Info. */
  malware_scan_info?: MalwareScanInfo<P> | undefined;
  /** Risk Details (`string_t`). */
  risk_details?: StringT | undefined;
  /** Risk Level (`string_t`). */
  risk_level?: StringT | undefined;
  /** Risk Level ID. */
  risk_level_id?: RiskLevelId | undefined;
  /** Risk Score (`integer_t`). */
  risk_score?: IntegerT | undefined;
  /** Enrichments. */
  enrichments?: readonly Enrichment<P>[] | undefined;
  /** Metadata. Required. */
  metadata?: Metadata<P> | undefined;
  /** Raw Data (`string_t`). */
  raw_data?: StringT | undefined;
  /** Raw Data Size (`long_t`). */
  raw_data_size?: LongT | undefined;
  /** Unmapped Data. */
  unmapped?: OpenObject | undefined;
} & {
  /** Alert (`boolean_t`). Recommended. */
  is_alert?: BooleanT | undefined;
  /** Device. Recommended. */
  device?: Device<P> | undefined;
  /** Message (`string_t`). Recommended. */
  message?: StringT | undefined;
  /** Observables. Recommended. */
  observables?: readonly Observable[] | undefined;
  /** Status Code (`string_t`). Recommended. */
  status_code?: StringT | undefined;
  /** Status Detail (`string_t`). Recommended. */
  status_detail?: StringT | undefined;
} & ("osint" extends P ? Part3<P> : unknown) & ("host" extends P ? Part15<P> : unknown) & ("cloud" extends P ? Part11 : unknown) & ("cloud" extends P ? Part4 : unknown) & {
  /** Activity ID. Required. */
  activity_id: ApplicationSecurityPostureFindingActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 2 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 2004;
} & Part5 & Part6 & {
  /** Status (`string_t`). */
  status?: StringT | undefined;
  /** Status ID. Recommended. */
  status_id?: ApplicationSecurityPostureFindingStatusId | undefined;
  /** Impact (`string_t`). */
  impact?: StringT | undefined;
  /** Impact ID. */
  impact_id?: ImpactId | undefined;
  /** Impact Score (`integer_t`). */
  impact_score?: IntegerT | undefined;
  /** Comment (`string_t`). */
  comment?: StringT | undefined;
  /** Vendor Attributes. */
  vendor_attributes?: VendorAttributes | undefined;
  /** Anomaly Analyses. */
  anomaly_analyses?: readonly AnomalyAnalysis<P>[] | undefined;
  /** Remediation Guidance. */
  remediation?: Remediation<P> | undefined;
  /** Affected Resources. Recommended. */
  resources?: readonly ResourceDetails<P>[] | undefined;
  /** Vulnerabilities. */
  vulnerabilities?: readonly Vulnerability<P>[] | undefined;
} & ("incident" extends P ? Part19<P> : unknown) & ("incident" extends P ? Part21 : unknown) & {
  /** Finding Information. Required. */
  finding_info: FindingInfo<P>;
  /** Evidence Artifacts. Recommended. */
  evidences?: readonly Evidences<P>[] | undefined;
} & ("datetime" extends P ? Part9 : unknown);

/** Incident Finding: OCSF class 2005 `incident_finding`. at least one of assignee, assignee_group. */
export type IncidentFinding<P extends Profile = never> = ("security_control" extends P ? {
  /** Action (`string_t`). */
  action?: StringT | undefined;
  /** Action ID. Recommended. */
  action_id?: ActionId | undefined;
  /** Authorization Information. */
  authorizations?: readonly Authorization[] | undefined;
  /** Disposition (`string_t`). */
  disposition?: StringT | undefined;
  /** Disposition ID. Recommended. */
  disposition_id?: DispositionId | undefined;
  /** Firewall Rule. */
  firewall_rule?: FirewallRule | undefined;
  /** Alert (`boolean_t`). Recommended. */
  is_alert?: BooleanT | undefined;
  /** Malware. */
  malware?: readonly Malware<P>[] | undefined;
  /** Malware Scan Info. */
  malware_scan_info?: MalwareScanInfo<P> | undefined;
  /** Policy. */
  policy?: Policy | undefined;
} : unknown) & {
  /** MITRE ATT&CK® and ATLAS™ Details. */
  attacks?: readonly Attack[] | undefined;
  /** Confidence (`string_t`). */
  confidence?: StringT | undefined;
  /** Confidence ID. Recommended. */
  confidence_id?: ConfidenceId | undefined;
  /** Confidence Score (`integer_t`). */
  confidence_score?: IntegerT | undefined;
  /** Enrichments. */
  enrichments?: readonly Enrichment<P>[] | undefined;
  /** Metadata. Required. */
  metadata?: Metadata<P> | undefined;
  /** Raw Data (`string_t`). */
  raw_data?: StringT | undefined;
  /** Raw Data Size (`long_t`). */
  raw_data_size?: LongT | undefined;
  /** Unmapped Data. */
  unmapped?: OpenObject | undefined;
} & ("security_control" extends P ? Part17 : unknown) & ("osint" extends P ? Part3<P> : unknown) & ("host" extends P ? Part10<P> : unknown) & ("cloud" extends P ? Part11 : unknown) & ("cloud" extends P ? Part4 : unknown) & {
  /** Activity ID. Required. */
  activity_id: ApplicationSecurityPostureFindingActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 2 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 2005;
} & Part5 & Part6 & Part29 & {
  /** Status ID. Required. */
  status_id: IncidentFindingStatusId;
  /** Description (`string_t`). Recommended. */
  desc?: StringT | undefined;
  /** Finding Information List. Required. */
  finding_info_list: readonly FindingInfo<P>[];
  /** Impact (`string_t`). Recommended. */
  impact?: StringT | undefined;
  /** Impact ID. Recommended. */
  impact_id?: ImpactId | undefined;
  /** Impact Score (`integer_t`). Recommended. */
  impact_score?: IntegerT | undefined;
  /** Source URL (`url_t`). Recommended. */
  src_url?: UrlT | undefined;
  /** Verdict (`string_t`). Recommended. */
  verdict?: StringT | undefined;
  /** Verdict ID. Recommended. */
  verdict_id?: VerdictId | undefined;
} & {
  /** Assignee. */
  assignee?: User<P> | undefined;
  /** Assignee Group. */
  assignee_group?: Group | undefined;
  /** Comment (`string_t`). */
  comment?: StringT | undefined;
  /** Suspected Breach (`boolean_t`). */
  is_suspected_breach?: BooleanT | undefined;
  /** Priority (`string_t`). */
  priority?: StringT | undefined;
  /** Priority ID. Recommended. */
  priority_id?: PriorityId | undefined;
  /** Ticket. @deprecated since 1.5.0 */
  ticket?: Ticket | undefined;
  /** Tickets. */
  tickets?: readonly Ticket[] | undefined;
} & {
  /** Vendor Attributes. */
  vendor_attributes?: VendorAttributes | undefined;
} & ("datetime" extends P ? Part9 : unknown);

/** Security Finding: OCSF class 2001 `security_finding`. @deprecated since 1.1.0 */
export type SecurityFinding<P extends Profile = never> = ("security_control" extends P ? {
  /** Action (`string_t`). */
  action?: StringT | undefined;
  /** Action ID. Recommended. */
  action_id?: ActionId | undefined;
  /** Authorization Information. */
  authorizations?: readonly Authorization[] | undefined;
  /** Disposition (`string_t`). */
  disposition?: StringT | undefined;
  /** Disposition ID. Recommended. */
  disposition_id?: DispositionId | undefined;
  /** Firewall Rule. */
  firewall_rule?: FirewallRule | undefined;
  /** Alert (`boolean_t`). Recommended. */
  is_alert?: BooleanT | undefined;
  /** Malware Scan Info. */
  malware_scan_info?: MalwareScanInfo<P> | undefined;
  /** Policy. */
  policy?: Policy | undefined;
} : unknown) & {
  /** MITRE ATT&CK® and ATLAS™ Details. */
  attacks?: readonly Attack[] | undefined;
  /** Malware. */
  malware?: readonly Malware<P>[] | undefined;
  /** Enrichments. */
  enrichments?: readonly Enrichment<P>[] | undefined;
  /** Metadata. Required. */
  metadata?: Metadata<P> | undefined;
  /** Raw Data (`string_t`). */
  raw_data?: StringT | undefined;
  /** Raw Data Size (`long_t`). */
  raw_data_size?: LongT | undefined;
  /** Unmapped Data. */
  unmapped?: OpenObject | undefined;
} & {
  /** Confidence (`string_t`). Recommended. */
  confidence?: StringT | undefined;
  /** Confidence Score (`integer_t`). Recommended. */
  confidence_score?: IntegerT | undefined;
  /** Risk Level (`string_t`). Recommended. */
  risk_level?: StringT | undefined;
  /** Risk Level ID. Recommended. */
  risk_level_id?: RiskLevelId | undefined;
  /** Risk Score (`integer_t`). Recommended. */
  risk_score?: IntegerT | undefined;
  /** Analytic. Recommended. */
  analytic?: Analytic | undefined;
  /** Finding. Required. */
  finding: Finding<P>;
  /** Impact (`string_t`). Recommended. */
  impact?: StringT | undefined;
  /** Impact ID. Recommended. */
  impact_id?: ImpactId | undefined;
  /** Impact Score (`integer_t`). Recommended. */
  impact_score?: IntegerT | undefined;
  /** Resources Array. Recommended. */
  resources?: readonly ResourceDetails<P>[] | undefined;
} & {
  /** Confidence ID. Recommended. */
  confidence_id?: ConfidenceId | undefined;
  /** Message (`string_t`). Recommended. */
  message?: StringT | undefined;
  /** Observables. Recommended. */
  observables?: readonly Observable[] | undefined;
  /** Status (`string_t`). Recommended. */
  status?: StringT | undefined;
  /** Status Code (`string_t`). Recommended. */
  status_code?: StringT | undefined;
  /** Status Detail (`string_t`). Recommended. */
  status_detail?: StringT | undefined;
  /** Status ID. Recommended. */
  status_id?: ApiActivityStatusId | undefined;
} & ("security_control" extends P ? {
  /** Risk Details (`string_t`). */
  risk_details?: StringT | undefined;
} : unknown) & ("osint" extends P ? Part3<P> : unknown) & ("host" extends P ? Part10<P> : unknown) & ("cloud" extends P ? Part11 : unknown) & ("cloud" extends P ? Part4 : unknown) & {
  /** Activity ID. Required. */
  activity_id: ApplicationSecurityPostureFindingActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 2 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 2001;
} & Part5 & Part6 & {
  /** CIS CSC. @deprecated since 1.5.0 */
  cis_csc?: readonly CisCsc[] | undefined;
  /** Compliance. */
  compliance?: Compliance<P> | undefined;
  /** Data Sources (`string_t`). */
  data_sources?: readonly StringT[] | undefined;
  /** Evidence (`json_t`). @deprecated since 1.1.0 */
  evidence?: JsonT | undefined;
  /** Kill Chain. */
  kill_chain?: readonly KillChainPhase[] | undefined;
  /** NIST List (`string_t`). */
  nist?: readonly StringT[] | undefined;
  /** Process. */
  process?: Process<P> | undefined;
  /** State (`string_t`). */
  state?: StringT | undefined;
  /** State ID. Required. */
  state_id: SecurityFindingStateId;
  /** Vulnerabilities. */
  vulnerabilities?: readonly Vulnerability<P>[] | undefined;
} & ("datetime" extends P ? Part9 : unknown);

/** Vulnerability Finding: OCSF class 2002 `vulnerability_finding`. */
export type VulnerabilityFinding<P extends Profile = never> = ("security_control" extends P ? Part1<P> : unknown) & Part16<P> & ("security_control" extends P ? Part17 : unknown) & ("osint" extends P ? Part3<P> : unknown) & ("host" extends P ? Part15<P> : unknown) & Part18<P> & ("cloud" extends P ? Part11 : unknown) & ("cloud" extends P ? Part4 : unknown) & {
  /** Activity ID. Required. */
  activity_id: ApplicationSecurityPostureFindingActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 2 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 2002;
} & Part5 & Part6 & {
  /** Status (`string_t`). */
  status?: StringT | undefined;
  /** Status ID. Recommended. */
  status_id?: ApplicationSecurityPostureFindingStatusId | undefined;
  /** Comment (`string_t`). */
  comment?: StringT | undefined;
  /** Vendor Attributes. */
  vendor_attributes?: VendorAttributes | undefined;
} & ("incident" extends P ? Part19<P> : unknown) & ("incident" extends P ? Part20 : unknown) & {
  /** Finding Information. Required. */
  finding_info: FindingInfo<P>;
  /** Resource. Recommended. @deprecated since 1.3.0 */
  resource?: ResourceDetails<P> | undefined;
  /** Affected Resources. Recommended. */
  resources?: readonly ResourceDetails<P>[] | undefined;
  /** Vulnerabilities. Required. */
  vulnerabilities: readonly Vulnerability<P>[];
} & ("datetime" extends P ? Part9 : unknown);

/** Account Change: OCSF class 3001 `account_change`. */
export type AccountChange<P extends Profile = never> = ("security_control" extends P ? Part22<P> : unknown) & ("security_control" extends P ? Part2 : unknown) & {
  /** Policy. @deprecated since 1.4.0 */
  policy?: Policy | undefined;
  /** Actor. Recommended. */
  actor?: Actor<P> | undefined;
  /** HTTP Request. */
  http_request?: HttpRequest | undefined;
  /** HTTP Response. */
  http_response?: HttpResponse | undefined;
  /** Policies. */
  policies?: readonly Policy[] | undefined;
} & ("osint" extends P ? Part3<P> : unknown) & ("host" extends P ? Part12<P> : unknown) & ("cloud" extends P ? Part11 : unknown) & ("cloud" extends P ? Part4 : unknown) & {
  /** Activity ID. Required. */
  activity_id: AccountChangeActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 3 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 3001;
} & Part5 & Part6 & Part7<P> & Part8 & {
  /** Source Endpoint. Recommended. */
  src_endpoint?: NetworkEndpoint<P> | undefined;
  /** User. Required. */
  user: User<P>;
  /** User Result. Recommended. */
  user_result?: User<P> | undefined;
} & ("datetime" extends P ? Part9 : unknown);

/** Authentication: OCSF class 3002 `authentication`. at least one of service, dst_endpoint. */
export type Authentication<P extends Profile = never> = ("security_control" extends P ? Part1<P> : unknown) & ("security_control" extends P ? Part2 : unknown) & ("osint" extends P ? Part3<P> : unknown) & {
  /** Actor. Recommended. */
  actor?: Actor<P> | undefined;
  /** HTTP Request. */
  http_request?: HttpRequest | undefined;
  /** HTTP Response. */
  http_response?: HttpResponse | undefined;
  /** Authentication Factors. */
  auth_factors?: readonly AuthFactor<P>[] | undefined;
  /** Authentication Token. */
  authentication_token?: AuthenticationToken<P> | undefined;
  /** Cleartext Credentials (`boolean_t`). */
  is_cleartext?: BooleanT | undefined;
  /** New Logon (`boolean_t`). */
  is_new_logon?: BooleanT | undefined;
  /** Logon Process. */
  logon_process?: Process<P> | undefined;
} & ("host" extends P ? Part12<P> : unknown) & ("cloud" extends P ? Part11 : unknown) & ("cloud" extends P ? Part4 : unknown) & {
  /** Activity ID. Required. */
  activity_id: AuthenticationActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 3 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 3002;
} & Part5 & Part6 & Part7<P> & Part8 & {
  /** Source Endpoint. Recommended. */
  src_endpoint?: NetworkEndpoint<P> | undefined;
  /** Auth Protocol (`string_t`). Recommended. */
  auth_protocol?: StringT | undefined;
  /** Auth Protocol ID. Recommended. */
  auth_protocol_id?: AuthenticationAuthProtocolId | undefined;
  /** Certificate. Recommended. */
  certificate?: Certificate<P> | undefined;
  /** Destination Endpoint. Recommended. */
  dst_endpoint?: NetworkEndpoint<P> | undefined;
  /** Multi Factor Authentication (`boolean_t`). Recommended. */
  is_mfa?: BooleanT | undefined;
  /** Remote (`boolean_t`). Recommended. */
  is_remote?: BooleanT | undefined;
  /** Logon Type (`string_t`). Recommended. */
  logon_type?: StringT | undefined;
  /** Logon Type ID. Recommended. */
  logon_type_id?: LogonTypeId | undefined;
  /** Service. Recommended. */
  service?: Service | undefined;
  /** Session. Recommended. */
  session?: Session<P> | undefined;
  /** User. Required. */
  user: User<P>;
} & ("datetime" extends P ? Part9 : unknown);

/** Authorize Session: OCSF class 3003 `authorize_session`. just one of privileges, group. */
export type AuthorizeSession<P extends Profile = never> = ("security_control" extends P ? Part1<P> : unknown) & ("security_control" extends P ? Part2 : unknown) & ("osint" extends P ? Part3<P> : unknown) & {
  /** Actor. Recommended. */
  actor?: Actor<P> | undefined;
  /** HTTP Request. */
  http_request?: HttpRequest | undefined;
  /** HTTP Response. */
  http_response?: HttpResponse | undefined;
  /** Destination Endpoint. */
  dst_endpoint?: NetworkEndpoint<P> | undefined;
} & ("host" extends P ? Part12<P> : unknown) & ("cloud" extends P ? Part11 : unknown) & ("cloud" extends P ? Part4 : unknown) & {
  /** Activity ID. Required. */
  activity_id: AuthorizeSessionActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 3 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 3003;
} & Part5 & Part6 & Part7<P> & Part8 & {
  /** Source Endpoint. Recommended. */
  src_endpoint?: NetworkEndpoint<P> | undefined;
  /** Group. Recommended. */
  group?: Group | undefined;
  /** Privileges (`string_t`). Recommended. */
  privileges?: readonly StringT[] | undefined;
  /** Session. Recommended. */
  session?: Session<P> | undefined;
  /** User. Required. */
  user: User<P>;
} & ("datetime" extends P ? Part9 : unknown);

/** Entity Management: OCSF class 3004 `entity_management`. */
export type EntityManagement<P extends Profile = never> = ("security_control" extends P ? Part1<P> : unknown) & ("security_control" extends P ? Part2 : unknown) & ("osint" extends P ? Part3<P> : unknown) & {
  /** Actor. Recommended. */
  actor?: Actor<P> | undefined;
  /** HTTP Request. */
  http_request?: HttpRequest | undefined;
  /** HTTP Response. */
  http_response?: HttpResponse | undefined;
  /** Access List (`string_t`). */
  access_list?: readonly StringT[] | undefined;
  /** Access Mask (`integer_t`). */
  access_mask?: IntegerT | undefined;
} & ("host" extends P ? Part12<P> : unknown) & ("cloud" extends P ? Part11 : unknown) & ("cloud" extends P ? Part4 : unknown) & {
  /** Activity ID. Required. */
  activity_id: EntityManagementActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 3 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 3004;
} & Part5 & Part6 & Part7<P> & Part8 & {
  /** Source Endpoint. Recommended. */
  src_endpoint?: NetworkEndpoint<P> | undefined;
  /** Comment (`string_t`). Recommended. */
  comment?: StringT | undefined;
  /** Entity. Required. */
  entity: ManagedEntity<P>;
  /** Entity Result. Recommended. */
  entity_result?: ManagedEntity<P> | undefined;
} & ("datetime" extends P ? Part9 : unknown);

/** Group Management: OCSF class 3006 `group_management`. */
export type GroupManagement<P extends Profile = never> = ("security_control" extends P ? Part1<P> : unknown) & ("security_control" extends P ? Part2 : unknown) & ("osint" extends P ? Part3<P> : unknown) & Part23<P> & ("host" extends P ? Part12<P> : unknown) & ("cloud" extends P ? Part11 : unknown) & ("cloud" extends P ? Part4 : unknown) & {
  /** Activity ID. Required. */
  activity_id: GroupManagementActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 3 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 3006;
} & Part5 & Part6 & Part7<P> & Part8 & {
  /** Source Endpoint. Recommended. */
  src_endpoint?: NetworkEndpoint<P> | undefined;
  /** Group. Required. */
  group: Group;
  /** Privileges (`string_t`). Recommended. */
  privileges?: readonly StringT[] | undefined;
  /** Resource. Recommended. */
  resource?: ResourceDetails<P> | undefined;
  /** User. Recommended. */
  user?: User<P> | undefined;
} & ("datetime" extends P ? Part9 : unknown);

/** User Access Management: OCSF class 3005 `user_access`. */
export type UserAccess<P extends Profile = never> = ("security_control" extends P ? Part1<P> : unknown) & ("security_control" extends P ? Part2 : unknown) & ("osint" extends P ? Part3<P> : unknown) & Part23<P> & ("host" extends P ? Part12<P> : unknown) & ("cloud" extends P ? Part11 : unknown) & ("cloud" extends P ? Part4 : unknown) & {
  /** Activity ID. Required. */
  activity_id: UserAccessActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 3 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 3005;
} & Part5 & Part6 & Part7<P> & Part8 & {
  /** Source Endpoint. Recommended. */
  src_endpoint?: NetworkEndpoint<P> | undefined;
  /** Privileges (`string_t`). Required. */
  privileges: readonly StringT[];
  /** Resource. Recommended. @deprecated since 1.5.0 */
  resource?: ResourceDetails<P> | undefined;
  /** Resources Array. Recommended. */
  resources?: readonly ResourceDetails<P>[] | undefined;
  /** User. Required. */
  user: User<P>;
} & ("datetime" extends P ? Part9 : unknown);

/** DHCP Activity: OCSF class 4004 `dhcp_activity`. at least one of dst_endpoint, src_endpoint. */
export type DhcpActivity<P extends Profile = never> = ("security_control" extends P ? Part1<P> : unknown) & ("security_control" extends P ? Part2 : unknown) & ("osint" extends P ? Part3<P> : unknown) & ("host" extends P ? Part10<P> : unknown) & ("cloud" extends P ? Part11 : unknown) & ("cloud" extends P ? Part4 : unknown) & {
  /** Activity ID. Required. */
  activity_id: DhcpActivityActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 4 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 4004;
} & Part5 & Part6 & Part7<P> & Part8 & ("load_balancer" extends P ? Part24<P> : unknown) & ("network_proxy" extends P ? Part13<P> : unknown) & Part27<P> & {
  /** Connection Info. Recommended. */
  connection_info?: NetworkConnectionInfo<P> | undefined;
  /** Destination Endpoint. Recommended. */
  dst_endpoint?: NetworkEndpoint<P> | undefined;
  /** Proxy. Recommended. @deprecated since 1.1.0 */
  proxy?: NetworkProxy<P> | undefined;
  /** Source Endpoint. Recommended. */
  src_endpoint?: NetworkEndpoint<P> | undefined;
  /** Traffic. Recommended. */
  traffic?: NetworkTraffic | undefined;
  /** Renewal (`boolean_t`). Recommended. */
  is_renewal?: BooleanT | undefined;
  /** Lease Duration (`integer_t`). Recommended. */
  lease_dur?: IntegerT | undefined;
  /** Relay. Recommended. */
  relay?: NetworkInterface | undefined;
  /** Transaction UID (`string_t`). Recommended. */
  transaction_uid?: StringT | undefined;
} & ("datetime" extends P ? Part9 : unknown);

/** DNS Activity: OCSF class 4003 `dns_activity`. at least one of dst_endpoint, src_endpoint. */
export type DnsActivity<P extends Profile = never> = ("security_control" extends P ? Part1<P> : unknown) & ("security_control" extends P ? Part2 : unknown) & ("osint" extends P ? Part3<P> : unknown) & ("host" extends P ? Part10<P> : unknown) & ("cloud" extends P ? Part11 : unknown) & ("cloud" extends P ? Part4 : unknown) & {
  /** Activity ID. Required. */
  activity_id: DnsActivityActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 4 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 4003;
} & Part5 & Part6 & Part7<P> & Part8 & ("load_balancer" extends P ? Part24<P> : unknown) & ("network_proxy" extends P ? Part13<P> : unknown) & {
  /** Application Name (`string_t`). */
  app_name?: StringT | undefined;
  /** Connection Info. */
  connection_info?: NetworkConnectionInfo<P> | undefined;
  /** JA4+ Fingerprints. */
  ja4_fingerprint_list?: readonly Ja4Fingerprint[] | undefined;
  /** TLS. */
  tls?: Tls<P> | undefined;
  /** Traffic. */
  traffic?: NetworkTraffic | undefined;
} & {
  /** Destination Endpoint. Recommended. */
  dst_endpoint?: NetworkEndpoint<P> | undefined;
  /** Proxy. Recommended. @deprecated since 1.1.0 */
  proxy?: NetworkProxy<P> | undefined;
  /** Source Endpoint. Recommended. */
  src_endpoint?: NetworkEndpoint<P> | undefined;
  /** DNS Answer. Recommended. */
  answers?: readonly DnsAnswer[] | undefined;
  /** DNS Query. Recommended. */
  query?: DnsQuery | undefined;
  /** Response Code (`string_t`). Recommended. */
  rcode?: StringT | undefined;
  /** Response Code ID. Recommended. */
  rcode_id?: RcodeId | undefined;
} & {
  /** Query Time (`timestamp_t`). Recommended. */
  query_time?: TimestampT | undefined;
  /** Response Time (`timestamp_t`). Recommended. */
  response_time?: TimestampT | undefined;
} & ("datetime" extends P ? Part9 : unknown) & ("datetime" extends P ? {
  /** Query Time (`datetime_t`). */
  query_time_dt?: DatetimeT | undefined;
  /** Response Time (`datetime_t`). */
  response_time_dt?: DatetimeT | undefined;
} : unknown);

/** Email Activity: OCSF class 4009 `email_activity`. */
export type EmailActivity<P extends Profile = never> = ("security_control" extends P ? Part1<P> : unknown) & ("security_control" extends P ? Part2 : unknown) & ("osint" extends P ? Part3<P> : unknown) & ("host" extends P ? Part10<P> : unknown) & ("cloud" extends P ? Part11 : unknown) & ("cloud" extends P ? Part4 : unknown) & {
  /** Activity ID. Required. */
  activity_id: EmailActivityActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 4 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 4009;
} & Part5 & Part6 & Part7<P> & Part8 & {
  /** Attempt (`integer_t`). */
  attempt?: IntegerT | undefined;
  /** Protocol Banner (`string_t`). */
  banner?: StringT | undefined;
  /** Direction (`string_t`). */
  direction?: StringT | undefined;
  /** Direction ID. Required. */
  direction_id: EmailActivityDirectionId;
} & {
  /** Command (`string_t`). Recommended. */
  command?: StringT | undefined;
  /** Destination Endpoint. Recommended. */
  dst_endpoint?: NetworkEndpoint<P> | undefined;
  /** Email. Required. */
  email: Email<P>;
  /** Email Authentication. Recommended. */
  email_auth?: EmailAuth | undefined;
  /** Message Trace UID (`string_t`). Recommended. */
  message_trace_uid?: StringT | undefined;
  /** Protocol Name (`string_t`). Recommended. */
  protocol_name?: StringT | undefined;
  /** SMTP Hello (`string_t`). Recommended. @deprecated since 1.4.0 */
  smtp_hello?: StringT | undefined;
  /** Source Endpoint. Recommended. */
  src_endpoint?: NetworkEndpoint<P> | undefined;
} & ("datetime" extends P ? Part9 : unknown);

/** Email File Activity: OCSF class 4011 `email_file_activity`. @deprecated since 1.3.0 */
export type EmailFileActivity<P extends Profile = never> = ("security_control" extends P ? Part1<P> : unknown) & ("security_control" extends P ? Part2 : unknown) & ("osint" extends P ? Part3<P> : unknown) & ("host" extends P ? Part10<P> : unknown) & ("cloud" extends P ? Part11 : unknown) & ("cloud" extends P ? Part4 : unknown) & {
  /** Activity ID. Required. */
  activity_id: EmailFileActivityActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 4 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 4011;
} & Part5 & Part6 & Part7<P> & Part8 & {
  /** Email UID (`string_t`). Required. @deprecated since 1.4.0 */
  email_uid: StringT;
  /** File. Required. */
  file: File<P>;
} & ("datetime" extends P ? Part9 : unknown);

/** Email URL Activity: OCSF class 4012 `email_url_activity`. @deprecated since 1.3.0 */
export type EmailUrlActivity<P extends Profile = never> = ("security_control" extends P ? Part1<P> : unknown) & ("security_control" extends P ? Part2 : unknown) & ("osint" extends P ? Part3<P> : unknown) & ("host" extends P ? Part10<P> : unknown) & ("cloud" extends P ? Part11 : unknown) & ("cloud" extends P ? Part4 : unknown) & {
  /** Activity ID. Required. */
  activity_id: EmailFileActivityActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 4 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 4012;
} & Part5 & Part6 & Part7<P> & Part8 & {
  /** Email UID (`string_t`). Required. @deprecated since 1.4.0 */
  email_uid: StringT;
  /** URL. Required. */
  url: Url;
} & ("datetime" extends P ? Part9 : unknown);

/** FTP Activity: OCSF class 4008 `ftp_activity`. at least one of dst_endpoint, src_endpoint. */
export type FtpActivity<P extends Profile = never> = ("security_control" extends P ? Part1<P> : unknown) & ("security_control" extends P ? Part2 : unknown) & ("osint" extends P ? Part3<P> : unknown) & ("host" extends P ? Part10<P> : unknown) & ("cloud" extends P ? Part11 : unknown) & ("cloud" extends P ? Part4 : unknown) & {
  /** Activity ID. Required. */
  activity_id: FtpActivityActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 4 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 4008;
} & Part5 & Part6 & Part7<P> & Part8 & ("load_balancer" extends P ? Part24<P> : unknown) & ("network_proxy" extends P ? Part13<P> : unknown) & Part25<P> & {
  /** Connection Info. Recommended. */
  connection_info?: NetworkConnectionInfo<P> | undefined;
  /** Destination Endpoint. Recommended. */
  dst_endpoint?: NetworkEndpoint<P> | undefined;
  /** Proxy. Recommended. @deprecated since 1.1.0 */
  proxy?: NetworkProxy<P> | undefined;
  /** Source Endpoint. Recommended. */
  src_endpoint?: NetworkEndpoint<P> | undefined;
  /** Traffic. Recommended. */
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
} & ("datetime" extends P ? Part9 : unknown);

/** HTTP Activity: OCSF class 4002 `http_activity`. at least one of http_request, http_response. */
export type HttpActivity<P extends Profile = never> = ("security_control" extends P ? Part1<P> : unknown) & ("security_control" extends P ? Part2 : unknown) & ("osint" extends P ? Part3<P> : unknown) & ("host" extends P ? Part10<P> : unknown) & ("cloud" extends P ? Part11 : unknown) & ("cloud" extends P ? Part4 : unknown) & {
  /** Activity ID. Required. */
  activity_id: HttpActivityActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 4 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 4002;
} & Part5 & Part6 & Part7<P> & Part8 & ("load_balancer" extends P ? Part24<P> : unknown) & ("network_proxy" extends P ? Part13<P> : unknown) & Part25<P> & {
  /** Connection Info. Recommended. */
  connection_info?: NetworkConnectionInfo<P> | undefined;
  /** Destination Endpoint. Recommended. */
  dst_endpoint?: NetworkEndpoint<P> | undefined;
  /** Proxy. Recommended. @deprecated since 1.1.0 */
  proxy?: NetworkProxy<P> | undefined;
  /** Source Endpoint. Recommended. */
  src_endpoint?: NetworkEndpoint<P> | undefined;
  /** Traffic. Recommended. */
  traffic?: NetworkTraffic | undefined;
  /** HTTP Cookies. Recommended. */
  http_cookies?: readonly HttpCookie<P>[] | undefined;
  /** HTTP Request. Recommended. */
  http_request?: HttpRequest | undefined;
  /** HTTP Response. Recommended. */
  http_response?: HttpResponse | undefined;
  /** HTTP Status (`integer_t`). Recommended. @deprecated since 1.1.0 */
  http_status?: IntegerT | undefined;
} & ("trace" extends P ? Part26<P> : unknown) & ("datetime" extends P ? Part9 : unknown);

/** Network Activity: OCSF class 4001 `network_activity`. at least one of dst_endpoint, src_endpoint. */
export type NetworkActivity<P extends Profile = never> = ("security_control" extends P ? Part1<P> : unknown) & ("security_control" extends P ? Part2 : unknown) & ("osint" extends P ? Part3<P> : unknown) & ("host" extends P ? Part10<P> : unknown) & ("cloud" extends P ? Part11 : unknown) & ("cloud" extends P ? Part4 : unknown) & {
  /** Activity ID. Required. */
  activity_id: NetworkActivityActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 4 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 4001;
} & Part5 & Part6 & Part7<P> & Part8 & ("load_balancer" extends P ? Part24<P> : unknown) & ("network_proxy" extends P ? Part13<P> : unknown) & Part27<P> & {
  /** Connection Info. Recommended. */
  connection_info?: NetworkConnectionInfo<P> | undefined;
  /** Destination Endpoint. Recommended. */
  dst_endpoint?: NetworkEndpoint<P> | undefined;
  /** Proxy. Recommended. @deprecated since 1.1.0 */
  proxy?: NetworkProxy<P> | undefined;
  /** Source Endpoint. Recommended. */
  src_endpoint?: NetworkEndpoint<P> | undefined;
  /** Traffic. Recommended. */
  traffic?: NetworkTraffic | undefined;
  /** URL. Recommended. */
  url?: Url | undefined;
} & ("datetime" extends P ? Part9 : unknown);

/** Network File Activity: OCSF class 4010 `network_file_activity`. at least one of dst_endpoint, src_endpoint. @deprecated since 1.1.0 */
export type NetworkFileActivity<P extends Profile = never> = ("security_control" extends P ? Part1<P> : unknown) & ("security_control" extends P ? Part2 : unknown) & ("osint" extends P ? Part3<P> : unknown) & {
  /** Actor. Required. */
  actor: Actor<P>;
  /** Destination Endpoint. Recommended. */
  dst_endpoint?: NetworkEndpoint<P> | undefined;
  /** Proxy. Recommended. @deprecated since 1.1.0 */
  proxy?: NetworkProxy<P> | undefined;
  /** Source Endpoint. Required. */
  src_endpoint: NetworkEndpoint<P>;
  /** Traffic. Recommended. */
  traffic?: NetworkTraffic | undefined;
  /** File. Required. */
  file: File<P>;
} & ("host" extends P ? Part12<P> : unknown) & ("cloud" extends P ? Part11 : unknown) & ("cloud" extends P ? Part4 : unknown) & {
  /** Activity ID. Required. */
  activity_id: NetworkFileActivityActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 4 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 4010;
} & Part5 & Part6 & Part7<P> & Part8 & ("load_balancer" extends P ? Part24<P> : unknown) & ("network_proxy" extends P ? Part13<P> : unknown) & {
  /** Application Name (`string_t`). */
  app_name?: StringT | undefined;
  /** Connection Info. */
  connection_info?: NetworkConnectionInfo<P> | undefined;
  /** JA4+ Fingerprints. */
  ja4_fingerprint_list?: readonly Ja4Fingerprint[] | undefined;
  /** TLS. */
  tls?: Tls<P> | undefined;
  /** Expiration Time (`timestamp_t`). */
  expiration_time?: TimestampT | undefined;
} & ("datetime" extends P ? Part9 : unknown) & ("datetime" extends P ? Part28 : unknown);

/** NTP Activity: OCSF class 4013 `ntp_activity`. at least one of dst_endpoint, src_endpoint. */
export type NtpActivity<P extends Profile = never> = ("security_control" extends P ? Part1<P> : unknown) & ("security_control" extends P ? Part2 : unknown) & ("osint" extends P ? Part3<P> : unknown) & ("host" extends P ? Part10<P> : unknown) & ("cloud" extends P ? Part11 : unknown) & ("cloud" extends P ? Part4 : unknown) & {
  /** Activity ID. Required. */
  activity_id: NtpActivityActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 4 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 4013;
} & Part5 & Part6 & Part7<P> & Part8 & ("load_balancer" extends P ? Part24<P> : unknown) & ("network_proxy" extends P ? Part13<P> : unknown) & {
  /** Application Name (`string_t`). */
  app_name?: StringT | undefined;
  /** JA4+ Fingerprints. */
  ja4_fingerprint_list?: readonly Ja4Fingerprint[] | undefined;
  /** TLS. */
  tls?: Tls<P> | undefined;
  /** Version (`string_t`). Required. */
  version: StringT;
} & {
  /** Connection Info. Recommended. */
  connection_info?: NetworkConnectionInfo<P> | undefined;
  /** Destination Endpoint. Recommended. */
  dst_endpoint?: NetworkEndpoint<P> | undefined;
  /** Proxy. Recommended. @deprecated since 1.1.0 */
  proxy?: NetworkProxy<P> | undefined;
  /** Source Endpoint. Recommended. */
  src_endpoint?: NetworkEndpoint<P> | undefined;
  /** Traffic. Recommended. */
  traffic?: NetworkTraffic | undefined;
  /** Root Delay (`integer_t`). Recommended. */
  delay?: IntegerT | undefined;
  /** Root Dispersion (`integer_t`). Recommended. */
  dispersion?: IntegerT | undefined;
  /** Precision (`integer_t`). Recommended. */
  precision?: IntegerT | undefined;
  /** Stratum (`string_t`). Recommended. */
  stratum?: StringT | undefined;
  /** Stratum ID. Recommended. */
  stratum_id?: StratumId | undefined;
} & ("datetime" extends P ? Part9 : unknown);

/** RDP Activity: OCSF class 4005 `rdp_activity`. at least one of dst_endpoint, src_endpoint. */
export type RdpActivity<P extends Profile = never> = ("security_control" extends P ? Part1<P> : unknown) & ("security_control" extends P ? Part2 : unknown) & ("osint" extends P ? Part3<P> : unknown) & ("host" extends P ? Part15<P> : unknown) & {
  /** Device. */
  device?: Device<P> | undefined;
  /** Connection Info. Recommended. */
  connection_info?: NetworkConnectionInfo<P> | undefined;
  /** Destination Endpoint. Recommended. */
  dst_endpoint?: NetworkEndpoint<P> | undefined;
  /** Proxy. Recommended. @deprecated since 1.1.0 */
  proxy?: NetworkProxy<P> | undefined;
  /** Source Endpoint. Recommended. */
  src_endpoint?: NetworkEndpoint<P> | undefined;
  /** Traffic. Recommended. */
  traffic?: NetworkTraffic | undefined;
  /** Certificate Chain (`string_t`). Recommended. */
  certificate_chain?: readonly StringT[] | undefined;
  /** API Request Details. Recommended. */
  request?: Request | undefined;
  /** API Response Details. Recommended. */
  response?: Response | undefined;
} & ("cloud" extends P ? Part11 : unknown) & ("cloud" extends P ? Part4 : unknown) & {
  /** Activity ID. Required. */
  activity_id: RdpActivityActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 4 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 4005;
} & Part5 & Part6 & Part7<P> & Part8 & ("load_balancer" extends P ? Part24<P> : unknown) & ("network_proxy" extends P ? Part13<P> : unknown) & {
  /** Application Name (`string_t`). */
  app_name?: StringT | undefined;
  /** JA4+ Fingerprints. */
  ja4_fingerprint_list?: readonly Ja4Fingerprint[] | undefined;
  /** TLS. */
  tls?: Tls<P> | undefined;
  /** Capabilities (`string_t`). */
  capabilities?: readonly StringT[] | undefined;
  /** File. */
  file?: File<P> | undefined;
  /** Identifier Cookie (`string_t`). */
  identifier_cookie?: StringT | undefined;
  /** Keyboard Information. */
  keyboard_info?: KeyboardInfo | undefined;
  /** RDP Version (`string_t`). Recommended. */
  protocol_ver?: StringT | undefined;
  /** Remote Display. */
  remote_display?: Display | undefined;
} & ("datetime" extends P ? Part9 : unknown);

/** SMB Activity: OCSF class 4006 `smb_activity`. at least one of dst_endpoint, src_endpoint. */
export type SmbActivity<P extends Profile = never> = ("security_control" extends P ? Part1<P> : unknown) & ("security_control" extends P ? Part2 : unknown) & ("osint" extends P ? Part3<P> : unknown) & ("host" extends P ? Part10<P> : unknown) & ("cloud" extends P ? Part11 : unknown) & ("cloud" extends P ? Part4 : unknown) & {
  /** Activity ID. Required. */
  activity_id: SmbActivityActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 4 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 4006;
} & Part5 & Part6 & Part7<P> & Part8 & ("load_balancer" extends P ? Part24<P> : unknown) & ("network_proxy" extends P ? Part13<P> : unknown) & {
  /** Application Name (`string_t`). */
  app_name?: StringT | undefined;
  /** JA4+ Fingerprints. */
  ja4_fingerprint_list?: readonly Ja4Fingerprint[] | undefined;
  /** TLS. */
  tls?: Tls<P> | undefined;
  /** Client Dialects (`string_t`). Recommended. */
  client_dialects?: readonly StringT[] | undefined;
  /** Distributed Computing Environment/Remote Procedure Call (DCE/RPC). */
  dce_rpc?: DceRpc | undefined;
  /** Dialect (`string_t`). Recommended. */
  dialect?: StringT | undefined;
} & {
  /** Connection Info. Recommended. */
  connection_info?: NetworkConnectionInfo<P> | undefined;
  /** Destination Endpoint. Recommended. */
  dst_endpoint?: NetworkEndpoint<P> | undefined;
  /** Proxy. Recommended. @deprecated since 1.1.0 */
  proxy?: NetworkProxy<P> | undefined;
  /** Source Endpoint. Recommended. */
  src_endpoint?: NetworkEndpoint<P> | undefined;
  /** Traffic. Recommended. */
  traffic?: NetworkTraffic | undefined;
  /** Command (`string_t`). Recommended. */
  command?: StringT | undefined;
  /** File. Recommended. */
  file?: File<P> | undefined;
  /** Open Type (`string_t`). Recommended. */
  open_type?: StringT | undefined;
  /** API Response Details. Recommended. */
  response?: Response | undefined;
  /** Share (`string_t`). Recommended. */
  share?: StringT | undefined;
  /** Share Type (`string_t`). Recommended. */
  share_type?: StringT | undefined;
  /** Share Type ID. Recommended. */
  share_type_id?: ShareTypeId | undefined;
  /** Tree UID (`string_t`). Recommended. */
  tree_uid?: StringT | undefined;
} & ("datetime" extends P ? Part9 : unknown);

/** SSH Activity: OCSF class 4007 `ssh_activity`. at least one of dst_endpoint, src_endpoint. */
export type SshActivity<P extends Profile = never> = ("security_control" extends P ? Part1<P> : unknown) & ("security_control" extends P ? Part2 : unknown) & ("osint" extends P ? Part3<P> : unknown) & ("host" extends P ? Part10<P> : unknown) & ("cloud" extends P ? Part11 : unknown) & ("cloud" extends P ? Part4 : unknown) & {
  /** Activity ID. Required. */
  activity_id: NetworkActivityActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 4 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 4007;
} & Part5 & Part6 & Part7<P> & Part8 & ("load_balancer" extends P ? Part24<P> : unknown) & ("network_proxy" extends P ? Part13<P> : unknown) & {
  /** Application Name (`string_t`). */
  app_name?: StringT | undefined;
  /** JA4+ Fingerprints. */
  ja4_fingerprint_list?: readonly Ja4Fingerprint[] | undefined;
  /** TLS. */
  tls?: Tls<P> | undefined;
  /** File. */
  file?: File<P> | undefined;
  /** SSH Version (`string_t`). Recommended. */
  protocol_ver?: StringT | undefined;
} & {
  /** Connection Info. Recommended. */
  connection_info?: NetworkConnectionInfo<P> | undefined;
  /** Destination Endpoint. Recommended. */
  dst_endpoint?: NetworkEndpoint<P> | undefined;
  /** Proxy. Recommended. @deprecated since 1.1.0 */
  proxy?: NetworkProxy<P> | undefined;
  /** Source Endpoint. Recommended. */
  src_endpoint?: NetworkEndpoint<P> | undefined;
  /** Traffic. Recommended. */
  traffic?: NetworkTraffic | undefined;
  /** Authentication Type (`string_t`). Recommended. */
  auth_type?: StringT | undefined;
  /** Authentication Type ID. Recommended. */
  auth_type_id?: AuthTypeId | undefined;
  /** Client HASSH. Recommended. */
  client_hassh?: Hassh | undefined;
  /** Server HASSH. Recommended. */
  server_hassh?: Hassh | undefined;
} & ("datetime" extends P ? Part9 : unknown);

/** Tunnel Activity: OCSF class 4014 `tunnel_activity`. at least one of connection_info, session, src_endpoint, traffic, tunnel_interface, tunnel_type_id. */
export type TunnelActivity<P extends Profile = never> = ("security_control" extends P ? Part1<P> : unknown) & ("security_control" extends P ? Part2 : unknown) & ("osint" extends P ? Part3<P> : unknown) & ("host" extends P ? Part15<P> : unknown) & Part31<P> & ("cloud" extends P ? Part11 : unknown) & ("cloud" extends P ? Part4 : unknown) & {
  /** Activity ID. Required. */
  activity_id: TunnelActivityActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 4 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 4014;
} & Part5 & Part6 & Part7<P> & ("load_balancer" extends P ? Part24<P> : unknown) & ("network_proxy" extends P ? Part13<P> : unknown) & {
  /** Application Name (`string_t`). */
  app_name?: StringT | undefined;
  /** Connection Info. */
  connection_info?: NetworkConnectionInfo<P> | undefined;
  /** JA4+ Fingerprints. */
  ja4_fingerprint_list?: readonly Ja4Fingerprint[] | undefined;
  /** TLS. */
  tls?: Tls<P> | undefined;
  /** Traffic. */
  traffic?: NetworkTraffic | undefined;
  /** Tunnel Protocol (`string_t`). */
  protocol_name?: StringT | undefined;
} & {
  /** Destination Endpoint. Recommended. */
  dst_endpoint?: NetworkEndpoint<P> | undefined;
  /** Proxy. Recommended. @deprecated since 1.1.0 */
  proxy?: NetworkProxy<P> | undefined;
  /** Source Endpoint. Recommended. */
  src_endpoint?: NetworkEndpoint<P> | undefined;
  /** Tunnel Session. Recommended. */
  session?: Session<P> | undefined;
  /** Tunnel Interface. Recommended. */
  tunnel_interface?: NetworkInterface | undefined;
  /** Type (`string_t`). Recommended. */
  tunnel_type?: StringT | undefined;
  /** Type. Recommended. */
  tunnel_type_id?: TunnelTypeId | undefined;
  /** User. Recommended. */
  user?: User<P> | undefined;
} & ("datetime" extends P ? Part9 : unknown);

/** File Remediation Activity: OCSF class 7002 `file_remediation_activity`. */
export type FileRemediationActivity<P extends Profile = never> = ("security_control" extends P ? Part1<P> : unknown) & ("security_control" extends P ? Part2 : unknown) & ("osint" extends P ? Part3<P> : unknown) & ("host" extends P ? Part10<P> : unknown) & ("cloud" extends P ? Part11 : unknown) & ("cloud" extends P ? Part4 : unknown) & {
  /** Activity ID. Required. */
  activity_id: FileRemediationActivityActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 7 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 7002;
} & Part5 & Part6 & Part7<P> & Part29 & {
  /** Status ID. Recommended. */
  status_id?: FileRemediationActivityStatusId | undefined;
  /** Command UID (`string_t`). Required. */
  command_uid: StringT;
  /** Countermeasures. Recommended. */
  countermeasures?: readonly D3fend[] | undefined;
  /** File. Required. */
  file: File<P>;
} & Part30<P> & ("datetime" extends P ? Part9 : unknown);

/** Network Remediation Activity: OCSF class 7004 `network_remediation_activity`. */
export type NetworkRemediationActivity<P extends Profile = never> = ("security_control" extends P ? Part1<P> : unknown) & ("security_control" extends P ? Part2 : unknown) & ("osint" extends P ? Part3<P> : unknown) & ("host" extends P ? Part10<P> : unknown) & ("cloud" extends P ? Part11 : unknown) & ("cloud" extends P ? Part4 : unknown) & {
  /** Activity ID. Required. */
  activity_id: FileRemediationActivityActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 7 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 7004;
} & Part5 & Part6 & Part7<P> & Part29 & {
  /** Status ID. Recommended. */
  status_id?: FileRemediationActivityStatusId | undefined;
  /** Command UID (`string_t`). Required. */
  command_uid: StringT;
  /** Countermeasures. Recommended. */
  countermeasures?: readonly D3fend[] | undefined;
  /** Connection Info. Required. */
  connection_info: NetworkConnectionInfo<P>;
} & Part30<P> & ("datetime" extends P ? Part9 : unknown);

/** Process Remediation Activity: OCSF class 7003 `process_remediation_activity`. */
export type ProcessRemediationActivity<P extends Profile = never> = ("security_control" extends P ? Part1<P> : unknown) & ("security_control" extends P ? Part2 : unknown) & ("osint" extends P ? Part3<P> : unknown) & ("host" extends P ? Part10<P> : unknown) & ("cloud" extends P ? Part11 : unknown) & ("cloud" extends P ? Part4 : unknown) & {
  /** Activity ID. Required. */
  activity_id: FileRemediationActivityActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 7 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 7003;
} & Part5 & Part6 & Part7<P> & Part29 & {
  /** Status ID. Recommended. */
  status_id?: FileRemediationActivityStatusId | undefined;
  /** Command UID (`string_t`). Required. */
  command_uid: StringT;
  /** Countermeasures. Recommended. */
  countermeasures?: readonly D3fend[] | undefined;
  /** Process. Required. */
  process: Process<P>;
} & Part30<P> & ("datetime" extends P ? Part9 : unknown);

/** Remediation Activity: OCSF class 7001 `remediation_activity`. */
export type RemediationActivity<P extends Profile = never> = ("security_control" extends P ? Part1<P> : unknown) & ("security_control" extends P ? Part2 : unknown) & ("osint" extends P ? Part3<P> : unknown) & ("host" extends P ? Part10<P> : unknown) & ("cloud" extends P ? Part11 : unknown) & ("cloud" extends P ? Part4 : unknown) & {
  /** Activity ID. Required. */
  activity_id: FileRemediationActivityActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 7 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 7001;
} & Part5 & Part6 & Part7<P> & Part29 & {
  /** Status ID. Recommended. */
  status_id?: FileRemediationActivityStatusId | undefined;
  /** Command UID (`string_t`). Required. */
  command_uid: StringT;
  /** Countermeasures. Recommended. */
  countermeasures?: readonly D3fend[] | undefined;
} & Part30<P> & ("datetime" extends P ? Part9 : unknown);

/** Event Log Activity: OCSF class 1008 `event_log_actvity`. at least one of log_file, log_name, log_provider, log_type, log_type_id. */
export type EventLogActvity<P extends Profile = never> = ("security_control" extends P ? Part1<P> : unknown) & ("security_control" extends P ? Part2 : unknown) & ("osint" extends P ? Part3<P> : unknown) & {
  /** Actor. Recommended. */
  actor?: Actor<P> | undefined;
  /** Destination Endpoint. Recommended. */
  dst_endpoint?: NetworkEndpoint<P> | undefined;
  /** File. Recommended. */
  file?: File<P> | undefined;
  /** Log Name (`string_t`). Recommended. */
  log_name?: StringT | undefined;
  /** Log Provider (`string_t`). Recommended. */
  log_provider?: StringT | undefined;
  /** Log Type (`string_t`). Recommended. */
  log_type?: StringT | undefined;
  /** Log Type ID. Recommended. */
  log_type_id?: LogTypeId | undefined;
  /** Source Endpoint. Recommended. */
  src_endpoint?: NetworkEndpoint<P> | undefined;
} & Part31<P> & ("cloud" extends P ? Part11 : unknown) & ("cloud" extends P ? Part4 : unknown) & {
  /** Activity ID. Required. */
  activity_id: EventLogActvityActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 1 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 1008;
} & Part5 & Part6 & Part7<P> & ("datetime" extends P ? Part9 : unknown);

/** File System Activity: OCSF class 1001 `file_activity`. */
export type FileActivity<P extends Profile = never> = ("security_control" extends P ? Part1<P> : unknown) & ("security_control" extends P ? Part2 : unknown) & ("osint" extends P ? Part3<P> : unknown) & {
  /** Actor. Required. */
  actor: Actor<P>;
  /** Device. Required. */
  device: Device<P>;
  /** Component (`string_t`). Recommended. */
  component?: StringT | undefined;
  /** Create Mask (`string_t`). Recommended. */
  create_mask?: StringT | undefined;
  /** File. Required. */
  file: File<P>;
  /** File Diff (`string_t`). Recommended. */
  file_diff?: StringT | undefined;
  /** File Result. Recommended. */
  file_result?: File<P> | undefined;
} & ("cloud" extends P ? Part11 : unknown) & ("cloud" extends P ? Part4 : unknown) & {
  /** Activity ID. Required. */
  activity_id: FileActivityActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 1 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 1001;
} & Part5 & Part6 & Part7<P> & Part8 & {
  /** Access Mask (`integer_t`). */
  access_mask?: IntegerT | undefined;
  /** Connection Identifier (`string_t`). */
  connection_uid?: StringT | undefined;
} & ("datetime" extends P ? Part9 : unknown);

/** Kernel Activity: OCSF class 1003 `kernel_activity`. */
export type KernelActivity<P extends Profile = never> = ("security_control" extends P ? Part1<P> : unknown) & ("security_control" extends P ? Part2 : unknown) & ("osint" extends P ? Part3<P> : unknown) & {
  /** Actor. Required. */
  actor: Actor<P>;
  /** Device. Required. */
  device: Device<P>;
  /** Kernel. Required. */
  kernel: Kernel;
} & ("cloud" extends P ? Part11 : unknown) & ("cloud" extends P ? Part4 : unknown) & {
  /** Activity ID. Required. */
  activity_id: KernelActivityActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 1 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 1003;
} & Part5 & Part6 & Part7<P> & Part8 & ("datetime" extends P ? Part9 : unknown);

/** Kernel Extension Activity: OCSF class 1002 `kernel_extension_activity`. */
export type KernelExtensionActivity<P extends Profile = never> = ("security_control" extends P ? Part1<P> : unknown) & ("security_control" extends P ? Part2 : unknown) & ("osint" extends P ? Part3<P> : unknown) & {
  /** Actor. Required. */
  actor: Actor<P>;
  /** Device. Required. */
  device: Device<P>;
  /** Kernel Driver. Required. */
  driver: KernelDriver<P>;
} & ("cloud" extends P ? Part11 : unknown) & ("cloud" extends P ? Part4 : unknown) & {
  /** Activity ID. Required. */
  activity_id: KernelExtensionActivityActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 1 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 1002;
} & Part5 & Part6 & Part7<P> & Part8 & ("datetime" extends P ? Part9 : unknown);

/** Memory Activity: OCSF class 1004 `memory_activity`. */
export type MemoryActivity<P extends Profile = never> = ("security_control" extends P ? Part1<P> : unknown) & ("security_control" extends P ? Part2 : unknown) & ("osint" extends P ? Part3<P> : unknown) & {
  /** Actor. Required. */
  actor: Actor<P>;
  /** Device. Required. */
  device: Device<P>;
  /** Actual Permissions (`integer_t`). Recommended. */
  actual_permissions?: IntegerT | undefined;
  /** Base Address (`string_t`). Recommended. */
  base_address?: StringT | undefined;
  /** Process. Required. */
  process: Process<P>;
  /** Requested Permissions (`integer_t`). Recommended. */
  requested_permissions?: IntegerT | undefined;
  /** Size (`long_t`). Recommended. */
  size?: LongT | undefined;
} & ("cloud" extends P ? Part11 : unknown) & ("cloud" extends P ? Part4 : unknown) & {
  /** Activity ID. Required. */
  activity_id: MemoryActivityActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 1 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 1004;
} & Part5 & Part6 & Part7<P> & Part8 & ("datetime" extends P ? Part9 : unknown);

/** Module Activity: OCSF class 1005 `module_activity`. */
export type ModuleActivity<P extends Profile = never> = ("security_control" extends P ? Part1<P> : unknown) & ("security_control" extends P ? Part2 : unknown) & ("osint" extends P ? Part3<P> : unknown) & {
  /** Actor. Required. */
  actor: Actor<P>;
  /** Device. Required. */
  device: Device<P>;
  /** Module. Required. */
  module: Module<P>;
} & ("cloud" extends P ? Part11 : unknown) & ("cloud" extends P ? Part4 : unknown) & {
  /** Activity ID. Required. */
  activity_id: KernelExtensionActivityActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 1 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 1005;
} & Part5 & Part6 & Part7<P> & Part8 & ("datetime" extends P ? Part9 : unknown);

/** Process Activity: OCSF class 1007 `process_activity`. */
export type ProcessActivity<P extends Profile = never> = ("security_control" extends P ? Part1<P> : unknown) & ("security_control" extends P ? Part2 : unknown) & ("osint" extends P ? Part3<P> : unknown) & {
  /** Actor. Required. */
  actor: Actor<P>;
  /** Device. Required. */
  device: Device<P>;
  /** Actual Permissions (`integer_t`). Recommended. */
  actual_permissions?: IntegerT | undefined;
  /** Exit Code (`integer_t`). Recommended. */
  exit_code?: IntegerT | undefined;
  /** Injection Type (`string_t`). Recommended. */
  injection_type?: StringT | undefined;
  /** Injection Type ID. Recommended. */
  injection_type_id?: InjectionTypeId | undefined;
  /** Module. Recommended. */
  module?: Module<P> | undefined;
  /** Process. Required. */
  process: Process<P>;
  /** Requested Permissions (`integer_t`). Recommended. */
  requested_permissions?: IntegerT | undefined;
} & ("cloud" extends P ? Part11 : unknown) & ("cloud" extends P ? Part4 : unknown) & {
  /** Activity ID. Required. */
  activity_id: ProcessActivityActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 1 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 1007;
} & Part5 & Part6 & Part7<P> & Part8 & ("datetime" extends P ? Part9 : unknown);

/** Scheduled Job Activity: OCSF class 1006 `scheduled_job_activity`. */
export type ScheduledJobActivity<P extends Profile = never> = ("security_control" extends P ? Part1<P> : unknown) & ("security_control" extends P ? Part2 : unknown) & ("osint" extends P ? Part3<P> : unknown) & Part14<P> & {
  /** Device. Required. */
  device: Device<P>;
  /** Job. Required. */
  job: Job<P>;
} & ("cloud" extends P ? Part11 : unknown) & ("cloud" extends P ? Part4 : unknown) & {
  /** Activity ID. Required. */
  activity_id: ScheduledJobActivityActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 1 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 1006;
} & Part5 & Part6 & Part8 & ("datetime" extends P ? Part9 : unknown);

/** Script Activity: OCSF class 1009 `script_activity`. */
export type ScriptActivity<P extends Profile = never> = ("security_control" extends P ? Part1<P> : unknown) & ("security_control" extends P ? Part2 : unknown) & ("osint" extends P ? Part3<P> : unknown) & {
  /** Actor. Required. */
  actor: Actor<P>;
  /** Device. Required. */
  device: Device<P>;
  /** Script. Required. */
  script: Script<P>;
} & ("cloud" extends P ? Part11 : unknown) & ("cloud" extends P ? Part4 : unknown) & {
  /** Activity ID. Required. */
  activity_id: ScriptActivityActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 1 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 1009;
} & Part5 & Part6 & Part7<P> & Part8 & ("datetime" extends P ? Part9 : unknown);

/** Airborne Broadcast Activity: OCSF class 8002 `airborne_broadcast_activity`. at least one of aircraft, unmanned_aerial_system, unmanned_system_operating_area. */
export type AirborneBroadcastActivity<P extends Profile = never> = ("security_control" extends P ? Part1<P> : unknown) & ("security_control" extends P ? Part2 : unknown) & ("osint" extends P ? Part3<P> : unknown) & ("host" extends P ? Part10<P> : unknown) & ("cloud" extends P ? Part11 : unknown) & ("cloud" extends P ? Part4 : unknown) & {
  /** Activity ID. Required. */
  activity_id: AirborneBroadcastActivityActivityId;
  /** Aircraft. Recommended. */
  aircraft?: Aircraft | undefined;
  /** ADS-B Protocol (`string_t`). Recommended. */
  protocol_name?: StringT | undefined;
  /** Unmanned Aerial System. Required. */
  unmanned_aerial_system: UnmannedAerialSystem;
  /** UAS Operating Area. Recommended. */
  unmanned_system_operating_area?: UnmannedSystemOperatingArea<P> | undefined;
  /** Unmanned Systems Operator. Required. */
  unmanned_system_operator: User<P>;
} & Part5 & {
  /** Category ID (`integer_t`). Required. */
  category_uid?: 8 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 8002;
} & Part6 & Part7<P> & Part8 & {
  /** Connection Info. Recommended. */
  connection_info?: NetworkConnectionInfo<P> | undefined;
  /** Destination Endpoint. */
  dst_endpoint?: NetworkEndpoint<P> | undefined;
  /** Proxy Endpoint. Recommended. */
  proxy_endpoint?: NetworkProxy<P> | undefined;
  /** Source Endpoint. */
  src_endpoint?: NetworkEndpoint<P> | undefined;
  /** TLS. */
  tls?: Tls<P> | undefined;
  /** Traffic. */
  traffic?: NetworkTraffic | undefined;
  /** RSSI (`integer_t`). */
  rssi?: IntegerT | undefined;
} & ("datetime" extends P ? Part9 : unknown);

/** Drone Flights Activity: OCSF class 8001 `drone_flights_activity`. at least one of src_endpoint, unmanned_aerial_system, unmanned_system_operator, unmanned_system_operating_area. */
export type DroneFlightsActivity<P extends Profile = never> = ("security_control" extends P ? Part1<P> : unknown) & ("security_control" extends P ? Part2 : unknown) & ("osint" extends P ? Part3<P> : unknown) & ("host" extends P ? Part10<P> : unknown) & ("cloud" extends P ? Part11 : unknown) & ("cloud" extends P ? Part4 : unknown) & {
  /** Activity ID. Required. */
  activity_id: AirborneBroadcastActivityActivityId;
  /** Operational Status ID. Recommended. */
  status_id?: DroneFlightsActivityStatusId | undefined;
  /** Unmanned Aerial System. Required. */
  unmanned_aerial_system: UnmannedAerialSystem;
  /** UAS Operating Area. Recommended. */
  unmanned_system_operating_area?: UnmannedSystemOperatingArea<P> | undefined;
  /** Unmanned Systems Operator. Required. */
  unmanned_system_operator: User<P>;
} & Part5 & {
  /** Category ID (`integer_t`). Required. */
  category_uid?: 8 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 8001;
} & Part6 & Part7<P> & {
  /** Message (`string_t`). Recommended. */
  message?: StringT | undefined;
  /** Observables. Recommended. */
  observables?: readonly Observable[] | undefined;
  /** Status Code (`string_t`). Recommended. */
  status_code?: StringT | undefined;
  /** Status Detail (`string_t`). Recommended. */
  status_detail?: StringT | undefined;
} & {
  /** Operational Status (`string_t`). */
  status?: StringT | undefined;
  /** Connection Info. Recommended. */
  connection_info?: NetworkConnectionInfo<P> | undefined;
  /** Destination Endpoint. Required. */
  dst_endpoint: NetworkEndpoint<P>;
  /** Proxy Endpoint. Recommended. */
  proxy_endpoint?: NetworkProxy<P> | undefined;
  /** Source Endpoint. */
  src_endpoint?: NetworkEndpoint<P> | undefined;
  /** TLS. */
  tls?: Tls<P> | undefined;
  /** Traffic. */
  traffic?: NetworkTraffic | undefined;
  /** Authentication Type (`string_t`). */
  auth_protocol?: StringT | undefined;
  /** Authentication Type ID. */
  auth_protocol_id?: DroneFlightsActivityAuthProtocolId | undefined;
  /** Classification Type (`string_t`). */
  classification?: StringT | undefined;
  /** Operation Description (`string_t`). */
  comment?: StringT | undefined;
  /** Remote ID Protocol (`string_t`). */
  protocol_name?: StringT | undefined;
} & ("datetime" extends P ? Part9 : unknown);

/** Prefetch Query: OCSF class 205019 `prefetch_query`. @deprecated since 1.5.0 */
export type PrefetchQuery<P extends Profile = never> = ("security_control" extends P ? Part1<P> : unknown) & ("security_control" extends P ? Part2 : unknown) & ("osint" extends P ? Part3<P> : unknown) & ("host" extends P ? Part10<P> : unknown) & ("cloud" extends P ? Part11 : unknown) & ("cloud" extends P ? Part4 : unknown) & {
  /** Activity ID. Required. */
  activity_id: AdminGroupQueryActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 5 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 205019;
} & Part5 & Part6 & Part7<P> & Part8 & {
  /** Query Info. Recommended. */
  query_info?: QueryInfo<P> | undefined;
  /** Query Result (`string_t`). Recommended. */
  query_result?: StringT | undefined;
  /** Query Result ID. Required. */
  query_result_id: QueryResultId;
  /** Name (`string_t`). Required. */
  name: StringT;
  /** Run Count (`integer_t`). Recommended. */
  run_count?: IntegerT | undefined;
} & {
  /** Last Run (`timestamp_t`). Recommended. */
  last_run_time?: TimestampT | undefined;
} & ("datetime" extends P ? Part9 : unknown) & ("datetime" extends P ? {
  /** Last Run (`datetime_t`). */
  last_run_time_dt?: DatetimeT | undefined;
} : unknown);

/** Registry Key Activity: OCSF class 201001 `registry_key_activity`. */
export type RegistryKeyActivity<P extends Profile = never> = ("security_control" extends P ? Part1<P> : unknown) & ("security_control" extends P ? Part2 : unknown) & ("osint" extends P ? Part3<P> : unknown) & {
  /** Actor. Required. */
  actor: Actor<P>;
  /** Device. Required. */
  device: Device<P>;
  /** Access Mask (`integer_t`). Recommended. */
  access_mask?: IntegerT | undefined;
  /** Create Mask (`string_t`). Recommended. */
  create_mask?: StringT | undefined;
  /** Open Mask (`integer_t`). Recommended. */
  open_mask?: IntegerT | undefined;
  /** Previous Registry Key. Recommended. */
  prev_reg_key?: RegKey<P> | undefined;
  /** Registry Key. Required. */
  reg_key: RegKey<P>;
} & ("cloud" extends P ? Part11 : unknown) & ("cloud" extends P ? Part4 : unknown) & {
  /** Activity ID. Required. */
  activity_id: RegistryKeyActivityActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 1 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 201001;
} & Part5 & Part6 & Part7<P> & Part8 & ("datetime" extends P ? Part9 : unknown);

/** Registry Key Query: OCSF class 205004 `registry_key_query`. @deprecated since 1.5.0 */
export type RegistryKeyQuery<P extends Profile = never> = ("security_control" extends P ? Part1<P> : unknown) & ("security_control" extends P ? Part2 : unknown) & ("osint" extends P ? Part3<P> : unknown) & ("host" extends P ? Part10<P> : unknown) & ("cloud" extends P ? Part11 : unknown) & ("cloud" extends P ? Part4 : unknown) & {
  /** Activity ID. Required. */
  activity_id: AdminGroupQueryActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 5 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 205004;
} & Part5 & Part6 & Part7<P> & Part8 & {
  /** Query Info. Recommended. */
  query_info?: QueryInfo<P> | undefined;
  /** Query Result (`string_t`). Recommended. */
  query_result?: StringT | undefined;
  /** Query Result ID. Required. */
  query_result_id: QueryResultId;
  /** Registry Key. Required. */
  reg_key: RegKey<P>;
} & ("datetime" extends P ? Part9 : unknown);

/** Registry Value Activity: OCSF class 201002 `registry_value_activity`. */
export type RegistryValueActivity<P extends Profile = never> = ("security_control" extends P ? Part1<P> : unknown) & ("security_control" extends P ? Part2 : unknown) & ("osint" extends P ? Part3<P> : unknown) & Part32<P> & ("cloud" extends P ? Part11 : unknown) & ("cloud" extends P ? Part4 : unknown) & {
  /** Activity ID. Required. */
  activity_id: RegistryValueActivityActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 1 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 201002;
} & Part5 & Part6 & Part7<P> & Part8 & {
  /** Previous Registry Value. */
  prev_reg_value?: RegValue<P> | undefined;
  /** Registry Value. Required. */
  reg_value: RegValue<P>;
} & ("datetime" extends P ? Part9 : unknown);

/** Registry Value Query: OCSF class 205005 `registry_value_query`. @deprecated since 1.5.0 */
export type RegistryValueQuery<P extends Profile = never> = ("security_control" extends P ? Part1<P> : unknown) & ("security_control" extends P ? Part2 : unknown) & ("osint" extends P ? Part3<P> : unknown) & ("host" extends P ? Part10<P> : unknown) & ("cloud" extends P ? Part11 : unknown) & ("cloud" extends P ? Part4 : unknown) & {
  /** Activity ID. Required. */
  activity_id: AdminGroupQueryActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 5 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 205005;
} & Part5 & Part6 & Part7<P> & Part8 & {
  /** Query Info. Recommended. */
  query_info?: QueryInfo<P> | undefined;
  /** Query Result (`string_t`). Recommended. */
  query_result?: StringT | undefined;
  /** Query Result ID. Required. */
  query_result_id: QueryResultId;
  /** Registry Value. Required. */
  reg_value: RegValue<P>;
} & ("datetime" extends P ? Part9 : unknown);

/** Windows Resource Activity: OCSF class 201003 `windows_resource_activity`. */
export type WindowsResourceActivity<P extends Profile = never> = ("security_control" extends P ? Part1<P> : unknown) & ("security_control" extends P ? Part2 : unknown) & ("osint" extends P ? Part3<P> : unknown) & {
  /** Actor. Required. */
  actor: Actor<P>;
  /** Device. Required. */
  device: Device<P>;
  /** Windows Resource. Required. */
  win_resource: WinResource<P>;
} & ("cloud" extends P ? Part11 : unknown) & ("cloud" extends P ? Part4 : unknown) & {
  /** Activity ID. Required. */
  activity_id: WindowsResourceActivityActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 1 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 201003;
} & Part5 & Part6 & Part7<P> & Part8 & ("datetime" extends P ? Part9 : unknown);

/** Windows Service Activity: OCSF class 201004 `windows_service_activity`. */
export type WindowsServiceActivity<P extends Profile = never> = ("security_control" extends P ? Part1<P> : unknown) & ("security_control" extends P ? Part2 : unknown) & ("osint" extends P ? Part3<P> : unknown) & Part32<P> & ("cloud" extends P ? Part11 : unknown) & ("cloud" extends P ? Part4 : unknown) & {
  /** Activity ID. Required. */
  activity_id: WindowsServiceActivityActivityId;
  /** Category ID (`integer_t`). Required. */
  category_uid?: 1 | undefined;
  /** Class ID (`integer_t`). Required. */
  class_uid: 201004;
} & Part5 & Part6 & Part7<P> & Part8 & {
  /** Windows Service. Required. */
  win_service: WinService;
} & ("datetime" extends P ? Part9 : unknown);

/** Account: OCSF object `account`. at least one of name, uid. */
export type Account = {
  /** Name (`string_t`). Recommended. */
  name?: StringT | undefined;
  /** Unique ID (`string_t`). Recommended. */
  uid?: StringT | undefined;
  /** Labels (`string_t`). */
  labels?: readonly StringT[] | undefined;
  /** Tags. */
  tags?: readonly KeyValueObject[] | undefined;
  /** Type (`string_t`). */
  type?: StringT | undefined;
  /** Type ID. Recommended. */
  type_id?: AccountTypeId | undefined;
};

/** Actor: OCSF object `actor`. at least one of process, user, invoked_by, session, app_name, app_uid. */
export type Actor<P extends Profile = never> = {
  /** Application Name (`string_t`). */
  app_name?: StringT | undefined;
  /** Application ID (`string_t`). */
  app_uid?: StringT | undefined;
  /** Authorization Information. */
  authorizations?: readonly Authorization[] | undefined;
  /** Identity Provider. */
  idp?: Idp<P> | undefined;
  /** Invoked by (`string_t`). @deprecated since 1.2.0 */
  invoked_by?: StringT | undefined;
  /** Process. Recommended. */
  process?: Process<P> | undefined;
  /** Session. */
  session?: Session<P> | undefined;
  /** User. Recommended. */
  user?: User<P> | undefined;
};

/** Advisory: OCSF object `advisory`. */
export type Advisory<P extends Profile = never> = {
  /** Average Timespan. */
  avg_timespan?: Timespan<P> | undefined;
  /** Patch Bulletin (`string_t`). */
  bulletin?: StringT | undefined;
  /** Classification (`string_t`). */
  classification?: StringT | undefined;
  /** Created Time (`timestamp_t`). Recommended. */
  created_time?: TimestampT | undefined;
  /** Description (`string_t`). */
  desc?: StringT | undefined;
  /** Install State (`string_t`). Recommended. */
  install_state?: StringT | undefined;
  /** Install State ID. Recommended. */
  install_state_id?: InstallStateId | undefined;
  /** The patch is superseded. (`boolean_t`). */
  is_superseded?: BooleanT | undefined;
  /** Modified Time (`timestamp_t`). */
  modified_time?: TimestampT | undefined;
  /** OS. Recommended. */
  os?: Os | undefined;
  /** Product. */
  product?: Product<P> | undefined;
  /** References (`string_t`). Recommended. */
  references?: readonly StringT[] | undefined;
  /** Related CVEs. */
  related_cves?: readonly Cve<P>[] | undefined;
  /** Related CWEs. */
  related_cwes?: readonly Cwe[] | undefined;
  /** Size (`long_t`). */
  size?: LongT | undefined;
  /** Source URL (`url_t`). */
  src_url?: UrlT | undefined;
  /** Title (`string_t`). Recommended. */
  title?: StringT | undefined;
  /** Advisory ID (`string_t`). Required. */
  uid: StringT;
} & ("datetime" extends P ? Part35 : unknown);

/** Affected Code: OCSF object `affected_code`. */
export type AffectedCode<P extends Profile = never> = {
  /** End Column (`integer_t`). Recommended. */
  end_column?: IntegerT | undefined;
  /** End Line (`integer_t`). Recommended. */
  end_line?: IntegerT | undefined;
  /** File. Required. */
  file: File<P>;
  /** Owner. */
  owner?: User<P> | undefined;
  /** Remediation Guidance. */
  remediation?: Remediation<P> | undefined;
  /** Related Rule. Recommended. */
  rule?: Rule | undefined;
  /** Start Column (`integer_t`). Recommended. */
  start_column?: IntegerT | undefined;
  /** Start Line (`integer_t`). Recommended. */
  start_line?: IntegerT | undefined;
};

/** Affected Software Package: OCSF object `affected_package`. */
export type AffectedPackage<P extends Profile = never> = {
  /** Architecture (`string_t`). Recommended. */
  architecture?: StringT | undefined;
  /** The product CPE identifier (`string_t`). */
  cpe_name?: StringT | undefined;
  /** Epoch (`integer_t`). */
  epoch?: IntegerT | undefined;
  /** Hash. */
  hash?: Fingerprint | undefined;
  /** Software License (`string_t`). */
  license?: StringT | undefined;
  /** Software License URL (`url_t`). */
  license_url?: UrlT | undefined;
  /** Name (`string_t`). Required. */
  name: StringT;
  /** Package Manager (`string_t`). */
  package_manager?: StringT | undefined;
  /** Package Manager URL (`url_t`). */
  package_manager_url?: UrlT | undefined;
  /** Package URL (`string_t`). */
  purl?: StringT | undefined;
  /** Software Release Details (`string_t`). */
  release?: StringT | undefined;
  /** Source URL (`url_t`). */
  src_url?: UrlT | undefined;
  /** Type (`string_t`). */
  type?: StringT | undefined;
  /** Type ID. Recommended. */
  type_id?: AffectedPackageTypeId | undefined;
  /** Package UID (`string_t`). */
  uid?: StringT | undefined;
  /** Vendor Name (`string_t`). */
  vendor_name?: StringT | undefined;
  /** Version (`string_t`). Required. */
  version: StringT;
  /** Fixed In Version (`string_t`). */
  fixed_in_version?: StringT | undefined;
  /** Path (`file_path_t`). */
  path?: FilePathT | undefined;
  /** Remediation Guidance. */
  remediation?: Remediation<P> | undefined;
};

/** Agent: OCSF object `agent`. at least one of uid, name. */
export type Agent = {
  /** Agent Name (`string_t`). Recommended. */
  name?: StringT | undefined;
  /** Agent Policies. */
  policies?: readonly Policy[] | undefined;
  /** Agent Type (`string_t`). */
  type?: StringT | undefined;
  /** Type ID. Recommended. */
  type_id?: AgentTypeId | undefined;
  /** Agent ID (`string_t`). Recommended. */
  uid?: StringT | undefined;
  /** Alternate Agent ID (`string_t`). */
  uid_alt?: StringT | undefined;
  /** Vendor Name (`string_t`). */
  vendor_name?: StringT | undefined;
  /** Agent Version (`string_t`). */
  version?: StringT | undefined;
};

/** Aircraft: OCSF object `aircraft`. at least one of name, serial_number, uid, uid_alt. */
export type Aircraft = {
  /** Name (`string_t`). Recommended. */
  name?: StringT | undefined;
  /** Unique ID (`string_t`). Recommended. */
  uid?: StringT | undefined;
  /** Geo Location. Recommended. */
  location?: Location | undefined;
  /** Model (`string_t`). */
  model?: StringT | undefined;
  /** Serial Number (`string_t`). */
  serial_number?: StringT | undefined;
  /** Speed (`string_t`). */
  speed?: StringT | undefined;
  /** Speed Accuracy (`string_t`). */
  speed_accuracy?: StringT | undefined;
  /** Track Direction (`string_t`). */
  track_direction?: StringT | undefined;
  /** Alternate ID (`string_t`). */
  uid_alt?: StringT | undefined;
  /** Vertical Speed (`string_t`). */
  vertical_speed?: StringT | undefined;
};

/** Analysis Target: OCSF object `analysis_target`. */
export type AnalysisTarget = {
  /** Name (`string_t`). Required. */
  name: StringT;
  /** Type (`string_t`). */
  type?: StringT | undefined;
};

/** Analytic: OCSF object `analytic`. at least one of name, uid. */
export type Analytic = {
  /** Name (`string_t`). Recommended. */
  name?: StringT | undefined;
  /** Unique ID (`string_t`). Recommended. */
  uid?: StringT | undefined;
  /** Algorithm (`string_t`). */
  algorithm?: StringT | undefined;
  /** Category (`string_t`). */
  category?: StringT | undefined;
  /** Description (`string_t`). */
  desc?: StringT | undefined;
  /** Related Analytics. @deprecated since 1.0.0 */
  related_analytics?: readonly Analytic[] | undefined;
  /** Type (`string_t`). */
  type?: StringT | undefined;
  /** Type ID. Required. */
  type_id: AnalyticTypeId;
  /** Version (`string_t`). */
  version?: StringT | undefined;
};

/** Anomaly: OCSF object `anomaly`. */
export type Anomaly<P extends Profile = never> = Part33<P>;

/** Anomaly Analysis: OCSF object `anomaly_analysis`. */
export type AnomalyAnalysis<P extends Profile = never> = {
  /** Analysis Targets. Required. */
  analysis_targets: readonly AnalysisTarget[];
  /** Anomalies. Required. */
  anomalies: readonly Anomaly<P>[];
  /** Baselines. Recommended. */
  baselines?: readonly Baseline<P>[] | undefined;
};

/** API: OCSF object `api`. */
export type Api = {
  /** Group. */
  group?: Group | undefined;
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

/** Application: OCSF object `application`. at least one of uid, name. */
export type Application<P extends Profile = never> = {
  /** Business Criticality (`string_t`). */
  criticality?: StringT | undefined;
  /** Data (`json_t`). */
  data?: JsonT | undefined;
  /** Application Description (`string_t`). */
  desc?: StringT | undefined;
  /** Group. */
  group?: Group | undefined;
  /** Hostname (`hostname_t`). */
  hostname?: HostnameT | undefined;
  /** Labels (`string_t`). */
  labels?: readonly StringT[] | undefined;
  /** Application Name (`string_t`). Recommended. */
  name?: StringT | undefined;
  /** Owner. Recommended. */
  owner?: User<P> | undefined;
  /** Application Relationship. */
  resource_relationship?: Graph | undefined;
  /** Risk Level (`string_t`). */
  risk_level?: StringT | undefined;
  /** Risk Level ID. */
  risk_level_id?: RiskLevelId | undefined;
  /** Risk Score (`integer_t`). */
  risk_score?: IntegerT | undefined;
  /** Related SBOM. */
  sbom?: Sbom<P> | undefined;
  /** Tags. */
  tags?: readonly KeyValueObject[] | undefined;
  /** Application Type (`string_t`). */
  type?: StringT | undefined;
  /** Application ID (`string_t`). Recommended. */
  uid?: StringT | undefined;
  /** Application Alternative ID (`string_t`). */
  uid_alt?: StringT | undefined;
  /** URL. */
  url?: Url | undefined;
  /** Application Version (`string_t`). */
  version?: StringT | undefined;
} & ("cloud" extends P ? {
  /** Region (`string_t`). */
  region?: StringT | undefined;
} : unknown);

/** Assessment: OCSF object `assessment`. at least one of name, uid. */
export type Assessment = {
  /** Name (`string_t`). Recommended. */
  name?: StringT | undefined;
  /** Unique ID (`string_t`). */
  uid?: StringT | undefined;
  /** Category (`string_t`). */
  category?: StringT | undefined;
  /** Description (`string_t`). Recommended. */
  desc?: StringT | undefined;
  /** Meets Criteria (`boolean_t`). Required. */
  meets_criteria: BooleanT;
  /** Assessment Policy. */
  policy?: Policy | undefined;
};

/** MITRE ATT&CK® & ATLAS™: OCSF object `attack`. at least one of tactic, technique, sub_technique. */
export type Attack = {
  /** MITRE Mitigation. */
  mitigation?: Mitigation | undefined;
  /** MITRE Sub-technique. Recommended. */
  sub_technique?: SubTechnique | undefined;
  /** MITRE Tactic. Recommended. */
  tactic?: Tactic | undefined;
  /** Tactics. @deprecated since 1.1.0 */
  tactics?: readonly Tactic[] | undefined;
  /** MITRE Technique. Recommended. */
  technique?: Technique | undefined;
  /** Version (`string_t`). Recommended. */
  version?: StringT | undefined;
};

/** Authentication Factor: OCSF object `auth_factor`. */
export type AuthFactor<P extends Profile = never> = {
  /** Device. Recommended. */
  device?: Device<P> | undefined;
  /** Email Address (`email_t`). */
  email_addr?: EmailT | undefined;
  /** Factor Type (`string_t`). Recommended. */
  factor_type?: StringT | undefined;
  /** Factor Type ID. Required. */
  factor_type_id: FactorTypeId;
  /** HMAC-based One-time Password (HOTP) (`boolean_t`). Recommended. */
  is_hotp?: BooleanT | undefined;
  /** Time-based One-time Password (TOTP) (`boolean_t`). Recommended. */
  is_totp?: BooleanT | undefined;
  /** Phone Number (`string_t`). */
  phone_number?: StringT | undefined;
  /** Provider (`string_t`). Recommended. */
  provider?: StringT | undefined;
  /** Security Questions (`string_t`). */
  security_questions?: readonly StringT[] | undefined;
};

/** Authentication Token: OCSF object `authentication_token`. */
export type AuthenticationToken<P extends Profile = never> = {
  /** Created Time (`timestamp_t`). Recommended. */
  created_time?: TimestampT | undefined;
  /** Encryption Details. Recommended. */
  encryption_details?: EncryptionDetails | undefined;
  /** Expiration Time (`timestamp_t`). */
  expiration_time?: TimestampT | undefined;
  /** Renewable (`boolean_t`). */
  is_renewable?: BooleanT | undefined;
  /** Kerberos Flags (`string_t`). Recommended. */
  kerberos_flags?: StringT | undefined;
  /** Type (`string_t`). Recommended. */
  type?: StringT | undefined;
  /** Type ID. Recommended. */
  type_id?: AuthenticationTokenTypeId | undefined;
} & ("datetime" extends P ? Part34 : unknown);

/** Authorization Result: OCSF object `authorization`. */
export type Authorization = {
  /** Authorization Decision/Outcome (`string_t`). Recommended. */
  decision?: StringT | undefined;
  /** Policy. */
  policy?: Policy | undefined;
};

/** Autonomous System: OCSF object `autonomous_system`. at least one of number, name. */
export type AutonomousSystem = {
  /** Name (`string_t`). Recommended. */
  name?: StringT | undefined;
  /** Number (`integer_t`). Recommended. */
  number?: IntegerT | undefined;
};

/** Baseline: OCSF object `baseline`. */
export type Baseline<P extends Profile = never> = Part33<P>;

/** Campaign: OCSF object `campaign`. */
export type Campaign = {
  /** Name (`string_t`). Required. */
  name: StringT;
};

/** Digital Certificate: OCSF object `certificate`. */
export type Certificate<P extends Profile = never> = {
  /** Created Time (`timestamp_t`). Recommended. */
  created_time?: TimestampT | undefined;
  /** Expiration Time (`timestamp_t`). Recommended. */
  expiration_time?: TimestampT | undefined;
  /** Fingerprints. Recommended. */
  fingerprints?: readonly Fingerprint[] | undefined;
  /** Certificate Self-Signed (`boolean_t`). Recommended. */
  is_self_signed?: BooleanT | undefined;
  /** Issuer Distinguished Name (`string_t`). Required. */
  issuer: StringT;
  /** Subject Alternative Names. */
  sans?: readonly San[] | undefined;
  /** Certificate Serial Number (`string_t`). Required. */
  serial_number: StringT;
  /** Subject Distinguished Name (`string_t`). Recommended. */
  subject?: StringT | undefined;
  /** Unique ID (`string_t`). */
  uid?: StringT | undefined;
  /** Version (`string_t`). Recommended. */
  version?: StringT | undefined;
} & ("datetime" extends P ? Part34 : unknown);

/** Check: OCSF object `check`. */
export type Check = {
  /** Description (`string_t`). */
  desc?: StringT | undefined;
  /** Name (`string_t`). Recommended. */
  name?: StringT | undefined;
  /** Unique ID (`string_t`). Recommended. */
  uid?: StringT | undefined;
  /** Version (`string_t`). */
  version?: StringT | undefined;
  /** Compliance Standards: List (`string_t`). Recommended. */
  standards?: readonly StringT[] | undefined;
  /** Status (`string_t`). Recommended. */
  status?: StringT | undefined;
  /** Status ID. Recommended. */
  status_id?: CheckStatusId | undefined;
  /** Severity (`string_t`). */
  severity?: StringT | undefined;
  /** Severity ID. */
  severity_id?: SeverityId | undefined;
};

/** CIS Benchmark: OCSF object `cis_benchmark`. @deprecated since 1.5.0 */
export type CisBenchmark = {
  /** CIS Controls. Recommended. */
  cis_controls?: readonly CisControl[] | undefined;
  /** Description (`string_t`). */
  desc?: StringT | undefined;
  /** Name (`string_t`). Required. */
  name: StringT;
};

/** CIS Benchmark Result: OCSF object `cis_benchmark_result`. @deprecated since 1.5.0 */
export type CisBenchmarkResult<P extends Profile = never> = {
  /** Description (`string_t`). */
  desc?: StringT | undefined;
  /** Name (`string_t`). Required. */
  name: StringT;
  /** Remediation Guidance. */
  remediation?: Remediation<P> | undefined;
  /** Rule. */
  rule?: Rule | undefined;
};

/** CIS Control: OCSF object `cis_control`. */
export type CisControl = {
  /** Description (`string_t`). */
  desc?: StringT | undefined;
  /** Name (`string_t`). Required. */
  name: StringT;
  /** Version (`string_t`). Recommended. */
  version?: StringT | undefined;
};

/** CIS CSC: OCSF object `cis_csc`. @deprecated since 1.5.0 */
export type CisCsc = {
  /** Security Control (`string_t`). Required. */
  control: StringT;
  /** Version (`string_t`). Recommended. */
  version?: StringT | undefined;
};

/** Classifier Details: OCSF object `classifier_details`. */
export type ClassifierDetails = {
  /** Name (`string_t`). Recommended. */
  name?: StringT | undefined;
  /** Type (`string_t`). Required. */
  type: StringT;
  /** Unique ID (`string_t`). Recommended. */
  uid?: StringT | undefined;
};

/** Cloud: OCSF object `cloud`. */
export type Cloud = {
  /** Account. */
  account?: Account | undefined;
  /** Cloud Partition (`string_t`). */
  cloud_partition?: StringT | undefined;
  /** Organization. */
  org?: Organization | undefined;
  /** Project ID (`string_t`). @deprecated since 1.4.0 */
  project_uid?: StringT | undefined;
  /** Provider (`string_t`). Required. */
  provider: StringT;
  /** Region (`string_t`). Recommended. */
  region?: StringT | undefined;
  /** Cloud Availability Zone (`string_t`). */
  zone?: StringT | undefined;
};

/** Compliance: OCSF object `compliance`. */
export type Compliance<P extends Profile = never> = {
  /** Assessments. */
  assessments?: readonly Assessment[] | undefined;
  /** Category (`string_t`). */
  category?: StringT | undefined;
  /** Compliance Checks. */
  checks?: readonly Check[] | undefined;
  /** Compliance Standard References. @deprecated since 1.5.0 */
  compliance_references?: readonly KbArticle<P>[] | undefined;
  /** Compliance Standards: Details. @deprecated since 1.5.0 */
  compliance_standards?: readonly KbArticle<P>[] | undefined;
  /** Security Control (`string_t`). Recommended. */
  control?: StringT | undefined;
  /** Control Parameters. */
  control_parameters?: readonly KeyValueObject[] | undefined;
  /** Description (`string_t`). */
  desc?: StringT | undefined;
  /** Compliance Requirements (`string_t`). */
  requirements?: readonly StringT[] | undefined;
  /** Compliance Standards: List (`string_t`). Recommended. */
  standards?: readonly StringT[] | undefined;
  /** Status (`string_t`). Recommended. */
  status?: StringT | undefined;
  /** Status Code (`string_t`). */
  status_code?: StringT | undefined;
  /** Status Detail (`string_t`). @deprecated since 1.4.0 */
  status_detail?: StringT | undefined;
  /** Status Details (`string_t`). */
  status_details?: readonly StringT[] | undefined;
  /** Status ID. Recommended. */
  status_id?: CheckStatusId | undefined;
};

/** Container: OCSF object `container`. at least one of uid, name. */
export type Container = {
  /** Hash. Recommended. */
  hash?: Fingerprint | undefined;
  /** Image. Recommended. */
  image?: Image | undefined;
  /** Labels (`string_t`). */
  labels?: readonly StringT[] | undefined;
  /** Name (`string_t`). Recommended. */
  name?: StringT | undefined;
  /** Network Driver (`string_t`). */
  network_driver?: StringT | undefined;
  /** Orchestrator (`string_t`). */
  orchestrator?: StringT | undefined;
  /** Pod UUID (`uuid_t`). */
  pod_uuid?: UuidT | undefined;
  /** Runtime (`string_t`). */
  runtime?: StringT | undefined;
  /** Size (`long_t`). Recommended. */
  size?: LongT | undefined;
  /** Image Tag (`string_t`). @deprecated since 1.4.0 */
  tag?: StringT | undefined;
  /** Tags. */
  tags?: readonly KeyValueObject[] | undefined;
  /** Unique ID (`string_t`). Recommended. */
  uid?: StringT | undefined;
};

/** CVE: OCSF object `cve`. */
export type Cve<P extends Profile = never> = {
  /** Created Time (`timestamp_t`). Recommended. */
  created_time?: TimestampT | undefined;
  /** CVSS Score. Recommended. */
  cvss?: readonly Cvss[] | undefined;
  /** CWE. @deprecated since 1.4.0 */
  cwe?: Cwe | undefined;
  /** CWE UID (`string_t`). @deprecated since 1.1.0 */
  cwe_uid?: StringT | undefined;
  /** CWE URL (`url_t`). @deprecated since 1.1.0 */
  cwe_url?: UrlT | undefined;
  /** Description (`string_t`). */
  desc?: StringT | undefined;
  /** EPSS. */
  epss?: Epss<P> | undefined;
  /** Modified Time (`timestamp_t`). */
  modified_time?: TimestampT | undefined;
  /** Product. */
  product?: Product<P> | undefined;
  /** References (`string_t`). Recommended. */
  references?: readonly StringT[] | undefined;
  /** Related CWEs. */
  related_cwes?: readonly Cwe[] | undefined;
  /** Title (`string_t`). Recommended. */
  title?: StringT | undefined;
  /** Vulnerability Type (`string_t`). Recommended. */
  type?: StringT | undefined;
  /** CVE ID (`string_t`). Required. */
  uid: StringT;
} & ("datetime" extends P ? Part35 : unknown);

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
  /** Source URL (`url_t`). */
  src_url?: UrlT | undefined;
  /** Vector String (`string_t`). */
  vector_string?: StringT | undefined;
  /** Vendor Name (`string_t`). Recommended. */
  vendor_name?: StringT | undefined;
  /** Version (`string_t`). Required. */
  version: StringT;
};

/** CWE: OCSF object `cwe`. */
export type Cwe = {
  /** Caption (`string_t`). */
  caption?: StringT | undefined;
  /** Source URL (`url_t`). */
  src_url?: UrlT | undefined;
  /** CWE ID (`string_t`). Required. */
  uid: StringT;
};

/** MITRE D3FEND™ Tactic: OCSF object `d3f_tactic`. at least one of name, uid. */
export type D3fTactic = Part36;

/** MITRE D3FEND™ Technique: OCSF object `d3f_technique`. at least one of name, uid. */
export type D3fTechnique = Part36;

/** MITRE D3FEND™: OCSF object `d3fend`. at least one of d3f_tactic, d3f_technique. */
export type D3fend = {
  /** MITRE D3FEND™ Tactic. Recommended. */
  d3f_tactic?: D3fTactic | undefined;
  /** MITRE D3FEND™ Technique. Recommended. */
  d3f_technique?: D3fTechnique | undefined;
  /** Version (`string_t`). Recommended. */
  version?: StringT | undefined;
};

/** Data Classification: OCSF object `data_classification`. at least one of category_id, confidentiality_id. */
export type DataClassification = {
  /** Category (`string_t`). */
  category?: StringT | undefined;
  /** Category ID. Recommended. */
  category_id?: CategoryId | undefined;
  /** Classifier Details. Recommended. */
  classifier_details?: ClassifierDetails | undefined;
  /** Confidentiality (`string_t`). */
  confidentiality?: StringT | undefined;
  /** Confidentiality ID. Recommended. */
  confidentiality_id?: ConfidentialityId | undefined;
  /** Discovery Details. */
  discovery_details?: readonly DiscoveryDetails[] | undefined;
  /** Policy. */
  policy?: Policy | undefined;
  /** Size (`long_t`). */
  size?: LongT | undefined;
  /** Source URL (`url_t`). */
  src_url?: UrlT | undefined;
  /** Status (`string_t`). Recommended. */
  status?: StringT | undefined;
  /** Status Details (`string_t`). */
  status_details?: readonly StringT[] | undefined;
  /** Status ID. Recommended. */
  status_id?: DataClassificationStatusId | undefined;
  /** Total (`integer_t`). */
  total?: IntegerT | undefined;
  /** Unique ID (`string_t`). */
  uid?: StringT | undefined;
};

/** Data Security: OCSF object `data_security`. at least one of data_lifecycle_state_id, detection_pattern, detection_system_id, policy. */
export type DataSecurity = {
  /** Category (`string_t`). */
  category?: StringT | undefined;
  /** Category ID. Recommended. */
  category_id?: CategoryId | undefined;
  /** Classifier Details. Recommended. */
  classifier_details?: ClassifierDetails | undefined;
  /** Confidentiality (`string_t`). */
  confidentiality?: StringT | undefined;
  /** Confidentiality ID. Recommended. */
  confidentiality_id?: ConfidentialityId | undefined;
  /** Discovery Details. */
  discovery_details?: readonly DiscoveryDetails[] | undefined;
  /** Policy. Recommended. */
  policy?: Policy | undefined;
  /** Size (`long_t`). */
  size?: LongT | undefined;
  /** Source URL (`url_t`). */
  src_url?: UrlT | undefined;
  /** Status (`string_t`). Recommended. */
  status?: StringT | undefined;
  /** Status Details (`string_t`). */
  status_details?: readonly StringT[] | undefined;
  /** Status ID. Recommended. */
  status_id?: DataClassificationStatusId | undefined;
  /** Total (`integer_t`). */
  total?: IntegerT | undefined;
  /** Unique ID (`string_t`). */
  uid?: StringT | undefined;
  /** Data Lifecycle State (`string_t`). */
  data_lifecycle_state?: StringT | undefined;
  /** Data Lifecycle State ID. Recommended. */
  data_lifecycle_state_id?: DataLifecycleStateId | undefined;
  /** Detection Pattern (`string_t`). Recommended. */
  detection_pattern?: StringT | undefined;
  /** Detection System (`string_t`). */
  detection_system?: StringT | undefined;
  /** Detection System ID. Recommended. */
  detection_system_id?: DetectionSystemId | undefined;
  /** Pattern Match (`string_t`). */
  pattern_match?: StringT | undefined;
};

/** Database: OCSF object `database`. at least one of name, uid. */
export type Database<P extends Profile = never> = {
  /** Name (`string_t`). Recommended. */
  name?: StringT | undefined;
  /** Unique ID (`string_t`). Recommended. */
  uid?: StringT | undefined;
  /** Created Time (`timestamp_t`). */
  created_time?: TimestampT | undefined;
  /** Description (`string_t`). */
  desc?: StringT | undefined;
  /** Groups. */
  groups?: readonly Group[] | undefined;
  /** Modified Time (`timestamp_t`). */
  modified_time?: TimestampT | undefined;
  /** Size (`long_t`). */
  size?: LongT | undefined;
  /** Type (`string_t`). Recommended. */
  type?: StringT | undefined;
  /** Type ID. Required. */
  type_id: DatabaseTypeId;
} & ("data_classification" extends P ? Part37 : unknown) & ("datetime" extends P ? Part35 : unknown);

/** Databucket: OCSF object `databucket`. at least one of name, uid. */
export type Databucket<P extends Profile = never> = {
  /** Name (`string_t`). Recommended. */
  name?: StringT | undefined;
  /** Unique ID (`resource_uid_t`). Recommended. */
  uid?: ResourceUidT | undefined;
  /** Created Time (`timestamp_t`). */
  created_time?: TimestampT | undefined;
  /** Data (`json_t`). */
  data?: JsonT | undefined;
  /** Labels (`string_t`). */
  labels?: readonly StringT[] | undefined;
  /** Modified Time (`timestamp_t`). */
  modified_time?: TimestampT | undefined;
  /** Tags. */
  tags?: readonly KeyValueObject[] | undefined;
  /** Type (`string_t`). Recommended. */
  type?: StringT | undefined;
  /** Alternate ID (`resource_uid_t`). */
  uid_alt?: ResourceUidT | undefined;
  /** Agent List. */
  agent_list?: readonly Agent[] | undefined;
  /** Criticality (`string_t`). */
  criticality?: StringT | undefined;
  /** Group. */
  group?: Group | undefined;
  /** Hostname (`hostname_t`). Recommended. */
  hostname?: HostnameT | undefined;
  /** IP Address (`ip_t`). Recommended. */
  ip?: IpT | undefined;
  /** Back Ups Configured (`boolean_t`). */
  is_backed_up?: BooleanT | undefined;
  /** Namespace (`string_t`). */
  namespace?: StringT | undefined;
  /** Owner. Recommended. */
  owner?: User<P> | undefined;
  /** Resource Relationship. */
  resource_relationship?: Graph | undefined;
  /** Version (`string_t`). */
  version?: StringT | undefined;
  /** Description (`string_t`). */
  desc?: StringT | undefined;
  /** Encryption Details. */
  encryption_details?: EncryptionDetails | undefined;
  /** File. */
  file?: File<P> | undefined;
  /** Groups. */
  groups?: readonly Group[] | undefined;
  /** Encrypted (`boolean_t`). */
  is_encrypted?: BooleanT | undefined;
  /** Public (`boolean_t`). Recommended. */
  is_public?: BooleanT | undefined;
  /** Size (`long_t`). */
  size?: LongT | undefined;
  /** Type ID. Required. */
  type_id: DatabucketTypeId;
} & ("data_classification" extends P ? Part37 : unknown) & ("cloud" extends P ? Part43 : unknown) & ("datetime" extends P ? Part35 : unknown);

/** DCE/RPC: OCSF object `dce_rpc`. */
export type DceRpc = {
  /** Command (`string_t`). Recommended. */
  command?: StringT | undefined;
  /** Command Response (`string_t`). Recommended. */
  command_response?: StringT | undefined;
  /** Flags (`string_t`). Required. */
  flags: readonly StringT[];
  /** Opnum (`integer_t`). Recommended. */
  opnum?: IntegerT | undefined;
  /** Remote Procedure Call Interface. Required. */
  rpc_interface: RpcInterface;
};

/** Device: OCSF object `device`. at least one of ip, uid, name, hostname, instance_uid, interface_uid, interface_name. */
export type Device<P extends Profile = never> = {
  /** Name (`string_t`). */
  name?: StringT | undefined;
  /** Unique ID (`string_t`). Recommended. */
  uid?: StringT | undefined;
  /** Agent List. */
  agent_list?: readonly Agent[] | undefined;
  /** Domain (`string_t`). */
  domain?: StringT | undefined;
  /** Hostname (`hostname_t`). Recommended. */
  hostname?: HostnameT | undefined;
  /** Hardware Info. */
  hw_info?: DeviceHwInfo | undefined;
  /** Instance ID (`string_t`). Recommended. */
  instance_uid?: StringT | undefined;
  /** Network Interface Name (`string_t`). Recommended. */
  interface_name?: StringT | undefined;
  /** Network Interface ID (`string_t`). Recommended. */
  interface_uid?: StringT | undefined;
  /** IP Address (`ip_t`). */
  ip?: IpT | undefined;
  /** Geo Location. */
  location?: Location | undefined;
  /** MAC Address (`mac_t`). */
  mac?: MacT | undefined;
  /** OS. */
  os?: Os | undefined;
  /** Owner. Recommended. */
  owner?: User<P> | undefined;
  /** Subnet UID (`string_t`). */
  subnet_uid?: StringT | undefined;
  /** Type (`string_t`). Recommended. */
  type?: StringT | undefined;
  /** Type ID. Required. */
  type_id: DeviceTypeId;
  /** VLAN (`string_t`). */
  vlan_uid?: StringT | undefined;
  /** VPC UID (`string_t`). */
  vpc_uid?: StringT | undefined;
  /** Network Zone (`string_t`). */
  zone?: StringT | undefined;
  /** Autoscale UID (`string_t`). */
  autoscale_uid?: StringT | undefined;
  /** Boot Time (`timestamp_t`). */
  boot_time?: TimestampT | undefined;
  /** Created Time (`timestamp_t`). */
  created_time?: TimestampT | undefined;
  /** Description (`string_t`). */
  desc?: StringT | undefined;
  /** EID (`string_t`). */
  eid?: StringT | undefined;
  /** First Seen (`timestamp_t`). */
  first_seen_time?: TimestampT | undefined;
  /** Groups. */
  groups?: readonly Group[] | undefined;
  /** Hypervisor (`string_t`). */
  hypervisor?: StringT | undefined;
  /** Image. */
  image?: Image | undefined;
  /** ICCID (`string_t`). */
  iccid?: StringT | undefined;
  /** IMEI (`string_t`). @deprecated since 1.4.0 */
  imei?: StringT | undefined;
  /** IMEI List (`string_t`). */
  imei_list?: readonly StringT[] | undefined;
  /** Back Ups Configured (`boolean_t`). */
  is_backed_up?: BooleanT | undefined;
  /** Compliant Device (`boolean_t`). */
  is_compliant?: BooleanT | undefined;
  /** Managed Device (`boolean_t`). */
  is_managed?: BooleanT | undefined;
  /** Mobile Account Active (`boolean_t`). */
  is_mobile_account_active?: BooleanT | undefined;
  /** Personal Device (`boolean_t`). */
  is_personal?: BooleanT | undefined;
  /** Shared Device (`boolean_t`). */
  is_shared?: BooleanT | undefined;
  /** Supervised Device (`boolean_t`). */
  is_supervised?: BooleanT | undefined;
  /** Trusted Device (`boolean_t`). */
  is_trusted?: BooleanT | undefined;
  /** Last Seen (`timestamp_t`). */
  last_seen_time?: TimestampT | undefined;
  /** MEID (`string_t`). */
  meid?: StringT | undefined;
  /** Model (`string_t`). */
  model?: StringT | undefined;
  /** Modified Time (`timestamp_t`). */
  modified_time?: TimestampT | undefined;
  /** Network Interfaces. */
  network_interfaces?: readonly NetworkInterface[] | undefined;
  /** Organization. */
  org?: Organization | undefined;
  /** OS Machine UUID (`uuid_t`). */
  os_machine_uuid?: UuidT | undefined;
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
  /** Unique Device Identifier (`string_t`). */
  udid?: StringT | undefined;
  /** Alternate ID (`string_t`). */
  uid_alt?: StringT | undefined;
  /** Vendor Name (`string_t`). Recommended. */
  vendor_name?: StringT | undefined;
  /** Boot UID (`string_t`). */
  boot_uid?: StringT | undefined;
} & ("container" extends P ? Part38 : unknown) & ("datetime" extends P ? {
  /** Boot Time (`datetime_t`). */
  boot_time_dt?: DatetimeT | undefined;
  /** Created Time (`datetime_t`). */
  created_time_dt?: DatetimeT | undefined;
  /** First Seen (`datetime_t`). */
  first_seen_time_dt?: DatetimeT | undefined;
  /** Last Seen (`datetime_t`). */
  last_seen_time_dt?: DatetimeT | undefined;
  /** Modified Time (`datetime_t`). */
  modified_time_dt?: DatetimeT | undefined;
} : unknown);

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
  /** CPU Architecture (`string_t`). */
  cpu_architecture?: StringT | undefined;
  /** CPU Architecture ID. */
  cpu_architecture_id?: CpuArchitectureId | undefined;
  /** CPU Bits (`integer_t`). */
  cpu_bits?: IntegerT | undefined;
  /** CPU Cores (`integer_t`). */
  cpu_cores?: IntegerT | undefined;
  /** CPU Count (`integer_t`). */
  cpu_count?: IntegerT | undefined;
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
  /** UUID (`uuid_t`). */
  uuid?: UuidT | undefined;
  /** Vendor Name (`string_t`). */
  vendor_name?: StringT | undefined;
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
  /** State (`string_t`). */
  state?: StringT | undefined;
  /** State ID. */
  state_id?: DigitalSignatureStateId | undefined;
} & ("datetime" extends P ? Part39 : unknown);

/** Discovery Details: OCSF object `discovery_details`. */
export type DiscoveryDetails = {
  /** Count (`integer_t`). Recommended. */
  count?: IntegerT | undefined;
  /** Occurrence Details. @deprecated since 1.4.0 */
  occurrence_details?: OccurrenceDetails | undefined;
  /** Occurrences. */
  occurrences?: readonly OccurrenceDetails[] | undefined;
  /** Type (`string_t`). Recommended. */
  type?: StringT | undefined;
  /** Value (`string_t`). */
  value?: StringT | undefined;
};

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
  /** Resource Record Class (`string_t`). Recommended. */
  class?: StringT | undefined;
  /** Packet UID (`integer_t`). Recommended. */
  packet_uid?: IntegerT | undefined;
  /** Resource Record Type (`string_t`). Recommended. */
  type?: StringT | undefined;
  /** DNS Header Flags. Recommended. */
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
  /** Resource Record Class (`string_t`). Recommended. */
  class?: StringT | undefined;
  /** Packet UID (`integer_t`). Recommended. */
  packet_uid?: IntegerT | undefined;
  /** Resource Record Type (`string_t`). Recommended. */
  type?: StringT | undefined;
  /** Hostname (`hostname_t`). Required. */
  hostname: HostnameT;
  /** DNS Opcode (`string_t`). */
  opcode?: StringT | undefined;
  /** DNS Opcode ID. Recommended. */
  opcode_id?: OpcodeId | undefined;
};

/** Domain Contact: OCSF object `domain_contact`. */
export type DomainContact = {
  /** Contact Email (`email_t`). Recommended. */
  email_addr?: EmailT | undefined;
  /** Contact Location Information. Recommended. */
  location?: Location | undefined;
  /** Name (`string_t`). */
  name?: StringT | undefined;
  /** Phone Number (`string_t`). */
  phone_number?: StringT | undefined;
  /** Domain Contact Type (`string_t`). */
  type?: StringT | undefined;
  /** Domain Contact Type ID. Required. */
  type_id: DomainContactTypeId;
  /** Unique ID (`string_t`). */
  uid?: StringT | undefined;
};

/** Edge: OCSF object `edge`. at least one of name, uid. */
export type Edge = {
  /** Name (`string_t`). Recommended. */
  name?: StringT | undefined;
  /** Unique ID (`string_t`). Recommended. */
  uid?: StringT | undefined;
  /** Data (`json_t`). */
  data?: JsonT | undefined;
  /** Directed (`boolean_t`). */
  is_directed?: BooleanT | undefined;
  /** Relation (`string_t`). Recommended. */
  relation?: StringT | undefined;
  /** Source (`string_t`). Required. */
  source: StringT;
  /** Target (`string_t`). Required. */
  target: StringT;
};

/** Email: OCSF object `email`. at least one of from, to. */
export type Email<P extends Profile = never> = ("data_classification" extends P ? Part37 : unknown) & {
  /** Cc (`email_t`). */
  cc?: readonly EmailT[] | undefined;
  /** Cc Mailboxes (`string_t`). */
  cc_mailboxes?: readonly StringT[] | undefined;
  /** Delivered To (`email_t`). @deprecated since 1.4.0 */
  delivered_to?: EmailT | undefined;
  /** Delivered To (`email_t`). */
  delivered_to_list?: readonly EmailT[] | undefined;
  /** Files. */
  files?: readonly File<P>[] | undefined;
  /** From (`email_t`). Recommended. */
  from?: EmailT | undefined;
  /** From Mailbox (`string_t`). */
  from_mailbox?: StringT | undefined;
  /** HTTP Headers. */
  http_headers?: readonly HttpHeader[] | undefined;
  /** Read (`boolean_t`). */
  is_read?: BooleanT | undefined;
  /** Message UID (`string_t`). Recommended. */
  message_uid?: StringT | undefined;
  /** Raw Header (`string_t`). */
  raw_header?: StringT | undefined;
  /** Reply To (`email_t`). Recommended. @deprecated since 1.4.0 */
  reply_to?: EmailT | undefined;
  /** Reply To Mailboxes (`string_t`). */
  reply_to_mailboxes?: readonly StringT[] | undefined;
  /** Size (`long_t`). Recommended. */
  size?: LongT | undefined;
  /** SMTP From (`email_t`). Recommended. @deprecated since 1.4.0 */
  smtp_from?: EmailT | undefined;
  /** SMTP To (`email_t`). Recommended. @deprecated since 1.4.0 */
  smtp_to?: readonly EmailT[] | undefined;
  /** Subject (`string_t`). Recommended. */
  subject?: StringT | undefined;
  /** To (`email_t`). Recommended. */
  to?: readonly EmailT[] | undefined;
  /** To Mailboxes (`string_t`). */
  to_mailboxes?: readonly StringT[] | undefined;
  /** Email Thread UID (`string_t`). Recommended. */
  uid?: StringT | undefined;
  /** URLs. */
  urls?: readonly Url[] | undefined;
  /** X-Originating-IP (`ip_t`). */
  x_originating_ip?: readonly IpT[] | undefined;
};

/** Email Authentication: OCSF object `email_auth`. */
export type EmailAuth = {
  /** DKIM Status (`string_t`). Recommended. */
  dkim?: StringT | undefined;
  /** DKIM Domain (`string_t`). Recommended. */
  dkim_domain?: StringT | undefined;
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

/** Encryption Details: OCSF object `encryption_details`. */
export type EncryptionDetails = {
  /** Encryption Algorithm (`string_t`). */
  algorithm?: StringT | undefined;
  /** Encryption Algorithm ID. Recommended. */
  algorithm_id?: EncryptionDetailsAlgorithmId | undefined;
  /** Encryption Key Length (`integer_t`). */
  key_length?: IntegerT | undefined;
  /** Key UID (`string_t`). */
  key_uid?: StringT | undefined;
  /** Encryption Type (`string_t`). Recommended. */
  type?: StringT | undefined;
};

/** Endpoint: OCSF object `endpoint`. at least one of ip, uid, name, hostname, instance_uid, interface_uid, interface_name. */
export type Endpoint<P extends Profile = never> = {
  /** Name (`string_t`). Recommended. */
  name?: StringT | undefined;
  /** Unique ID (`string_t`). Recommended. */
  uid?: StringT | undefined;
  /** Agent List. */
  agent_list?: readonly Agent[] | undefined;
  /** Domain (`string_t`). */
  domain?: StringT | undefined;
  /** Hostname (`hostname_t`). Recommended. */
  hostname?: HostnameT | undefined;
  /** Hardware Info. */
  hw_info?: DeviceHwInfo | undefined;
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
  /** OS. */
  os?: Os | undefined;
  /** Owner. Recommended. */
  owner?: User<P> | undefined;
  /** Subnet UID (`string_t`). */
  subnet_uid?: StringT | undefined;
  /** Type (`string_t`). */
  type?: StringT | undefined;
  /** Type ID. Recommended. */
  type_id?: DeviceTypeId | undefined;
  /** VLAN (`string_t`). */
  vlan_uid?: StringT | undefined;
  /** VPC UID (`string_t`). */
  vpc_uid?: StringT | undefined;
  /** Network Zone (`string_t`). */
  zone?: StringT | undefined;
} & ("container" extends P ? Part38 : unknown);

/** Endpoint Connection: OCSF object `endpoint_connection`. at least one of network_endpoint, code. */
export type EndpointConnection<P extends Profile = never> = {
  /** Response Code (`integer_t`). Recommended. */
  code?: IntegerT | undefined;
  /** Network Endpoint. Recommended. */
  network_endpoint?: NetworkEndpoint<P> | undefined;
};

/** Enrichment: OCSF object `enrichment`. */
export type Enrichment<P extends Profile = never> = {
  /** Created Time (`timestamp_t`). Recommended. */
  created_time?: TimestampT | undefined;
  /** Data (`json_t`). Required. */
  data: JsonT;
  /** Description (`string_t`). */
  desc?: StringT | undefined;
  /** Name (`string_t`). Required. */
  name: StringT;
  /** Provider (`string_t`). Recommended. */
  provider?: StringT | undefined;
  /** Reputation Scores. */
  reputation?: Reputation | undefined;
  /** Short Description (`string_t`). Recommended. */
  short_desc?: StringT | undefined;
  /** Source URL (`url_t`). Recommended. */
  src_url?: UrlT | undefined;
  /** Type (`string_t`). Recommended. */
  type?: StringT | undefined;
  /** Value (`string_t`). Required. */
  value: StringT;
} & ("datetime" extends P ? Part39 : unknown);

/** Environment Variable: OCSF object `environment_variable`. */
export type EnvironmentVariable = Part41;

/** EPSS: OCSF object `epss`. */
export type Epss<P extends Profile = never> = {
  /** Created Time (`timestamp_t`). Recommended. */
  created_time?: TimestampT | undefined;
  /** EPSS Percentile (`float_t`). */
  percentile?: FloatT | undefined;
  /** EPPS Score (`string_t`). Required. */
  score: StringT;
  /** Version (`string_t`). Recommended. */
  version?: StringT | undefined;
} & ("datetime" extends P ? Part39 : unknown);

/** Evidence Artifacts: OCSF object `evidences`. at least one of actor, api, connection_info, data, database, databucket, device, dst_endpoint, email, file, process, query, src_endpoint, url, user, job, script, reg_key, reg_value, win_service. */
export type Evidences<P extends Profile = never> = {
  /** Name (`string_t`). */
  name?: StringT | undefined;
  /** Unique ID (`string_t`). */
  uid?: StringT | undefined;
  /** Actor. Recommended. */
  actor?: Actor<P> | undefined;
  /** API Details. Recommended. */
  api?: Api | undefined;
  /** Connection Info. Recommended. */
  connection_info?: NetworkConnectionInfo<P> | undefined;
  /** Container. Recommended. */
  container?: Container | undefined;
  /** Data (`json_t`). */
  data?: JsonT | undefined;
  /** Database. Recommended. */
  database?: Database<P> | undefined;
  /** Databucket. Recommended. */
  databucket?: Databucket<P> | undefined;
  /** Device. Recommended. */
  device?: Device<P> | undefined;
  /** Destination Endpoint. Recommended. */
  dst_endpoint?: NetworkEndpoint<P> | undefined;
  /** Email. Recommended. */
  email?: Email<P> | undefined;
  /** File. Recommended. */
  file?: File<P> | undefined;
  /** HTTP Request. Recommended. */
  http_request?: HttpRequest | undefined;
  /** HTTP Response. Recommended. */
  http_response?: HttpResponse | undefined;
  /** JA4+ Fingerprints. Recommended. */
  ja4_fingerprint_list?: readonly Ja4Fingerprint[] | undefined;
  /** Job. Recommended. */
  job?: Job<P> | undefined;
  /** Process. Recommended. */
  process?: Process<P> | undefined;
  /** DNS Query. Recommended. */
  query?: DnsQuery | undefined;
  /** Cloud Resources. Recommended. */
  resources?: readonly ResourceDetails<P>[] | undefined;
  /** Script. Recommended. */
  script?: Script<P> | undefined;
  /** Source Endpoint. Recommended. */
  src_endpoint?: NetworkEndpoint<P> | undefined;
  /** TLS. Recommended. */
  tls?: Tls<P> | undefined;
  /** URL. Recommended. */
  url?: Url | undefined;
  /** User. Recommended. */
  user?: User<P> | undefined;
  /** Verdict (`string_t`). */
  verdict?: StringT | undefined;
  /** Verdict ID. */
  verdict_id?: VerdictId | undefined;
  /** Registry Key. Recommended. */
  reg_key?: RegKey<P> | undefined;
  /** Registry Value. Recommended. */
  reg_value?: RegValue<P> | undefined;
  /** Windows Service. Recommended. */
  win_service?: WinService | undefined;
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
  accessor?: User<P> | undefined;
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
  creator?: User<P> | undefined;
  /** Description (`string_t`). */
  desc?: StringT | undefined;
  /** Drive Type (`string_t`). */
  drive_type?: StringT | undefined;
  /** Drive Type ID. */
  drive_type_id?: DriveTypeId | undefined;
  /** Encryption Details. */
  encryption_details?: EncryptionDetails | undefined;
  /** File Extension (`string_t`). Recommended. */
  ext?: StringT | undefined;
  /** Hashes. Recommended. */
  hashes?: readonly Fingerprint[] | undefined;
  /** Internal Name (`string_t`). */
  internal_name?: StringT | undefined;
  /** Deleted (`boolean_t`). */
  is_deleted?: BooleanT | undefined;
  /** Encrypted (`boolean_t`). */
  is_encrypted?: BooleanT | undefined;
  /** System (`boolean_t`). */
  is_system?: BooleanT | undefined;
  /** MIME type (`string_t`). */
  mime_type?: StringT | undefined;
  /** Modified Time (`timestamp_t`). */
  modified_time?: TimestampT | undefined;
  /** Modifier. */
  modifier?: User<P> | undefined;
  /** Owner. */
  owner?: User<P> | undefined;
  /** Parent Folder (`string_t`). */
  parent_folder?: StringT | undefined;
  /** Path (`file_path_t`). Recommended. */
  path?: FilePathT | undefined;
  /** Product. */
  product?: Product<P> | undefined;
  /** Security Descriptor (`string_t`). */
  security_descriptor?: StringT | undefined;
  /** Digital Signature. */
  signature?: DigitalSignature<P> | undefined;
  /** Size (`long_t`). */
  size?: LongT | undefined;
  /** Tags. */
  tags?: readonly KeyValueObject[] | undefined;
  /** Type (`string_t`). */
  type?: StringT | undefined;
  /** Type ID. Required. */
  type_id: FileTypeId;
  /** URL. */
  url?: Url | undefined;
  /** File URI (`url_t`). */
  uri?: UrlT | undefined;
  /** Volume (`string_t`). */
  volume?: StringT | undefined;
  /** Version (`string_t`). */
  version?: StringT | undefined;
  /** Extended Attributes. */
  xattributes?: OpenObject | undefined;
} & ("data_classification" extends P ? Part37 : unknown) & ("cloud" extends P ? {
  /** Public (`boolean_t`). */
  is_public?: BooleanT | undefined;
  /** Storage Class (`string_t`). */
  storage_class?: StringT | undefined;
} : unknown) & ("datetime" extends P ? {
  /** Accessed Time (`datetime_t`). */
  accessed_time_dt?: DatetimeT | undefined;
  /** Created Time (`datetime_t`). */
  created_time_dt?: DatetimeT | undefined;
  /** Modified Time (`datetime_t`). */
  modified_time_dt?: DatetimeT | undefined;
} : unknown);

/** Finding: OCSF object `finding`. @deprecated since 1.0.0 */
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
  /** Product. */
  product?: Product<P> | undefined;
  /** Product Identifier (`string_t`). @deprecated since 1.4.0 */
  product_uid?: StringT | undefined;
  /** Related Events/Findings. */
  related_events?: readonly RelatedEvent<P>[] | undefined;
  /** Remediation Guidance. */
  remediation?: Remediation<P> | undefined;
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
} & ("datetime" extends P ? Part40 : unknown);

/** Finding Information: OCSF object `finding_info`. */
export type FindingInfo<P extends Profile = never> = {
  /** Analytic. Recommended. */
  analytic?: Analytic | undefined;
  /** MITRE ATT&CK® and ATLAS™ Details. */
  attacks?: readonly Attack[] | undefined;
  /** Created Time (`timestamp_t`). */
  created_time?: TimestampT | undefined;
  /** Data Sources (`string_t`). */
  data_sources?: readonly StringT[] | undefined;
  /** Description (`string_t`). */
  desc?: StringT | undefined;
  /** First Seen (`timestamp_t`). */
  first_seen_time?: TimestampT | undefined;
  /** Kill Chain. */
  kill_chain?: readonly KillChainPhase[] | undefined;
  /** Last Seen (`timestamp_t`). */
  last_seen_time?: TimestampT | undefined;
  /** Modified Time (`timestamp_t`). */
  modified_time?: TimestampT | undefined;
  /** Product. */
  product?: Product<P> | undefined;
  /** Product Identifier (`string_t`). @deprecated since 1.4.0 */
  product_uid?: StringT | undefined;
  /** Related Analytics. */
  related_analytics?: readonly Analytic[] | undefined;
  /** Related Events/Findings. */
  related_events?: readonly RelatedEvent<P>[] | undefined;
  /** Related Events/Findings Count (`integer_t`). */
  related_events_count?: IntegerT | undefined;
  /** Source URL (`url_t`). */
  src_url?: UrlT | undefined;
  /** Tags. */
  tags?: readonly KeyValueObject[] | undefined;
  /** Title (`string_t`). Recommended. */
  title?: StringT | undefined;
  /** Traits. */
  traits?: readonly Trait[] | undefined;
  /** Types (`string_t`). */
  types?: readonly StringT[] | undefined;
  /** Unique ID (`string_t`). Required. */
  uid: StringT;
  /** Alternate ID (`string_t`). */
  uid_alt?: StringT | undefined;
} & ("datetime" extends P ? Part40 : unknown);

/** Fingerprint: OCSF object `fingerprint`. */
export type Fingerprint = {
  /** Algorithm (`string_t`). */
  algorithm?: StringT | undefined;
  /** Algorithm ID. Required. */
  algorithm_id: FingerprintAlgorithmId;
  /** Value (`file_hash_t`). Required. */
  value: FileHashT;
};

/** Firewall Rule: OCSF object `firewall_rule`. at least one of name, uid. */
export type FirewallRule = {
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
  /** Condition (`string_t`). */
  condition?: StringT | undefined;
  /** Duration Milliseconds (`long_t`). */
  duration?: LongT | undefined;
  /** Match Details (`string_t`). */
  match_details?: readonly StringT[] | undefined;
  /** Match Location (`string_t`). */
  match_location?: StringT | undefined;
  /** Rate Limit (`integer_t`). */
  rate_limit?: IntegerT | undefined;
  /** Sensitivity (`string_t`). */
  sensitivity?: StringT | undefined;
};

/** Graph: OCSF object `graph`. at least one of name, uid. */
export type Graph = {
  /** Name (`string_t`). Recommended. */
  name?: StringT | undefined;
  /** Unique ID (`string_t`). Recommended. */
  uid?: StringT | undefined;
  /** Description (`string_t`). */
  desc?: StringT | undefined;
  /** Edges. */
  edges?: readonly Edge[] | undefined;
  /** Directed (`boolean_t`). */
  is_directed?: BooleanT | undefined;
  /** Nodes. Required. */
  nodes: readonly Node[];
  /** Query Language (`string_t`). */
  query_language?: StringT | undefined;
  /** Query Language ID. Recommended. */
  query_language_id?: QueryLanguageId | undefined;
  /** Type (`string_t`). */
  type?: StringT | undefined;
};

/** Group: OCSF object `group`. at least one of name, uid. */
export type Group = {
  /** Name (`string_t`). Recommended. */
  name?: StringT | undefined;
  /** Unique ID (`string_t`). Recommended. */
  uid?: StringT | undefined;
  /** Description (`string_t`). */
  desc?: StringT | undefined;
  /** Domain (`string_t`). */
  domain?: StringT | undefined;
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
  /** HTTP Only (`boolean_t`). @deprecated since 1.1.0 */
  http_only?: BooleanT | undefined;
  /** HTTP Only (`boolean_t`). */
  is_http_only?: BooleanT | undefined;
  /** Secure (`boolean_t`). */
  is_secure?: BooleanT | undefined;
  /** Name (`string_t`). Required. */
  name: StringT;
  /** Path (`string_t`). */
  path?: StringT | undefined;
  /** SameSite (`string_t`). */
  samesite?: StringT | undefined;
  /** Secure (`boolean_t`). @deprecated since 1.1.0 */
  secure?: BooleanT | undefined;
  /** Value (`string_t`). Required. */
  value: StringT;
} & ("datetime" extends P ? Part28 : unknown);

/** HTTP Header: OCSF object `http_header`. */
export type HttpHeader = Part41;

/** HTTP Request: OCSF object `http_request`. */
export type HttpRequest = {
  /** HTTP Arguments (`string_t`). */
  args?: StringT | undefined;
  /** Request Body Length (`integer_t`). */
  body_length?: IntegerT | undefined;
  /** HTTP Headers. Recommended. */
  http_headers?: readonly HttpHeader[] | undefined;
  /** HTTP Method. Recommended. */
  http_method?: HttpMethod | undefined;
  /** Request Length (`integer_t`). */
  length?: IntegerT | undefined;
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
  /** Response Body Length (`integer_t`). */
  body_length?: IntegerT | undefined;
  /** Response Code (`integer_t`). Required. */
  code: IntegerT;
  /** HTTP Content Type (`string_t`). */
  content_type?: StringT | undefined;
  /** HTTP Headers. Recommended. */
  http_headers?: readonly HttpHeader[] | undefined;
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
export type Idp<P extends Profile = never> = {
  /** Name (`string_t`). Recommended. */
  name?: StringT | undefined;
  /** Unique ID (`string_t`). Recommended. */
  uid?: StringT | undefined;
  /** Authentication Factors. */
  auth_factors?: readonly AuthFactor<P>[] | undefined;
  /** Domain (`string_t`). */
  domain?: StringT | undefined;
  /** Certificate Fingerprint. */
  fingerprint?: Fingerprint | undefined;
  /** MFA Enforced (`boolean_t`). */
  has_mfa?: BooleanT | undefined;
  /** Issuer Details (`string_t`). */
  issuer?: StringT | undefined;
  /** Supported Protocol (`string_t`). */
  protocol_name?: StringT | undefined;
  /** SCIM. */
  scim?: Scim<P> | undefined;
  /** SSO. */
  sso?: Sso<P> | undefined;
  /** State (`string_t`). */
  state?: StringT | undefined;
  /** State ID. */
  state_id?: IdpStateId | undefined;
  /** Tenant UID (`string_t`). */
  tenant_uid?: StringT | undefined;
  /** Configuration URL (`url_t`). */
  url_string?: UrlT | undefined;
};

/** Image: OCSF object `image`. */
export type Image = {
  /** Name (`string_t`). Recommended. */
  name?: StringT | undefined;
  /** Unique ID (`string_t`). Required. */
  uid: StringT;
  /** Labels (`string_t`). */
  labels?: readonly StringT[] | undefined;
  /** Path (`file_path_t`). */
  path?: FilePathT | undefined;
  /** Image Tag (`string_t`). @deprecated since 1.4.0 */
  tag?: StringT | undefined;
  /** Tags. */
  tags?: readonly KeyValueObject[] | undefined;
};

/** JA4+ Fingerprint: OCSF object `ja4_fingerprint`. */
export type Ja4Fingerprint = {
  /** JA4 Section A (`string_t`). */
  section_a?: StringT | undefined;
  /** JA4 Section B (`string_t`). */
  section_b?: StringT | undefined;
  /** JA4 Section C (`string_t`). */
  section_c?: StringT | undefined;
  /** JA4 Section D (`string_t`). */
  section_d?: StringT | undefined;
  /** Type (`string_t`). */
  type?: StringT | undefined;
  /** Type ID. Required. */
  type_id: Ja4FingerprintTypeId;
  /** Value (`string_t`). Required. */
  value: StringT;
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
  run_state_id?: JobRunStateId | undefined;
  /** User. */
  user?: User<P> | undefined;
} & ("datetime" extends P ? {
  /** Created Time (`datetime_t`). */
  created_time_dt?: DatetimeT | undefined;
  /** Last Run (`datetime_t`). */
  last_run_time_dt?: DatetimeT | undefined;
  /** Next Run (`datetime_t`). */
  next_run_time_dt?: DatetimeT | undefined;
} : unknown);

/** KB Article: OCSF object `kb_article`. */
export type KbArticle<P extends Profile = never> = {
  /** Average Timespan. */
  avg_timespan?: Timespan<P> | undefined;
  /** Patch Bulletin (`string_t`). */
  bulletin?: StringT | undefined;
  /** Classification (`string_t`). */
  classification?: StringT | undefined;
  /** Created Time (`timestamp_t`). */
  created_time?: TimestampT | undefined;
  /** Install State (`string_t`). Recommended. */
  install_state?: StringT | undefined;
  /** Install State ID. Recommended. */
  install_state_id?: InstallStateId | undefined;
  /** The patch is superseded. (`boolean_t`). */
  is_superseded?: BooleanT | undefined;
  /** OS. Recommended. */
  os?: Os | undefined;
  /** Product. */
  product?: Product<P> | undefined;
  /** Severity (`string_t`). Recommended. */
  severity?: StringT | undefined;
  /** Size (`long_t`). */
  size?: LongT | undefined;
  /** Source URL (`url_t`). */
  src_url?: UrlT | undefined;
  /** Title (`string_t`). Recommended. */
  title?: StringT | undefined;
  /** Unique ID (`string_t`). Required. */
  uid: StringT;
} & ("datetime" extends P ? Part39 : unknown);

/** Kernel Resource: OCSF object `kernel`. */
export type Kernel = {
  /** System (`boolean_t`). */
  is_system?: BooleanT | undefined;
  /** Name (`string_t`). Required. */
  name: StringT;
  /** Path (`file_path_t`). */
  path?: FilePathT | undefined;
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

/** Key:Value object: OCSF object `key_value_object`. at least one of value, values. */
export type KeyValueObject = {
  /** Name (`string_t`). Required. */
  name: StringT;
  /** Value (`string_t`). Recommended. */
  value?: StringT | undefined;
  /** Values (`string_t`). Recommended. */
  values?: readonly StringT[] | undefined;
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

/** Kill Chain Phase: OCSF object `kill_chain_phase`. */
export type KillChainPhase = {
  /** Kill Chain Phase (`string_t`). Recommended. */
  phase?: StringT | undefined;
  /** Kill Chain Phase ID. Required. */
  phase_id: PhaseId;
};

/** LDAP Person: OCSF object `ldap_person`. */
export type LdapPerson<P extends Profile = never> = {
  /** Cost Center (`string_t`). */
  cost_center?: StringT | undefined;
  /** Created Time (`timestamp_t`). */
  created_time?: TimestampT | undefined;
  /** Deleted Time (`timestamp_t`). */
  deleted_time?: TimestampT | undefined;
  /** Display Name (`string_t`). */
  display_name?: StringT | undefined;
  /** Email Addresses (`email_t`). */
  email_addrs?: readonly EmailT[] | undefined;
  /** Employee ID (`string_t`). */
  employee_uid?: StringT | undefined;
  /** Given Name (`string_t`). */
  given_name?: StringT | undefined;
  /** Hire Time (`timestamp_t`). */
  hire_time?: TimestampT | undefined;
  /** Job Title (`string_t`). */
  job_title?: StringT | undefined;
  /** Labels (`string_t`). */
  labels?: readonly StringT[] | undefined;
  /** Last Login (`timestamp_t`). */
  last_login_time?: TimestampT | undefined;
  /** LDAP Common Name (`string_t`). */
  ldap_cn?: StringT | undefined;
  /** LDAP Distinguished Name (`string_t`). */
  ldap_dn?: StringT | undefined;
  /** Leave Time (`timestamp_t`). */
  leave_time?: TimestampT | undefined;
  /** Geo Location. */
  location?: Location | undefined;
  /** Manager. */
  manager?: User<P> | undefined;
  /** Modified Time (`timestamp_t`). */
  modified_time?: TimestampT | undefined;
  /** Office Location (`string_t`). */
  office_location?: StringT | undefined;
  /** Telephone Number (`string_t`). */
  phone_number?: StringT | undefined;
  /** Surname (`string_t`). */
  surname?: StringT | undefined;
  /** Tags. */
  tags?: readonly KeyValueObject[] | undefined;
} & ("datetime" extends P ? {
  /** Created Time (`datetime_t`). */
  created_time_dt?: DatetimeT | undefined;
  /** Deleted Time (`datetime_t`). */
  deleted_time_dt?: DatetimeT | undefined;
  /** Hire Time (`datetime_t`). */
  hire_time_dt?: DatetimeT | undefined;
  /** Last Login (`datetime_t`). */
  last_login_time_dt?: DatetimeT | undefined;
  /** Leave Time (`datetime_t`). */
  leave_time_dt?: DatetimeT | undefined;
  /** Modified Time (`datetime_t`). */
  modified_time_dt?: DatetimeT | undefined;
} : unknown);

/** Load Balancer: OCSF object `load_balancer`. at least one of name, uid. */
export type LoadBalancer<P extends Profile = never> = {
  /** Name (`string_t`). Recommended. */
  name?: StringT | undefined;
  /** Unique ID (`string_t`). Recommended. */
  uid?: StringT | undefined;
  /** Classification (`string_t`). */
  classification?: StringT | undefined;
  /** Response Code (`integer_t`). Recommended. */
  code?: IntegerT | undefined;
  /** Destination Endpoint. Recommended. */
  dst_endpoint?: NetworkEndpoint<P> | undefined;
  /** Endpoint Connections. Recommended. */
  endpoint_connections?: readonly EndpointConnection<P>[] | undefined;
  /** Error Message (`string_t`). */
  error_message?: StringT | undefined;
  /** IP Address (`ip_t`). */
  ip?: IpT | undefined;
  /** Message (`string_t`). */
  message?: StringT | undefined;
  /** Metrics. */
  metrics?: readonly Metric[] | undefined;
  /** Status Detail (`string_t`). */
  status_detail?: StringT | undefined;
};

/** Geo Location: OCSF object `location`. at least one of city, country, postal_code, region. */
export type Location = {
  /** Aerial Height (`string_t`). */
  aerial_height?: StringT | undefined;
  /** City (`string_t`). Recommended. */
  city?: StringT | undefined;
  /** Continent (`string_t`). Recommended. */
  continent?: StringT | undefined;
  /** Coordinates (`float_t`). @deprecated since 1.2.0 */
  coordinates?: readonly FloatT[] | undefined;
  /** Country (`string_t`). Recommended. */
  country?: StringT | undefined;
  /** Description (`string_t`). */
  desc?: StringT | undefined;
  /** Geodetic Altitude (`string_t`). */
  geodetic_altitude?: StringT | undefined;
  /** Geodetic Vertical Accuracy (`string_t`). */
  geodetic_vertical_accuracy?: StringT | undefined;
  /** Geohash (`string_t`). */
  geohash?: StringT | undefined;
  /** Horizontal Accuracy (`string_t`). */
  horizontal_accuracy?: StringT | undefined;
  /** On Premises (`boolean_t`). */
  is_on_premises?: BooleanT | undefined;
  /** ISP Name (`string_t`). @deprecated since 1.5.0 */
  isp?: StringT | undefined;
  /** Latitude (`float_t`). */
  lat?: FloatT | undefined;
  /** Longitude (`float_t`). */
  long?: FloatT | undefined;
  /** Postal Code (`string_t`). */
  postal_code?: StringT | undefined;
  /** Pressure Altitude (`string_t`). */
  pressure_altitude?: StringT | undefined;
  /** Provider (`string_t`). */
  provider?: StringT | undefined;
  /** Region (`string_t`). */
  region?: StringT | undefined;
};

/** Logger: OCSF object `logger`. at least one of name, uid. */
export type Logger<P extends Profile = never> = {
  /** Name (`string_t`). Recommended. */
  name?: StringT | undefined;
  /** Unique ID (`string_t`). Recommended. */
  uid?: StringT | undefined;
  /** Device. Recommended. */
  device?: Device<P> | undefined;
  /** Event UID (`string_t`). */
  event_uid?: StringT | undefined;
  /** Log Level (`string_t`). */
  log_level?: StringT | undefined;
  /** Log Name (`string_t`). Recommended. */
  log_name?: StringT | undefined;
  /** Log Provider (`string_t`). Recommended. */
  log_provider?: StringT | undefined;
  /** Log Version (`string_t`). */
  log_version?: StringT | undefined;
  /** Logged Time (`timestamp_t`). Recommended. */
  logged_time?: TimestampT | undefined;
  /** Product. Recommended. */
  product?: Product<P> | undefined;
  /** Transmission Time (`timestamp_t`). */
  transmit_time?: TimestampT | undefined;
  /** Version (`string_t`). */
  version?: StringT | undefined;
} & ("datetime" extends P ? {
  /** Logged Time (`datetime_t`). */
  logged_time_dt?: DatetimeT | undefined;
  /** Transmission Time (`datetime_t`). */
  transmit_time_dt?: DatetimeT | undefined;
} : unknown);

/** Long String: OCSF object `long_string`. */
export type LongString = {
  /** Is Truncated (`boolean_t`). */
  is_truncated?: BooleanT | undefined;
  /** Untruncated Size (`integer_t`). */
  untruncated_size?: IntegerT | undefined;
  /** Value (`string_t`). Required. */
  value: StringT;
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
  /** Files. */
  files?: readonly File<P>[] | undefined;
  /** Number of Infected Entities (`integer_t`). */
  num_infected?: IntegerT | undefined;
  /** Path (`file_path_t`). Recommended. @deprecated since 1.5.0 */
  path?: FilePathT | undefined;
  /** Provider (`string_t`). Recommended. */
  provider?: StringT | undefined;
  /** Severity (`string_t`). */
  severity?: StringT | undefined;
  /** Severity ID. Recommended. */
  severity_id?: SeverityId | undefined;
};

/** Malware Scan Info: OCSF object `malware_scan_info`. at least one of name, uid. */
export type MalwareScanInfo<P extends Profile = never> = {
  /** Name (`string_t`). Recommended. */
  name?: StringT | undefined;
  /** Scan UID (`string_t`). Recommended. */
  uid?: StringT | undefined;
  /** Type (`string_t`). */
  type?: StringT | undefined;
  /** Type ID. Required. */
  type_id: MalwareScanInfoTypeId;
  /** End Time (`timestamp_t`). */
  end_time?: TimestampT | undefined;
  /** Scanned Files (`integer_t`). */
  num_files?: IntegerT | undefined;
  /** Number of Infected Entities (`integer_t`). */
  num_infected?: IntegerT | undefined;
  /** Number of Volumes (`integer_t`). */
  num_volumes?: IntegerT | undefined;
  /** Size (`long_t`). */
  size?: LongT | undefined;
  /** Start Time (`timestamp_t`). */
  start_time?: TimestampT | undefined;
  /** Unique Malware Count (`integer_t`). */
  unique_malware_count?: IntegerT | undefined;
} & ("datetime" extends P ? Part44 : unknown);

/** Managed Entity: OCSF object `managed_entity`. at least one of name, uid, device, group, org, policy, user. */
export type ManagedEntity<P extends Profile = never> = {
  /** Name (`string_t`). Recommended. */
  name?: StringT | undefined;
  /** Unique ID (`string_t`). Recommended. */
  uid?: StringT | undefined;
  /** Data (`json_t`). */
  data?: JsonT | undefined;
  /** Device. Recommended. */
  device?: Device<P> | undefined;
  /** Email. Recommended. */
  email?: Email<P> | undefined;
  /** Group. Recommended. */
  group?: Group | undefined;
  /** Geo Location. */
  location?: Location | undefined;
  /** Organization. Recommended. */
  org?: Organization | undefined;
  /** Policy. Recommended. */
  policy?: Policy | undefined;
  /** Type (`string_t`). Recommended. */
  type?: StringT | undefined;
  /** Type ID. Recommended. */
  type_id?: ManagedEntityTypeId | undefined;
  /** User. Recommended. */
  user?: User<P> | undefined;
  /** Version (`string_t`). Recommended. */
  version?: StringT | undefined;
};

/** Metadata: OCSF object `metadata`. */
export type Metadata<P extends Profile = never> = ("data_classification" extends P ? Part37 : unknown) & {
  /** Correlation UID (`string_t`). */
  correlation_uid?: StringT | undefined;
  /** Debug Information (`string_t`). */
  debug?: readonly StringT[] | undefined;
  /** Event Code (`string_t`). */
  event_code?: StringT | undefined;
  /** Schema Extension. @deprecated since 1.1.0 */
  extension?: Extension | undefined;
  /** Schema Extensions. */
  extensions?: readonly Extension[] | undefined;
  /** Labels (`string_t`). */
  labels?: readonly StringT[] | undefined;
  /** Log Level (`string_t`). */
  log_level?: StringT | undefined;
  /** Log Name (`string_t`). Recommended. */
  log_name?: StringT | undefined;
  /** Log Provider (`string_t`). Recommended. */
  log_provider?: StringT | undefined;
  /** Log Version (`string_t`). */
  log_version?: StringT | undefined;
  /** Logged Time (`timestamp_t`). */
  logged_time?: TimestampT | undefined;
  /** Loggers. */
  loggers?: readonly Logger<P>[] | undefined;
  /** Modified Time (`timestamp_t`). */
  modified_time?: TimestampT | undefined;
  /** Original Time (`string_t`). Recommended. */
  original_time?: StringT | undefined;
  /** Processed Time (`timestamp_t`). */
  processed_time?: TimestampT | undefined;
  /** Product. Required. */
  product?: Product<P> | undefined;
  /** Profiles (`string_t`). */
  profiles?: readonly StringT[] | undefined;
  /** Sequence Number (`integer_t`). */
  sequence?: IntegerT | undefined;
  /** Tags. */
  tags?: readonly KeyValueObject[] | undefined;
  /** Tenant UID (`string_t`). Recommended. */
  tenant_uid?: StringT | undefined;
  /** Transformation Info. */
  transformation_info_list?: readonly TransformationInfo<P>[] | undefined;
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
export type Metric = Part41;

/** MITRE Mitigation: OCSF object `mitigation`. at least one of name, uid. */
export type Mitigation = {
  /** Name (`string_t`). Recommended. */
  name?: StringT | undefined;
  /** Unique ID (`string_t`). Recommended. */
  uid?: StringT | undefined;
  /** Source URL (`url_t`). */
  src_url?: UrlT | undefined;
  /** Countermeasures. */
  countermeasures?: readonly D3fend[] | undefined;
};

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
export type NetworkConnectionInfo<P extends Profile = never> = {
  /** Boundary (`string_t`). */
  boundary?: StringT | undefined;
  /** Boundary ID. Recommended. */
  boundary_id?: BoundaryId | undefined;
  /** Community ID (`string_t`). */
  community_uid?: StringT | undefined;
  /** Direction (`string_t`). */
  direction?: StringT | undefined;
  /** Direction ID. Required. */
  direction_id: NetworkConnectionInfoDirectionId;
  /** Connection Flag History (`string_t`). */
  flag_history?: StringT | undefined;
  /** Protocol Name (`string_t`). Recommended. */
  protocol_name?: StringT | undefined;
  /** Protocol Number (`integer_t`). Recommended. */
  protocol_num?: IntegerT | undefined;
  /** IP Version (`string_t`). */
  protocol_ver?: StringT | undefined;
  /** IP Version ID. Recommended. */
  protocol_ver_id?: ProtocolVerId | undefined;
  /** Session. */
  session?: Session<P> | undefined;
  /** TCP Flags (`integer_t`). */
  tcp_flags?: IntegerT | undefined;
  /** Connection UID (`string_t`). Recommended. */
  uid?: StringT | undefined;
};

/** Network Endpoint: OCSF object `network_endpoint`. at least one of ip, uid, name, hostname, svc_name, instance_uid, interface_uid, interface_name, domain. */
export type NetworkEndpoint<P extends Profile = never> = Part42<P> & ("container" extends P ? Part38 : unknown);

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

/** Network Proxy Endpoint: OCSF object `network_proxy`. at least one of ip, uid, name, hostname, svc_name, instance_uid, interface_uid, interface_name, domain. */
export type NetworkProxy<P extends Profile = never> = Part42<P> & ("container" extends P ? Part38 : unknown);

/** Network Traffic: OCSF object `network_traffic`. */
export type NetworkTraffic = {
  /** Total Bytes (`long_t`). Recommended. */
  bytes?: LongT | undefined;
  /** Bytes In (`long_t`). */
  bytes_in?: LongT | undefined;
  /** Bytes Missed (`long_t`). */
  bytes_missed?: LongT | undefined;
  /** Bytes Out (`long_t`). */
  bytes_out?: LongT | undefined;
  /** Chunks (`long_t`). */
  chunks?: LongT | undefined;
  /** Chunks In (`long_t`). */
  chunks_in?: LongT | undefined;
  /** Chunks Out (`long_t`). */
  chunks_out?: LongT | undefined;
  /** Total Packets (`long_t`). Recommended. */
  packets?: LongT | undefined;
  /** Packets In (`long_t`). */
  packets_in?: LongT | undefined;
  /** Packets Out (`long_t`). */
  packets_out?: LongT | undefined;
};

/** Node: OCSF object `node`. */
export type Node = {
  /** Data (`json_t`). */
  data?: JsonT | undefined;
  /** Description (`string_t`). */
  desc?: StringT | undefined;
  /** Name (`string_t`). Recommended. */
  name?: StringT | undefined;
  /** Type (`string_t`). */
  type?: StringT | undefined;
  /** Unique ID (`string_t`). Required. */
  uid: StringT;
};

/** Observable: OCSF object `observable`. */
export type Observable = {
  /** Name (`string_t`). Recommended. */
  name?: StringT | undefined;
  /** Reputation Scores. */
  reputation?: Reputation | undefined;
  /** Type (`string_t`). */
  type?: StringT | undefined;
  /** Type ID. Required. */
  type_id: ObservableTypeId;
  /** Value (`string_t`). */
  value?: StringT | undefined;
};

/** Observation: OCSF object `observation`. */
export type Observation<P extends Profile = never> = {
  /** Value (`string_t`). Required. */
  value: StringT;
  /** Count (`integer_t`). Recommended. */
  count?: IntegerT | undefined;
  /** Time Span. Recommended. */
  timespan?: Timespan<P> | undefined;
};

/** Occurrence Details: OCSF object `occurrence_details`. at least one of cell_name, column_name, column_number, end_line, json_path, page_number, record_index_in_array, row_number, start_line. */
export type OccurrenceDetails = {
  /** Cell Name (`string_t`). */
  cell_name?: StringT | undefined;
  /** Column Name (`string_t`). */
  column_name?: StringT | undefined;
  /** Column Number (`integer_t`). */
  column_number?: IntegerT | undefined;
  /** End Line (`integer_t`). */
  end_line?: IntegerT | undefined;
  /** JSON Path (`string_t`). */
  json_path?: StringT | undefined;
  /** Page Number (`integer_t`). */
  page_number?: IntegerT | undefined;
  /** Record Index in Array (`integer_t`). */
  record_index_in_array?: IntegerT | undefined;
  /** Row Number (`integer_t`). */
  row_number?: IntegerT | undefined;
  /** Start Line (`integer_t`). */
  start_line?: IntegerT | undefined;
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
  /** The product CPE identifier (`string_t`). */
  cpe_name?: StringT | undefined;
  /** CPU Bits (`integer_t`). */
  cpu_bits?: IntegerT | undefined;
  /** OS Edition (`string_t`). */
  edition?: StringT | undefined;
  /** Kernel Release (`string_t`). */
  kernel_release?: StringT | undefined;
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

/** OSINT: OCSF object `osint`. */
export type Osint<P extends Profile = never> = {
  /** Related DNS Answers. */
  answers?: readonly DnsAnswer[] | undefined;
  /** MITRE ATT&CK® and ATLAS™ Details. */
  attacks?: readonly Attack[] | undefined;
  /** Autonomous System. */
  autonomous_system?: AutonomousSystem | undefined;
  /** Analyst Comments (`string_t`). */
  comment?: StringT | undefined;
  /** Confidence (`string_t`). */
  confidence?: StringT | undefined;
  /** Confidence ID. Recommended. */
  confidence_id?: ConfidenceId | undefined;
  /** Campaign. */
  campaign?: Campaign | undefined;
  /** Category (`string_t`). */
  category?: StringT | undefined;
  /** Created Time (`timestamp_t`). */
  created_time?: TimestampT | undefined;
  /** Creator. */
  creator?: User<P> | undefined;
  /** Description (`string_t`). */
  desc?: StringT | undefined;
  /** Related Email. */
  email?: Email<P> | undefined;
  /** Related Email Authentication. */
  email_auth?: EmailAuth | undefined;
  /** Expiration Time (`timestamp_t`). */
  expiration_time?: TimestampT | undefined;
  /** External ID (`string_t`). */
  external_uid?: StringT | undefined;
  /** Related File. */
  file?: File<P> | undefined;
  /** Detection Pattern (`string_t`). */
  detection_pattern?: StringT | undefined;
  /** Detection Pattern (`string_t`). */
  detection_pattern_type?: StringT | undefined;
  /** Detection Pattern Type ID. */
  detection_pattern_type_id?: DetectionPatternTypeId | undefined;
  /** Intrusion Sets (`string_t`). */
  intrusion_sets?: readonly StringT[] | undefined;
  /** Kill Chain. */
  kill_chain?: readonly KillChainPhase[] | undefined;
  /** Labels (`string_t`). */
  labels?: readonly StringT[] | undefined;
  /** Geo Location. */
  location?: Location | undefined;
  /** Malware. */
  malware?: readonly Malware<P>[] | undefined;
  /** Modified Time (`timestamp_t`). */
  modified_time?: TimestampT | undefined;
  /** Name (`string_t`). */
  name?: StringT | undefined;
  /** Related Analytics. */
  related_analytics?: readonly Analytic[] | undefined;
  /** Reputation Scores. */
  reputation?: Reputation | undefined;
  /** Risk Score (`integer_t`). */
  risk_score?: IntegerT | undefined;
  /** References (`string_t`). */
  references?: readonly StringT[] | undefined;
  /** Related Script Data. */
  script?: Script<P> | undefined;
  /** Severity (`string_t`). */
  severity?: StringT | undefined;
  /** Severity ID. */
  severity_id?: SeverityId | undefined;
  /** Related Digital Signatures. */
  signatures?: readonly DigitalSignature<P>[] | undefined;
  /** Source URL (`url_t`). */
  src_url?: UrlT | undefined;
  /** Related Subdomains (`string_t`). */
  subdomains?: readonly StringT[] | undefined;
  /** Related Subnet (`subnet_t`). */
  subnet?: SubnetT | undefined;
  /** Threat Actor. */
  threat_actor?: ThreatActor | undefined;
  /** Traffic Light Protocol. Recommended. */
  tlp?: Tlp | undefined;
  /** Type (`string_t`). */
  type?: StringT | undefined;
  /** Indicator Type ID. Required. */
  type_id: OsintTypeId;
  /** Unique ID (`string_t`). */
  uid?: StringT | undefined;
  /** Uploaded Time (`timestamp_t`). */
  uploaded_time?: TimestampT | undefined;
  /** Indicator (`string_t`). Required. */
  value: StringT;
  /** Vendor Name (`string_t`). */
  vendor_name?: StringT | undefined;
  /** Related Vulnerabilities. */
  vulnerabilities?: readonly Vulnerability<P>[] | undefined;
  /** WHOIS. */
  whois?: Whois<P> | undefined;
} & ("datetime" extends P ? {
  /** Created Time (`datetime_t`). */
  created_time_dt?: DatetimeT | undefined;
  /** Expiration Time (`datetime_t`). */
  expiration_time_dt?: DatetimeT | undefined;
  /** Modified Time (`datetime_t`). */
  modified_time_dt?: DatetimeT | undefined;
  /** Uploaded Time (`datetime_t`). */
  uploaded_time_dt?: DatetimeT | undefined;
} : unknown);

/** Software Package: OCSF object `package`. */
export type Package = {
  /** Architecture (`string_t`). Recommended. */
  architecture?: StringT | undefined;
  /** The product CPE identifier (`string_t`). */
  cpe_name?: StringT | undefined;
  /** Epoch (`integer_t`). */
  epoch?: IntegerT | undefined;
  /** Hash. */
  hash?: Fingerprint | undefined;
  /** Software License (`string_t`). */
  license?: StringT | undefined;
  /** Software License URL (`url_t`). */
  license_url?: UrlT | undefined;
  /** Name (`string_t`). Required. */
  name: StringT;
  /** Package Manager (`string_t`). */
  package_manager?: StringT | undefined;
  /** Package Manager URL (`url_t`). */
  package_manager_url?: UrlT | undefined;
  /** Package URL (`string_t`). */
  purl?: StringT | undefined;
  /** Software Release Details (`string_t`). */
  release?: StringT | undefined;
  /** Source URL (`url_t`). */
  src_url?: UrlT | undefined;
  /** Type (`string_t`). */
  type?: StringT | undefined;
  /** Type ID. Recommended. */
  type_id?: AffectedPackageTypeId | undefined;
  /** Package UID (`string_t`). */
  uid?: StringT | undefined;
  /** Vendor Name (`string_t`). */
  vendor_name?: StringT | undefined;
  /** Version (`string_t`). Required. */
  version: StringT;
};

/** Peripheral Device: OCSF object `peripheral_device`. at least one of name, uid. */
export type PeripheralDevice = {
  /** Name (`string_t`). Required. */
  name: StringT;
  /** Unique ID (`string_t`). Recommended. */
  uid?: StringT | undefined;
  /** Class (`string_t`). Required. */
  class: StringT;
  /** Model (`string_t`). Recommended. */
  model?: StringT | undefined;
  /** Serial Number (`string_t`). Recommended. */
  serial_number?: StringT | undefined;
  /** Vendor Name (`string_t`). Recommended. */
  vendor_name?: StringT | undefined;
};

/** Policy: OCSF object `policy`. at least one of name, uid. */
export type Policy = {
  /** Name (`string_t`). Recommended. */
  name?: StringT | undefined;
  /** Unique ID (`string_t`). Recommended. */
  uid?: StringT | undefined;
  /** Data (`json_t`). */
  data?: JsonT | undefined;
  /** Description (`string_t`). */
  desc?: StringT | undefined;
  /** Group. */
  group?: Group | undefined;
  /** Applied (`boolean_t`). Recommended. */
  is_applied?: BooleanT | undefined;
  /** Version (`string_t`). Recommended. */
  version?: StringT | undefined;
};

/** Process: OCSF object `process`. at least one of pid, uid, cpid. */
export type Process<P extends Profile = never> = {
  /** Name (`process_name_t`). Recommended. */
  name?: ProcessNameT | undefined;
  /** Unique ID (`string_t`). Recommended. */
  uid?: StringT | undefined;
  /** Command Line (`string_t`). Recommended. */
  cmd_line?: StringT | undefined;
  /** Common Process Identifier (`uuid_t`). Recommended. */
  cpid?: UuidT | undefined;
  /** Created Time (`timestamp_t`). Recommended. */
  created_time?: TimestampT | undefined;
  /** Path (`string_t`). */
  path?: StringT | undefined;
  /** Process ID (`integer_t`). Recommended. */
  pid?: IntegerT | undefined;
  /** Ancestry. */
  ancestry?: readonly ProcessEntity<P>[] | undefined;
  /** Environment Variables. */
  environment_variables?: readonly EnvironmentVariable[] | undefined;
  /** File. Recommended. */
  file?: File<P> | undefined;
  /** Integrity (`string_t`). */
  integrity?: StringT | undefined;
  /** Integrity Level. */
  integrity_id?: IntegrityId | undefined;
  /** Lineage (`file_path_t`). @deprecated since 1.4.0 */
  lineage?: readonly FilePathT[] | undefined;
  /** Loaded Modules (`string_t`). */
  loaded_modules?: readonly StringT[] | undefined;
  /** Parent Process. Recommended. */
  parent_process?: Process<P> | undefined;
  /** Sandbox (`string_t`). */
  sandbox?: StringT | undefined;
  /** Session. */
  session?: Session<P> | undefined;
  /** Terminated Time (`timestamp_t`). */
  terminated_time?: TimestampT | undefined;
  /** Thread ID (`integer_t`). */
  tid?: IntegerT | undefined;
  /** User. Recommended. */
  user?: User<P> | undefined;
  /** Working Directory (`string_t`). */
  working_directory?: StringT | undefined;
  /** Extended Attributes. */
  xattributes?: OpenObject | undefined;
} & ("container" extends P ? Part38 : unknown) & ("linux/linux_users" extends P ? {
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

/** Process Entity: OCSF object `process_entity`. at least one of cmd_line, name, path, pid, uid, cpid. */
export type ProcessEntity<P extends Profile = never> = {
  /** Name (`process_name_t`). Recommended. */
  name?: ProcessNameT | undefined;
  /** Unique ID (`string_t`). Recommended. */
  uid?: StringT | undefined;
  /** Command Line (`string_t`). Recommended. */
  cmd_line?: StringT | undefined;
  /** Common Process Identifier (`uuid_t`). Recommended. */
  cpid?: UuidT | undefined;
  /** Created Time (`timestamp_t`). Recommended. */
  created_time?: TimestampT | undefined;
  /** Path (`string_t`). */
  path?: StringT | undefined;
  /** Process ID (`integer_t`). Recommended. */
  pid?: IntegerT | undefined;
} & ("datetime" extends P ? Part39 : unknown);

/** Product: OCSF object `product`. at least one of name, uid. */
export type Product<P extends Profile = never> = {
  /** Name (`string_t`). Recommended. */
  name?: StringT | undefined;
  /** Unique ID (`string_t`). Recommended. */
  uid?: StringT | undefined;
  /** The product CPE identifier (`string_t`). */
  cpe_name?: StringT | undefined;
  /** Feature. */
  feature?: Feature | undefined;
  /** Language (`string_t`). */
  lang?: StringT | undefined;
  /** Path (`string_t`). */
  path?: StringT | undefined;
  /** URL String (`url_t`). */
  url_string?: UrlT | undefined;
  /** Vendor Name (`string_t`). Recommended. */
  vendor_name?: StringT | undefined;
  /** Version (`string_t`). Recommended. */
  version?: StringT | undefined;
} & ("data_classification" extends P ? Part37 : unknown);

/** Query Evidence: OCSF object `query_evidence`. just one of connection_info, file, folder, group, job, kernel, module, network_interfaces, peripheral_device, process, reg_key, reg_value, service, session, startup_item, user. */
export type QueryEvidence<P extends Profile = never> = {
  /** Connection Info. Recommended. */
  connection_info?: NetworkConnectionInfo<P> | undefined;
  /** File. Recommended. */
  file?: File<P> | undefined;
  /** Folder. Recommended. */
  folder?: File<P> | undefined;
  /** Group. Recommended. */
  group?: Group | undefined;
  /** Job. Recommended. */
  job?: Job<P> | undefined;
  /** Kernel. Recommended. */
  kernel?: Kernel | undefined;
  /** Module. Recommended. */
  module?: Module<P> | undefined;
  /** Network Interfaces. Recommended. */
  network_interfaces?: readonly NetworkInterface[] | undefined;
  /** Peripheral Device. Recommended. */
  peripheral_device?: PeripheralDevice | undefined;
  /** Process. Recommended. */
  process?: Process<P> | undefined;
  /** Service. Recommended. */
  service?: Service | undefined;
  /** Session. Recommended. */
  session?: Session<P> | undefined;
  /** Startup Item. Recommended. */
  startup_item?: StartupItem<P> | undefined;
  /** Network Connection State (`string_t`). */
  state?: StringT | undefined;
  /** TCP State ID. */
  tcp_state_id?: TcpStateId | undefined;
  /** User. Recommended. */
  user?: User<P> | undefined;
  /** Users. */
  users?: readonly User<P>[] | undefined;
  /** Query Type ID. Required. */
  query_type_id: QueryTypeId;
  /** Query Type (`string_t`). */
  query_type?: StringT | undefined;
  /** Registry Key. Recommended. */
  reg_key?: RegKey<P> | undefined;
  /** Registry Value. Recommended. */
  reg_value?: RegValue<P> | undefined;
};

/** Query Information: OCSF object `query_info`. at least one of name, uid. */
export type QueryInfo<P extends Profile = never> = {
  /** Name (`string_t`). Recommended. */
  name?: StringT | undefined;
  /** Unique ID (`string_t`). Recommended. */
  uid?: StringT | undefined;
  /** Total Bytes (`long_t`). */
  bytes?: LongT | undefined;
  /** Data (`json_t`). */
  data?: JsonT | undefined;
  /** Query String (`string_t`). Required. */
  query_string: StringT;
  /** Query Time (`timestamp_t`). */
  query_time?: TimestampT | undefined;
} & ("datetime" extends P ? {
  /** Query Time (`datetime_t`). */
  query_time_dt?: DatetimeT | undefined;
} : unknown);

/** Related Event/Finding: OCSF object `related_event`. */
export type RelatedEvent<P extends Profile = never> = {
  /** MITRE ATT&CK® and ATLAS™ Details. */
  attacks?: readonly Attack[] | undefined;
  /** Count (`integer_t`). */
  count?: IntegerT | undefined;
  /** Created Time (`timestamp_t`). */
  created_time?: TimestampT | undefined;
  /** Description (`string_t`). */
  desc?: StringT | undefined;
  /** First Seen (`timestamp_t`). */
  first_seen_time?: TimestampT | undefined;
  /** Kill Chain. */
  kill_chain?: readonly KillChainPhase[] | undefined;
  /** Last Seen (`timestamp_t`). */
  last_seen_time?: TimestampT | undefined;
  /** Modified Time (`timestamp_t`). */
  modified_time?: TimestampT | undefined;
  /** Observables. */
  observables?: readonly Observable[] | undefined;
  /** Product. */
  product?: Product<P> | undefined;
  /** Product Identifier (`string_t`). @deprecated since 1.4.0 */
  product_uid?: StringT | undefined;
  /** Severity (`string_t`). */
  severity?: StringT | undefined;
  /** Severity ID. Recommended. */
  severity_id?: SeverityId | undefined;
  /** Tags. */
  tags?: readonly KeyValueObject[] | undefined;
  /** Title (`string_t`). */
  title?: StringT | undefined;
  /** Traits. */
  traits?: readonly Trait[] | undefined;
  /** Type (`string_t`). */
  type?: StringT | undefined;
  /** Type Name (`string_t`). */
  type_name?: StringT | undefined;
  /** Type ID (`long_t`). Recommended. */
  type_uid?: LongT | undefined;
  /** Unique ID (`string_t`). Required. */
  uid: StringT;
} & ("datetime" extends P ? Part40 : unknown);

/** Remediation: OCSF object `remediation`. */
export type Remediation<P extends Profile = never> = {
  /** CIS Controls. */
  cis_controls?: readonly CisControl[] | undefined;
  /** Description (`string_t`). Required. */
  desc: StringT;
  /** Knowledgebase Articles. */
  kb_article_list?: readonly KbArticle<P>[] | undefined;
  /** Knowledgebase Articles (`string_t`). @deprecated since 1.1.0 */
  kb_articles?: readonly StringT[] | undefined;
  /** References (`string_t`). */
  references?: readonly StringT[] | undefined;
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
  /** Containers. */
  containers?: readonly Container[] | undefined;
  /** Data (`json_t`). */
  data?: JsonT | undefined;
  /** Flags (`string_t`). */
  flags?: readonly StringT[] | undefined;
  /** Unique ID (`string_t`). Required. */
  uid: StringT;
};

/** Resource Details: OCSF object `resource_details`. at least one of name, uid. */
export type ResourceDetails<P extends Profile = never> = {
  /** Name (`string_t`). Recommended. */
  name?: StringT | undefined;
  /** Unique ID (`resource_uid_t`). Recommended. */
  uid?: ResourceUidT | undefined;
  /** Created Time (`timestamp_t`). */
  created_time?: TimestampT | undefined;
  /** Data (`json_t`). */
  data?: JsonT | undefined;
  /** Labels (`string_t`). */
  labels?: readonly StringT[] | undefined;
  /** Modified Time (`timestamp_t`). */
  modified_time?: TimestampT | undefined;
  /** Tags. */
  tags?: readonly KeyValueObject[] | undefined;
  /** Type (`string_t`). */
  type?: StringT | undefined;
  /** Alternate ID (`resource_uid_t`). */
  uid_alt?: ResourceUidT | undefined;
  /** Agent List. */
  agent_list?: readonly Agent[] | undefined;
  /** Criticality (`string_t`). */
  criticality?: StringT | undefined;
  /** Group. */
  group?: Group | undefined;
  /** Hostname (`hostname_t`). Recommended. */
  hostname?: HostnameT | undefined;
  /** IP Address (`ip_t`). Recommended. */
  ip?: IpT | undefined;
  /** Back Ups Configured (`boolean_t`). */
  is_backed_up?: BooleanT | undefined;
  /** Namespace (`string_t`). */
  namespace?: StringT | undefined;
  /** Owner. Recommended. */
  owner?: User<P> | undefined;
  /** Resource Relationship. */
  resource_relationship?: Graph | undefined;
  /** Version (`string_t`). */
  version?: StringT | undefined;
} & ("data_classification" extends P ? Part37 : unknown) & ("cloud" extends P ? Part43 : unknown) & ("datetime" extends P ? Part35 : unknown);

/** Response Elements: OCSF object `response`. */
export type Response = {
  /** Response Code (`integer_t`). Recommended. */
  code?: IntegerT | undefined;
  /** Containers. */
  containers?: readonly Container[] | undefined;
  /** Data (`json_t`). */
  data?: JsonT | undefined;
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

/** Software Bill of Materials: OCSF object `sbom`. */
export type Sbom<P extends Profile = never> = {
  /** Created Time (`timestamp_t`). Recommended. */
  created_time?: TimestampT | undefined;
  /** Software Package. Required. */
  package: Package;
  /** Product. Recommended. */
  product?: Product<P> | undefined;
  /** Software Components. Required. */
  software_components: readonly SoftwareComponent[];
  /** Type (`string_t`). */
  type?: StringT | undefined;
  /** Type ID. Recommended. */
  type_id?: SbomTypeId | undefined;
  /** SBOM ID (`string_t`). */
  uid?: StringT | undefined;
  /** Version (`string_t`). */
  version?: StringT | undefined;
} & ("datetime" extends P ? Part39 : unknown);

/** Scan: OCSF object `scan`. at least one of name, uid. */
export type Scan = {
  /** Name (`string_t`). Recommended. */
  name?: StringT | undefined;
  /** Scan UID (`string_t`). Recommended. */
  uid?: StringT | undefined;
  /** Type (`string_t`). */
  type?: StringT | undefined;
  /** Type ID. Required. */
  type_id: MalwareScanInfoTypeId;
};

/** SCIM: OCSF object `scim`. */
export type Scim<P extends Profile = never> = {
  /** Auth Protocol (`string_t`). */
  auth_protocol?: StringT | undefined;
  /** Auth Protocol ID. */
  auth_protocol_id?: AuthenticationAuthProtocolId | undefined;
  /** Created Time (`timestamp_t`). */
  created_time?: TimestampT | undefined;
  /** Last Error Message (`string_t`). */
  error_message?: StringT | undefined;
  /** SCIM Group Provisioning Enabled (`boolean_t`). */
  is_group_provisioning_enabled?: BooleanT | undefined;
  /** SCIM User Provisioning Enabled (`boolean_t`). */
  is_user_provisioning_enabled?: BooleanT | undefined;
  /** Last Sync Time (`timestamp_t`). */
  last_run_time?: TimestampT | undefined;
  /** Modified Time (`timestamp_t`). */
  modified_time?: TimestampT | undefined;
  /** Name (`string_t`). Recommended. */
  name?: StringT | undefined;
  /** Supported Protocol (`string_t`). */
  protocol_name?: StringT | undefined;
  /** Rate Limit (`integer_t`). */
  rate_limit?: IntegerT | undefined;
  /** SCIM Group Schema (`json_t`). Recommended. */
  scim_group_schema?: JsonT | undefined;
  /** SCIM User Schema (`json_t`). Recommended. */
  scim_user_schema?: JsonT | undefined;
  /** State (`string_t`). */
  state?: StringT | undefined;
  /** State ID. */
  state_id?: ScimStateId | undefined;
  /** Unique ID (`string_t`). Recommended. */
  uid?: StringT | undefined;
  /** External ID (`string_t`). */
  uid_alt?: StringT | undefined;
  /** SCIM Endpoint URL (`url_t`). */
  url_string?: UrlT | undefined;
  /** Service Provider (`string_t`). */
  vendor_name?: StringT | undefined;
  /** SCIM Version (`string_t`). Recommended. */
  version?: StringT | undefined;
} & ("datetime" extends P ? {
  /** Created Time (`datetime_t`). */
  created_time_dt?: DatetimeT | undefined;
  /** Last Sync Time (`datetime_t`). */
  last_run_time_dt?: DatetimeT | undefined;
  /** Modified Time (`datetime_t`). */
  modified_time_dt?: DatetimeT | undefined;
} : unknown);

/** Script: OCSF object `script`. */
export type Script<P extends Profile = never> = {
  /** File. */
  file?: File<P> | undefined;
  /** Hashes. Recommended. */
  hashes?: readonly Fingerprint[] | undefined;
  /** Name (`string_t`). */
  name?: StringT | undefined;
  /** Parent Unique ID (`string_t`). */
  parent_uid?: StringT | undefined;
  /** Script Content. Required. */
  script_content: LongString;
  /** Type (`string_t`). */
  type?: StringT | undefined;
  /** Type ID. Required. */
  type_id: ScriptTypeId;
  /** Unique ID (`string_t`). */
  uid?: StringT | undefined;
};

/** Security State: OCSF object `security_state`. */
export type SecurityState = {
  /** Security State (`string_t`). */
  state?: StringT | undefined;
  /** Security State ID. Recommended. */
  state_id?: SecurityStateStateId | undefined;
};

/** Service: OCSF object `service`. at least one of name, uid. */
export type Service = {
  /** Name (`string_t`). Recommended. */
  name?: StringT | undefined;
  /** Unique ID (`string_t`). Recommended. */
  uid?: StringT | undefined;
  /** Labels (`string_t`). */
  labels?: readonly StringT[] | undefined;
  /** Tags. */
  tags?: readonly KeyValueObject[] | undefined;
  /** Version (`string_t`). Recommended. */
  version?: StringT | undefined;
};

/** Session: OCSF object `session`. */
export type Session<P extends Profile = never> = {
  /** Count (`integer_t`). */
  count?: IntegerT | undefined;
  /** Created Time (`timestamp_t`). Recommended. */
  created_time?: TimestampT | undefined;
  /** User Credential ID (`string_t`). */
  credential_uid?: StringT | undefined;
  /** Expiration Reason (`string_t`). */
  expiration_reason?: StringT | undefined;
  /** Expiration Time (`timestamp_t`). */
  expiration_time?: TimestampT | undefined;
  /** Multi Factor Authentication (`boolean_t`). */
  is_mfa?: BooleanT | undefined;
  /** Remote (`boolean_t`). Recommended. */
  is_remote?: BooleanT | undefined;
  /** VPN Session (`boolean_t`). */
  is_vpn?: BooleanT | undefined;
  /** Issuer Details (`string_t`). Recommended. */
  issuer?: StringT | undefined;
  /** Terminal (`string_t`). */
  terminal?: StringT | undefined;
  /** Unique ID (`string_t`). Recommended. */
  uid?: StringT | undefined;
  /** Alternate ID (`string_t`). */
  uid_alt?: StringT | undefined;
  /** UUID (`uuid_t`). */
  uuid?: UuidT | undefined;
} & ("datetime" extends P ? Part34 : unknown);

/** Software Component: OCSF object `software_component`. */
export type SoftwareComponent = {
  /** Author (`string_t`). Recommended. */
  author?: StringT | undefined;
  /** Hash. */
  hash?: Fingerprint | undefined;
  /** Software License (`string_t`). */
  license?: StringT | undefined;
  /** Name (`string_t`). Required. */
  name: StringT;
  /** Package URL (`string_t`). Recommended. */
  purl?: StringT | undefined;
  /** Related Component (`string_t`). Recommended. */
  related_component?: StringT | undefined;
  /** Relationship (`string_t`). */
  relationship?: StringT | undefined;
  /** Relationship ID. Recommended. */
  relationship_id?: RelationshipId | undefined;
  /** Type (`string_t`). */
  type?: StringT | undefined;
  /** Type ID. Recommended. */
  type_id?: SoftwareComponentTypeId | undefined;
  /** Version (`string_t`). Required. */
  version: StringT;
};

/** Span: OCSF object `span`. */
export type Span<P extends Profile = never> = {
  /** Duration Milliseconds (`long_t`). */
  duration?: LongT | undefined;
  /** End Time (`timestamp_t`). Required. */
  end_time: TimestampT;
  /** Message (`string_t`). */
  message?: StringT | undefined;
  /** Operation (`string_t`). */
  operation?: StringT | undefined;
  /** Parent Unique ID (`string_t`). */
  parent_uid?: StringT | undefined;
  /** Service. */
  service?: Service | undefined;
  /** Start Time (`timestamp_t`). Required. */
  start_time: TimestampT;
  /** Status Code (`string_t`). */
  status_code?: StringT | undefined;
  /** Unique ID (`string_t`). Required. */
  uid: StringT;
} & ("datetime" extends P ? Part44 : unknown);

/** SSO: OCSF object `sso`. */
export type Sso<P extends Profile = never> = {
  /** Auth Protocol (`string_t`). */
  auth_protocol?: StringT | undefined;
  /** Auth Protocol ID. */
  auth_protocol_id?: AuthenticationAuthProtocolId | undefined;
  /** SAML Certificate. Recommended. */
  certificate?: Certificate<P> | undefined;
  /** Created Time (`timestamp_t`). */
  created_time?: TimestampT | undefined;
  /** SSO Session Duration (`integer_t`). */
  duration_mins?: IntegerT | undefined;
  /** SSO Idle Timeout (`integer_t`). */
  idle_timeout?: IntegerT | undefined;
  /** SSO Login Endpoint (`url_t`). */
  login_endpoint?: UrlT | undefined;
  /** SSO Logout Endpoint (`url_t`). */
  logout_endpoint?: UrlT | undefined;
  /** SSO Metadata Endpoint (`url_t`). */
  metadata_endpoint?: UrlT | undefined;
  /** Modified Time (`timestamp_t`). */
  modified_time?: TimestampT | undefined;
  /** Name (`string_t`). Recommended. */
  name?: StringT | undefined;
  /** Supported Protocol (`string_t`). */
  protocol_name?: StringT | undefined;
  /** Scopes (`string_t`). */
  scopes?: readonly StringT[] | undefined;
  /** Unique ID (`string_t`). Recommended. */
  uid?: StringT | undefined;
  /** Service Provider (`string_t`). */
  vendor_name?: StringT | undefined;
} & ("datetime" extends P ? Part35 : unknown);

/** Startup Item: OCSF object `startup_item`. just one of driver, job, process, win_service. */
export type StartupItem<P extends Profile = never> = {
  /** Kernel Driver. */
  driver?: KernelDriver<P> | undefined;
  /** Job. */
  job?: Job<P> | undefined;
  /** Name (`string_t`). Required. */
  name: StringT;
  /** Process. */
  process?: Process<P> | undefined;
  /** Run Mode IDs. */
  run_mode_ids?: readonly RunModeIds[] | undefined;
  /** Run Modes (`string_t`). */
  run_modes?: readonly StringT[] | undefined;
  /** Run State (`string_t`). */
  run_state?: StringT | undefined;
  /** Run State ID. Recommended. */
  run_state_id?: StartupItemRunStateId | undefined;
  /** Start Type (`string_t`). */
  start_type?: StringT | undefined;
  /** Start Type ID. Required. */
  start_type_id: StartTypeId;
  /** Type (`string_t`). */
  type?: StringT | undefined;
  /** Type ID. Recommended. */
  type_id?: StartupItemTypeId | undefined;
  /** Windows Service. */
  win_service?: WinService | undefined;
};

/** MITRE Sub-technique: OCSF object `sub_technique`. at least one of name, uid. */
export type SubTechnique = Part36;

/** Table: OCSF object `table`. at least one of name, uid. */
export type Table<P extends Profile = never> = {
  /** Name (`string_t`). Recommended. */
  name?: StringT | undefined;
  /** Unique ID (`string_t`). Recommended. */
  uid?: StringT | undefined;
  /** Created Time (`timestamp_t`). */
  created_time?: TimestampT | undefined;
  /** Description (`string_t`). */
  desc?: StringT | undefined;
  /** Groups. */
  groups?: readonly Group[] | undefined;
  /** Modified Time (`timestamp_t`). */
  modified_time?: TimestampT | undefined;
  /** Size (`long_t`). */
  size?: LongT | undefined;
} & ("datetime" extends P ? Part35 : unknown);

/** MITRE Tactic: OCSF object `tactic`. at least one of name, uid. */
export type Tactic = Part36;

/** MITRE Technique: OCSF object `technique`. at least one of name, uid. */
export type Technique = Part36;

/** Threat Actor: OCSF object `threat_actor`. */
export type ThreatActor = {
  /** Name (`string_t`). Required. */
  name: StringT;
  /** Threat Actor Type (`string_t`). */
  type?: StringT | undefined;
  /** Threat Actor Type ID. Recommended. */
  type_id?: ThreatActorTypeId | undefined;
};

/** Ticket: OCSF object `ticket`. at least one of src_url, uid. */
export type Ticket = {
  /** Source URL (`url_t`). Recommended. */
  src_url?: UrlT | undefined;
  /** Ticket Status (`string_t`). */
  status?: StringT | undefined;
  /** Ticket Status ID. */
  status_id?: TicketStatusId | undefined;
  /** Status Details (`string_t`). */
  status_details?: readonly StringT[] | undefined;
  /** Title (`string_t`). */
  title?: StringT | undefined;
  /** Ticket Type (`string_t`). */
  type?: StringT | undefined;
  /** Ticket Type ID. */
  type_id?: TicketTypeId | undefined;
  /** Unique ID (`string_t`). Recommended. */
  uid?: StringT | undefined;
};

/** Time Span: OCSF object `timespan`. at least one of duration, duration_days, duration_hours, duration_mins, duration_months, duration_secs, duration_weeks, duration_years, end_time, start_time. */
export type Timespan<P extends Profile = never> = {
  /** Duration Milliseconds (`long_t`). Recommended. */
  duration?: LongT | undefined;
  /** Duration Days (`integer_t`). Recommended. */
  duration_days?: IntegerT | undefined;
  /** Duration Hours (`integer_t`). Recommended. */
  duration_hours?: IntegerT | undefined;
  /** Duration Minutes (`integer_t`). Recommended. */
  duration_mins?: IntegerT | undefined;
  /** Duration Months (`integer_t`). Recommended. */
  duration_months?: IntegerT | undefined;
  /** Duration Seconds (`integer_t`). Recommended. */
  duration_secs?: IntegerT | undefined;
  /** Duration Weeks (`integer_t`). Recommended. */
  duration_weeks?: IntegerT | undefined;
  /** Duration Years (`integer_t`). Recommended. */
  duration_years?: IntegerT | undefined;
  /** End Time (`timestamp_t`). Recommended. */
  end_time?: TimestampT | undefined;
  /** Start Time (`timestamp_t`). Recommended. */
  start_time?: TimestampT | undefined;
  /** Time Span Type (`string_t`). */
  type?: StringT | undefined;
  /** Time Span Type ID. Recommended. */
  type_id?: TimespanTypeId | undefined;
} & ("datetime" extends P ? Part44 : unknown);

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
  /** Extension List. @deprecated since 1.1.0 */
  extension_list?: readonly TlsExtension[] | undefined;
  /** Handshake Duration (`integer_t`). */
  handshake_dur?: IntegerT | undefined;
  /** JA3 Hash. Recommended. */
  ja3_hash?: Fingerprint | undefined;
  /** JA3S Hash. Recommended. */
  ja3s_hash?: Fingerprint | undefined;
  /** Key Length (`integer_t`). */
  key_length?: IntegerT | undefined;
  /** Subject Alternative Names. @deprecated since 1.4.0 */
  sans?: readonly San[] | undefined;
  /** Server Cipher Suites (`string_t`). */
  server_ciphers?: readonly StringT[] | undefined;
  /** Server Name Indication (`string_t`). Recommended. */
  sni?: StringT | undefined;
  /** TLS Extension List. */
  tls_extension_list?: readonly TlsExtension[] | undefined;
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

/** Trace: OCSF object `trace`. */
export type Trace<P extends Profile = never> = {
  /** Duration Milliseconds (`long_t`). */
  duration?: LongT | undefined;
  /** End Time (`timestamp_t`). */
  end_time?: TimestampT | undefined;
  /** Flags (`string_t`). */
  flags?: readonly StringT[] | undefined;
  /** Service. */
  service?: Service | undefined;
  /** Span. */
  span?: Span<P> | undefined;
  /** Start Time (`timestamp_t`). */
  start_time?: TimestampT | undefined;
  /** Unique ID (`string_t`). Required. */
  uid: StringT;
} & ("datetime" extends P ? Part44 : unknown);

/** Trait: OCSF object `trait`. at least one of name, uid. */
export type Trait = {
  /** Name (`string_t`). Recommended. */
  name?: StringT | undefined;
  /** Unique ID (`string_t`). Recommended. */
  uid?: StringT | undefined;
  /** Category (`string_t`). */
  category?: StringT | undefined;
  /** Type (`string_t`). */
  type?: StringT | undefined;
  /** Values (`string_t`). */
  values?: readonly StringT[] | undefined;
};

/** Transformation Info: OCSF object `transformation_info`. at least one of name, uid. */
export type TransformationInfo<P extends Profile = never> = {
  /** Name (`string_t`). Recommended. */
  name?: StringT | undefined;
  /** Unique ID (`string_t`). */
  uid?: StringT | undefined;
  /** Language (`string_t`). */
  lang?: StringT | undefined;
  /** Product. */
  product?: Product<P> | undefined;
  /** Event Time (`timestamp_t`). Recommended. */
  time?: TimestampT | undefined;
  /** URL String (`url_t`). Recommended. */
  url_string?: UrlT | undefined;
} & ("datetime" extends P ? {
  /** Event Time (`datetime_t`). */
  time_dt?: DatetimeT | undefined;
} : unknown);

/** Unmanned Aerial System: OCSF object `unmanned_aerial_system`. at least one of name, serial_number, uid, uid_alt. */
export type UnmannedAerialSystem = {
  /** Name (`string_t`). */
  name?: StringT | undefined;
  /** UAS ID (`string_t`). Recommended. */
  uid?: StringT | undefined;
  /** UAS Position Location Information. Recommended. */
  location?: Location | undefined;
  /** Model (`string_t`). */
  model?: StringT | undefined;
  /** Serial Number (`string_t`). Recommended. */
  serial_number?: StringT | undefined;
  /** Speed (`string_t`). */
  speed?: StringT | undefined;
  /** Speed Accuracy (`string_t`). */
  speed_accuracy?: StringT | undefined;
  /** Track Direction (`string_t`). */
  track_direction?: StringT | undefined;
  /** UAS Alternate ID (`string_t`). Recommended. */
  uid_alt?: StringT | undefined;
  /** Vertical Speed (`string_t`). */
  vertical_speed?: StringT | undefined;
  /** UAS Hardware Information. */
  hw_info?: DeviceHwInfo | undefined;
  /** Type (`string_t`). */
  type?: StringT | undefined;
  /** Type ID. Recommended. */
  type_id?: UnmannedAerialSystemTypeId | undefined;
  /** UTM UUID (`uuid_t`). Recommended. */
  uuid?: UuidT | undefined;
};

/** Unmanned System Operating Area: OCSF object `unmanned_system_operating_area`. at least one of city, country, postal_code, region. */
export type UnmannedSystemOperatingArea<P extends Profile = never> = {
  /** Aerial Height (`string_t`). */
  aerial_height?: StringT | undefined;
  /** City (`string_t`). Recommended. */
  city?: StringT | undefined;
  /** Continent (`string_t`). Recommended. */
  continent?: StringT | undefined;
  /** Coordinates (`float_t`). @deprecated since 1.2.0 */
  coordinates?: readonly FloatT[] | undefined;
  /** Country (`string_t`). Recommended. */
  country?: StringT | undefined;
  /** Description (`string_t`). */
  desc?: StringT | undefined;
  /** Geodetic Altitude (`string_t`). */
  geodetic_altitude?: StringT | undefined;
  /** Geodetic Vertical Accuracy (`string_t`). */
  geodetic_vertical_accuracy?: StringT | undefined;
  /** Geohash (`string_t`). */
  geohash?: StringT | undefined;
  /** Horizontal Accuracy (`string_t`). */
  horizontal_accuracy?: StringT | undefined;
  /** On Premises (`boolean_t`). */
  is_on_premises?: BooleanT | undefined;
  /** ISP Name (`string_t`). @deprecated since 1.5.0 */
  isp?: StringT | undefined;
  /** Latitude (`float_t`). */
  lat?: FloatT | undefined;
  /** Longitude (`float_t`). */
  long?: FloatT | undefined;
  /** Postal Code (`string_t`). */
  postal_code?: StringT | undefined;
  /** Pressure Altitude (`string_t`). */
  pressure_altitude?: StringT | undefined;
  /** Provider (`string_t`). */
  provider?: StringT | undefined;
  /** Region (`string_t`). */
  region?: StringT | undefined;
  /** Altitude Ceiling (`string_t`). */
  altitude_ceiling?: StringT | undefined;
  /** Altitude Floor (`string_t`). */
  altitude_floor?: StringT | undefined;
  /** Count (`integer_t`). Recommended. */
  count?: IntegerT | undefined;
  /** End Time (`timestamp_t`). */
  end_time?: TimestampT | undefined;
  /** Operating Polygon. Recommended. */
  locations?: readonly Location[] | undefined;
  /** Operating Area Radius (`string_t`). */
  radius?: StringT | undefined;
  /** Start Time (`timestamp_t`). */
  start_time?: TimestampT | undefined;
  /** Type (`string_t`). */
  type?: StringT | undefined;
  /** Type ID. Recommended. */
  type_id?: UnmannedSystemOperatingAreaTypeId | undefined;
} & ("datetime" extends P ? Part44 : unknown);

/** Uniform Resource Locator: OCSF object `url`. at least one of url_string, path. */
export type Url = {
  /** Website Categorization (`string_t`). */
  categories?: readonly StringT[] | undefined;
  /** Website Categorization IDs. Recommended. */
  category_ids?: readonly CategoryIds[] | undefined;
  /** Domain (`string_t`). */
  domain?: StringT | undefined;
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

/** User: OCSF object `user`. at least one of account, name, uid. */
export type User<P extends Profile = never> = {
  /** Name (`username_t`). Recommended. */
  name?: UsernameT | undefined;
  /** Unique ID (`string_t`). Recommended. */
  uid?: StringT | undefined;
  /** Account. */
  account?: Account | undefined;
  /** User Credential ID (`string_t`). */
  credential_uid?: StringT | undefined;
  /** Display Name (`string_t`). */
  display_name?: StringT | undefined;
  /** Domain (`string_t`). */
  domain?: StringT | undefined;
  /** Email Address (`email_t`). */
  email_addr?: EmailT | undefined;
  /** Forwarding Address (`email_t`). */
  forward_addr?: EmailT | undefined;
  /** Full Name (`string_t`). */
  full_name?: StringT | undefined;
  /** Groups. */
  groups?: readonly Group[] | undefined;
  /** MFA Assigned (`boolean_t`). Recommended. */
  has_mfa?: BooleanT | undefined;
  /** LDAP Person. */
  ldap_person?: LdapPerson<P> | undefined;
  /** Organization. */
  org?: Organization | undefined;
  /** Telephone Number (`string_t`). */
  phone_number?: StringT | undefined;
  /** Risk Level (`string_t`). */
  risk_level?: StringT | undefined;
  /** Risk Level ID. */
  risk_level_id?: RiskLevelId | undefined;
  /** Risk Score (`integer_t`). */
  risk_score?: IntegerT | undefined;
  /** Type (`string_t`). */
  type?: StringT | undefined;
  /** Type ID. Recommended. */
  type_id?: UserTypeId | undefined;
  /** Alternate ID (`string_t`). */
  uid_alt?: StringT | undefined;
};

/** Vendor Attributes: OCSF object `vendor_attributes`. */
export type VendorAttributes = {
  /** Severity (`string_t`). */
  severity?: StringT | undefined;
  /** Severity ID. */
  severity_id?: SeverityId | undefined;
};

/** Vulnerability Details: OCSF object `vulnerability`. just one of advisory, cve, cwe. */
export type Vulnerability<P extends Profile = never> = {
  /** Security Advisory. */
  advisory?: Advisory<P> | undefined;
  /** Affected Code. */
  affected_code?: readonly AffectedCode<P>[] | undefined;
  /** Affected Software Packages. */
  affected_packages?: readonly AffectedPackage<P>[] | undefined;
  /** Category (`string_t`). */
  category?: StringT | undefined;
  /** CVE. Recommended. */
  cve?: Cve<P> | undefined;
  /** CWE. Recommended. */
  cwe?: Cwe | undefined;
  /** Description (`string_t`). */
  desc?: StringT | undefined;
  /** Dependency Chain (`string_t`). */
  dependency_chain?: StringT | undefined;
  /** Exploit Last Seen Time (`timestamp_t`). */
  exploit_last_seen_time?: TimestampT | undefined;
  /** Exploit URL (`url_t`). */
  exploit_ref_url?: UrlT | undefined;
  /** Exploit Requirement (`string_t`). */
  exploit_requirement?: StringT | undefined;
  /** Exploit Type (`string_t`). */
  exploit_type?: StringT | undefined;
  /** First Seen (`timestamp_t`). */
  first_seen_time?: TimestampT | undefined;
  /** Fix Availability (`boolean_t`). @deprecated since 1.1.0 */
  fix_available?: BooleanT | undefined;
  /** Fix Coverage (`string_t`). */
  fix_coverage?: StringT | undefined;
  /** Fix Coverage ID. */
  fix_coverage_id?: FixCoverageId | undefined;
  /** Exploit Availability (`boolean_t`). */
  is_exploit_available?: BooleanT | undefined;
  /** Fix Availability (`boolean_t`). */
  is_fix_available?: BooleanT | undefined;
  /** Knowledgebase Articles. @deprecated since 1.4.0 */
  kb_article_list?: readonly KbArticle<P>[] | undefined;
  /** Knowledgebase Articles (`string_t`). @deprecated since 1.1.0 */
  kb_articles?: readonly StringT[] | undefined;
  /** Last Seen (`timestamp_t`). */
  last_seen_time?: TimestampT | undefined;
  /** Software Packages. @deprecated since 1.1.0 */
  packages?: readonly Package[] | undefined;
  /** References (`string_t`). Recommended. */
  references?: readonly StringT[] | undefined;
  /** Related Vulnerability IDs (`string_t`). */
  related_vulnerabilities?: readonly StringT[] | undefined;
  /** Remediation Guidance. */
  remediation?: Remediation<P> | undefined;
  /** Severity (`string_t`). */
  severity?: StringT | undefined;
  /** Title (`string_t`). */
  title?: StringT | undefined;
  /** Vendor Name (`string_t`). */
  vendor_name?: StringT | undefined;
} & ("datetime" extends P ? {
  /** Exploit Last Seen Time (`datetime_t`). */
  exploit_last_seen_time_dt?: DatetimeT | undefined;
  /** First Seen (`datetime_t`). */
  first_seen_time_dt?: DatetimeT | undefined;
  /** Last Seen (`datetime_t`). */
  last_seen_time_dt?: DatetimeT | undefined;
} : unknown);

/** Web Resource: OCSF object `web_resource`. at least one of name, uid. */
export type WebResource<P extends Profile = never> = {
  /** Name (`string_t`). Recommended. */
  name?: StringT | undefined;
  /** Unique ID (`resource_uid_t`). Recommended. */
  uid?: ResourceUidT | undefined;
  /** Created Time (`timestamp_t`). */
  created_time?: TimestampT | undefined;
  /** Data (`json_t`). */
  data?: JsonT | undefined;
  /** Labels (`string_t`). */
  labels?: readonly StringT[] | undefined;
  /** Modified Time (`timestamp_t`). */
  modified_time?: TimestampT | undefined;
  /** Tags. */
  tags?: readonly KeyValueObject[] | undefined;
  /** Type (`string_t`). */
  type?: StringT | undefined;
  /** Alternate ID (`resource_uid_t`). */
  uid_alt?: ResourceUidT | undefined;
  /** Description (`string_t`). */
  desc?: StringT | undefined;
  /** URL String (`url_t`). Recommended. */
  url_string?: UrlT | undefined;
} & ("data_classification" extends P ? Part37 : unknown) & ("datetime" extends P ? Part35 : unknown);

/** WHOIS: OCSF object `whois`. */
export type Whois<P extends Profile = never> = {
  /** Autonomous System. */
  autonomous_system?: AutonomousSystem | undefined;
  /** Registered At (`timestamp_t`). Recommended. */
  created_time?: TimestampT | undefined;
  /** DNSSEC Status (`string_t`). */
  dnssec_status?: StringT | undefined;
  /** DNSSEC Status ID. Recommended. */
  dnssec_status_id?: DnssecStatusId | undefined;
  /** Domain (`string_t`). Recommended. */
  domain?: StringT | undefined;
  /** Domain Contacts. Recommended. */
  domain_contacts?: readonly DomainContact[] | undefined;
  /** Registrar Abuse Email Address (`email_t`). */
  email_addr?: EmailT | undefined;
  /** ISP Name (`string_t`). */
  isp?: StringT | undefined;
  /** ISP Org (`string_t`). */
  isp_org?: StringT | undefined;
  /** Last Updated At (`timestamp_t`). Recommended. */
  last_seen_time?: TimestampT | undefined;
  /** Name Servers (`string_t`). Recommended. */
  name_servers?: readonly StringT[] | undefined;
  /** Registrar Abuse Phone Number (`string_t`). */
  phone_number?: StringT | undefined;
  /** Domain Registrar (`string_t`). Recommended. */
  registrar?: StringT | undefined;
  /** Domain Status (`string_t`). Recommended. */
  status?: StringT | undefined;
  /** Subdomains (`string_t`). */
  subdomains?: readonly StringT[] | undefined;
  /** Subnet Block (`subnet_t`). */
  subnet?: SubnetT | undefined;
} & ("datetime" extends P ? {
  /** Registered At (`datetime_t`). */
  created_time_dt?: DatetimeT | undefined;
  /** Last Updated At (`datetime_t`). */
  last_seen_time_dt?: DatetimeT | undefined;
} : unknown);

/** Registry Key: OCSF object `reg_key`. */
export type RegKey<P extends Profile = never> = {
  /** System (`boolean_t`). */
  is_system?: BooleanT | undefined;
  /** Modified Time (`timestamp_t`). */
  modified_time?: TimestampT | undefined;
  /** Path (`reg_key_path_t`). Required. */
  path: RegKeyPathT;
  /** Security Descriptor (`string_t`). */
  security_descriptor?: StringT | undefined;
} & ("datetime" extends P ? Part45 : unknown);

/** Registry Value: OCSF object `reg_value`. */
export type RegValue<P extends Profile = never> = {
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
  /** Path (`reg_key_path_t`). Required. */
  path: RegKeyPathT;
  /** Type (`string_t`). */
  type?: StringT | undefined;
  /** Type ID. Recommended. */
  type_id?: RegValueTypeId | undefined;
} & ("datetime" extends P ? Part45 : unknown);

/** Windows Resource: OCSF object `win_resource`. at least one of name, uid. */
export type WinResource<P extends Profile = never> = {
  /** Name (`string_t`). Recommended. */
  name?: StringT | undefined;
  /** Unique ID (`resource_uid_t`). Recommended. */
  uid?: ResourceUidT | undefined;
  /** Created Time (`timestamp_t`). */
  created_time?: TimestampT | undefined;
  /** Data (`json_t`). */
  data?: JsonT | undefined;
  /** Labels (`string_t`). */
  labels?: readonly StringT[] | undefined;
  /** Modified Time (`timestamp_t`). */
  modified_time?: TimestampT | undefined;
  /** Tags. */
  tags?: readonly KeyValueObject[] | undefined;
  /** Type (`string_t`). */
  type?: StringT | undefined;
  /** Alternate ID (`resource_uid_t`). */
  uid_alt?: ResourceUidT | undefined;
  /** Details (`string_t`). */
  details?: StringT | undefined;
  /** Service Name (`string_t`). */
  svc_name?: StringT | undefined;
  /** Type ID. Required. */
  type_id: WinResourceTypeId;
} & ("data_classification" extends P ? Part37 : unknown) & ("datetime" extends P ? Part35 : unknown);

/** Windows Service: OCSF object `win_service`. at least one of cmd_line, service_category_id, service_dependencies, service_error_control_id, service_start_name, service_start_type_id, service_type_id. */
export type WinService = {
  /** Name (`string_t`). Required. */
  name: StringT;
  /** Unique ID (`string_t`). Recommended. */
  uid?: StringT | undefined;
  /** Labels (`string_t`). */
  labels?: readonly StringT[] | undefined;
  /** Tags. */
  tags?: readonly KeyValueObject[] | undefined;
  /** Version (`string_t`). Recommended. */
  version?: StringT | undefined;
  /** Command Line (`string_t`). Recommended. */
  cmd_line?: StringT | undefined;
  /** Load Order Group (`string_t`). Recommended. */
  load_order_group?: StringT | undefined;
  /** Service Category (`string_t`). */
  service_category?: StringT | undefined;
  /** Service Category ID. Recommended. */
  service_category_id?: ServiceCategoryId | undefined;
  /** Service Dependencies (`string_t`). Recommended. */
  service_dependencies?: readonly StringT[] | undefined;
  /** Service Error Control (`string_t`). */
  service_error_control?: StringT | undefined;
  /** Service Error Control ID. Recommended. */
  service_error_control_id?: ServiceErrorControlId | undefined;
  /** Service Start Name (`string_t`). Recommended. */
  service_start_name?: StringT | undefined;
  /** Service Start Type (`string_t`). */
  service_start_type?: StringT | undefined;
  /** Service Start Type ID. Recommended. */
  service_start_type_id?: ServiceStartTypeId | undefined;
  /** Service Type (`string_t`). */
  service_type?: StringT | undefined;
  /** Service Type ID. Recommended. */
  service_type_id?: ServiceTypeId | undefined;
};

/** API Activity. */
export const apiActivity = { name: "api_activity", uid: 6003 } as const;

/** Application Error. */
export const applicationError = { name: "application_error", uid: 6008 } as const;

/** Application Lifecycle. */
export const applicationLifecycle = { name: "application_lifecycle", uid: 6002 } as const;

/** Datastore Activity. */
export const datastoreActivity = { name: "datastore_activity", uid: 6005 } as const;

/** File Hosting Activity. */
export const fileHosting = { name: "file_hosting", uid: 6006 } as const;

/** Scan Activity. */
export const scanActivity = { name: "scan_activity", uid: 6007 } as const;

/** Web Resource Access Activity. */
export const webResourceAccessActivity = { name: "web_resource_access_activity", uid: 6004 } as const;

/** Web Resources Activity. */
export const webResourcesActivity = { name: "web_resources_activity", uid: 6001 } as const;

/** Base Event. */
export const baseEvent = { name: "base_event", uid: 0 } as const;

/** Admin Group Query. */
export const adminGroupQuery = { name: "admin_group_query", uid: 5009 } as const;

/** Cloud Resources Inventory Info. */
export const cloudResourcesInventoryInfo = { name: "cloud_resources_inventory_info", uid: 5023 } as const;

/** Device Config State. */
export const configState = { name: "config_state", uid: 5002 } as const;

/** Device Config State Change. */
export const deviceConfigStateChange = { name: "device_config_state_change", uid: 5019 } as const;

/** Live Evidence Info. */
export const evidenceInfo = { name: "evidence_info", uid: 5040 } as const;

/** File Query. */
export const fileQuery = { name: "file_query", uid: 5007 } as const;

/** Folder Query. */
export const folderQuery = { name: "folder_query", uid: 5008 } as const;

/** Device Inventory Info. */
export const inventoryInfo = { name: "inventory_info", uid: 5001 } as const;

/** Job Query. */
export const jobQuery = { name: "job_query", uid: 5010 } as const;

/** Kernel Object Query. */
export const kernelObjectQuery = { name: "kernel_object_query", uid: 5006 } as const;

/** Module Query. */
export const moduleQuery = { name: "module_query", uid: 5011 } as const;

/** Network Connection Query. */
export const networkConnectionQuery = { name: "network_connection_query", uid: 5012 } as const;

/** Networks Query. */
export const networksQuery = { name: "networks_query", uid: 5013 } as const;

/** OSINT Inventory Info. */
export const osintInventoryInfo = { name: "osint_inventory_info", uid: 5021 } as const;

/** Operating System Patch State. */
export const patchState = { name: "patch_state", uid: 5004 } as const;

/** Peripheral Device Query. */
export const peripheralDeviceQuery = { name: "peripheral_device_query", uid: 5014 } as const;

/** Process Query. */
export const processQuery = { name: "process_query", uid: 5015 } as const;

/** Service Query. */
export const serviceQuery = { name: "service_query", uid: 5016 } as const;

/** User Session Query. */
export const sessionQuery = { name: "session_query", uid: 5017 } as const;

/** Software Inventory Info. */
export const softwareInfo = { name: "software_info", uid: 5020 } as const;

/** Startup Item Query. */
export const startupItemQuery = { name: "startup_item_query", uid: 5022 } as const;

/** User Inventory Info. */
export const userInventory = { name: "user_inventory", uid: 5003 } as const;

/** User Query. */
export const userQuery = { name: "user_query", uid: 5018 } as const;

/** Application Security Posture Finding. */
export const applicationSecurityPostureFinding = { name: "application_security_posture_finding", uid: 2007 } as const;

/** Compliance Finding. */
export const complianceFinding = { name: "compliance_finding", uid: 2003 } as const;

/** Data Security Finding. */
export const dataSecurityFinding = { name: "data_security_finding", uid: 2006 } as const;

/** Detection Finding. */
export const detectionFinding = { name: "detection_finding", uid: 2004 } as const;

/** Incident Finding. */
export const incidentFinding = { name: "incident_finding", uid: 2005 } as const;

/** Security Finding. */
export const securityFinding = { name: "security_finding", uid: 2001 } as const;

/** Vulnerability Finding. */
export const vulnerabilityFinding = { name: "vulnerability_finding", uid: 2002 } as const;

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

/** FTP Activity. */
export const ftpActivity = { name: "ftp_activity", uid: 4008 } as const;

/** HTTP Activity. */
export const httpActivity = { name: "http_activity", uid: 4002 } as const;

/** Network Activity. */
export const networkActivity = { name: "network_activity", uid: 4001 } as const;

/** Network File Activity. */
export const networkFileActivity = { name: "network_file_activity", uid: 4010 } as const;

/** NTP Activity. */
export const ntpActivity = { name: "ntp_activity", uid: 4013 } as const;

/** RDP Activity. */
export const rdpActivity = { name: "rdp_activity", uid: 4005 } as const;

/** SMB Activity. */
export const smbActivity = { name: "smb_activity", uid: 4006 } as const;

/** SSH Activity. */
export const sshActivity = { name: "ssh_activity", uid: 4007 } as const;

/** Tunnel Activity. */
export const tunnelActivity = { name: "tunnel_activity", uid: 4014 } as const;

/** File Remediation Activity. */
export const fileRemediationActivity = { name: "file_remediation_activity", uid: 7002 } as const;

/** Network Remediation Activity. */
export const networkRemediationActivity = { name: "network_remediation_activity", uid: 7004 } as const;

/** Process Remediation Activity. */
export const processRemediationActivity = { name: "process_remediation_activity", uid: 7003 } as const;

/** Remediation Activity. */
export const remediationActivity = { name: "remediation_activity", uid: 7001 } as const;

/** Event Log Activity. */
export const eventLogActvity = { name: "event_log_actvity", uid: 1008 } as const;

/** File System Activity. */
export const fileActivity = { name: "file_activity", uid: 1001 } as const;

/** Kernel Activity. */
export const kernelActivity = { name: "kernel_activity", uid: 1003 } as const;

/** Kernel Extension Activity. */
export const kernelExtensionActivity = { name: "kernel_extension_activity", uid: 1002 } as const;

/** Memory Activity. */
export const memoryActivity = { name: "memory_activity", uid: 1004 } as const;

/** Module Activity. */
export const moduleActivity = { name: "module_activity", uid: 1005 } as const;

/** Process Activity. */
export const processActivity = { name: "process_activity", uid: 1007 } as const;

/** Scheduled Job Activity. */
export const scheduledJobActivity = { name: "scheduled_job_activity", uid: 1006 } as const;

/** Script Activity. */
export const scriptActivity = { name: "script_activity", uid: 1009 } as const;

/** Airborne Broadcast Activity. */
export const airborneBroadcastActivity = { name: "airborne_broadcast_activity", uid: 8002 } as const;

/** Drone Flights Activity. */
export const droneFlightsActivity = { name: "drone_flights_activity", uid: 8001 } as const;

/** Prefetch Query. */
export const prefetchQuery = { name: "prefetch_query", uid: 205019 } as const;

/** Registry Key Activity. */
export const registryKeyActivity = { name: "registry_key_activity", uid: 201001 } as const;

/** Registry Key Query. */
export const registryKeyQuery = { name: "registry_key_query", uid: 205004 } as const;

/** Registry Value Activity. */
export const registryValueActivity = { name: "registry_value_activity", uid: 201002 } as const;

/** Registry Value Query. */
export const registryValueQuery = { name: "registry_value_query", uid: 205005 } as const;

/** Windows Resource Activity. */
export const windowsResourceActivity = { name: "windows_resource_activity", uid: 201003 } as const;

/** Windows Service Activity. */
export const windowsServiceActivity = { name: "windows_service_activity", uid: 201004 } as const;

