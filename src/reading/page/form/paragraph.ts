import type { Cell } from '../page.ts';

/** Is `lower` the next line of the paragraph that `upper` stands in? */
export function continues(upper: Cell, lower: Cell): boolean {
  if (!upper.place || !lower.place) return false;
  const a = upper.place;
  const b = lower.place;
  const sameSize = Math.abs(a.height - b.height) < 0.3 * Math.max(a.height, b.height);
  const close = b.y - (a.y + a.height) < 0.75 * a.height;
  const aligned =
    Math.abs(a.x - b.x) < a.height * 0.8 || Math.abs(a.x + a.width / 2 - b.x - b.width / 2) < a.height * 0.8;
  return sameSize && close && aligned;
}

/** A line that goes on in the next is no shorter than that, but where it stops for breath; nor in another tongue. */
export function isTitleOver(upper: Cell, lower: Cell): boolean {
  if (!upper.place || !lower.place || /[,，、;；]$/.test(upper.text.trim())) return false;
  const [over, under] = [upper.text.trim(), lower.text.trim()];
  return (
    upper.place.width < lower.place.width * SHORTER ||
    (FOREIGN.test(over) && BEGINS_HAN.test(under)) ||
    (HAN_ONLY.test(over) && FOREIGN_SENTENCE.test(under))
  );
}

const SHORTER = 0.8;
/** `Unable to redeem` over 该兑换码已失效. */
const FOREIGN = /^[A-Za-z]+ [A-Za-z ]+[.!]?$/;
const BEGINS_HAN = /^\p{Script=Han}/u;
/** 兑换结果 over `This code has already been used`. */
const HAN_ONLY = /^\p{Script=Han}+[!！。]?$/u;
const FOREIGN_SENTENCE = /^[A-Z][A-Za-z']*(?:[ ,]+[A-Za-z']+){2,}[.!]?$/;
