import { UNSEEN_LAYOUTS } from './layouts-unseen.ts';
import { UNSEEN_CHATS, UNSEEN_FAILURES, UNSEEN_TOPS } from './pages-unseen.ts';
import { UNSEEN_SAID } from './unseen-said.ts';
import { listed } from './sealed-labels.ts';
import { UNSEEN_LABELS, UNSEEN_OTHERS } from './unseen-labels.ts';
import type { Words } from './words.ts';

/**
 * Written by somebody who had opened no rule of reading and no other measuring set. It measured until its mistakes were
 * looked at; it is to learn from since.
 */
export const UNSEEN: Words = {
  layouts: UNSEEN_LAYOUTS,
  tops: UNSEEN_TOPS,
  chats: UNSEEN_CHATS,
  failureForms: UNSEEN_FAILURES,
  labels: UNSEEN_LABELS,
  others: UNSEEN_OTHERS,
  shops: {
    first: listed(`
      阿柚|小鹿|晨曦|可乐|七七|极光|麦冬|糯米|山竹|墨墨|雪球|三胖|Lucky|Max|阿梨|豆包子|石榴|夜航
      蓝莓|兔八|北岸|青禾|二狗|白桃|阿芒|雨林|小鲸鱼|二哈|奶盖|鹤川|明月|Kiko`),
    second: listed(`
      的游戏铺|数字商城|卡券专卖店|虚拟商品店|游戏币仓库|直充中心|会员小屋|电竞工作室|点券站|数码旗舰店
      Game Store|Digital|家的小卖部|玩具城|手游专营|点卡批发|卡券超市|网游服务部|的点券铺子|游戏代购|会员小铺子|电子卡券馆|号商行`),
  },
  companies: listed(`
    厦门柚见网络科技有限公司|长沙鹿野信息服务有限公司|海口极昼电子商务有限公司|合肥麦冬数字科技有限公司|成都三川互娱科技有限公司
    宁波拾光网络服务部|义乌市北岸百货商行|福州蓝莓软件开发有限公司|郑州夜航文化传媒有限公司|佛山市白桃电子商务中心
    武汉石榴互动娱乐有限公司|青岛云朵支付服务有限公司|个体工商户赵建国|昆明叮当信息咨询工作室|Lumen Digital Limited`),
  platforms: listed(`
    卡多米|游乐券|掌上点卡站|易充吧|飞猫数卡|速充宝盒|卡街网|优卡汇|玩点券|指尖充值|购卡通|海豚数娱|九格商城|橘子号市|币猫
    KeyLane|PlayVault|CodeHarbor|小鱼点券|秒卡屋|藏卡阁|乐券云|星桥游戏交易|嗨玩集市|一格卡券|TopupNest|蜂鸟会员`),
  products: listed(`
    原神 创世结晶6480+1600|崩坏：星穹铁道 列车补给凭证|Steam Wallet 100 HKD|App Store 充值卡 200元|网易云黑胶年卡
    蛋仔派对 蛋币 648|金铲铲之战 代币 328|Xbox Game Pass Ultimate 1 Month|Nintendo eShop 3000円|Minecraft Java版 激活码
    永劫无间 金块 2000|梦幻西游 点卡 100元3张|优酷VIP会员12个月|哔哩哔哩大会员年费|PlayStation Plus 二档12个月
    Office 家庭版 2024 密钥|Windows 11 专业版 激活密钥|百度网盘超级会员 季卡|夸克网盘SVIP 1年|芒果TV全屏影视会员月卡
    明日方舟 源石 185|和平精英 6480点券|无畏契约 VP 1,000|DNF 成年男号 70级|王者荣耀 V10 满皮肤账号|剑网3 通宝 30000
    喜马拉雅会员 年卡|知乎盐选会员 季度|得到 电子书VIP 月卡|Spotify Premium 3 个月|Netflix 礼品卡 150港元|Roblox 800 Robux
    我的世界 光遇 蜡烛礼包|阴阳师 勾玉 6480|第五人格 回声 3280|QQ超级会员 12个月|CF手游 钻石 30000|穿越火线 CF点 1000
    肯德基 50元 电子代金券|瑞幸咖啡 29元 饮品券|京东E卡 500元|加油卡 充值 1000元|星巴克 大杯 兑换券 2张|流量包 10GB 30天
    三角洲行动 三角币 2,500|暗黑破坏神 IV 标准版 激活码|艾尔登法环 豪华版 CDK|Adobe 全家桶 一年|ChatGPT 成品号 月付
    Google Play 礼品卡 $25`),
  orderTitles: listed(`
    订单信息页|My order|下单结果|充值订单详情|订单 · 详情
    Order confirmation|购买结果|Purchase complete|下单详情页|本次订购`),
  states: listed(`
    商家已出卡|已自动发卡|待商家处理|订单处理中，请耐心等待|已付款，等待发码|卡密已发出
    已完成 感谢惠顾|充值处理中|待充值|交付完成|Payment received|虚拟商品已交付|In progress|卖家处理中呢|已发码`),
  banners: listed(`
    请勿脱离平台交易，谨防受骗|数字商品发出后不支持无理由退换|如有疑问请联系在线客服|Digital items are non-refundable
    官方不会索要验证码|近期订单量大，处理稍慢|下单即视为同意购买须知|请核对账号后再充值|未成年人请在监护人陪同下消费
    Keep your code private|刷单兼职都是诈骗|本页面信息仅供参考`),
  buttons: listed(`
    再买一单|找商家|看卡密|申请客服介入|复制单号|提取卡密|Buy again|Get help|我要投诉|评价一下|开发票`),
  voucherTitles: listed(`
    交易明细|Transaction details|支付凭据|付款明细|扣费详情|转账凭据|消费明细|动账详情
    电子凭条|Payment summary|Money sent|付款完成啦`),
  headers: [
    '%订单明细',
    '% › 订单',
    '% - 我的订单',
    '【%】订单',
    '您在%的订单',
    'Orders | %',
    '%购买记录',
    '来自 % 的订单',
    '% | Order',
  ],
  footers: listed(`%版权所有|由 % 提供服务|© %|感谢您选择%|Thank you for shopping at %`),
  dialogTitles: listed(
    `兑换未成功|无法完成|登录受限|充值结果|Redeem failed|Something went wrong|兑换没成功|没能完成|Unable to redeem`,
  ),
  dialogButtons: listed(`Try again|返回首页|好嘞|Dismiss|换一个码`),
  failurePages: listed(`
    充值查询|查询进度|账户状态|领取礼包|Activate|账号中心|使用兑换券|游戏登录|Enter code|输码领取|充值进度|我的账号状态|启用产品`),
  ...UNSEEN_SAID,
  wallets: listed(`
    招商银行储蓄卡(3086)|建设银行信用卡(7741)|工商银行(0925)|WeChat Pay|白条|翼支付|PayPal|Visa •••• 4412|农业银行(6620)|Google Pay|交通银行信用卡|美团月付`),
};
