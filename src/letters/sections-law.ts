import { statuteTitle, type StatuteKey } from '../rulebook/laws/statutes.ts';

interface Ground {
  rule: string;
  statute: StatuteKey;
  /** As cited: `第二十条`. One of the articles of the rule. */
  article: string;
  /** What it says, short, in the words of the rule. */
  says: string;
}

/**
 * What letters say of the law. Every row is tested against the rulebook: the
 * rule exists, is stated as law there (never second-hand), and has this article.
 */
export const GROUNDS = {
  delivery_online: { rule: 'SUB-02', statute: 'ecommerce', article: '第五十一条', says: '合同标的采用在线传输方式交付的，进入对方当事人指定的特定系统并且能够检索识别的时间为交付时间' },
  deliver_as_promised: { rule: 'SUB-03', statute: 'ecommerce', article: '第二十条', says: '经营者应当按照承诺或者与消费者约定的方式、时限交付商品或者服务' },
  nonconforming: { rule: 'SUB-04', statute: 'civil_code', article: '第五百八十二条', says: '交付不符合约定的，受损害方可以请求修理、重作、更换、退货或者减少价款' },
  quality_return: { rule: 'SUB-05', statute: 'consumer', article: '第二十四条', says: '商品不符合质量要求的，消费者可以自收到商品之日起七日内退货；七日后符合法定解除合同条件的，消费者可以及时退货' },
  breach: { rule: 'SUB-16', statute: 'civil_code', article: '第五百七十七条', says: '履行合同义务不符合约定的，应当承担违约责任' },
  platform_handles: { rule: 'PLT-03', statute: 'ecommerce', article: '第五十九条', says: '电子商务经营者应当建立便捷、有效的投诉、举报机制，及时受理并处理投诉、举报' },
  platform_assists: { rule: 'PLT-04', statute: 'ecommerce', article: '第六十一条', says: '电子商务平台经营者应当积极协助消费者维护合法权益' },
} as const satisfies Record<string, Ground>;

export type GroundKey = keyof typeof GROUNDS;

export interface CitedLaw {
  rule: string;
  /** `《中华人民共和国电子商务法》第二十条` */
  article: string;
  says: string;
  /** `依据《…》第二十条，…。` */
  text: string;
}

export function citeGround(key: GroundKey): CitedLaw {
  const ground: Ground = GROUNDS[key];
  const article = `${statuteTitle(ground.statute)}${ground.article}`;
  return { rule: ground.rule, article, says: ground.says, text: `依据${article}，${ground.says}。` };
}
