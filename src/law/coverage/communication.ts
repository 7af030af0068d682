import { type ProofItem } from './proof.ts';

/** Words of a phone or chat program that say the other side cannot be reached. */
export const UNREACHABLE_WORDS =
  /拉黑|(?:不是|非)(?:你|您|对方|TA|ta)?的?(?:朋友|好友)|(?:开启|需要).{0,4}(?:朋友|好友)验证|对方拒收|拒收了?你?的?消息|已注销|空号|无法接通|已停机|暂时无法(?:访问|打开)|无法访问(?:此|该)?(?:网站|页面)|网站(?:已|不)(?:关闭|存在)|404|ERR_|域名(?:已)?(?:过期|停止)|店铺(?:已)?(?:关闭|注销|不存在)|账号(?:已)?(?:注销|不存在)/;

/** What proves what was said and promised, and that the seller was asked. */
export const COMMUNICATION_PROOF: readonly ProofItem[] = [
  {
    code: 'communication_missing',
    category: 'communication',
    need: 'required',
    shownBy: [
      { kinds: ['chat', 'chat_log', 'call', 'email', 'promise', 'reply'] },
      // A receipt shows that the platform or an office was told, and when.
      { kinds: ['filing_receipt'] },
      { kinds: ['failure', 'recording'], says: UNREACHABLE_WORDS },
    ],
    what: '和商家、平台客服的聊天：能看到对方账号、日期时间，从说明问题到对方答复连续截',
    message: '缺沟通记录，看不出你找过对方、对方怎么答',
    how: '打开和客服的对话，长截图或逐屏截图，带上对方昵称或账号和日期；还没联系过，就先发一条写明订单号、问题和诉求的消息再截图',
    rule: 'EV-01',
  },
  {
    code: 'promise_helpful',
    category: 'communication',
    disputes: ['service', 'not_as_described', 'account_banned'],
    need: 'helpful',
    after: 'communication_missing',
    shownBy: [{ kinds: ['promise'] }, { facts: ['promise'] }],
    what: '对方的承诺：质保时间、包退包换、到账时间',
    message: '最好有对方的承诺原话，承诺可以照着要求履行',
    how: '截商品页、店铺公告或聊天里写明质保、包退包换、到账时间的地方',
    rule: 'SUB-03',
  },
];
