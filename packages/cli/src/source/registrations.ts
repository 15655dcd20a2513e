import { readFile, rename, writeFile } from 'node:fs/promises';
import type { EnsuredSource } from '@sluice/core/security-lake';
import { z } from 'zod';
import { CommandError } from '../errors.ts';
import { exitCode } from '../exit-code.ts';

/** Beside the configuration. */
export const registrationsFileName = 'sluice.sources.json';

/** What Security Lake answered about a source, as it is kept in a file. */
export interface Registration {
  readonly location: string;
  readonly role_arn: string;
  readonly external_id?: string | undefined;
  readonly database?: string | undefined;
  readonly table?: string | undefined;
}
/** By region and name: `eu-west-1/syslog-auth`. */
export type Registrations = ReadonlyMap<string, Registration>;

interface RegistrationsFile {
  readonly version: 1;
  readonly sources: Readonly<Record<string, Registration>>;
}

const registrationsSchema: z.ZodType<RegistrationsFile> = z.object({
  version: z.literal(1),
  sources: z.record(
    z.string(),
    z.object({
      location: z.string().regex(/^s3:\/\/[^/]{3,63}\/.{1,1000}$/),
      role_arn: z.string().max(2048),
      external_id: z.string().max(1224).optional(),
      database: z.string().max(255).optional(),
      table: z.string().max(255).optional(),
    }),
  ),
});

export function registrationKey(region: string, name: string): string {
  return `${region}/${name}`;
}

/** What is kept beside a configuration; empty where nothing was registered yet. */
export async function readRegistrations(file: string): Promise<Registrations> {
  let text;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return new Map();
    throw error;
  }
  const parsed = registrationsSchema.safeParse(jsonOf(text));
  if (!parsed.success) {
    throw new CommandError(
      exitCode.badConfig,
      `${file} is not what \`sluice source create\` writes. Delete it and run that again: it reads everything back from AWS.`,
    );
  }
  return new Map(Object.entries(parsed.data.sources));
}

/** Adds sources to the file. It is whole at any time: a new one takes the place of the old. */
export async function keepRegistrations(file: string, ensured: readonly EnsuredSource[]): Promise<void> {
  const known = new Map(await readRegistrations(file));
  for (const { source, externalId } of ensured) {
    const { location, roleArn, database, table } = source;
    const old = known.get(registrationKey(source.region, source.name));
    const externalIdKept = externalId ?? old?.external_id;
    known.set(registrationKey(source.region, source.name), {
      location,
      role_arn: roleArn,
      ...(externalIdKept === undefined ? {} : { external_id: externalIdKept }),
      ...(database === undefined ? {} : { database }),
      ...(table === undefined ? {} : { table }),
    });
  }
  await write(file, known);
}

export async function forgetRegistration(file: string, region: string, name: string): Promise<void> {
  const known = new Map(await readRegistrations(file));
  if (known.delete(registrationKey(region, name))) await write(file, known);
}

async function write(file: string, registrations: Registrations): Promise<void> {
  const sorted = [...registrations].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const text = JSON.stringify({ version: 1, sources: Object.fromEntries(sorted) }, undefined, 2);
  const temporary = `${file}.${process.pid}.tmp`;
  await writeFile(temporary, `${text}\n`);
  await rename(temporary, file);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
