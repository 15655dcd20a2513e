/**
 * The values of `eventClasses` that Security Lake takes, by OCSF class uid. They follow the captions of OCSF 1.3.0, not
 * the names of its classes, and there is one for each of its 71 concrete classes but for `base_event`.
 */
const eventClasses: ReadonlyMap<number, string> = new Map([
  [1001, 'FILE_SYSTEM_ACTIVITY'],
  [1002, 'KERNEL_EXTENSION'],
  [1003, 'KERNEL_ACTIVITY'],
  [1004, 'MEMORY_ACTIVITY'],
  [1005, 'MODULE_ACTIVITY'],
  [1006, 'SCHEDULED_JOB_ACTIVITY'],
  [1007, 'PROCESS_ACTIVITY'],
  [1008, 'EVENT_LOG_ACTIVITY'],
  [2001, 'SECURITY_FINDING'],
  [2002, 'VULNERABILITY_FINDING'],
  [2003, 'COMPLIANCE_FINDING'],
  [2004, 'DETECTION_FINDING'],
  [2005, 'INCIDENT_FINDING'],
  [2006, 'DATA_SECURITY_FINDING'],
  [3001, 'ACCOUNT_CHANGE'],
  [3002, 'AUTHENTICATION'],
  [3003, 'AUTHORIZE_SESSION'],
  [3004, 'ENTITY_MANAGEMENT'],
  [3005, 'USER_ACCESS'],
  [3006, 'GROUP_MANAGEMENT'],
  [4001, 'NETWORK_ACTIVITY'],
  [4002, 'HTTP_ACTIVITY'],
  [4003, 'DNS_ACTIVITY'],
  [4004, 'DHCP_ACTIVITY'],
  [4005, 'RDP_ACTIVITY'],
  [4006, 'SMB_ACTIVITY'],
  [4007, 'SSH_ACTIVITY'],
  [4008, 'FTP_ACTIVITY'],
  [4009, 'EMAIL_ACTIVITY'],
  [4010, 'NETWORK_FILE_ACTIVITY'],
  [4011, 'EMAIL_FILE_ACTIVITY'],
  [4012, 'EMAIL_URL_ACTIVITY'],
  [4013, 'NTP_ACTIVITY'],
  [4014, 'TUNNEL_ACTIVITY'],
  [5001, 'DEVICE_INVENTORY_INFO'],
  [5002, 'DEVICE_CONFIG_STATE'],
  [5003, 'USER_INVENTORY'],
  [5004, 'PATCH_STATE'],
  [5006, 'KERNEL_OBJECT_QUERY'],
  [5007, 'FILE_QUERY'],
  [5008, 'FOLDER_QUERY'],
  [5009, 'ADMIN_GROUP_QUERY'],
  [5010, 'JOB_QUERY'],
  [5011, 'MODULE_QUERY'],
  [5012, 'NETWORK_CONNECTION_QUERY'],
  [5013, 'NETWORKS_QUERY'],
  [5014, 'PERIPHERAL_DEVICE_QUERY'],
  [5015, 'PROCESS_QUERY'],
  [5016, 'SERVICE_QUERY'],
  [5017, 'USER_SESSION_QUERY'],
  [5018, 'USER_QUERY'],
  [5019, 'DEVICE_CONFIG_STATE_CHANGE'],
  [5020, 'SOFTWARE_INVENTORY_INFO'],
  [6001, 'WEB_RESOURCES_ACTIVITY'],
  [6002, 'APPLICATION_LIFECYCLE'],
  [6003, 'API_ACTIVITY'],
  [6004, 'WEB_RESOURCE_ACCESS_ACTIVITY'],
  [6005, 'DATASTORE_ACTIVITY'],
  [6006, 'FILE_HOSTING_ACTIVITY'],
  [6007, 'SCAN_ACTIVITY'],
  [7001, 'REMEDIATION_ACTIVITY'],
  [7002, 'FILE_REMEDIATION_ACTIVITY'],
  [7003, 'PROCESS_REMEDIATION_ACTIVITY'],
  [7004, 'NETWORK_REMEDIATION_ACTIVITY'],
  [201001, 'REGISTRY_KEY_ACTIVITY'],
  [201002, 'REGISTRY_VALUE_ACTIVITY'],
  [201003, 'WINDOWS_RESOURCE_ACTIVITY'],
  [201004, 'WINDOWS_SERVICE_ACTIVITY'],
  [205004, 'REGISTRY_KEY_QUERY'],
  [205005, 'REGISTRY_VALUE_QUERY'],
  [205019, 'PREFETCH_QUERY'],
]);

/**
 * What AWS calls a class where a custom source is registered. Undefined for a class that Security Lake does not know:
 * `base_event`, or one that came after OCSF 1.3.0. Its source is registered without `eventClasses`.
 */
export function eventClassOf(classUid: number): string | undefined {
  return eventClasses.get(classUid);
}

/** How many classes Security Lake knows. */
export const eventClassCount: number = eventClasses.size;
