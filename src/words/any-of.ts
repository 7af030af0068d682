/** One pattern of many rows, any of which may match, so that each row can say what it is for. */
export function anyOf(...rows: readonly string[]): RegExp {
  return new RegExp(rows.join('|'));
}
