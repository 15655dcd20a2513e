import type { Compliance } from '@sluice/ocsf/1.3.0';
import { expect, test } from 'vitest';
import { complianceOf } from './compliance.ts';
import { Fields } from './fields.ts';

const checks = 'Software and Configuration Checks';

function complianceOfTypes(types: readonly string[], more: object = {}): Compliance {
  return complianceOf(new Fields({ Types: types, ProductName: 'Prisma Cloud', ...more }));
}

test.each([
  [[`${checks}/Industry and Regulatory Standards/PCI-DSS`], 'PCI-DSS'],
  [[`Effects/Data Exposure/CIS`, `${checks}/Industry and Regulatory Standards/PCI-DSS`], 'PCI-DSS'],
  [['Effects/Data Exposure/PCI-DSS'], 'Prisma Cloud'],
  [[`${checks}/Patch Management/NonCompliant`], 'Prisma Cloud'],
  [[`${checks}/AWS Security Best Practices/x`, `${checks}/Industry and Regulatory Standards/CIS`], 'CIS'],
  [[`${checks}/AWS Security Best Practices/Firewall Manager`], 'AWS Security Best Practices'],
  [[`${checks}/Industry and Regulatory Standards`], 'Prisma Cloud'],
  [[`${checks}/Industry and Regulatory Standards/`, `${checks}/Industry and Regulatory Standards/CIS`], 'CIS'],
  [[checks], 'Prisma Cloud'],
  [[], 'Prisma Cloud'],
])('types %j are of the standard %s', (types, standard) => {
  expect(complianceOfTypes(types).standards).toEqual([standard]);
});

test('a check that states no status has an unknown one; one that could not be made has its own', () => {
  expect(complianceOfTypes([])).toMatchObject({ status_id: 0 });
  expect(complianceOfTypes([], { Compliance: { Status: 'NOT_AVAILABLE' } })).toMatchObject({
    status_id: 99,
    status: 'NOT_AVAILABLE',
  });
});

test('the control is the one of Security Hub, or the rule of AWS Config', () => {
  expect(complianceOfTypes([], { ProductFields: { 'aws/config/ConfigRuleName': 'tagged' } }).control).toBe('tagged');
  expect(complianceOfTypes([], { ProductFields: { ControlId: 'S3.8' } }).control).toBe('S3.8');
});
