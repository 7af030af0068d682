// Not allowed in XML, or turning the direction of what follows.
const UNWRITABLE = /(?![\t\n])\p{Cc}|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/gu;
const LONE_SURROGATE = /\p{Cs}/gu;

/** A text that can stand in the file: without controls, halves of characters marked. */
export function writableText(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(UNWRITABLE, '')
    .replace(LONE_SURROGATE, '\ufffd');
}
