export { createRecordSplitter } from './record-splitter.ts';
export type { RecordSink, RecordSplitter, SplitOptions } from './record-sink.ts';
export { parseJson } from './parse-json.ts';
