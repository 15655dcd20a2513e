/** One clause of docs/connector-standard.md. */
export interface Clause {
  readonly number: string;
  /** What has to hold, in one sentence. */
  readonly says: string;
  /**
   * Who proves it: `data`, the connector's own constants; `package`, the files of its package; `tests`, a test that the
   * kit has registered in them.
   */
  readonly proof: 'data' | 'package' | 'tests';
}

/** The connector standard, in order. The document and `sluice connector check` have the same; a test holds them equal. */
export const clauses: readonly Clause[] = [
  clause('1.1', 'package', 'The package exports one connector, built for this version of the contract.'),
  clause('1.2', 'data', 'It says name, version, stability and product, and an OCSF release that Security Lake takes.'),
  clause('1.3', 'data', 'Each stream has a name of its own, a description in a sentence, a delivery and a format.'),
  clause('1.4', 'data', 'Each stream says what it emits: classes, profiles and columns that the release has.'),
  clause(
    '1.5',
    'data',
    'Each permission says its system, what to grant and why; its resource names keys of the configuration.',
  ),
  clause('2.1', 'data', 'The configuration is an object that refuses keys it does not know.'),
  clause('2.2', 'data', 'Every key of the configuration is described.'),
  clause('2.3', 'data', 'Keys of the configuration are written in snake_case.'),
  clause('2.4', 'data', 'Passwords, tokens, keys and secrets are marked as such (`writeOnly`).'),
  clause('3.1', 'package', 'The package is an ES module with a licence, and has the version of its connector.'),
  clause('3.2', 'package', 'It depends on the contract and not on the lake behind it.'),
  clause('3.3', 'package', 'Nothing runs when it is installed.'),
  clause('3.4', 'package', '`columns.lock.json` holds its columns; they only ever grow at the end.'),
  clause('3.5', 'package', 'The head of the README is what its data says.'),
  clause('4.1', 'tests', 'Every class that a stream emits stands in a golden.'),
  clause(
    '4.2',
    'tests',
    'Every golden conforms to OCSF, fits its columns and is read back from Parquet by another reader.',
  ),
  clause('4.3', 'tests', '`map` gives the same for the same, and leaves what it is given as it was.'),
  clause('4.4', 'tests', '`map` survives any record.'),
  clause('4.5', 'tests', '`read` stops within a second of being told, and leaves nothing open.'),
  clause('4.6', 'tests', '`read` does not run ahead of who pulls it.'),
  clause('4.7', 'tests', 'Cursors survive JSON, and reading goes on where they say.'),
  clause('4.8', 'tests', 'Secrets never stand in logs or errors.'),
  clause(
    '4.9',
    'tests',
    'Crashes, replay, redelivery, poison and a slow or failing lake cost what the delivery allows; nothing is stored twice.',
  ),
];

function clause(number: string, proof: Clause['proof'], says: string): Clause {
  return { number, proof, says };
}
