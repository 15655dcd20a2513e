import type { Os, OsTypeId } from '@sluice/ocsf/1.3.0';

const platforms: Readonly<Record<string, readonly [name: string, typeId: OsTypeId]>> = {
  Windows: ['Windows', 100],
  Linux: ['Linux', 200],
  Mac: ['macOS', 300],
  iOS: ['iOS', 301],
  Android: ['Android', 201],
};

/** The operating system of a host as Falcon's API names it; its full name where there is one. */
export function platformOs(platform: string | undefined, version: string | undefined): Os | undefined {
  const known = Object.hasOwn(platforms, platform ?? '') ? platforms[platform ?? ''] : undefined;
  const name = version ?? known?.[0] ?? platform;
  return name === undefined ? undefined : { name, type_id: known?.[1] ?? 0 };
}
