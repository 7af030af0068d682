import type { ChalkInstance } from 'chalk';
import { WAYS_OF_PAYING } from '../../knowledge/built/paid-by.ts';
import { DEMANDS, DISPUTES, type Demand, type Dispute } from '../../model/dispute.ts';
import {
  FACT_KEYS,
  factSpec,
  maskValue,
  standingOf,
  type Fact,
  type FactKey,
  type Facts,
  type Standing,
} from '../../model/facts.ts';
import type { GivenBy } from '../../model/evidence.ts';
import { showMoment } from '../../model/moment.ts';
import { printable } from '../../model/text.ts';
import { table } from './paint.ts';

const CHOICE_WORDS: Partial<Record<FactKey, Record<string, string>>> = {
  paidBy: Object.fromEntries(WAYS_OF_PAYING.map(({ id, shown }) => [id, shown])),
  site: {
    marketplace: '有多个商家的平台',
    own_site: '商家自己的网站',
    self_operated: '平台自营',
    private_chat: '聊天里私下交易',
    second_hand: '二手平台',
    social_shop: '社交软件里的小店',
  },
  goodsLawful: { yes: '没有问题', doubtful: '说不清、共享或租用', no: '法律禁止的' },
  buyer: { adult: '成年人', minor: '未成年人' },
  abroad: { yes: '在境外', no: '在境内' },
  ownMistake: { yes: '是自己填错', no: '没有填错' },
  buyerSex: { male: '男', female: '女' },
  seller: { known: '身份已知', unreachable: '联系不上', unknown: '身份不明' },
  purpose: { own_use: '自用', resale: '转卖' },
  goods: { code: '卡密、兑换码', topup: '直充', membership: '会员', account: '账号', wallet: '余额、钱包' },
  signs: {
    vanished: '失联',
    fake_identity: '身份虚假',
    many_victims: '多人受害',
    blocked_buyer: '拉黑买家',
    false_claims: '虚假宣传',
    none: '没有',
  },
  redeemed: { yes: '已兑换', no: '未兑换', unknown: '不清楚' },
};

/** A fact's value as a person reads it; private ones masked. */
export function showValue(key: FactKey, value: string, options: { mask: boolean } = { mask: true }): string {
  const spec = factSpec(key);
  if (key === 'dispute') return DISPUTES[value as Dispute]?.label ?? value;
  if (key === 'demand') return DEMANDS[value as Demand]?.label ?? value;
  if (spec.type === 'money') return `${value} 元`;
  if (spec.type === 'moment') return showMoment(value);
  const words = CHOICE_WORDS[key];
  if (words)
    return value
      .split(',')
      .map((item) => words[item] ?? item)
      .join('、');
  return printable(spec.private && options.mask ? maskValue(value) : value);
}

const STATUS_WORDS = { read: '读到', given: '你填的', confirmed: '已确认', conflict: '有冲突' } as const;

const STANDING_WORDS: Partial<Record<Standing, string>> = { alone: '只有这一处', agreed: '几处一致' };

/** How a value got its part, in words. */
export const GIVEN_BY: Record<GivenBy, string> = {
  label: '有标签',
  column: '在表格的这一列',
  title: '在标题的位置',
  sentence: '从一句话里读到',
  position: '只看位置',
  guess: '只是猜测',
};

const givenBy = (fact: Fact): GivenBy => fact.sources[0]?.by ?? 'guess';

const sourceWords = (fact: Pick<Fact, 'sources'>): string => {
  const numbers = [...new Set(fact.sources.map((source) => source.exhibit))];
  return numbers.length > 0 ? `证据 ${numbers.join('、')}` : '';
};

/** All facts in the order of the table, with where they come from. */
export function factLines(facts: Facts, colors: ChalkInstance, options: { keys: boolean; mask: boolean }): string[] {
  const rows: string[][] = [];
  for (const key of FACT_KEYS) {
    const fact = facts[key];
    if (!fact) continue;
    const label = options.keys ? `${factSpec(key).label} ${colors.dim(key)}` : factSpec(key).label;
    if (standingOf(fact) === 'asked') {
      const seen = `像是 ${showValue(key, fact.candidates![0]!.value, options)}`;
      rows.push([
        `  ${label}`,
        `${colors.yellow(seen)}  ${colors.dim(`待确认，${sourceWords(fact)}，${GIVEN_BY[givenBy(fact)]}`)}`,
      ]);
      continue;
    }
    if (fact.status === 'conflict') {
      const values = (fact.candidates ?? []).map(
        (one) => `${showValue(key, one.value, options)}（${sourceWords(one) || '你填的'}）`,
      );
      rows.push([`  ${label}`, colors.red(`说法不一：${values.join(' / ')}`)]);
      continue;
    }
    const against = fact.againstWhy === undefined ? '' : `和证据不一样，理由：${printable(fact.againstWhy)}`;
    const standing = fact.status === 'read' ? STANDING_WORDS[standingOf(fact)] : undefined;
    const origin = [STATUS_WORDS[fact.status], sourceWords(fact), standing, against].filter(Boolean).join('，');
    rows.push([`  ${label}`, `${showValue(key, fact.value, options)}  ${colors.dim(origin)}`]);
  }
  return table(rows);
}
