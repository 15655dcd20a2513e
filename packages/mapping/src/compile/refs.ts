/** What compiled code refers to by index: functions, tables, patterns. Never text that becomes code. */
export class Refs {
  readonly values: unknown[] = [];

  add(value: unknown): string {
    const known = this.values.indexOf(value);
    return `$${known === -1 ? this.values.push(value) - 1 : known}`;
  }
}
