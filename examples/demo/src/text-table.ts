/** Columns side by side, two spaces between; columns whose cells all begin with a digit are set to the right. */
export function textTable(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const columns = head.map((title, index) => {
    const cells = rows.map((row) => row[index] ?? '');
    const width = Math.max(title.length, ...cells.map((cell) => cell.length));
    const isNumber = cells.length > 0 && cells.every((cell) => /^\d[\d,.]*( \w+)?$/.test(cell));
    return (cell: string): string => (isNumber ? cell.padStart(width) : cell.padEnd(width));
  });
  const line = (cells: readonly string[]): string =>
    columns
      .map((pad, index) => pad(cells[index] ?? ''))
      .join('  ')
      .trimEnd();
  return [line(head), ...rows.map(line)];
}

export function counted(amount: number): string {
  return Math.round(amount).toLocaleString('en-US');
}

export function sized(bytes: number): string {
  return bytes < 1024 ** 2 ? `${(bytes / 1024).toFixed(1)} KiB` : `${(bytes / 1024 ** 2).toFixed(1)} MiB`;
}
