import { decodeRecord } from '../decode.ts';
import { CoverageMeter } from './meter.ts';
import type { CoverageReport } from './report.ts';
import type { MappingSubject } from './subject.ts';

/** Measures raw records as the runtime would decode them. */
export function measureCoverage(subject: MappingSubject, records: Iterable<Buffer>): CoverageReport {
  const meter = new CoverageMeter(subject);
  for (const record of records) addRaw(meter, subject, record);
  return meter.report();
}

/** Decodes a record and adds it; what is no JSON where JSON is expected counts as rejected. */
export function addRaw(
  meter: CoverageMeter,
  { format }: MappingSubject,
  record: Buffer,
): ReturnType<CoverageMeter['add']> {
  let decoded: unknown;
  try {
    decoded = decodeRecord(record, format);
  } catch {
    meter.reject('malformed_json');
    return [];
  }
  return meter.add(decoded);
}
