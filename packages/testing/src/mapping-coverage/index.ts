/** How well a mapping covers a sample: for `sluice coverage`, and for tests that hold a floor. */
export { createEventCheck, type CheckedEvent, type CheckFinding, type EventCheck } from './check-event.ts';
export { coverageFloor, type CoverageFloorOptions } from './coverage-floor.ts';
export { belowFloor, type CoverageFloor, newFields } from './floor.ts';
export { addRaw, measureCoverage } from './measure.ts';
export { decodeRecord } from '../decode.ts';
export { CoverageMeter } from './meter.ts';
export { recordsOf, splitRecords } from './records.ts';
export { type ClassCoverage, type CoverageReport, formatReport } from './report.ts';
export { contextOf, type MappingSubject, subjectOfStream, type SubjectOptions } from './subject.ts';
