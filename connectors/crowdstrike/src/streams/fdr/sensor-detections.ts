/**
 * Kinds of records by which a sensor says that it recognised something: a pattern, an attempt at an exploit, a tampering.
 * Those of which the documentation says that they are an indicator or a detection, or that name the attack.
 */
export const detectionNames: readonly string[] = [
  'AssociateIndicator',
  'AssociateTreeIdWithRoot',
  'CloudAssociateTreeIdWithRoot',
  'EarlyExploitPivotDetect',
  'HttpRequestDetect',
  'HttpRequestV2Detect',
  'MobileDetection',
  'OdsMaliciousFileFound',
  'WebShellDetected',
  'CustomIOABasicProcessDetectionInfoEvent',
  'CustomIOADomainNameDetectionInfoEvent',
  'CustomIOAFileWrittenDetectionInfoEvent',
  'CustomIOANetworkConnectionDetectionInfoEvent',
  'ASLRBypassAttempt',
  'HeapSprayAttempt',
  'SEHOverWriteAttempt',
  'NullPageProtectionModificationAttempt',
  'NullPageUnmapAttempt',
  'UserExceptionDEP',
  'DnsServerSigRedExploitAttemptEtw',
  'DwmCompositionResourceExploitAttempt',
  'NtfsQueryEaExploitAttempt',
  'ZerologonExploitAttempt',
  'AuditCveKmEtw',
  'AuditCveUmEtw',
  'DCSyncAttempted',
  'DirectoryTraversalOverSMB',
  'SmbClientShareLogonBruteForceSuspected',
  'ProcessTokenStolen',
  'SystemTokenStolen',
  'SuspiciousCredentialModuleLoad',
  'SuspiciousCreateSymbolicLink',
  'RansomwareFileAccessPattern',
  'ProcessExecOnSMBFile',
  'SAMHashDumpFromUnsignedModule',
  'SensorTampering',
  'FalconHostFileTamperingInfo',
  'FalconHostRegTamperingInfo',
  'ScriptControlBlocked',
  'SuspiciousAppFound',
  'HarmfulAppData',
];

/** `FileDetectInfo`, `IPCDetectInfo` and so on: each template by which sensors detect has one. */
export function isDetectInfo(name: string): boolean {
  return name.endsWith('DetectInfo');
}
