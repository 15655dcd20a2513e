import { InvalidArgumentError } from 'commander';

/** For commander: a TCP port; 0 stands for any that is free. */
export function portValue(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) throw new InvalidArgumentError('Expected a port, 0 to 65535.');
  return port;
}
