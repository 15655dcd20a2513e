import { run } from '../../harness/command.ts';

/** A shape of the API model, as AWS's own clients carry it. */
export interface Shape {
  readonly type: 'structure' | 'list' | 'string' | 'integer' | 'long' | 'timestamp';
  readonly required?: readonly string[];
  readonly members?: Readonly<Record<string, Member>>;
  readonly member?: Member;
  readonly union?: boolean;
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: string;
  readonly enum?: readonly string[];
}

export interface Member {
  readonly shape: string;
  readonly location?: 'uri' | 'querystring';
  readonly locationName?: string;
}

export interface ApiModel {
  readonly operations: Readonly<Record<string, ModelOperation>>;
  readonly shapes: Readonly<Record<string, Shape>>;
}

export interface ModelOperation {
  readonly name: string;
  readonly http: { readonly method: string; readonly requestUri: string };
  readonly input: { readonly shape: string };
}

const script = `
import gzip, os, botocore
folder = os.path.join(os.path.dirname(botocore.__file__), 'data', 'securitylake', '2018-05-10')
print(gzip.open(os.path.join(folder, 'service-2.json.gz')).read().decode())`;

/** The model of Security Lake that botocore brings with it; undefined where there is no botocore. */
export async function securityLakeModel(): Promise<ApiModel | undefined> {
  try {
    return JSON.parse(await run('python', ['-c', script])) as ApiModel;
  } catch {
    return undefined;
  }
}
