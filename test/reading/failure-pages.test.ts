import { describe, expect, it } from 'vitest';
import { standsAlone } from '../../src/agreement/standing-alone.ts';
import { understand } from '../../src/reading/kinds/understand.ts';
import type { ScoredLine } from '../../src/reading/reader.ts';
import { classify, readFields, SIZE } from './lines.ts';

type Drawn = readonly [text: string, x: number, y: number, height?: number];
const page = (...rows: readonly Drawn[]): ScoredLine[] =>
  rows.map(([text, x, y, height = 30]) => ({
    text,
    box: { x, y, width: [...text].length * (/[A-Za-z]{4}/.test(text) ? height * 0.5 : height), height },
    confidence: 0.999,
    scores: Array.from(text.split(''), () => 0.999),
  }));
const read = (...rows: readonly Drawn[]): Record<string, string> => {
  const { kind, fields } = understand(page(...rows), SIZE);
  return {
    kind,
    ...Object.fromEntries(fields.filter(({ by }) => by !== 'guess').map(({ key, value }) => [key, value])),
  };
};

describe('a page that says no is no talk', () => {
  it('where a card has a heading, a sentence, whose it is and a way on', () => {
    const card = read(
      ['松果游园', 70, 40, 36],
      ['封停公告', 70, 200, 38],
      ['您的角色因交易异常被封停三十天', 70, 270],
      ['UID：88012345', 70, 330, 26],
      ['我要申诉 >', 70, 392, 26],
    );
    expect(card).toMatchObject({ kind: 'failure', failure: '您的角色因交易异常被封停三十天', account: '88012345' });
  });

  it('where two buttons stand side by side, or were read as one line', () => {
    const code: Drawn[] = [
      ['填入口令', 40, 30, 36],
      ['请填您拿到的口令', 40, 95],
      ['7KQ2MMVA9XPL', 62, 165],
      ['您填的口令已被他人兑换', 44, 235, 24],
    ];
    expect(read(...code, ['取消', 460, 330], ['再填一次', 560, 330]).kind).toBe('failure');
    expect(
      read(['没有兑成', 80, 300, 38], ['原因：您的口令格式不正确', 80, 370], ['知道了   返回上一页', 80, 460]).kind,
    ).toBe('failure');
  });

  it('where one sentence stands between what a site has elsewhere', () => {
    const centre = read(
      ['月见会员', 290, 30, 36],
      ['88012345', 150, 144],
      ['您的账户暂无任何礼遇，请稍后', 150, 195, 26],
      ['会员权益', 70, 310, 24],
      ['兑换记录', 310, 310, 24],
      ['帮助中心', 550, 310, 24],
    );
    expect(centre.kind).toBe('failure');
  });
});

describe('a talk is none', () => {
  it('where an hour stands over two who speak, though no word of theirs is known', () => {
    const talk: Drawn[] = [
      ['月见点心铺', 280, 80, 34],
      ['11-05 13:07', 300, 157, 24],
      ['这张是学生款，不是成人款', 290, 280],
      ['登记好啦', 134, 380],
    ];
    expect(classify(page(...talk), SIZE).kind).toBe('chat');
  });

  it('where each message has its hour at its end', () => {
    const talk: Drawn[] = [
      ['店家在吗在吗', 470, 190],
      ['14:07', 660, 200, 18],
      ['号被停了，说是买来的', 360, 260],
      ['14:10', 660, 270, 18],
      ['可以去找客服的', 38, 340],
      ['14:19', 260, 350, 18],
    ];
    expect(classify(page(...talk), SIZE).kind).toBe('chat');
  });

  it('where two lines with a day are the buyer and whom the window is called by', () => {
    const talk: Drawn[] = [
      ['月见点心铺·售后', 26, 76],
      ['guest77 2026-10-23 20:O7:11', 26, 203, 22],
      ['口令一直没发给我', 26, 240],
      ['月见点心铺 2026-10-23 20:10:18', 26, 294, 22],
      ['后台看是发了的', 26, 330],
    ];
    expect(classify(page(...talk), SIZE).kind).toBe('chat');
  });
});

it('an order that has its number beside its day is no talk with one who is called so', () => {
  const order: Drawn[] = [
    ['DS-20261025-541414', 27, 96],
    ['2026.10.25 19:12:14', 360, 96],
    ['寄售单号', 27, 136, 22],
    ['付款时分', 360, 136, 22],
    ['6元', 27, 310],
    ['2026-10-25 19:11', 360, 310],
    ['实际付了', 27, 350, 22],
    ['Order date', 360, 350, 22],
  ];
  expect(classify(page(...order), SIZE).kind).not.toBe('chat');
});

