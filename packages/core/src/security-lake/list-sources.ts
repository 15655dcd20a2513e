import { paginateGetDataLakeSources, paginateListLogSources } from '@aws-sdk/client-securitylake';
import { asking } from './aws-error.ts';
import type { ControlPlane } from './control-plane.ts';
import { registeredSource, type RegisteredSource } from './registered-source.ts';

export interface ListSourcesOptions {
  /** Default: the region of the control plane. An empty list: all regions of the lake. */
  readonly regions?: readonly string[];
}

/** All custom sources, from all pages. */
export function listSources(
  plane: ControlPlane,
  options: ListSourcesOptions = {},
): Promise<readonly RegisteredSource[]> {
  const { securityLake: client, region } = plane;
  const regions = options.regions ?? [region];
  return asking({ action: 'securitylake:ListLogSources', on: regions.join(', ') || 'all regions' }, async () => {
    const found: RegisteredSource[] = [];
    const input = regions.length === 0 ? {} : { regions: [...regions] };
    for await (const page of paginateListLogSources({ client, pageSize: 100 }, input)) {
      for (const { account = '', region: home = region, sources = [] } of page.sources ?? []) {
        for (const { customLogSource } of sources)
          if (customLogSource !== undefined) found.push(registeredSource(customLogSource, account, home));
      }
    }
    return found;
  });
}

/** The event classes that a source was registered with. Undefined where Security Lake does not tell. */
export function eventClassesOfSource(plane: ControlPlane, name: string): Promise<readonly string[] | undefined> {
  const { securityLake: client, region } = plane;
  return asking({ action: 'securitylake:GetDataLakeSources', on: region }, async () => {
    for await (const page of paginateGetDataLakeSources({ client, pageSize: 100 }, {})) {
      const source = page.dataLakeSources?.find(({ sourceName }) => sourceName === name);
      if (source !== undefined) return source.eventClasses;
    }
    return undefined;
  });
}
