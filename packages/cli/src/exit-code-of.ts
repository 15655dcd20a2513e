import { SluiceError, type SluiceErrorCode } from '@sluice/core';
import { StreamError, type StreamErrorCode } from '@sluice/connector';
import { CommandError } from './errors.ts';
import { exitCode, type ExitCode } from './exit-code.ts';

const codes: Readonly<Partial<Record<SluiceErrorCode | StreamErrorCode, ExitCode>>> = {
  store_denied: exitCode.noPermission,
  permission_denied: exitCode.noPermission,
  store_unreachable: exitCode.unavailable,
  store_throttled: exitCode.unavailable,
  upstream_unreachable: exitCode.unavailable,
  upstream_refused: exitCode.unavailable,
  upstream_throttled: exitCode.unavailable,
  drain_timeout: exitCode.undelivered,
  reject_storm: exitCode.badData,
  source_invalid: exitCode.badConfig,
  contract_mismatch: exitCode.badConfig,
  bad_config: exitCode.badConfig,
  aws_denied: exitCode.noPermission,
  aws_unreachable: exitCode.unavailable,
  aws_throttled: exitCode.unavailable,
  source_differs: exitCode.badConfig,
  source_limit: exitCode.badConfig,
};

/** The exit code for an error, or for the first of its causes that tells more. */
export function exitCodeOf(error: unknown): ExitCode {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 10; cause = cause.cause, depth++) {
    if (cause instanceof CommandError) return cause.exitCode;
    const code = cause instanceof SluiceError || cause instanceof StreamError ? codes[cause.code] : undefined;
    if (code !== undefined) return code;
  }
  return exitCode.failed;
}
