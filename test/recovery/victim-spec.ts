import type { FlushRules, FlushStep, S3DocumentsOptions, S3StoreOptions, SpoolOptions } from '@sluice/core';

/** What a process that is to be killed does, and when it kills itself. Plain JSON: it stands on a command line. */
export interface VictimSpec {
  readonly input: VictimInput;
  readonly lake: { readonly folder: string } | { readonly bucket: S3StoreOptions };
  readonly state: { readonly folder: string } | { readonly bucket: S3DocumentsOptions };
  readonly deadLetters: string;
  readonly flush: Partial<FlushRules>;
  readonly spool?: SpoolOptions;
  readonly kill?: Kill;
  /** A holder of state in a bucket is taken for dead after so long. */
  readonly leaseMs?: number;
}

export type VictimInput =
  | { readonly kind: 'file'; readonly paths: readonly string[]; readonly follow: boolean }
  | { readonly kind: 'tcp'; readonly port: number }
  | { readonly kind: 'queue'; readonly config: Readonly<Record<string, unknown>> };

/** At a step of a flush for the nth time (from 0), after so many batches, or after so many milliseconds. */
export type Kill =
  | { readonly step: FlushStep; readonly time: number }
  | { readonly batches: number }
  | { readonly afterMs: number };

/** What a victim says on stdout, a line each. */
export interface VictimReport {
  readonly received: number;
  readonly spooled: number;
  readonly stored: number;
  readonly repeated: number;
}
