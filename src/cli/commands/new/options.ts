import { DEMAND_IDS, DISPUTE_IDS } from '../../../model/dispute.ts';
import { PAID_BY_IDS, SITES } from '../../../model/facts.ts';
import { choiceWords } from '../../../model/choice-words.ts';
import { declare, type Args, type Options } from '../../command.ts';
import { flag, oneOf, sentence, unless, text } from '../../options.ts';

export const NEW = declare(
  'new [path...]',
  '新建案卷；给出文件或文件夹就收入并读取',
  {
    dispute: { ...oneOf('--dispute <type>', '发生了什么', DISPUTE_IDS, choiceWords('dispute')), fact: 'dispute' },
    site: { ...oneOf('--site <kind>', '在哪种地方买的', SITES, choiceWords('site')), fact: 'site' },
    platform: { ...text('--platform <name>', '在哪个平台或网站买的'), fact: 'platform' },
    merchant: { ...text('--merchant <name>', '从哪个商家、店铺买的'), fact: 'merchant' },
    product: { ...text('--product <name>', '买了什么'), fact: 'product' },
    order: { ...text('--order <no>', '订单号'), fact: 'orderNo' },
    trade: { ...text('--trade <no>', '支付交易号（微信、支付宝账单里的）'), fact: 'tradeNo' },
    amount: { ...text('--amount <yuan>', '实付金额，如 96.50'), fact: 'amount' },
    paidAt: { ...text('--paid-at <time>', '付款时间，如 "2026-09-01 17:39"，按北京时间'), fact: 'paidAt' },
    paidBy: { ...oneOf('--paid-by <method>', '付款方式', PAID_BY_IDS, choiceWords('paidBy')), fact: 'paidBy' },
    demand: {
      ...oneOf('--demand <what>', '想要什么；不写时文书按退款写，并说明', DEMAND_IDS, choiceWords('demand')),
      fact: 'demand',
    },
    split: flag('--split', '一个文件夹里有两笔订单时，分成两个案卷'),
    title: sentence('--title <text>', '案卷标题', 100),
    password: text('--password <text>', '打开加密的 ZIP 或 PDF'),
    read: unless('--no-read', '只收入，不识别文件内容'),
  },
  [
    'kameng new 截图文件夹',
    'kameng new 截图 账单.csv -y --demand 退款',
    'kameng new -y --dispute 卡密无效 --product 季卡 --amount 58块8 --paid-at 11月9日晚上8点',
  ],
);

export type NewArgs = Args<typeof NEW>;
export type NewOptions = Options<typeof NEW>;
