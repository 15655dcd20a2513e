import { relative } from 'node:path';
import { CommandError } from '../../errors.ts';
import { exitCode, type ExitCode } from '../../exit-code.ts';
import type { Io } from '../../terminal/io.ts';
import { loadPackage } from '../load-package.ts';
import { runProgram } from '../run-program.ts';
import { writeContext } from './build-context.ts';

export interface ImageOptions {
  readonly tag?: string;
  readonly context?: string;
  readonly prepare?: boolean;
}

/** What builds images, in the order in which it is looked for, and how each is asked whether it works. */
const builders = [
  { name: 'docker', works: ['info'], build: ['build'] },
  { name: 'podman', works: ['info'], build: ['build'] },
  { name: 'buildah', works: ['info'], build: ['bud'] },
] as const;

/** `sluice connector image`: a container that runs Sluice with this connector, or all that is needed to build it elsewhere. */
export async function imageCommand(folder: string, options: ImageOptions, io: Io): Promise<ExitCode> {
  const loaded = await loadPackage(folder);
  const { connector } = loaded;
  const tag = options.tag ?? `sluice-connector-${connector.name}:${connector.version}`;
  const context = await writeContext(loaded, options.context, io);
  const shown = relative('.', context) || '.';
  const builder = options.prepare === true ? undefined : await workingBuilder(io);
  if (builder === undefined) {
    const reason = options.prepare === true ? '' : 'Neither docker, podman nor buildah works here. ';
    io.stdout.write(
      `${reason}The build context is in ${shown}; build it with\n\n  docker build -t ${tag} ${shown}\n${usage(tag)}`,
    );
    return exitCode.ok;
  }
  const { code, output } = await runProgram(builder.name, [...builder.build, '-t', tag, context], { io });
  if (code !== 0)
    throw new CommandError(exitCode.failed, `${builder.name} could not build ${tag}:\n${output.slice(-2000)}`);
  io.stdout.write(`Built ${tag} with ${builder.name}.\n${usage(tag)}`);
  return exitCode.ok;
}

function usage(tag: string): string {
  return `
Run it with a configuration that names the connector by its package, and a volume for its state:

  docker run -v ./sluice.yaml:/sluice/sluice.yaml:ro -v sluice-state:/sluice/state ${tag}
`;
}

async function workingBuilder(io: Io): Promise<(typeof builders)[number] | undefined> {
  for (const builder of builders) {
    const { code } = await runProgram(builder.name, builder.works, { io });
    if (code === 0) return builder;
  }
  return undefined;
}
