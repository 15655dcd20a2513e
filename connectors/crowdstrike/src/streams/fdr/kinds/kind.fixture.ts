/** What CrowdStrike's data dictionary says of kinds of records, in our words, and what OCSF 1.3.0 calls that. */
export interface Kind {
  readonly says: string;
  /** OCSF's `type_name`: class and activity by their captions. */
  readonly is: string;
  readonly status?: 'Success' | 'Failure';
  /** What else follows from what is said. */
  readonly with?: object;
  readonly names: readonly string[];
}
