import { isPathError, parsePath, type Path } from '../path/parse-path.ts';
import { isTemplate, parseTemplate } from '../path/parse-template.ts';
import { listed, type Place } from '../problems.ts';
import type { CheckContext, Surroundings } from './context.ts';
import type { PathUse } from './model.ts';

const originFields = ['transport', 'address', 'port', 'path', 'certificateSubject'];

/** Whether a text is meant as a path: `$…` or `@…`, and no template. */
export function looksLikePath(text: string): boolean {
  return /^(?:\$|@(?:$|[.[]))/.test(text) && !isTemplate(text);
}

/** Reads a path and resolves what it begins with. Undefined, and a problem, where it is none. */
export function readPath(context: CheckContext, text: string, at: Place, around: Surroundings): PathUse | undefined {
  const path = parsePath(text);
  if (!isPathError(path)) return resolvePath(context, path, at, around);
  const message = `"${text}" is no path: ${path.message}. Write "$.field", "$part.field" or "$['odd field'][0]".`;
  context.problems.add(at, 'bad_path', message, { found: text, expected: 'a path' });
  return undefined;
}

function resolvePath(context: CheckContext, path: Path, at: Place, around: Surroundings): PathUse | undefined {
  switch (path.root) {
    case 'part':
      return resolvePart(context, path, at);
    case 'item':
      return around.inLoop ? { path, part: undefined } : outsideLoop(context, path, at);
    case 'origin':
      return resolveOrigin(context, path, at);
    case 'record':
      return resolveRecord(context, path, at);
    default:
      return resolveSimple(context, path, at);
  }
}

function resolvePart(context: CheckContext, path: Path, at: Place): PathUse | undefined {
  context.used.add(`part ${path.part}`);
  const part = context.parts.get(path.part);
  if (part === undefined) {
    const known = [...context.parts.keys(), 'origin', 'received_at'];
    const message = `There is no part "${path.part}". Known: ${listed(known)}; "$.${path.part}" is the field of the record.`;
    context.problems.add(at, 'unknown_part', message, { found: path.part, expected: listed(known), known });
    return undefined;
  }
  const [field, ...more] = path.steps;
  if (part.read !== undefined || field === undefined) return { path, part };
  if (more.length === 0 && typeof field === 'string' && part.groups.includes(field)) return { path, part };
  const message =
    more.length > 0
      ? `The groups of a pattern are texts; "${path.text}" looks into one.`
      : `The pattern of "${part.name}" has no group "${field}". Known: ${listed(part.groups)}.`;
  context.problems.add(at, 'unknown_field', message, {
    found: String(field),
    expected: listed(part.groups),
    known: part.groups,
  });
  return undefined;
}

function outsideLoop(context: CheckContext, path: Path, at: Place): undefined {
  const message = `"${path.text}" is an item, but no loop is around it. Begin with "$" for the record, or put it in "each".`;
  context.problems.add(at, 'item_outside_loop', message, { found: path.text });
}

function resolveOrigin(context: CheckContext, path: Path, at: Place): PathUse | undefined {
  const [field, ...more] = path.steps;
  if (typeof field === 'string' && originFields.includes(field) && more.length === 0) return { path, part: undefined };
  const message = `"${path.text}" is not known of the origin. Known: ${listed(originFields.map((name) => `$origin.${name}`))}.`;
  context.problems.add(at, 'unknown_field', message, { found: String(field ?? ''), known: originFields });
  return undefined;
}

function resolveRecord(context: CheckContext, path: Path, at: Place): PathUse | undefined {
  if (context.format !== 'text' || path.steps.length === 0) return { path, part: undefined };
  const message = `A line of text has no field "${path.text.slice(2)}". Take it apart under "parse", then write "$part.field".`;
  const known = [...context.parts.keys()].map((name) => `$${name}`);
  context.problems.add(at, 'unknown_field', message, { found: path.text, known });
  return undefined;
}

function resolveSimple(context: CheckContext, path: Path, at: Place): PathUse | undefined {
  if (path.root === 'received_at' && path.steps.length === 0) return { path, part: undefined };
  const message = `"${path.text}" is not known. "$received_at" is the time of receipt, and has no fields.`;
  context.problems.add(at, 'unknown_field', message, { found: path.text });
  return undefined;
}

/** Reads a template and resolves its paths. */
export function readTemplate(
  context: CheckContext,
  text: string,
  at: Place,
  around: Surroundings,
): readonly (string | PathUse)[] | undefined {
  const pieces = parseTemplate(text);
  if (!Array.isArray(pieces)) {
    const { message } = pieces as { message: string };
    context.problems.add(
      at,
      'bad_template',
      `${message}. Write "\${.field}" or "\${part.field}"; "$\${" is the text "\${".`,
      {
        found: text,
      },
    );
    return undefined;
  }
  const resolved = (pieces as readonly (string | Path)[]).map((piece) =>
    typeof piece === 'string' ? piece : resolvePath(context, piece, at, around),
  );
  return resolved.every((piece) => piece !== undefined) ? resolved : undefined;
}
