/** A stretch of an answer between two marks of punctuation. */
export interface Clause {
  text: string;
  /** Its words with 够不够, 退不退 left open as 够否, 退否. */
  sense: string;
  /** Number of its sentence, from 0. */
  sentence: number;
  /** Asks instead of saying: 能退吗, 是否不予退款. */
  question: boolean;
  /** Only holds if something else does: 如果超过…, 逾期…. */
  conditional: boolean;
}

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
/** A longer stretch without punctuation is cut, so that no pattern meets more than this. */
const LONGEST = 160;

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

const SENTENCE_END = /((?:[。!?;\n\r]|\.{2,20})+)/;
const CLAUSE_END = /[,、\s]+|(?<!\d)[:~—]+|[:~—]+(?!\d)/;
/** 能不能, 可不可以, 退不退: a question whatever follows. */
const A_NOT_A = /(?<!说)([^不\d\w])不\1|有没有|(?:您|你|亲|请问)[^,]{0,6}是否|能否|可否|会否|请问|想问|咨询一下/;
const ASKS =
  /(?:吗|么)$|(?<!还[^,。]{0,4})(?:怎么|什么|多少|哪(?:里|个|些|天|一|款|家|种|区)|几(?:号|点(?!前))|为何|为什么|几时).{0,12}$/;
/** 可以吗 at the end of an offer asks for assent, not for information. */
const ASSENT = /(?:您看|你看|这样)?(?:可以|好|行|方便|ok|成|同意|接受)(?:吗|么|嘛|不)$/;
/** 什么时候好我也说不准: the words of a question in the mouth of one who has no answer. */
const NO_ANSWER = /说不|不知|不清楚|不确定|不好(?:说|讲)|看情况/;
/** 看他怎么回复, 研究够不够立案: asked of others, not of the buyer. */
const ASKED_ELSEWHERE =
  /(?:(?<!您|你)看看?|研究|核实|确认|判断|判定|审查|决定|告知|答复|查看?|问问?|不知道?)[^,]{0,6}$/;
const SUPPOSES = new RegExp(
  [
    '如果|假如|倘若|要是|若(?!干)|逾期|除非|只有|只要|否则|凡是|(?<!(?:^|个|笔|单|种)(?:退款?|换货?|退货|赔偿|补偿))的话',
    '如(?=您|你|有|需|果|已|未|超|逾|属|因|商家|对方|核实|审核|确认|经|在|不|无|果)',
    // 没到账你再找我, 处理不好全额退: supposed without a word for it.
    '(?:没|未)(?:到账?|解决|处理好|弄好|搞定|收到)[^,]{0,4}(?:你|您|我|再|就|全额|可以|联系)',
    '(?<=处理|弄|搞|解决)不(?:好|了|掉)(?:就|全额|退|给|再)',
    // 明晚8点前不到账给你退款
    '不到账(?:的话)?(?:就|给|全额|直接|马上|再|你|您|我)',
  ].join('|'),
);

const EITHER_WAY = /([^不\d\w])不\1/g;

function asksBuyer(clause: string): boolean {
  const found = NO_ANSWER.test(clause) ? null : (A_NOT_A.exec(clause) ?? ASKS.exec(clause));
  return found !== null && !ASKED_ELSEWHERE.test(clause.slice(0, found.index));
}

function pieces(text: string): string[] {
  const found: string[] = [];
  for (let at = 0; at < text.length; at += LONGEST) found.push(text.slice(at, at + LONGEST));
  return found;
}

/** The clauses of an answer, in order. Linear in the length of the text. */
export function clausesOf(text: string): Clause[] {
  const parts = plainWords(text).split(SENTENCE_END);
  const clauses: Clause[] = [];
  for (let i = 0; i < parts.length; i += 2) {
    const asked = (parts[i + 1] ?? '').includes('?');
    const texts = parts[i]!.split(CLAUSE_END)
      .flatMap(pieces)
      .filter((part) => part !== '');
    texts.forEach((clause, place) => {
      const bare = clause.replace(ASSENT, '');
      const assent = bare !== clause;
      const last = place === texts.length - 1;
      const question = !assent && (asksBuyer(clause) || (asked && last));
      clauses.push({
        text: bare,
        sense: bare.replace(EITHER_WAY, '$1否'),
        sentence: i / 2,
        question,
        conditional: SUPPOSES.test(clause),
      });
    });
  }
  return clauses.filter((clause) => clause.text !== '');
}
