export { checkConnector, type ConnectorTestOptions, type StreamUnderTest } from './contract/check-connector.ts';
export { marker, markers, markersIn, type RunningUpstream, type Upstream } from './contract/upstream.ts';
export { decodeRecord } from './decode.ts';
export { createEventFinisher, type EventFinisher } from './finish-event.ts';
export { goldens, type GoldenOptions } from './goldens.ts';
export { readRows } from './read-back/read-back.ts';
export type { TestFunction } from './test-function.ts';
