import { foundOf, type Found } from '../found.ts';
import { part, type Page } from '../page.ts';
import { readValue } from '../values/read-value.ts';

/** A refund that was closed or refused, or is not yet made, gave nothing back: its amount is what was asked. */
const NOT_REFUNDED =
  /退款(?:已?关闭|失败|已?撤销|已?取消|被拒|已拒绝|处理中|中$|待|申请中|审核)|拒绝(?:了?您?的?)?退款|(?:等待|待)(?:商家|卖家|平台)?(?:处理|退款|审核)|已撤销|已拒绝|审核中/;
const REFUSED_BECAUSE =
  /(?:商家|卖家|客服|平台|店铺)?(?:已)?拒绝(?:了?您?的?)?(?:退款)?(?:申请|原因|理由|说明)?\s*[:：]\s*(?=\S{4})/;

/** The values of a page of refunds, where nothing came back: its amount is the order's, and why it was refused. */
export function whenRefused(page: Page, found: readonly Found[]): Found[] {
  const cells = page.rows.flat();
  if (
    !cells.some((cell) => NOT_REFUNDED.test(cell.text)) ||
    cells.some((cell) => /退款成功|已退款|退款到账|已到账/.test(cell.text))
  )
    return [...found];
  const because = cells.find((cell) => REFUSED_BECAUSE.test(cell.text));
  const match = because && REFUSED_BECAUSE.exec(because.text);
  const refusal = match
    ? readValue('refusal', [part(because, match.index + match[0].length, because.text.length)])
    : undefined;
  return [
    ...found
      .filter((field) => field.key !== 'refunded')
      .concat(found.filter((field) => field.key === 'refunded').map((field) => ({ ...field, key: 'amount' as const }))),
    ...(refusal ? [foundOf('refusal', refusal, 'sentence')] : []),
  ];
}
