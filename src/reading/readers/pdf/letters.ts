/**
 * PDF files name the shapes they draw, and a font that draws 金 and the radical ⾦
 * alike may name the radical. Text that is to be searched needs the letter.
 * From Unicode's EquivalentUnifiedIdeograph, U+2E80 to U+2EF3 in order; where
 * Unicode gives none, the sign stands for itself.
 */
const RADICALS = [
  ...'⺀厂乛乚乙亻冂𠘨刀刂卜㔾小尐兀尣尢𡯂巳幺彑彐忄心扌攵⺚旡日月歺母民氵氺灬爫爬丬牛犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艺艻虎衤覀西见角𧢲讠贝𧾷车辶辷辸邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟',
];
const FIRST_RADICAL = 0x2e80;
/** Fonts of the mainland draw the radical of doors as 户; Unicode names it after 戶. */
const DOOR = /\u2f3e/g;

/** Radicals as the letters they look like, joined Latin letters (ﬁ) as their parts. */
export function plainLetters(text: string): string {
  return text
    .replace(DOOR, '户')
    .replace(/[\u2e80-\u2ef3]/g, (sign) => RADICALS[sign.charCodeAt(0) - FIRST_RADICAL] ?? sign)
    .replace(/[\u2f00-\u2fd5\ufb00-\ufb06\uf900-\ufaff]/g, (sign) => sign.normalize('NFKC'));
}
