/** Brings a label to the form in which it is compared: spaces, colons, widths and capitals do not count. */
export function labelForm(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s:*·•|]/g, '')
    .replace(/^[-—]+|[-—]+$/g, '');
}
