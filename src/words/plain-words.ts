/** What people type for what they mean: slips of the input method, other scripts, shorthand. */
const SLIPS: readonly (readonly [RegExp, string])[] = [
  [/退宽|退欵|tui款|退kuan/g, '退款'],
  [/以经|己经|已結|巳经/g, '已经'],
  [/尽块|进快|儘快|盡快|经快/g, '尽快'],
  [/等侯/g, '等候'],
  [/在等等/g, '再等等'],
  [/木有|莫得|冇/g, '没有'],
  [/[啦咯喽嘞辣]/g, '了'],
  [/布支持|不只持/g, '不支持'],
  [/(?:hours?|hrs?|h)(?![a-z])/g, '小时'],
  [/(?<=\d)个?(?:days?|d)(?![a-z])/g, '天'],
];

const TRADITIONAL =
  '帐賬處覆復請後內無時間個見貨買賣發給對們說這還沒會幫為與過實質應認證據訴問題單號數額錢賠換網頁購約協調專員轉聯絡繫電話週點鐘辦儘盡進來從麼嗎讓碼驗關閉該總幾寫錯償費級審決權責損務補訊現開戶兌領臺規則條項雙達結終動擬虛貴謝稱納長門';
const SIMPLIFIED =
  '账账处复复请后内无时间个见货买卖发给对们说这还没会帮为与过实质应认证据诉问题单号数额钱赔换网页购约协调专员转联络系电话周点钟办尽尽进来从么吗让码验关闭该总几写错偿费级审决权责损务补讯现开户兑领台规则条项双达结终动拟虚贵谢称纳长门';
const SIMPLE = new Map([...TRADITIONAL].map((sign, i) => [sign, SIMPLIFIED[i]!]));

/** Signs without a meaning of their own: emoji, variation selectors, marks that cannot be seen. */
const NOISE = /\p{Extended_Pictographic}|[\u200b-\u200f\u2060\ufeff]|\ufe0e|\ufe0f|\[[\p{Script=Han}]{1,4}\]/gu;
const BUYER_LINE = /^\s*(?:\d[\d\s:/.-]{3,20})?(?:我|本人|买家|用户|顾客|客户|投诉人|消费者)\s*[:：]/;

/** One spelling for what is meant the same way: widths, case, common slips, spaces between signs. */
export function plainWords(text: string): string {
  let plain = text.normalize('NFKC').toLowerCase().replace(NOISE, '');
  plain = plain.replace(/[\u4e00-\u9fff]/gu, (sign) => SIMPLE.get(sign) ?? sign);
  for (const [slip, meant] of SLIPS) plain = plain.replace(slip, meant);
  // 新卡密: AAAA-BBBB stays one clause.
  plain = plain.replace(/(码|卡密?|密钥)[\s:]{1,3}(?=[a-z0-9]{4})/g, '$1');
  return plain
    .split('\n')
    .filter((line) => !BUYER_LINE.test(line))
    .join('\n')
    .replace(/(\d)[^\S\n]{1,8}(?=[\p{Script=Han}\d])/gu, '$1')
    .replace(/(\p{Script=Han})[^\S\n]{1,8}(?=\d)/gu, '$1');
}
