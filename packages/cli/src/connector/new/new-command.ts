import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { CommandError } from '../../errors.ts';
import { exitCode, type ExitCode } from '../../exit-code.ts';
import type { Io } from '../../terminal/io.ts';
import { version } from '../../version.ts';
import { namesOf, type Choices, type MappingForm, type UpstreamKind } from './choices.ts';
import { templateFiles } from './template-files.ts';

export interface NewOptions {
  readonly upstream: UpstreamKind;
  readonly mapping: MappingForm;
  readonly folder?: string;
  readonly link?: string;
}

/** `sluice connector new`: a package that runs, is tested and keeps the standard as it is. */
export async function newCommand(given: string, options: NewOptions, io: Io): Promise<ExitCode> {
  const { upstream, mapping, link } = options;
  const names = namesOf(given);
  const choices: Choices = {
    ...names,
    upstream,
    mapping,
    version: version(),
    ...(link === undefined ? {} : { link: resolve(link) }),
  };
  const folder = resolve(options.folder ?? names.name);
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new CommandError(exitCode.usage, `${folder} is not empty: choose another folder with --folder.`);
  for (const [path, text] of templateFiles(choices)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  io.stdout.write(nextSteps(relative('.', folder), choices));
  return exitCode.ok;
}

function nextSteps(folder: string, { packageName, mapping, upstream }: Choices): string {
  const mappingFile = mapping === 'yaml' ? 'mapping.yaml' : 'map.ts';
  return `Made ${packageName} in ${folder}. Next:

  cd ${folder}
  npm install
  npm test
  npx sluice connector check     hold it against the standard
${upstream === 'file' ? '  npx sluice run sluice.yaml     run it, into ./lake\n' : ''}
Then put records of your own into src/streams/events/fixtures and say in
src/streams/events/${mappingFile} what they become. README.md leads on.
`;
}
