import type { OtherBuyer } from '../../model/letter.ts';
import { KamengError } from '../../model/errors.ts';
import { maskValue } from '../../model/facts.ts';
import type { Values } from '../values/values.ts';
import type { Drafter } from './draft.ts';

/** The buyers beside the one whose case it is, each cell as the list gave it. */
function tellOthers(values: Values, others: readonly OtherBuyer[]): Record<string, string>[] {
  const cell = (row: number, column: keyof OtherBuyer, value: string | undefined): string => {
    if (value === undefined) return '';
    const shown = values.redacted && column !== 'amount' ? maskValue(value) : value;
    return values.count({ how: 'listed', row, column, value: column === 'amount' ? `${shown}元` : shown });
  };
  return others.map((other, i) => ({
    name: cell(i + 2, 'name', other.name),
    phone: cell(i + 2, 'phone', other.phone),
    address: cell(i + 2, 'address', other.address),
    orderNo: cell(i + 2, 'orderNo', other.orderNo),
    amount: cell(i + 2, 'amount', other.amount),
  }));
}

/**
 * Several buyers of one trader complain together and choose who speaks for them (办法第十二条). The story is that of the
 * buyer whose case it is; of the others it says no more than the list does.
 */
export const draftJoint: Drafter = (draft) => {
  const { values, context, claim, options } = draft;
  const others = options.buyers ?? [];
  if (others.length === 0)
    throw new KamengError('BUYERS_MISSING', '共同投诉要有其他投诉人的名单', {
      hints: [
        '名单是一张表格，第一行写：姓名,电话,地址,订单号,金额,代表人；每人一行，推选为代表人的在最后一格写“是”',
        '另存为 CSV 再写：kameng letter --to joint --buyers 名单.csv',
      ],
    });
  const own = {
    name: values.show('buyerName') ?? '',
    phone: values.show('buyerPhone') ?? '',
    address: values.show('buyerAddress') ?? '',
    orderNo: values.show('orderNo') ?? '',
    amount: claim ? values.sum('amount') : '',
  };
  const rows = [own, ...tellOthers(values, others)];
  const chosen = rows.slice(1).filter((_, i) => others[i]!.representative);
  // Two speak for all: with one of the others that is the buyer of the case.
  const speakers = chosen.length === 1 ? [own, ...chosen] : chosen;
  const paid = [values.raw('amount') ?? '0', ...others.map(({ amount }) => amount)];
  const total = values.count({ how: 'listedTotal', amounts: paid });
  Object.assign(context.more, {
    rows,
    speakers: speakers.map(({ name }) => name).join('、'),
    others: values.count({ how: 'listedCount', n: others.length }),
  });
  draft.cite('several_complain');
  context.demands = [`请求被投诉人向各投诉人退还上表所列款项，合计${total}。`, '请求按共同投诉处理，依法组织调解。'];
};
