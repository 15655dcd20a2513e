import { loadCatalogue } from '@sluice/ocsf';
import { columnSchema, type ColumnSchema } from '../src/index.ts';
import { netDeclaration, netEvents } from './net-events.ts';
import { procDeclaration, procEvents } from './proc-events.ts';

export type CaseName = 'net' | 'proc';

export const caseNames: readonly CaseName[] = ['net', 'proc'];

export function caseSchema(name: CaseName): ColumnSchema {
  return columnSchema(loadCatalogue('1.3.0'), name === 'net' ? netDeclaration : procDeclaration);
}

export function caseEvents(name: CaseName, count: number): Generator<Record<string, unknown>> {
  return name === 'net' ? netEvents(count) : procEvents(count);
}
