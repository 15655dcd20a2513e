/** Connectors that come with Sluice, by the name that a configuration says, with the package that holds each. */
export const builtInConnectors: Readonly<Record<string, string>> = {
  'app-logs': '@sluice/connector-app-logs',
  crowdstrike: '@sluice/connector-crowdstrike',
  'security-hub': '@sluice/connector-security-hub',
  syslog: '@sluice/connector-syslog',
};
