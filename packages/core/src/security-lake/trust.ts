/** Who may assume a role, as far as custom sources and crawlers need it. */
export interface Trust {
  /** Accounts (twelve digits) and services. */
  readonly principals: readonly string[];
  readonly externalIds: readonly string[];
}

/** Reads the trust policy of a role, as IAM gives it: URL-encoded JSON. Undefined when it is none. */
export function parseTrust(document: string | undefined): Trust | undefined {
  let policy: unknown;
  try {
    policy = JSON.parse(decodeURIComponent(document ?? ''));
  } catch {
    return undefined;
  }
  const allowed = listOf(member(policy, 'Statement')).filter((statement) => member(statement, 'Effect') === 'Allow');
  return {
    principals: allowed.flatMap((statement) => principalsOf(member(statement, 'Principal'))),
    externalIds: allowed.flatMap((statement) => {
      const equals = member(member(statement, 'Condition'), 'StringEquals');
      return listOf(member(equals, 'sts:ExternalId')).filter((id) => typeof id === 'string');
    }),
  };
}

function principalsOf(principal: unknown): readonly string[] {
  const names = [...listOf(member(principal, 'AWS')), ...listOf(member(principal, 'Service'))];
  return names
    .filter((name) => typeof name === 'string')
    .map((name) => /^arn:[^:]+:iam::(\d{12}):/.exec(name)?.[1] ?? name);
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}
