const MOBILE = /^(?:(?:\+|00)?86)?1[3-9]\d{9}$/;
/** Area code and number, or one of the numbers that a whole country calls. */
const FIXED = /^(?:(?:\+|00)?860?|0)[1-9]\d{1,2}\d{7,8}$|^(?:400|800)\d{7}$|^9[56]\d{3,4}$/;
const ABROAD = /^(?:\+|00)(?!86)[1-9]\d{6,14}$/;

/**
 * Does the text hold a number that can be called: a mobile, a landline with its area code, one from abroad with its
 * country? What stands beside it (a name, an extension) is no matter.
 */
export function looksLikePhone(typed: string): boolean {
  const text = typed.normalize('NFKC').replace(/(?<=[\d+)])[\s().·-]+(?=[\d(])|[()]/g, '');
  const numbers = text.match(/\+?\d+/g) ?? [];
  return numbers.some((number) => [MOBILE, FIXED, ABROAD].some((form) => form.test(number)));
}
