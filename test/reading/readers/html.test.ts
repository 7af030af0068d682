import { describe, expect, it } from 'vitest';
import { gbk } from '../made/encode.ts';
import { codes, read } from '../made/source.ts';

const lines = async (html: string | Uint8Array): Promise<string[]> =>
  (await read(html)).lines!.map((line) => line.text);

describe('a saved page', () => {
  it('gives its title and a line for each block, rows of a table together', async () => {
    expect(
      await lines(
        '<html><head><title>订单详情 - 海星</title><style>p{}</style></head><body><div>订单编号<span>：HX2026</span></div><table><tr><td>实付款</td><td>¥96.50</td></tr><tr><td>状态</td><td>已支付</td></tr></table>第一行<br>第二行</body></html>',
      ),
    ).toEqual(['订单详情 - 海星', '订单编号：HX2026', '实付款\t¥96.50', '状态\t已支付', '第一行', '第二行']);
  });

  it('keeps apart what stands beside each other, and together what one cell holds', async () => {
    expect(
      await lines(
        '<html><head><style>.pair{padding:2px;display:flex} .stack{display:flex;flex-direction:column}</style></head><body>' +
          '<dl><dt>提货码</dt><dd>QW7E-88TY</dd></dl>' +
          '<div class="pair"><div>收款方</div><div>沙丘玩具</div></div>' +
          '<div class="stack"><div>上</div><div>下</div></div>' +
          '<p><span>联系人</span><span>老周</span></p><p><b>优</b><b>惠</b>价</p>' +
          '<table><tr><th>品名</th><th>规格</th><th>件数</th></tr><tr><td>月光宝盒<br>季度版</td><td></td><td>2</td></tr></table></body></html>',
      ),
    ).toEqual([
      '提货码\tQW7E-88TY',
      '收款方\t沙丘玩具',
      '上',
      '下',
      '联系人\t老周',
      '优惠价',
      '品名\t规格\t件数',
      '月光宝盒 季度版\t-\t2',
    ]);
  });

  it('reads a table of goods by its head, and nothing off its menus', async () => {
    const { fields, lines: shown } = await read(
      '<html><body><nav><a>首页</a> &gt; <a>软件专区</a> &gt; 办公</nav>' +
        '<div><a>我的收藏</a> <a>购物车</a> <a>消息</a> <a>帮助</a></div><p>订单编号：XT20260711445</p><p>下单时间：2026-07-11 09:30:12</p>' +
        '<table><tr><th>宝贝</th><th>状态</th><th>单价</th><th>数量</th></tr><tr><td><a>晨雾笔记 终身版 注册码</a> [交易快照]</td><td>已完成</td><td>36.00</td><td>3</td></tr></table>' +
        '<p>实付款：¥108.00</p></body></html>',
    );
    expect(shown!.map(({ text }) => text)).toContain('首页 > 软件专区 > 办公');
    const values = fields.map(({ key, value }) => [key, value]);
    expect(values).toContainEqual(['product', '晨雾笔记 终身版 注册码']);
    expect(values).toContainEqual(['quantity', '3']);
    expect(fields.filter(({ key }) => key === 'platform')).toEqual([]);
  });

  it('says where it was saved from, and that it can be changed', async () => {
    const reading = await read(
      '<!-- saved from url=(0033)https://shop.example.com/order?id=1 -->\n<html><body>订单</body></html>',
    );
    expect(reading.notes[0]).toMatchObject({ code: 'HTML_SAVED_PAGE', severity: 'info' });
    expect(reading.notes[0]!.message).toContain('https://shop.example.com/order?id=1');
  });

  it('shows no scripts and nothing hidden', async () => {
    expect(
      await lines(
        '<html><body><script>document.write("假")</script><p hidden>藏</p><p style="display: none">藏</p><template>藏</template><p>真</p></body></html>',
      ),
    ).toEqual(['真']);
  });

  it('in GB18030 and with entities', async () => {
    expect(await lines(gbk('<html><body><p>实付&yen;96.50&nbsp;元 &lt;b&gt;</p></body></html>'))).toEqual([
      '实付¥96.50 元 <b>',
    ]);
  });

  it('of a chat is a chat', async () => {
    const reading = await read(
      '<html><body><p>2026-09-01 18:09:39 我</p><p>卡密无效</p><p>2026-09-01 18:12:39 店铺客服</p><p>承诺48小时内退款</p></body></html>',
    );
    expect(reading.messages!.map((message) => [message.side, message.text])).toEqual([
      ['buyer', '卡密无效'],
      ['other', '承诺48小时内退款'],
    ]);
  });

  it('of an order with its times before their labels is no chat', async () => {
    const rows = [
      ['2026-07-11 09:30:12', '订单建立'],
      ['2026-07-11 09:31:40', '支付于'],
      ['XT20260711445', '充值单号'],
    ];
    const reading = await read(
      `<html><body>${rows.map((row) => `<div style="display:flex">${row.map((cell) => `<div>${cell}</div>`).join('')}</div>`).join('')}</body></html>`,
    );
    expect(reading.messages).toBeUndefined();
  });

  it('with two labels and their values in each row gives every value to its own', async () => {
    const rows = [
      ['订单编号', 'XT20260711445', '商品名称', '晨雾笔记 终身版'],
      ['充值账号', '51920746', '身份校验', '通过'],
      ['实付金额', '¥36.00', '客服评分', '五星'],
    ];
    const { fields } = await read(
      `<html><body><table>${rows.map((row) => `<tr>${row.map((cell) => `<td><div>${cell}</div></td>`).join('')}</tr>`).join('')}</table></body></html>`,
    );
    const values = fields.map(({ key, value }) => `${key} ${value}`);
    expect(values).toContain('account 51920746');
    expect(values).toContain('product 晨雾笔记 终身版');
  });

  it('of an order with two times of its own is no chat', async () => {
    const rows = ['订单编号：HX20260903118', '提交于时间：2026-09-03 08:11:02', '付款时间：2026-09-03 08:12:40'];
    const reading = await read(`<html><body>${rows.map((row) => `<p>${row}</p>`).join('')}</body></html>`);
    expect(reading.messages).toBeUndefined();
    expect(reading.fields.map(({ key, value }) => [key, value])).toContainEqual(['orderNo', 'HX20260903118']);
  });

  it('that is empty until it runs is a failure with advice', async () => {
    expect(
      await read('<!doctype html><html><body><div id="app"></div><script src="a.js"></script></body></html>'),
    ).toMatchObject({ status: 'failed', notes: [{ code: 'HTML_EMPTY' }] });
  });

  it('nested ten thousand deep does not break the reader', async () => {
    const reading = await read(
      `<html><body><p>订单</p>${'<div>'.repeat(10_000)}深${'</div>'.repeat(10_000)}</body></html>`,
    );
    expect(['read', 'failed']).toContain(reading.status);
    if (reading.status === 'read') expect(reading.lines![0]!.text).toBe('订单');
    expect(codes(reading).length).toBeGreaterThan(0);
  });
});
