export { decodeRecord } from './decode.ts';
export { goldens, type GoldenOptions } from './goldens.ts';
