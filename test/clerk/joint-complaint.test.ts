import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readBuyers } from '../../src/clerk/letters/buyers.ts';
import { writeLetter } from '../../src/clerk/letters/write-letter.ts';
import type { KamengError } from '../../src/model/errors.ts';
import { caseOf } from '../letters/relations.ts';

const templatesDir = join(import.meta.dirname, '../../templates');
const LIST = `姓名,电话,地址,订单号,金额,代表人
周航,13095230281,武汉市洪山区珞喻路129号,KM202610141443529492,615,是
"陈一诺",13211499306,"长沙市岳麓区麓山南路2号, 3栋",,129.9,
`;

const refusal = (text: string): string => {
  try {
    readBuyers(text, '13528208162');
  } catch (error) {
    return (error as KamengError).message;
  }
  return '';
};

describe('the list of those who complain together', () => {
  test('is read as people write it, with a comma in an address and no order number', () => {
    expect(readBuyers(LIST, '13528208162')).toEqual([
      {
        name: '周航',
        phone: '13095230281',
        address: '武汉市洪山区珞喻路129号',
        orderNo: 'KM202610141443529492',
        amount: '615.00',
        representative: true,
      },
      {
        name: '陈一诺',
        phone: '13211499306',
        address: '长沙市岳麓区麓山南路2号, 3栋',
        amount: '129.90',
        representative: false,
      },
    ]);
  });

  test.each([
    ['no column for the address', LIST.replace('地址', '住哪里'), '名单缺这几列：地址'],
    ['nobody in it', '姓名,电话,地址,金额\n', '名单里没有人'],
    ['a telephone left out', LIST.replace('13095230281', ''), '第 2 行缺电话'],
    ['two with one telephone', LIST.replace('13211499306', '13095230281'), '有两个人用同一个电话：13095230281'],
    ['the telephone of the buyer', LIST.replace('13211499306', '13528208162'), '有两个人用同一个电话：13528208162'],
    ['three who speak', `${LIST.replace('129.9,', '129.9,是')}王五,13300001111,合肥市,,5,是\n`, '代表人多于两名'],
  ])('%s is said', (_name, text, message) => expect(refusal(text)).toBe(message));

  test('makes a complaint of all, with the sum of all and who speaks for them', async () => {
    const file = caseOf('sale', { talked: true });
    const { letter, findings, handing } = await writeLetter(file, {
      document: 'joint',
      formats: ['txt'],
      templatesDir,
      buyers: LIST,
    });
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    await expect(letter.text).toMatchFileSnapshot(join(import.meta.dirname, '../golden/joint.txt'));
    // 96.50 + 615.00 + 129.90
    expect(letter.text).toContain('合计841.40元');
    expect(letter.text).toContain('以上投诉人推选林晓雯、周航为代表人');
    expect(letter.detail.laws).toContainEqual({ rule: 'REG-13', article: '《市场监督管理投诉举报处理办法》第十二条' });
    expect(handing.map(({ rule }) => rule)).toEqual(['REG-13', 'REG-22']);
  });

  test('is no complaint where 12315 is barred to the buyer', async () => {
    const file = caseOf('resale', { talked: true });
    const written = writeLetter(file, { document: 'joint', formats: [], templatesDir, buyers: LIST });
    await expect(written).rejects.toMatchObject({ code: 'CHANNEL_BLOCKED' });
  });
});
