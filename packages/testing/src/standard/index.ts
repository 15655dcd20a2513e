export { listGoldenCases, readGolden, type GoldenCase } from '../golden-files.ts';
export { clauses, type Clause } from './clauses.ts';
export { dataChecks, type DataCheck } from './check-data.ts';
export { manifestOf, packageChecks, type PackageCheck } from './check-package.ts';
export { checkColumnsLock, writeColumnsLock } from './columns-lock.ts';
export { configKeys, configSchemaOf, type ConfigKey } from './config-keys.ts';
export { reportVariable, type ClauseOutcome } from './report.ts';
