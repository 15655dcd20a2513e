import { Command, Option } from 'commander';
import type { CheckOptions } from '../connector/check-command.ts';
import type { DocsOptions } from '../connector/docs/docs-command.ts';
import type { ImageOptions } from '../connector/image/image-command.ts';
import type { NewOptions } from '../connector/new/new-command.ts';
import type { End } from '../program.ts';
import type { Io } from '../terminal/io.ts';

export function connectorCommand(io: Io, end: End): Command {
  return new Command('connector')
    .description('Build a connector: scaffold, check, document, put into a container.')
    .addCommand(scaffold(io, end))
    .addCommand(check(io, end))
    .addCommand(docs(io, end))
    .addCommand(image(io, end));
}

function scaffold(io: Io, end: End): Command {
  return new Command('new')
    .description('Make the package of a connector, which runs, is tested and keeps the standard as it is.')
    .argument('<name>', 'of the connector, such as "doors", or of its package, such as "@acme/sluice-connector-doors"')
    .addOption(
      new Option(
        '--upstream <kind>',
        'what it reads: pages of an HTTP API, objects that a queue announces, lines of a socket or of a file',
      )
        .choices(['http', 'queue', 'listener', 'file'])
        .default('file'),
    )
    .addOption(new Option('--mapping <form>', 'how it maps').choices(['yaml', 'typescript']).default('yaml'))
    .option('--folder <path>', 'where to; default a folder of that name')
    .option('--link <path>', 'use the packages of a clone of the Sluice repository instead of published ones')
    .action(async (name: string, options: NewOptions) => {
      const { newCommand } = await import('../connector/new/new-command.ts');
      end(await newCommand(name, options, io));
    });
}

function check(io: Io, end: End): Command {
  return new Command('check')
    .description('Hold a connector against the connector standard, clause by clause.')
    .argument('[folder]', 'of its package', '.')
    .option('--json', 'for programs')
    .option('--no-tests', 'leave out what its tests prove')
    .action(async (folder: string, options: CheckOptions) => {
      const { checkCommand } = await import('../connector/check-command.ts');
      end(await checkCommand(folder, options, io));
    });
}

function docs(io: Io, end: End): Command {
  return new Command('docs')
    .description("Write the head of a connector's README, and the lock of its columns, from its data.")
    .argument('[folder]', 'of its package', '.')
    .option('--check', 'write nothing; fail where they are not what the data says')
    .action(async (folder: string, options: DocsOptions) => {
      const { docsCommand } = await import('../connector/docs/docs-command.ts');
      end(await docsCommand(folder, options, io));
    });
}

function image(io: Io, end: End): Command {
  return new Command('image')
    .description('Build a container that runs Sluice with a connector; without docker, podman or buildah, prepare it.')
    .argument('[folder]', 'of its package', '.')
    .option('--tag <name>', 'of the image; default sluice-connector-<name>:<version>')
    .option('--context <folder>', 'where the build context goes; default build/image in the package')
    .option('--prepare', 'write the build context and say the command, without building')
    .action(async (folder: string, options: ImageOptions) => {
      const { imageCommand } = await import('../connector/image/image-command.ts');
      end(await imageCommand(folder, options, io));
    });
}
