/** How well a mapping covers a sample. The same sample gives the same report, to the byte. */
export interface CoverageReport {
  readonly version: 1;
  readonly ocsf: string;
  readonly records: number;
  readonly events: number;
  /** Share of the records that became an event of a class other than `base_event`. */
  readonly specific: number;
  /** Records by reason. */
  readonly rejected: Readonly<Record<string, number>>;
  readonly skipped: Readonly<Record<string, number>>;
  /** `severity code path`, and how often. */
  readonly findings: Readonly<Record<string, number>>;
  readonly classes: Readonly<Record<string, ClassCoverage>>;
  /** Fields of the records that no attribute took, and in how many records they were. */
  readonly unused: Readonly<Record<string, number>>;
}

export interface ClassCoverage {
  readonly events: number;
  /** Of all events. */
  readonly share: number;
  /** Share of the required attributes that are filled, in the class and in the objects that its events have. */
  readonly required: number;
  readonly recommended: number;
  /** The share of each. */
  readonly attributes: {
    readonly required: Readonly<Record<string, number>>;
    readonly recommended: Readonly<Record<string, number>>;
  };
}

/** More unused fields than this are not written down. */
const mostUnused = 300;

/** A report as its file holds it: always the same text for the same report. */
export function formatReport(report: CoverageReport): string {
  const unused = Object.fromEntries(Object.entries(report.unused).slice(0, mostUnused));
  return `${JSON.stringify({ ...report, unused }, undefined, 2)}\n`;
}
