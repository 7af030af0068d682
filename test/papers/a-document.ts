import type { DocumentBlock, PaperDocument } from '../../src/model/document.ts';

export const LONG_NUMBER = '20260901173939840012345678901234567890123456789012345678901234567890';
export const LONG_ADDRESS =
  'https://www.a-very-long-domain-name-for-cards.example.cn/order/detail?orderNo=2026090117393984&from=list&channel=mini-program';
export const LONG_NAME =
  '“Steam 充值卡 100 元面额（国区专用·自动发卡·秒到账·支持多平台通用）限时特惠ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789”';

/** Every kind of block, with the words that break careless layouts. */
export const EVERY_BLOCK: DocumentBlock[] = [
  { kind: 'title', text: '投诉函' },
  { kind: 'paragraph', text: '致：快充小店', indent: 'none' },
  { kind: 'heading', level: 1, text: '一、事实经过' },
  { kind: 'paragraph', text: `本人于2026年9月1日购买${LONG_NAME}一件，订单号${LONG_NUMBER}，网址${LONG_ADDRESS}。` },
  { kind: 'heading', level: 2, text: '（一）请求' },
  {
    kind: 'paragraph',
    text: [
      { text: '请求' },
      { text: '退还货款96.50元', bold: true },
      { text: '，并说明理由', underline: true },
      { text: '。' },
    ],
  },
  {
    kind: 'list',
    ordered: true,
    items: ['退还货款；', '更正页面描述。', `核对订单${LONG_NUMBER}，见${LONG_ADDRESS}。`],
    start: 3,
  },
  { kind: 'list', ordered: false, items: ['订单页面', '聊天记录'] },
  {
    kind: 'fields',
    rows: [
      { label: '投诉人', value: '张三' },
      {
        label: '是否同意调解',
        options: [
          { label: '同意', checked: true },
          { label: '不同意', checked: false },
        ],
        value: '第二行的说明',
      },
    ],
  },
  {
    kind: 'table',
    columns: [
      { title: '编号', width: 10, align: 'center' },
      { title: '名称', width: 30 },
      { title: '内容', width: 60 },
    ],
    rows: Array.from({ length: 40 }, (_, i) => [String(i + 1), `证据名称${i + 1}`, `第${i + 1}行：${LONG_NUMBER}`]),
  },
  { kind: 'note', text: '以上内容与所附证据一致。' },
  { kind: 'pageBreak' },
  { kind: 'paragraph', text: '此致\n某某平台', align: 'left', indent: 'none' },
  { kind: 'signature', label: '投诉人（签名）', name: '张三', line: true },
  { kind: 'signature', label: '联系电话', name: '13500000000', date: '2026-11-22' },
  { kind: 'signature', label: '代理人（签名）', date: 'blank' },
];

export function aDocument(blocks: DocumentBlock[] = EVERY_BLOCK, more: Partial<PaperDocument> = {}): PaperDocument {
  return {
    title: '投诉函',
    subject: '卡密无效',
    no: 3,
    writtenOn: '2026-11-22',
    footer: '投诉函　第3号',
    blocks,
    ...more,
  };
}
