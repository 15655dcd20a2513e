import { sluiceEncoder, type Encoder } from '@sluice/parquet';

/** Encoders by name, as a configuration and a worker thread say them. */
export const encoders: Readonly<Record<string, Encoder>> = { [sluiceEncoder.name]: sluiceEncoder };
