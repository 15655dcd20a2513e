/** Arrays without an entry, for all to share: an open object has hundreds of buffers that hold nothing yet. */
export const noBytes: Uint8Array<ArrayBuffer> = new Uint8Array(0);
export const noShorts: Uint16Array<ArrayBuffer> = new Uint16Array(0);
export const noWords: Int32Array<ArrayBuffer> = new Int32Array(0);
export const noBuffer: Buffer<ArrayBuffer> = Buffer.from(new ArrayBuffer(0));