describe('what failed', () => {
  it('stands below a heading that says that something did, and above the number of the request', () => {
    const error = read(
      ['500', 60, 185, 77],
      ['充值遇到问题', 60, 303, 33],
      ['我们无法为您充值，因为该口令已在别处使用', 60, 358, 29],
      ['Request ID: 39604770-1959', 60, 412, 22],
      ['稍后再试', 60, 490],
    );
    expect(error).toMatchObject({ kind: 'failure', failure: '我们无法为您充值，因为该口令已在别处使用' });
    expect(error).not.toHaveProperty('orderNo');
  });

  it('is nothing of the page that shines through between a title and its button', () => {
    const over = read(
      ['服务通知', 50, 110, 24],
      ['券码', 50, 166, 26],
      ['FCTFC3HCNURUPLP7', 220, 166, 26],
      ['进入小程序看看', 50, 245, 25],
      ['该券码已被领取，请核对', 190, 508],
      ['关闭', 330, 598],
    );
    expect(over.failure).toBe('该券码已被领取，请核对');
  });

  it('keeps the space between two words of English that stand on two lines', () => {
    const english = read(
      ['Error', 320, 300, 36],
      ['This voucher has already been', 150, 370],
      ['redeemed by somebody else', 160, 408],
      ['OK', 340, 500],
    );
    expect(english.failure).toBe('This voucher has already been redeemed by somebody else');
  });

  it('is nothing that notes say below the button', () => {
    const notes = read(
      ['填口令', 290, 80, 36],
      ['7KQ2-MMVA-9XPL', 60, 230],
      ['这张券非本店发出', 240, 390],
      ['马上兑换', 300, 540],
      ['兑换说明', 40, 630, 24],
      ['1. 每个口令仅限兑换一次', 40, 670, 24],
      ['2. 不得转让', 40, 710, 24],
    );
    expect(notes.kind).toBe('failure');
    expect(Object.values(notes)).not.toContain('1. 每个口令仅限兑换一次');
  });

  it('is all of a sentence that runs over many lines, wherever the words of failure stand in it', () => {
    const long = read(
      ['store.pine.example/account/redeem', 46, 40, 28],
      ['兑换松果礼物卡', 38, 200, 44],
      ['您的松果帐号因使用外来程序破坏玩乐平衡', 90, 400],
      ['而被管理员依《松果用户约定》禁止登录，如', 90, 442],
      ['果您确信这是错误，请联系发卡的人', 90, 484],
      ['继续', 110, 700, 38],
    );
    expect(long).toMatchObject({
      kind: 'failure',
      failure:
        '您的松果帐号因使用外来程序破坏玩乐平衡而被管理员依《松果用户约定》禁止登录，如果您确信这是错误，请联系发卡的人',
    });
  });

  it('is known by the rows of a record of what was laid on an account', () => {
    const record = page(
      ['松果玩乐安全站', 250, 77, 40],
      ['处罚原因', 55, 300],
      ['用外来程序', 213, 300],
      ['违规时间', 55, 352],
      ['2026-11-05 02:17:33', 213, 352],
      ['处罚类型', 55, 404],
      ['封停登录', 213, 404],
    );
    expect(classify(record, SIZE).kind).toBe('failure');
  });

  it('may have been cut where it stands at the edge of a picture', () => {
    const cut = readFields(page(['话费没有到账，通道停用', 150, 4]), 'failure', SIZE).find(
      ({ key }) => key === 'failure',
    );
    expect(cut).toMatchObject({ by: 'sentence' });
  });

  it('stands with room around it, whatever the second reader says', () => {
    const field = readFields(
      page(['进度', 320, 80, 36], ['话费没有到账，通道停用', 150, 300], ['UID：88012345', 150, 400, 22]),
      'failure',
      SIZE,
    ).find(({ key }) => key === 'failure');
    expect(field).toMatchObject({ value: '话费没有到账，通道停用', by: 'title' });
    expect(standsAlone({ ...field!, second: 0 }, 'failure')).toBe(true);
    expect(standsAlone({ ...field!, second: 0 }, 'order')).toBe(false);
  });
});

it('a bank’s message that tells what was spent and what is left says nothing that failed', () => {
  const message: Drawn[] = [
    ['【月见银行】您尾号5355的信用卡8月', 54, 464],
    ['18日08:33消费人民币190.00元（月见', 54, 506],
    ['点心铺），可用额度6529.03元', 54, 548],
  ];
  expect(classify(page(...message), SIZE).kind).toBe('payment');
});
