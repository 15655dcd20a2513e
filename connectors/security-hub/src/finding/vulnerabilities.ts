import {
  FileTypeId,
  type AffectedCode,
  type AffectedPackage,
  type Cvss,
  type Remediation,
  type Vulnerability,
} from '@sluice/ocsf/1.3.0';
import { isText, type Fields } from './fields.ts';
import { present, some } from './left-out.ts';

const yesOrNo = new Map<string, boolean>([
  ['YES', true],
  ['NO', false],
]);

/**
 * The vulnerabilities of packages and code. OCSF knows one by its CVE: `Id` stands there, also where a vendor gave a
 * name of its own (GHSA-…), or by the CWE of the code where there is no `Id`.
 */
export function vulnerabilitiesOf(finding: Fields): readonly Vulnerability[] | undefined {
  const text = finding.object('Remediation').object('Recommendation').peek('Text');
  const remediation = isText(text) ? { desc: text } : undefined;
  return some(finding.objects('Vulnerabilities').map((vulnerability) => vulnerabilityOf(vulnerability, remediation)));
}

/** Whether a finding names a vulnerability that OCSF can hold. */
export function namesVulnerability(finding: Fields): boolean {
  return finding
    .objects('Vulnerabilities')
    .some((found) => isText(found.peek('Id')) || weaknessOf(found) !== undefined);
}

function vulnerabilityOf(vulnerability: Fields, remediation: Remediation | undefined): Vulnerability | undefined {
  const identity = cveOf(vulnerability) ?? cweOf(vulnerability);
  if (identity === undefined) return undefined;
  const vendor = vulnerability.object('Vendor');
  return {
    ...identity,
    ...present({
      vendor_name: vendor.text('Name'),
      severity: vendor.text('VendorSeverity'),
      references: some([...(vulnerability.texts('ReferenceUrls') ?? []), vendor.text('Url')]),
      related_vulnerabilities: vulnerability.texts('RelatedVulnerabilities'),
      is_exploit_available: vulnerability.word('ExploitAvailable', yesOrNo),
      is_fix_available: vulnerability.word('FixAvailable', yesOrNo),
      affected_packages: some(vulnerability.objects('VulnerablePackages').map(packageOf)),
      affected_code: some(vulnerability.objects('CodeVulnerabilities').map((code) => codeAt(code.object('FilePath')))),
      remediation,
    }),
  };
}

function cveOf(vulnerability: Fields): Pick<Vulnerability, 'cve'> | undefined {
  const uid = vulnerability.text('Id');
  if (uid === undefined) return undefined;
  const vendor = vulnerability.object('Vendor');
  const score = vulnerability.number('EpssScore');
  const facts = present({
    cvss: some(vulnerability.objects('Cvss').map(cvssOf)),
    created_time: vendor.time('VendorCreatedAt'),
    modified_time: vendor.time('VendorUpdatedAt'),
    epss: score === undefined ? undefined : { score: String(score) },
  });
  return { cve: { uid, ...facts } };
}

function cweOf(vulnerability: Fields): Pick<Vulnerability, 'cwe'> | undefined {
  const uid = weaknessOf(vulnerability);
  return uid === undefined ? undefined : { cwe: { uid } };
}

/** The first weakness of the code, as in `Cwes: ["CWE-798"]`. */
function weaknessOf(vulnerability: Fields): string | undefined {
  for (const code of vulnerability.objects('CodeVulnerabilities')) {
    const cwes = code.peek('Cwes');
    const [cwe]: readonly unknown[] = Array.isArray(cwes) ? cwes : [];
    if (isText(cwe)) return cwe;
  }
  return undefined;
}

function cvssOf(cvss: Fields): Cvss | undefined {
  if (!isText(cvss.peek('Version'))) return undefined;
  const score = cvss.number('BaseScore');
  if (score === undefined) return undefined;
  return {
    base_score: score,
    version: cvss.text('Version') ?? '',
    ...present({ vector_string: cvss.text('BaseVector') }),
  };
}

function packageOf(found: Fields): AffectedPackage | undefined {
  if (!isText(found.peek('Name')) || !isText(found.peek('Version'))) return undefined;
  const remedy = found.text('Remediation');
  return {
    name: found.text('Name') ?? '',
    version: found.text('Version') ?? '',
    ...present({
      architecture: found.text('Architecture'),
      epoch: found.integer('Epoch', 0, 2_147_483_647),
      release: found.text('Release'),
      fixed_in_version: found.text('FixedInVersion'),
      package_manager: found.text('PackageManager'),
      path: found.text('FilePath'),
      remediation: remedy === undefined ? undefined : { desc: remedy },
    }),
  };
}

function codeAt(path: Fields): AffectedCode | undefined {
  const name = path.text('FileName') ?? path.text('FilePath');
  if (name === undefined) return undefined;
  return {
    file: { name, type_id: FileTypeId.RegularFile, ...present({ path: path.text('FilePath') }) },
    ...present({
      start_line: path.integer('StartLine', 0, 2_147_483_647),
      end_line: path.integer('EndLine', 0, 2_147_483_647),
    }),
  };
}
