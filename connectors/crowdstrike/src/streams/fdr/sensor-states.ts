/**
 * What configures a host's sensor and what protects the host, as it is: channel files, builds, tags and settings; the
 * state of disk encryption, screen lock, boot loader and their like; a heartbeat, which says all of this about the sensor.
 */
export const configStateNames: readonly string[] = [
  'AgentConnect',
  'AmsiRegistrationStatus',
  'BootLoaderStatus',
  'ChannelActive',
  'ChannelDataDownloadComplete',
  'ChannelVersionRequired',
  'ConfigDownloadComplete',
  'ConfigStateUpdate',
  'ConfigurationLoaded',
  'DcStatus',
  'DeveloperOptionsStatus',
  'FileSystemAttributesStatus',
  'FileVaultStatus',
  'HttpVisibilityStatus',
  'InstallFromUnknownSourcesStatus',
  'LockScreenStatus',
  'ManifestDownloadComplete',
  'MobileOsIntegrityStatus',
  'ModuleDownloadComplete',
  'ProvisioningChannelVersionRequired',
  'SafetyNetCompatibilityStatus',
  'SafetyNetVerifyAppsStatus',
  'SELinuxStatus',
  'SensorGroupingTagsUpdate',
  'SensorHeartbeat',
  'SensorSettingsUpdate',
  'StorageEncryptionStatus',
  'SystemPartitionStatus',
  'ZeroTrustHostAssessment',
];

/**
 * Changes of what protects a host: its firewall, its containment, profiles by which it is managed, its own sensor. A
 * provider that is registered for WMI is code that Windows runs from then on. A long time without records of processes is
 * such a change too: what the sensor sees is less.
 */
export const protectionChangeNames: readonly string[] = [
  'ConfigurationProfileModified',
  'FirewallChangeOption',
  'FirewallDeleteRule',
  'FirewallDeleteRuleIP4',
  'FirewallDeleteRuleIP6',
  'FirewallDisabled',
  'FirewallEnabled',
  'FirewallSetRule',
  'FirewallSetRuleIP4',
  'FirewallSetRuleIP6',
  'AcUninstallConfirmation',
  'AcUnloadConfirmation',
  'NetworkContainmentCompleted',
  'NetworkUncontainmentCompleted',
  'SensorEnteredSafemode',
  'SuspiciousLackOfProcessRollupEvents',
  'WfpFilterTamperingFilterAdded',
  'WfpFilterTamperingFilterDeleted',
  'WmiFilterConsumerBindingEtw',
  'WmiProviderRegistrationEtw',
];

/** What a host is made of, which addresses it has, what stands around it. */
export const hostDescriptionNames: readonly string[] = [
  'AdditionalHostInfo',
  'AgentOnline',
  'AndroidEnterpriseInfo',
  'BillingInfo',
  'CurrentSystemTags',
  'DiskCapacity',
  'HostInfo',
  'InstanceMetadata',
  'LocalIpAddressIP4',
  'LocalIpAddressIP6',
  'LocalIpAddressRemovedIP4',
  'LocalIpAddressRemovedIP6',
  'NeighborListIP4',
  'NeighborListIP6',
  'OsVersionInfo',
  'SystemCapacity',
];
