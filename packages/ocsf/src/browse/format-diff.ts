import type { DefinitionDiff, DefinitionsDiff, EnumChange, ReleaseDiff } from './diff-releases.ts';

/** A diff as text for a person: `+` new, `-` gone, `~` different. */
export function formatDiff(diff: ReleaseDiff): string {
  return [
    `OCSF ${diff.from} → ${diff.to}`,
    ...section('profiles', { ...diff.profiles, changed: [] }),
    ...section('classes', diff.classes),
    ...section('objects', diff.objects),
  ].join('\n');
}

function section(title: string, diff: DefinitionsDiff): readonly string[] {
  const lines = [
    ...diff.added.map((name) => `  + ${name}`),
    ...diff.removed.map((name) => `  - ${name}`),
    ...diff.changed.flatMap(definitionLines),
  ];
  return lines.length === 0 ? [] : ['', title, ...lines];
}

function definitionLines(diff: DefinitionDiff): readonly string[] {
  const renamed = diff.renamedTo === undefined ? '' : ` → ${diff.renamedTo}`;
  const deprecated = diff.deprecated === undefined ? '' : ` (deprecated since ${diff.deprecated})`;
  return [
    `  ~ ${diff.name}${diff.uid === undefined ? '' : ` ${diff.uid}`}${renamed}${deprecated}`,
    ...diff.added.map((name) => `      + ${name}`),
    ...diff.removed.map((name) => `      - ${name}`),
    ...diff.changed.map(({ name, aspect, from, to }) => `      ~ ${name}: ${aspect} ${textOf(from)} → ${textOf(to)}`),
    ...diff.enums.flatMap(enumLines),
    ...(diff.constraints === undefined
      ? []
      : [`      ~ constraints: ${textOf(diff.constraints.from)} → ${textOf(diff.constraints.to)}`]),
  ];
}

function enumLines({ name, added, removed, renamed }: EnumChange): readonly string[] {
  return [
    ...Object.entries(added).map(([id, caption]) => `      + ${name} ${id} ${caption}`),
    ...Object.entries(removed).map(([id, caption]) => `      - ${name} ${id} ${caption}`),
    ...Object.entries(renamed).map(([id, { from, to }]) => `      ~ ${name} ${id} ${from} → ${to}`),
  ];
}

function textOf(value: unknown): string {
  return value === undefined ? 'none' : typeof value === 'string' ? value : JSON.stringify(value);
}
