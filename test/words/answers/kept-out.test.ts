import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../../src/words/answers/read-answer.ts';
import { SAID_AT } from '../../golden/answers/answers.ts';

/** Lines that nobody tuned on, `label<TAB>line`, with how many consequences they may be given wrongly. */
const SETS = [
  { name: 'kept-out', settled: 0, refused: 0, promised: 1, right: 0.9 },
  { name: 'kept-out-codes', settled: 0, refused: 0, promised: 1, right: 0.89 },
];

const rowsOf = (name: string): [label: string, said: string][] =>
  readFileSync(join(import.meta.dirname, `../../golden/answers/${name}.tsv`), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t') as [label: string, said: string]);

function kindOf(said: string): string {
  const { settled, refusal, promise, vague } = readAnswer(said, SAID_AT);
  if (settled) return 'settled';
  if (refusal) return 'refused';
  if (promise) return promise.if === undefined ? 'promise' : 'promise-if';
  return vague ? 'vague' : 'none';
}

describe.each(SETS)('answers that were kept out: $name', ({ name, settled, refused, promised, right }) => {
  const told = rowsOf(name).map(([label, said]) => ({ label, said, got: kindOf(said) }));
  const wrongly = (kind: string): number => told.filter(({ label, got }) => got === kind && label !== kind).length;

  it('are at least two hundred, and none of them is an example of a rule', () => {
    expect(told.length).toBeGreaterThanOrEqual(200);
    const rules = ['courtesy', 'promising', 'refusing', 'settling', 'stalling', 'times'].map((name) =>
      readFileSync(join(import.meta.dirname, `../../../knowledge/words/answers-${name}.yaml`), 'utf8'),
    );
    const examples = new Set(rules.flatMap((text) => [...text.matchAll(/^ {6}- '(.+)'$/gm)].map(([, one]) => one)));
    expect(told.filter(({ said }) => said.length > 6 && examples.has(said))).toEqual([]);
  });
  it('are rarely given a consequence that they have not', () => {
    const exact = told.filter(({ label, got }) => label === got).length;
    const softly = told.filter(
      ({ label, got }) => label === got || /^(?:none|vague),(?:none|vague)$/.test(`${label},${got}`),
    );
    console.log(
      `${name}: ${exact} of ${told.length} exact, ${softly.length} where vague and nothing are one; wrongly settled ` +
        `${wrongly('settled')}, refused ${wrongly('refused')}, promised ${wrongly('promise') + wrongly('promise-if')}`,
    );
    expect(wrongly('settled')).toBeLessThanOrEqual(settled);
    expect(wrongly('refused')).toBeLessThanOrEqual(refused);
    expect(wrongly('promise') + wrongly('promise-if')).toBeLessThanOrEqual(promised);
    expect(softly.length / told.length).toBeGreaterThan(right);
  });
});

describe('what was read wrong once', () => {
  it.each([
    '祝您生活愉快,再见',
    '不客气呢亲',
    '帮您查看一下',
    'QQ:2',
    '退款到账短信告知您',
    '今天真的送不到呢',
    '今晚订单特别多，您排第五位',
    '凌晨也行，24小时都能下单',
    '我们是二十四小时自动发货的',
    '订单是今天上午十点付的款对吧',
    '谁答应你今天发的',
    '亲我不是卖家哦，我是平台的',
    '显示已发货就代表卡密已经在订单里了',
    '平台规定退款周期为一到三个工作日',
  ])('%s settles, refuses and promises nothing', (said) =>
    expect(readAnswer(said, SAID_AT)).toMatchObject({ settled: false, refusal: false, promise: null }),
  );
  it.each([
    ['三天内不解决我给你全额退', '三天内不解决我给你全额退', '2026-11-21'],
    ['要是周末前还没修好，我们退您一半', '要是周末前还没修好', expect.anything()],
    ['等仓库收到退货以后两天内退款', '等仓库收到退货以后两天内退款', null],
    ['倘若周五还连不上，我就把款给您退了', '倘若周五还连不上', expect.anything()],
    ['你把投诉撤了，我给你转五十', '你把投诉撤了', null],
    ['渠道掉会员了，三天内给您补上，补不上全额退款', '补不上全额退款', '2026-11-21'],
    ['充不进去我退你', '充不进去我退你', null],
    ['您取消投诉之后，我两小时内返现', '您取消投诉之后', null],
    ['万一被封，一周内给您换号', '万一被封', null],
  ])('%s is a promise on a condition', (said, condition, by) => {
    expect(readAnswer(said, SAID_AT).promise).toMatchObject({ if: condition, by });
  });
  it.each(['密钥只保30天，过了质保期不处理', '我们只保7天，过了不售后'])(
    '%s says how long the goods are stood by, and promises nothing by a day',
    (said) => expect(readAnswer(said, SAID_AT)).toMatchObject({ refusal: true, promise: null }),
  );
  it('by when a sum will be paid is heard', () => {
    const said = '法庭主持调解，被告同意退还1374.97元，12月25日前付清';
    expect(readAnswer(said, SAID_AT)).toMatchObject({ vague: false, promise: { by: '2026-12-25' } });
    // What was paid before an hour is none.
    expect(readAnswer('18点前付款的当天发货', SAID_AT).promise).toBe(null);
  });
  it('what cannot be mended and cannot be paid back is refused', () => {
    expect(readAnswer('换不了退不了', SAID_AT)).toMatchObject({ refusal: true, promise: null });
    expect(readAnswer('补不上就退不了', SAID_AT)).toMatchObject({ refusal: true, promise: null });
  });
  it('done by their words alone is only claimed', () => {
    expect(readAnswer('已经给您退款了，请查收', SAID_AT)).toMatchObject({ settled: true, claimed: true });
    expect(readAnswer('我们把钱退您', SAID_AT)).toMatchObject({ settled: false, claimed: false });
  });
  it('likeness suggests and decides nothing', () => {
    expect(readAnswer('这锅我不背', SAID_AT)).toMatchObject({ refusal: false, like: 'refusal' });
  });
});
