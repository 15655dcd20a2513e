export { decodeRecord } from './decode.ts';
export { createEventFinisher, type EventFinisher } from './finish-event.ts';
export { goldens, type GoldenOptions } from './goldens.ts';
