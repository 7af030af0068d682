import { playing } from './layout-parts.ts';
import type { Drawing } from './unseen-pen.ts';

/** Bills of wallets and banks, and messages that tell of a payment. */
export const VEILED_BILLS = {
  messengerBill: (rows, { label, value, line, size }) =>
    rows
      .map((row, i) =>
        line(
          `<div style="width:200px;flex:none">${label(row.label, 'color:#9a9a9a')}</div>${value(row, 'flex:1')}`,
          `display:flex;font-size:${size - 1}px;${i === rows.length - 3 ? 'border-top:1px solid #eee;padding-top:26px' : ''}`,
        ),
      )
      .join(''),
  walletBill: (rows, { label, value, line, size }) =>
    rows
      .map((row) =>
        line(
          `${label(row.label, 'flex:none;color:#999')}<div style="display:flex;max-width:440px;align-items:center">${value(row, 'text-align:right')}${row.part === 'payee' || row.part === 'merchant' ? '<div style="width:14px;height:14px;border-top:3px solid #bbb;border-right:3px solid #bbb;transform:rotate(45deg);margin-left:12px;flex:none"></div>' : ''}</div>`,
          `display:flex;justify-content:space-between;font-size:${size - 2}px`,
        ),
      )
      .join(''),
  bankRows: (rows, { label, value, line }) =>
    rows
      .map((row) =>
        line(
          `<div style="width:220px;flex:none">${label(row.label, 'color:#666')}</div>${value(row, 'flex:1;text-align:right')}`,
          'display:flex;border-bottom:1px dashed #d9d9d9;padding-bottom:16px',
        ),
      )
      .join('') + line('以上信息仅供参考，以银行账务记录为准', 'font-size:20px;color:#aaa'),
  accountNotice: (rows, { label, value, line, card, size }) =>
    card(
      line('服务通知', `font-size:${size - 5}px;color:#999`) +
        rows
          .map((row) =>
            line(
              `<div style="width:${size * 6.5}px;flex:none">${label(row.label, 'color:#8a8a8a')}</div>${value(row, 'flex:1;color:#222')}`,
              `display:flex;font-size:${size - 2}px`,
            ),
          )
          .join('') +
        line('进入小程序查看', `border-top:1px solid #eee;padding-top:18px;font-size:${size - 3}px;color:#576b95`),
    ),
  slip: (rows, { label, size, pad }) =>
    `<div style="margin:20px ${pad}px;font-family:monospace;font-size:${size - 3}px">${'-'.repeat(28)}${rows
      .map(
        (row) =>
          `<div style="margin:8px 0;word-break:break-all">${label(`${row.label}:`, 'color:#222')} ${playing(row.part ?? 'none', row.value)}</div>`,
      )
      .join('')}${'-'.repeat(28)}<div>谢谢惠顾</div></div>`,
} satisfies Record<string, Drawing>;
