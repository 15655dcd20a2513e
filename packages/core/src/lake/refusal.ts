import type { Finding } from '@sluice/ocsf';

/** Why an event or record is not in the lake. Codes are few and stable: they are metric labels. */
export interface Refusal {
  readonly code: string;
  /** For a person: what is wrong and where. */
  readonly detail: string;
  readonly findings?: readonly Finding[];
}
