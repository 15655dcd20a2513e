import { run } from '../../harness/command.ts';

/**
 * Programs that Debian 12 has not, or not new enough: where they are missing, their tests are skipped, and the count at
 * the end says so.
 */
export interface OptionalPrograms {
  /** An AWS CLI that knows Security Lake as it is generally available (1.27, 2.11 or newer). */
  readonly awsCli: boolean;
  /** Terraform, and a folder with hashicorp/aws 5.60 or newer. */
  readonly terraformPlugins: string | undefined;
  /** moto 5.2 or newer. */
  readonly moto: boolean;
}

export async function optionalPrograms(): Promise<OptionalPrograms> {
  const plugins = process.env['SLUICE_TERRAFORM_PLUGINS'] ?? '/opt/tf-plugins';
  const [awsCli, terraform, moto] = await Promise.all([
    succeeds('aws', ['securitylake', 'list-data-lakes', '--generate-cli-skeleton'], () => true),
    succeeds('terraform', ['version'], () => true),
    succeeds('python', ['-c', 'import moto; print(moto.__version__)'], (version) => isAtLeast(version, [5, 2])),
  ]);
  const hasProvider =
    terraform && (await succeeds('ls', [`${plugins}/registry.terraform.io/hashicorp/aws`], () => true));
  return { awsCli, moto, terraformPlugins: hasProvider ? plugins : undefined };
}

async function succeeds(command: string, args: readonly string[], fits: (output: string) => boolean): Promise<boolean> {
  try {
    return fits(await run(command, args, { withinMs: 30_000 }));
  } catch {
    return false;
  }
}

function isAtLeast(version: string, [wantedMajor, wantedMinor]: readonly [number, number]): boolean {
  const [major = 0, minor = 0] = version.trim().split('.').map(Number);
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}
