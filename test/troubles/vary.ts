import type { Draw } from '../looks/draw.ts';
import type { Example } from './examples.ts';

const listed = (words: string): string[] => words.trim().split(/\s*\|\s*/);

const GOODS = listed(`
  点券|钻石|金币|Q币|会员|月卡|年卡|卡密|激活码|兑换码|券|券码|点卡|皮肤|道具|话费|流量|油卡|礼品卡|密钥|序列号|账号|号|课程|资料
  |vip|余额|时长|原石|元宝|点数|代金券|优惠券|提货码|cdk|key|礼包码|邀请码|注册码|门票|电影票|网盘|软件|授权|套餐|红包|抖币|快币
  |金豆|星币|魔石|水晶|宝石|通行证|战令|gift card|coins`);
/** What a buyer puts before and behind. */
const BEFORE = listed(`
  老板|亲|哥|你好|您好|请问|大哥|店家|卖家|掌柜|客服|hi|喂|那个|就是|刚刚|今天|昨天|昨晚|我的|你这|你们这|怎么|咋|为啥|都|结果|刚才
  |我看了|现在|真服了|醉了|无语|麻烦看下|帮忙看下|你看|你发的|我买的|上午买的|为什么|啊`);
const BEHIND = listed(`
  啊|呢|呀|了|啦|哦|哥|老板|！|？|？？|...|。|怎么回事|咋回事|什么情况|怎么办|退钱|退款|给个说法|麻烦处理一下|快点处理|看一下|谢谢
  |亲|急|！！！|啥情况|你看看|帮我看看|能不能退|骗子吧`);
const BESIDE = listed(`
  在吗|你好|付款了|我付了钱|昨天买的|刚买的|订单号48820113|单号2026110188|我在你家买的|拍了一单|等你回复|看到回一下|麻烦了
  |我截图给你|你看图|按你说的弄了|试了好几遍|按教程来的|客服在吗|亲|老板`);
/** What a page puts before and behind. */
const PAGE_BEFORE = listed(`
  提示：|错误：|抱歉，|很抱歉，|对不起，|操作失败，|系统提示：|温馨提示：|Error: |Sorry, |Oops! |失败原因：|原因：|查询结果：|兑换结果：|状态：`);
const PAGE_BEHIND = listed(`
  。|！|（错误码：1004）|(4012)|，请联系客服|，请核对后重试|，请稍后再试|，如有疑问请联系客服|，请重新输入|。如有疑问请联系商家
  |. Please contact support.|. Please try again.|.|[31]| code 7|，无法继续操作|。ID：88213`);
/** What makes of something that happened what may happen. */
const IF = listed('如果|要是|万一|若|如|如遇|假如|倘若|若是|如有|遇到|出现|如出现|一旦');
const THEN = listed(`
  怎么办|能退吗|可以退吗|退不退|包赔吗|找谁|请联系客服|联系客服处理|请联系商家|请在24小时内联系|可申请退款|包换|包赔|包退|给补
  |免费补|随时找我|不负责|概不负责|请提供截图|请截图反馈|全额退款|请及时联系我们|怎么处理|怎么算|赔吗|售后吗`);
const ASKED_BEFORE = listed('亲 |您那边|请问|您是|亲，');
const ASKED_BEHIND = listed('吗亲|吗|是吗|呢亲？|是不是');
const NEVER = listed('不会|不会出现|绝不会|保证不会|没有|从来没有|不存在|不用担心|杜绝|从未');
const NEVER_BEHIND = listed('的|的亲|情况|问题|，放心');
/** What a shop asks back with, and what terms say of it. */
const OR_ELSE = listed(
  '还是提示错误|还是别的提示|还是没反应|还是登不上|还是没收到|还是显示已使用|还是网络问题|，截图看下',
);
const TERMS = listed(`
  的，恕不退款|，本店概不负责|，请在有效期内使用|，不予退换|者，不支持退款|的订单不予受理|的，请于收货后24小时内反馈|属正常现象|的风险由买家承担
  |的除外|，请勿购买|的解决办法|常见原因|处理流程|包赔服务|怎么办？|怎么处理|的赔付标准`);

const CALLED = /^(?:老板|亲|你好|您好|请问|怎么|咋|为啥|为什么|我的|是不是)+[，, ]?/;
const ENDED = /[。！!？?啊呢呀了吧]+$/;

/** So much of what is wrong is only supposed, asked or denied. */
const NOT_SO = 0.2;

/**
 * A sentence as another may say it: with other goods, other words around it, a letter left out. Now and then what is
 * wrong is only supposed, asked or denied, which says that nothing is.
 */
export function varied(draw: Draw, example: Example): Example {
  let { text } = example;
  if (draw.chance(0.35)) {
    const goods = GOODS.filter((word) => word.length > 1 && text.includes(word));
    if (goods.length > 0) text = text.replace(draw.pick(goods), draw.pick(GOODS));
  }
  if (!example.says.includes('none') && draw.chance(NOT_SO))
    return { ...example, says: ['none'], text: notSaid(draw, text.replace(CALLED, '').replace(ENDED, '')) };
  if (example.place === 'page') {
    if (draw.chance(0.25)) text = draw.pick(PAGE_BEFORE) + text;
    if (draw.chance(0.3)) text = text.replace(/[。.!！]+$/, '') + draw.pick(PAGE_BEHIND);
  } else {
    if (draw.chance(0.3)) text = `${draw.pick(BEFORE)}${draw.chance(0.4) ? draw.pick(['，', ' ', ',']) : ''}${text}`;
    if (draw.chance(0.3))
      text = `${text.replace(/[。！!？?]+$/, '')}${draw.chance(0.3) ? draw.pick(['，', ' ', '。']) : ''}${draw.pick(BEHIND)}`;
    if (draw.chance(0.15)) {
      const both = [text, draw.pick(BESIDE)];
      text = (draw.chance(0.5) ? both : both.toReversed()).join(draw.pick(['，', ' ', '\n']));
    }
  }
  if (draw.chance(0.08)) {
    const at = Math.floor(draw.next() * text.length);
    text = text.slice(0, at) + text.slice(at + 1);
  }
  return { ...example, text };
}

function notSaid(draw: Draw, core: string): string {
  const way = draw.next();
  if (way < 0.45) return `${draw.pick(IF)}${core}${draw.chance(0.5) ? '，' : ''}${draw.pick(THEN)}`;
  if (way < 0.57) return `${draw.chance(0.3) ? draw.pick(IF) : ''}${core}${draw.pick(TERMS)}`;
  if (way < 0.65)
    return `${draw.pick(ASKED_BEFORE)}${draw.pick(['是', '是提示', '显示', ''])}${core}${draw.pick(OR_ELSE)}`;
  if (way < 0.78) return `会${draw.chance(0.5) ? '不会' : ''}${core}${draw.chance(0.7) ? '吗' : ''}`;
  if (way < 0.9) return `${draw.pick(ASKED_BEFORE)}${core.replace(/我/g, '您')}${draw.pick(ASKED_BEHIND)}`;
  return `${draw.pick(NEVER)}${core}${draw.pick(NEVER_BEHIND)}`;
}
