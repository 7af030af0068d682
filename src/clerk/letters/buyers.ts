import { delimiterOf, splitLoosely } from '../../reading/readers/text/csv.ts';
import { KamengError } from '../../model/errors.ts';
import type { OtherBuyer } from '../../model/letter.ts';
import { toYuan } from '../../model/money.ts';

/** How people head the columns of such a list. */
const HEADS: Record<keyof OtherBuyer, RegExp> = {
  name: /^(?:姓名|名字|投诉人)/,
  phone: /^(?:电话|手机|联系电话|手机号)/,
  address: /^(?:地址|住址|通讯地址|联系地址)/,
  orderNo: /^(?:订单号|订单|单号)/,
  amount: /^(?:金额|实付|付款金额|实付金额)/,
  representative: /^代表/,
};
const NEEDED = ['name', 'phone', 'address', 'amount'] as const;
const LABELS = { name: '姓名', phone: '电话', address: '地址', amount: '金额' } as const;
/** A list longer than this is no joint complaint any more but a matter for a lawyer. */
const MOST = 200;

const invalid = (message: string, hint: string): KamengError =>
  new KamengError('BUYERS_INVALID', message, { hints: [hint, '表头这样写：姓名,电话,地址,订单号,金额,代表人'] });

/**
 * Reads the list of those who complain together with the buyer of the case.
 * @param own the telephone of the buyer of the case
 * @throws KamengError BUYERS_INVALID with the line, BUYERS_ALIKE
 */
export function readBuyers(text: string, own: string | undefined): OtherBuyer[] {
  const lines = text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
  const delimiter = delimiterOf(lines) ?? ',';
  const [head = [], ...rows] = lines.map((line) => splitLoosely(line, delimiter).map((cell) => cell.trim()));
  const at = (column: keyof OtherBuyer): number => head.findIndex((cell) => HEADS[column].test(cell));
  const lacking = NEEDED.filter((column) => at(column) < 0);
  if (lacking.length > 0 || rows.length === 0)
    throw invalid(
      lacking.length > 0 ? `名单缺这几列：${lacking.map((one) => LABELS[one]).join('、')}` : '名单里没有人',
      '第一行是表头，下面每人一行',
    );
  if (rows.length > MOST) throw invalid(`名单太长：${rows.length} 人，最多 ${MOST} 人`, '分开写，或者找律师');
  const buyers = rows.map((row, i) => readRow(row, i + 2, at));
  const phones = [own, ...buyers.map(({ phone }) => phone)].filter((phone) => phone !== undefined);
  const twice = phones.find((phone, i) => phones.indexOf(phone) !== i);
  // An office takes several with one telephone for one person (办法第十七条第四项).
  if (twice !== undefined)
    throw new KamengError('BUYERS_ALIKE', `有两个人用同一个电话：${twice}`, {
      hints: [
        ...(twice === own ? ['这是你自己的电话：名单里只写其他买家，你自己按案卷里的资料写'] : []),
        '每个人写自己的电话；同一个联系方式投诉的，可能不被当作消费者',
      ],
    });
  if (buyers.filter(({ representative }) => representative).length > 2)
    throw invalid('代表人多于两名', '书面推选两名代表人；只写一名的，另一名是你');
  return buyers;
}

function readRow(row: readonly string[], line: number, at: (column: keyof OtherBuyer) => number): OtherBuyer {
  const cell = (column: keyof OtherBuyer): string => row[at(column)] ?? '';
  const empty = NEEDED.filter((column) => cell(column) === '');
  if (empty.length > 0)
    throw invalid(`第 ${line} 行缺${empty.map((one) => LABELS[one]).join('、')}`, '真实的姓名、电话、地址和金额都要写');
  return {
    name: cell('name'),
    phone: cell('phone'),
    address: cell('address'),
    amount: toYuan(cell('amount')),
    ...(cell('orderNo') === '' ? {} : { orderNo: cell('orderNo') }),
    representative: /^(?:是|y|yes|√|1|代表)/i.test(cell('representative')),
  };
}
