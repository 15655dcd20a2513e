import { compatibleEncoder, portableEncoder, sluiceEncoder, type Encoder } from '@sluice/parquet';

/**
 * Encoders by name, as a configuration and a worker thread say them. `sluice` is the default; `compatible` is
 * the same for readers that know the encodings of Parquet 1 only; `portable` is parquetjs-lite, for where only plain
 * JavaScript is wanted: gzip, and some fifty times slower.
 */
export const encoders: Readonly<Record<EncoderName, Encoder>> = {
  sluice: sluiceEncoder,
  compatible: compatibleEncoder,
  portable: portableEncoder,
};

export type EncoderName = 'sluice' | 'compatible' | 'portable';

export function isEncoderName(name: string): name is EncoderName {
  return Object.hasOwn(encoders, name);
}
