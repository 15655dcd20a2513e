/** Connectors that come with Sluice, by the name that a configuration says. */
export const builtInConnectors: Readonly<Record<string, () => Promise<unknown>>> = {
  'app-logs': () => import('@sluice/connector-app-logs'),
  syslog: () => import('@sluice/connector-syslog'),
};
