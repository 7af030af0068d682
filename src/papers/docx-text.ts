// Not allowed in XML, or turning the direction of what follows.
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g;
const LONE_SURROGATE = /\p{Cs}/gu;

/** A text that can stand in the file: without controls, halves of characters marked. */
export function writableText(text: string): string {
  return text.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n').replace(UNWRITABLE, '').replace(LONE_SURROGATE, '\ufffd');
}
