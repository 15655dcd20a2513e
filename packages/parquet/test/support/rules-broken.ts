import { bytesAccess, inspectObject, type InspectionContext, type InspectionRuleId } from '../../src/index.ts';
import { key } from './ocsf-events.ts';

/** The rules that an object breaks, in order; its weight is no rule to break in a test. */
export async function rulesBroken(
  bytes: Uint8Array,
  context: InspectionContext = { key },
): Promise<readonly InspectionRuleId[]> {
  const { findings } = await inspectObject(bytesAccess(bytes), context);
  return [...new Set(findings.map((one) => one.rule))].filter((rule) => rule !== 'object-size').toSorted();
}
