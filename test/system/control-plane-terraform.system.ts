import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { terraform, type Infrastructure } from '@sluice/core/iac';
import { startSecurityLakeEmulator } from '@sluice/testing/security-lake';
import { expect, test } from 'vitest';
import { run } from '../harness/command.ts';
import { startMoto } from './harness/moto.ts';
import { optionalPrograms } from './harness/programs.ts';

const { terraformPlugins, moto: hasMoto } = await optionalPrograms();
const infrastructure: Infrastructure = {
  region: 'eu-west-1',
  bucket: 'aws-security-data-lake-eu-west-1-example',
  sources: [
    { name: 'syslog-auth', className: 'authentication', eventClass: 'AUTHENTICATION', wantedBy: 'office' },
    { name: 'syslog-event', className: 'base_event', wantedBy: 'office' },
  ],
  subscriber: { name: 'hunters', principal: '777788889999', externalId: 'hunters-1' },
};
/** What Terraform must not ask of emulators: who the caller is, and where it runs. */
const override = `
provider "aws" {
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_requesting_account_id  = true
}
`;

test.skipIf(terraformPlugins === undefined || !hasMoto)(
  'Terraform applies what we emit, finds nothing to change, and destroys it',
  { timeout: 400_000 },
  async () => {
    await using stack = new AsyncDisposableStack();
    const folder = await mkdtemp(join(tmpdir(), 'sluice-terraform-'));
    stack.defer(() => rm(folder, { recursive: true, force: true }));
    const lake = await startSecurityLakeEmulator({ regions: ['eu-west-1'] });
    stack.defer(() => lake.close());
    const moto = await startMoto();
    stack.defer(() => moto.stop());
    await writeFile(join(folder, 'main.tf'), terraform(infrastructure));
    await writeFile(join(folder, 'override.tf'), override);
    await writeFile(join(folder, 'terraformrc'), '');
    const env = {
      AWS_ENDPOINT_URL: moto.endpoint,
      AWS_ENDPOINT_URL_SECURITYLAKE: lake.endpoint,
      AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE',
      AWS_SECRET_ACCESS_KEY: 'not-a-secret',
      TF_VAR_external_id: 'sluice-1',
      TF_IN_AUTOMATION: '1',
      TF_CLI_CONFIG_FILE: join(folder, 'terraformrc'),
    };
    const tf = (...args: string[]): Promise<string> => run('terraform', args, { cwd: folder, env, withinMs: 300_000 });

    await tf('init', `-plugin-dir=${terraformPlugins}`, '-no-color');
    await tf('validate', '-no-color');
    await tf('apply', '-auto-approve', '-no-color', '-input=false');
    const output = JSON.parse(await tf('output', '-json')) as {
      sources: { value: Record<string, { location: string }> };
    };
    expect(output.sources.value['syslog-auth']?.location).toMatch(
      /^s3:\/\/aws-security-data-lake-eu-west-1-.*\/ext\/syslog-auth\/$/,
    );
    const created = lake.emulator.calls().filter(({ operation }) => operation === 'CreateCustomLogSource');
    expect(created.map(({ status }) => status)).toEqual([200, 200]);
    // Exit status 0 of -detailed-exitcode: what we answer is what Terraform applied.
    await tf('plan', '-detailed-exitcode', '-no-color', '-input=false');
    await tf('destroy', '-auto-approve', '-no-color', '-input=false');
    const answered = lake.emulator.calls().filter(({ status }) => status === 200);
    const deleted = answered.filter(({ operation }) => /^Delete(CustomLogSource|Subscriber)/.test(operation));
    expect(deleted.map(({ operation }) => operation).toSorted()).toEqual([
      'DeleteCustomLogSource',
      'DeleteCustomLogSource',
      'DeleteSubscriber',
      'DeleteSubscriberNotification',
    ]);
  },
);
