/** One pattern of many rows of alternatives, so that each row can say what it is for. */
export function anyOf(rows: readonly string[], flags = ''): RegExp {
  return new RegExp(rows.join('|'), flags);
}

/** The same for a text that is one of them and nothing else. */
export function oneOf(rows: readonly string[], flags = ''): RegExp {
  return new RegExp(`^(?:${rows.join('|')})$`, flags);
}
