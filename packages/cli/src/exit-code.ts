/** What the command's exit says. Numbers from 64 on are those of sysexits.h. */
export const exitCode = {
  ok: 0,
  failed: 1,
  usage: 2,
  /** Data did not pass: `inspect`, `ocsf validate`; or `run` met a storm of rejects. */
  badData: 65,
  /** A store or an upstream cannot be reached. */
  unavailable: 69,
  /** Stopped with data that is received and not stored; what was staged is stored by the next run. */
  undelivered: 75,
  noPermission: 77,
  badConfig: 78,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
