export type Environment = Readonly<Record<string, string | undefined>>;

export interface Interpolated {
  readonly text: string;
  /** Whether a variable was put in: the text may then be a secret and is never shown. */
  readonly changed: boolean;
  /** What could not be put in, each with its place in the source text. */
  readonly mistakes: readonly { readonly message: string; readonly variable: string }[];
}

const reference = /\$(\$)?\{([^}]*)(\}?)/g;
const variableName = /^[A-Za-z_][A-Za-z0-9_]*$/;

/**
 * Puts environment variables into one scalar value: `${NAME}`, with `$${` for a literal `${`. It runs after the YAML
 * was parsed, so what a variable holds can never become a key, a list or a comment.
 */
export function interpolate(source: string, environment: Environment): Interpolated {
  if (!source.includes('${')) return { text: source, changed: false, mistakes: [] };
  const mistakes: { message: string; variable: string }[] = [];
  let changed = false;
  const text = source.replaceAll(reference, (whole, escaped: string | undefined, name: string, closed: string) => {
    if (escaped !== undefined) return whole.slice(1);
    const value = closed === '' || !Object.hasOwn(environment, name) ? undefined : environment[name];
    if (value === undefined) mistakes.push({ message: mistakeOf(name, closed !== ''), variable: name });
    else changed = true;
    return value ?? '';
  });
  return { text, changed, mistakes };
}

function mistakeOf(name: string, closed: boolean): string {
  if (!closed) return 'expected "}" after "${"; write "$${" for the text "${"';
  if (!variableName.test(name))
    return `expected the name of an environment variable in "\${…}", found "${name.slice(0, 60)}"`;
  return `environment variable ${name} is not set; set it, or write "$\${${name}}" for the text itself`;
}
