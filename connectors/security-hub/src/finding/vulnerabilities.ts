import {
  FileTypeId,
  type AffectedCode,
  type AffectedPackage,
  type Cvss,
  type Remediation,
  type Vulnerability,
} from '@sluice/ocsf/1.3.0';
import { isObject, isText, type Fields } from './fields.ts';
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
  const listed = finding.objects('Vulnerabilities').map((vulnerability) => vulnerabilityOf(vulnerability, remediation));
  return some(listed) ?? titledVulnerability(finding, remediation);
}

const cveInText = /\bCVE-\d{4}-\d{4,9}\b/;

/** The CVE that a finding without a list of vulnerabilities names in its title: Trivy, Inspector Classic and others. */
export function cveOfTitle(finding: Fields): string | undefined {
  const title = finding.peek('Title');
  return isText(title) ? cveInText.exec(title)?.[0] : undefined;
}

function titledVulnerability(
  finding: Fields,
  remediation: Remediation | undefined,
): readonly Vulnerability[] | undefined {
  const uid = cveOfTitle(finding);
  if (uid === undefined) return undefined;
  return [
    {
      cve: { uid },
      ...present({
        remediation,
        references: some([finding.object('Remediation').object('Recommendation').text('Url')]),
        affected_packages: some(finding.objects('Resources').map(scanned)),
      }),
    },
  ];
}

/** The package that a scanner of images names in the details of the image. */
function scanned(resource: Fields): AffectedPackage | undefined {
  const details = resource.object('Details').peek('Other');
  const {
    PkgName: name,
    'Installed Package': version,
    'Patched Package': fixed,
  }: Readonly<Record<string, unknown>> = isObject(details) ? details : {};
  if (!isText(name) || !isText(version)) return undefined;
  return { name, version, ...present({ fixed_in_version: isText(fixed) ? fixed : undefined }) };
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
