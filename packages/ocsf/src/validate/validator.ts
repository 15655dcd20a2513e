import type { Catalogue, ClassDefinition } from '../catalogue.ts';
import { isObject, type JsonRecord } from '../json-object.ts';
import type { Finding } from './finding.ts';
import { generateCheck, type ObjectCheck } from './generate.ts';
import { type NumberKinds, numberKinds } from './numbers.ts';
import { observableNames } from './observable-names.ts';
import type { Report } from './report.ts';
import { versionFinding } from './version.ts';

/** Checks events of one class with one set of profiles on. */
export interface ClassValidator {
  readonly profiles: readonly string[];
  /** All that is wrong with an event that is known to state these profiles. */
  validate(event: JsonRecord, report: Report): readonly Finding[];
}

export interface ClassValidatorOptions {
  readonly definition: ClassDefinition;
  readonly profiles: ReadonlySet<string>;
  readonly recommended: boolean;
  readonly exactNumbers: boolean;
}

export function createClassValidator(catalogue: Catalogue, options: ClassValidatorOptions): ClassValidator {
  const { definition, profiles } = options;
  const check: ObjectCheck = generateCheck(catalogue, definition, options);
  const kinds = numberKinds(options.exactNumbers);
  const isObservableName = observableNames(catalogue, definition, profiles);
  return {
    profiles: [...profiles],
    validate(event, report) {
      if (definition.deprecated !== undefined) report.add(0, 'class_deprecated', undefined, 'a class that is not');
      check(event, report, 0);
      checkVersion(event, catalogue.release, report);
      checkTypeUid(event, kinds, report);
      checkObservables(event, isObservableName, report);
      return report.findings;
    },
  };
}

function checkVersion(event: JsonRecord, release: string, report: Report): void {
  const version = metadataOf(event)?.['version'];
  if (typeof version !== 'string' || version === release) return;
  const code = versionFinding(version, release);
  if (code !== undefined) report.add(report.at(report.at(0, 'metadata'), 'version'), code, version, release);
}

function checkTypeUid(event: JsonRecord, { isInteger }: NumberKinds, report: Report): void {
  const { class_uid: classUid, activity_id: activityId, type_uid: typeUid } = event;
  if (!isInteger(classUid) || !isInteger(activityId) || !isInteger(typeUid)) return;
  const expected = Number(classUid) * 100 + Number(activityId);
  if (Number(typeUid) !== expected)
    report.add(report.at(0, 'type_uid'), 'type_uid_incorrect', typeUid, String(expected));
}

function checkObservables(event: JsonRecord, isObservableName: (name: string) => boolean, report: Report): void {
  const observables = event['observables'];
  if (!Array.isArray(observables)) return;
  for (let index = 0; index < observables.length; index++) {
    const observable: unknown = observables[index];
    const name = isObject(observable) ? observable['name'] : undefined;
    if (typeof name !== 'string' || isObservableName(name)) continue;
    const n = report.at(report.atElement(0, 'observables', index), 'name');
    report.add(n, 'observable_name_invalid_reference', name, 'the path of an attribute of the class');
  }
}

/** `metadata`, where it is an object. */
export function metadataOf(event: JsonRecord): JsonRecord | undefined {
  const metadata = event['metadata'];
  return isObject(metadata) ? metadata : undefined;
}

/** Whether an event states just these profiles, in any order. */
export function statesProfiles(event: JsonRecord, profiles: readonly string[]): boolean {
  const stated = metadataOf(event)?.['profiles'];
  if (!Array.isArray(stated)) return profiles.length === 0;
  if (stated.length !== profiles.length) return false;
  for (const profile of profiles) if (!stated.includes(profile)) return false;
  return true;
}
