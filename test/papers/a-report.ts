import type { ReportInput } from '../../src/papers/report/input.ts';

/** A report with every part in it, and texts that try to be markup. */
export function aReport(changes: Partial<ReportInput> = {}): ReportInput {
  return {
    title: '橙子卡券 · 季卡兑换码 <script>alert(1)</script>',
    caseId: '763705d4-9b69-401a-ba22-5f01fbb08294',
    openedAt: '2026-11-10T09:00:00+08:00',
    writtenAt: '2026-11-25T10:00:00+08:00',
    redacted: false,
    next: { action: '向平台投诉中心提交第 1 号文书', why: '平台要及时处理', due: '今天' },
    glance: [
      { label: '实付金额', value: '58.80 元' },
      { label: '对方', value: '晴空 <i>数码</i> · 橙子卡券' },
    ],
    groups: [
      {
        title: '交易',
        facts: [
          { label: '订单号', value: 'QK2026110919581177', status: '读出', exhibits: [1, 2] },
          { label: '实付金额', value: '58.80 / 96.50', status: '说法不一', exhibits: [1], conflict: true },
          { label: '诉求', value: '退款', status: '你填的', exhibits: [] },
        ],
      },
    ],
    timeline: [
      { at: '2026-11-09T19:58:00+08:00', lane: 'purchase', text: '付款 58.80 元', exhibits: [1] },
      { at: '2026-11-09T20:10:00+08:00', lane: 'purchase', text: '兑换时提示无效', exhibits: [2] },
      { at: '2026-11-10T10:00:00+08:00', lane: 'contact', text: '客服：三天内给您答复', exhibits: [3] },
      { at: '2026-11-13', lane: 'deadline', text: '客服答应的日子', exhibits: [3], due: 'passed' },
      { at: '2026-11-14', lane: 'filing', text: '提交平台投诉 <b>1</b>', exhibits: [] },
      { at: '2026-12-02', lane: 'deadline', text: '受理与否的期限', exhibits: [], due: 'ahead' },
    ],
    exhibits: [
      {
        no: 1,
        label: '订单页面',
        category: '交易凭证',
        file: '订单"onerror=alert(1).png',
        bytes: 123_456,
        sha256: 'a'.repeat(64),
        takenInAt: '2026-11-10T09:00:00+08:00',
        fields: [
          { label: '订单号', value: 'QK2026110919581177', certain: true },
          { label: '商家', value: '晴空数码小铺', certain: false },
        ],
        words: ['订单编号 QK2026110919581177', '</pre><img src=x onerror=alert(1)>'],
      },
      {
        no: 2,
        label: '录屏',
        category: '问题证明',
        file: '录屏.mp4',
        bytes: 9_000_000,
        sha256: 'b'.repeat(64),
        takenInAt: '2026-11-10T09:00:01+08:00',
        withdrawn: '录错了',
        fields: [],
        words: [],
        missing: '录屏不放进这一页，原件在案卷里',
      },
    ],
    letters: [{ no: 1, title: '平台投诉', writtenAt: '2026-11-14T09:00:00+08:00', text: '关于订单…\n\n一、事实\n…\n' }],
    integrity: {
      head: `42:${'c'.repeat(64)}`,
      claims: ['证明：自录入案卷之后没有改变。', '不证明：录入之前的来源和真伪。'],
      problems: [],
      seals: ['2026-11-20 10:00 由 stamper 出具的时间戳：到那时为止的记录已经存在。'],
    },
    ...changes,
  };
}
