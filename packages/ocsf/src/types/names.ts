/** `network_activity` → `NetworkActivity`. */
export function pascalCase(name: string): string {
  const words = name.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  const text = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  return /^[A-Za-z]/.test(text) ? text : `_${text}`;
}

/** `network_activity` → `networkActivity`; a word of the language gets an underscore: `delete` → `delete_`. */
export function camelCase(name: string): string {
  const pascal = pascalCase(name);
  const text = pascal.charAt(0).toLowerCase() + pascal.slice(1);
  return languageWords.has(text) ? `${text}_` : text;
}

const languageWords: ReadonlySet<string> = new Set(
  (
    'arguments await break case catch class const continue debugger default delete do else enum eval export extends ' +
    'false finally for function if implements import in instanceof interface let new null package private protected ' +
    'public return static super switch this throw true try typeof undefined var void while with yield'
  ).split(' '),
);

/** Captions of an enum as names of constants, each once: `Not Applicable` → `NotApplicable`. */
export function constantNames(captions: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return captions.map((caption) => {
    const plain = pascalCase(caption.replaceAll('+', ' Plus ').replaceAll("'", ''));
    let name = plain;
    for (let number = 2; taken.has(name); number++) name = `${plain}${number}`;
    taken.add(name);
    return name;
  });
}

/** A property name as it may stand in code. */
export function propertyName(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) && name !== '__proto__' ? name : JSON.stringify(name);
}

/** A text that cannot end the comment it stands in. */
export function commentText(text: string): string {
  return text.replaceAll('*/', '* /').replaceAll(/\s+/g, ' ');
}
