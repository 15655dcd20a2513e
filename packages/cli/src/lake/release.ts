/** The newest OCSF release that Security Lake takes from custom sources. */
export const lakeRelease = '1.3.0';
