import { Chalk } from 'chalk';
import { describe, expect, it } from 'vitest';
import { doubt, readFields, screen, SIZE } from './lines.ts';
import { mend } from '../../src/reading/page/mended.ts';
import type { FieldReading } from '../../src/model/reading.ts';
import { blankReading } from '../../src/reading/reader.ts';
import { exhibitLines } from '../../src/cli/views/exhibits.ts';
import { cellsOf } from '../../src/cli/views/cells.ts';
import type { ExhibitSummary } from '../../src/model/snapshot.ts';
import type { Kind } from '../../src/model/evidence.ts';

/** A page with one value under a label; the picture is unsure of one letter of it. */
function read(label: string, value: string, unsure: number, kind: Kind = 'order', score = 0.95): FieldReading {
  const lines = doubt(screen(['订单编号 | 88120039447001', `${label} | ${value}`]), value, unsure, score);
  const field = readFields(lines, kind, SIZE).find(({ text }) => text === value);
  if (!field) throw new Error(`not read: ${value}`);
  return field;
}

describe('a name that everyone knows', () => {
  it.each([
    ['蛋仔派对盲盒券', '蛋仔派对盲盒券', 0, undefined],
    ['末来战甲 永却无间', '末来战甲 永劫无间', 6, '末来战甲 永却无间'],
    ['酪狗音乐年费', '酷狗音乐年费', 0, '酪狗音乐年费'],
    ['R0blox 800', 'Roblox 800', 1, 'R0blox 800'],
    ['NetfIix 四屏', 'Netflix 四屏', 4, 'NetfIix 四屏'],
  ])('%s: is %s', (shown, meant, at, mended) => {
    const field = read('商品名称', shown, at);
    expect(field).toMatchObject({ key: 'product', value: meant, text: shown, certain: true });
    expect(field.mended).toBe(mended);
  });

  it('with one letter misread in all its places is mended in all', () => {
    const name = '哗哩哗哩硬币';
    const lines = screen(['订单编号 | 88120039447001', `商品名称 | ${name}`]);
    const unsure = doubt(doubt(lines, name, 0, 0.95), name, 2, 0.95);
    expect(readFields(unsure, 'order', SIZE)).toContainEqual(
      expect.objectContaining({ value: '哔哩哔哩硬币', mended: name }),
    );
  });

  it('is made of a letter that the recogniser thought of at that place, however little it looks like it', () => {
    const thought = (others: string): FieldReading | undefined =>
      readFields(
        doubt(screen(['订单编号 | 88120039447001', '商品名称 | 考克网盘年卡']), '考克网盘年卡', 0, 0.6).map((line) =>
          line.text === '考克网盘年卡' ? { ...line, others: [others, '', '', '', '', ''] } : line,
        ),
        'order',
        SIZE,
      ).find(({ key }) => key === 'product');
    expect(thought('弩夸')).toMatchObject({ value: '夸克网盘年卡', mended: '考克网盘年卡' });
    expect(thought('弩奇')).toMatchObject({ value: '考克网盘年卡', certain: false });
    expect(thought('弩奇')).not.toHaveProperty('mended');
  });

  it('is asked, and stays as it was read, where the picture was sure of every letter', () => {
    const field = read('商品名称', '酪狗音乐年费', 0, 'order', 0.999);
    expect(field).toMatchObject({ value: '酪狗音乐年费', certain: false });
    expect(field).not.toHaveProperty('mended');
  });

  it.each([
    ['two letters wrong', '酪拘音乐年费', 0],
    ['a letter that does not look like it', '酷猫音乐年费', 1],
    ['a longer word', '皮肤 R0bloxian', 4],
  ])('is not made of %s', (_, shown, at) => {
    expect(read('商品名称', shown, at)).toMatchObject({ value: shown, certain: true });
  });

  it('is no shop: its own name is never mended, a company is as a whole', () => {
    expect(read('店铺名称', '酪狗音乐', 0)).toMatchObject({ key: 'merchant', value: '酪狗音乐', certain: true });
    expect(read('收款方全称', '财付通支付科枝有限公司', 6, 'payment')).toMatchObject({
      value: '财付通支付科技有限公司',
      mended: '财付通支付科枝有限公司',
    });
    expect(read('收款方全称', '小财付通支付科枝有限公司', 7, 'payment').value).toBe('小财付通支付科枝有限公司');
  });

  it('is shown with the letters that were read', () => {
    const fields = [read('商品名称', '酪狗音乐年费', 0)];
    const exhibit: ExhibitSummary = {
      no: 1,
      file: 'a.png',
      category: 'transaction',
      kind: 'order',
      labelledByUser: false,
      confidence: 1,
      bytes: 1,
      mediaType: 'image/png',
      sha256: '0'.repeat(64),
      takenInAt: '2026-11-20T10:00:00+08:00',
      reading: { ...blankReading('picture', '1', 'image/png'), fields },
    };
    const shown = exhibitLines(exhibit, [], { colors: new Chalk({ level: 0 }), width: Infinity }).join('\n');
    expect(shown).toContain('酷狗音乐年费');
    expect(shown).toContain('原读作“酪狗音乐年费”，按常见名称改正一字');
    // A place and a reason ran past the edge of a small window.
    const narrow = exhibitLines(exhibit, [], { colors: new Chalk({ level: 0 }), width: 60 });
    expect(narrow.filter((line) => !line.includes('0'.repeat(64)) && cellsOf(line) > 60)).toEqual([]);
  });

  it('in a file, where no letter can be misread, is left as it stands', () => {
    const lines = ['订单编号：88120039447001', '商品名称：酪狗音乐年费'].map((text) => ({ text }));
    const product = readFields(lines, 'order').find(({ key }) => key === 'product');
    expect(product).toMatchObject({ value: '酪狗音乐年费', certain: true });
  });

  it('that two names fit is neither', () => {
    const cells = [{ text: '酪狗音乐', line: { text: '酪狗音乐' } }];
    const field = { key: 'product' as const, text: '', confidence: 1, certain: true, doubtful: false, rank: 0 };
    const value = '酪狗音乐 R0blox';
    const scores = Array.from(value, () => 0.95);
    expect(mend({ ...field, value, cells, scores, by: 'label' })).toMatchObject({ value, certain: false });
  });
});
