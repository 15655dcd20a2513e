import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generate } from 'selfsigned';

export interface CertificateFiles {
  readonly keyFile: string;
  readonly certificateFile: string;
  /** The certificate itself, for those who connect. */
  readonly certificate: string;
}

/** A certificate for `localhost` that is good for this demo only; the key never leaves the folder. */
export async function makeCertificate(folder: string): Promise<CertificateFiles> {
  const { cert, private: key } = await generate([{ name: 'commonName', value: 'localhost' }], {
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] }],
  });
  const keyFile = join(folder, 'listener.key');
  const certificateFile = join(folder, 'listener.pem');
  await writeFile(keyFile, key, { mode: 0o600 });
  await writeFile(certificateFile, cert);
  return { keyFile, certificateFile, certificate: cert };
}
