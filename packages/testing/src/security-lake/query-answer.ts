import type { EmulatorResponse } from './http.ts';

/** An answer of AWS's query protocol, in XML: what stands within the result of an action. */
export function xmlAnswer(action: string, result: string): EmulatorResponse {
  return xml(200, `<${action}Response><${action}Result>${result}</${action}Result></${action}Response>`);
}

export function xmlError(status: number, code: string, message: string): EmulatorResponse {
  const error = `<Type>Sender</Type><Code>${code}</Code><Message>${escaped(message)}</Message>`;
  return xml(status, `<ErrorResponse><Error>${error}</Error></ErrorResponse>`);
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function xml(status: number, body: string): EmulatorResponse {
  return { status, headers: { 'content-type': 'text/xml' }, body };
}
