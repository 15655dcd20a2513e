import { isPathError, parsePath, type Path, type PathError } from './parse-path.ts';

export type TemplatePiece = string | Path;

/** Whether a text is a template: something stands between `${` and `}`. */
export function isTemplate(text: string): boolean {
  return text.includes('${');
}

/** Reads `User ${.user} from ${line.ip}`: what stands in the braces is a path without its `$`; `$${` is a plain `${`. */
export function parseTemplate(text: string): readonly TemplatePiece[] | PathError {
  const pieces: TemplatePiece[] = [];
  let plain = '';
  let offset = 0;
  while (offset < text.length) {
    const start = text.indexOf('${', offset);
    if (start === -1) break;
    if (text[start - 1] === '$' && start > offset) {
      plain += `${text.slice(offset, start - 1)}\${`;
      offset = start + 2;
      continue;
    }
    const end = text.indexOf('}', start);
    if (end === -1) return { offset: start, message: 'A "${" without its "}"' };
    const path = pathIn(text.slice(start + 2, end).trim());
    if (isPathError(path)) return { offset: start, message: path.message };
    if (plain + text.slice(offset, start) !== '') pieces.push(plain + text.slice(offset, start));
    plain = '';
    pieces.push(path);
    offset = end + 1;
  }
  const rest = plain + text.slice(offset);
  return rest === '' ? pieces : [...pieces, rest];
}

function pathIn(inner: string): Path | PathError {
  if (inner === '') return { offset: 0, message: '"${}" holds no path' };
  return parsePath(inner.startsWith('@') || inner.startsWith('$') ? inner : `$${inner}`);
}
