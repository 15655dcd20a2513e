import { portableEncoder, sluiceEncoder, type Encoder } from '@sluice/parquet';

/**
 * Encoders by name, as a configuration and a worker thread say them. `sluice` is the default; `portable` is
 * parquetjs-lite, for where only plain JavaScript is wanted: gzip, and some fifty times slower.
 */
export const encoders: Readonly<Record<EncoderName, Encoder>> = { sluice: sluiceEncoder, portable: portableEncoder };

export type EncoderName = 'sluice' | 'portable';

export function isEncoderName(name: string): name is EncoderName {
  return Object.hasOwn(encoders, name);
}
