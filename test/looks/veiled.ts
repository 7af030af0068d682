import { listed } from './sealed-labels.ts';
import { VEILED_CHATS } from './veiled-chats.ts';
import { VEILED_FAILURES } from './veiled-failures.ts';
import { VEILED_GOODS, VEILED_TOPS } from './veiled-frames.ts';
import { VEILED_LABELS, VEILED_OTHERS } from './veiled-labels.ts';
import { VEILED_LAYOUTS } from './veiled-layouts.ts';
import { VEILED_SAID } from './veiled-said.ts';
import type { Words } from './words.ts';

/**
 * What buyers in China hold, drawn as near to life as may be: written by somebody who had opened no rule of reading.
 * It measured until its mistakes were told in words; since then it is one of the sets to learn from.
 */
export const VEILED: Words = {
  layouts: VEILED_LAYOUTS,
  tops: VEILED_TOPS,
  chats: VEILED_CHATS,
  failureForms: VEILED_FAILURES,
  goods: VEILED_GOODS,
  labels: VEILED_LABELS,
  others: VEILED_OTHERS,
  shops: {
    first: listed(`
      小野|阿楠|一诺|小七|星辰|花卷|暖阳|浪味|江湖|小Q|猫耳|顺顺|安安|拾柒|阿K|团子|海盐
      风车|东东|梅子|飞飞|乐天|木子|青瓜|豆豆|老张|潮玩|咸鱼干|小灰灰|Momo|八戒|鱼丸`),
    second: listed(`
      的小店|游戏专营店|卡密铺|发卡|网游交易|手游小铺|账号店|软件专营店|会员充值店|充值旗舰店|电玩店
      游戏工作室|代练团|手游代充|虚拟小店|企业店|的闲置|工坊|数字店|的卡铺|正版软件店|话费充值专营店|自助发卡|Studio`),
  },
  companies: listed(`
    杭州南野网络科技有限公司|深圳市一诺互动科技有限公司|北京星辰漫游文化传播有限公司|苏州芝士信息技术有限公司|广州市海盐电子商务有限公司
    重庆飞掌网络技术有限公司|西安豆芽互联网信息服务有限公司|济南顺途商贸有限公司|南京九月数码科技有限公司|温州市鹿城区阿楠网络商行
    海南木子互联科技有限公司|东莞市潮掌贸易有限公司|武汉江湖游网络科技有限公司|上海暖阳企业管理咨询有限公司|泉州市丰泽区小野便利店
    石家庄乐天通讯器材有限公司|沈阳风车软件有限公司|安徽省橘云信息科技有限公司`),
  platforms: listed(`
    爱淘号|虎鲸交易网|掌柜卡盟|逛逛集市|一站购商城|拼拼乐|闲余市集|卡拉发卡网|小蓝点卡|万卡通|游易宝|螺号网|手游帮帮交易|云上卡铺|快手数卡铺
    星空发卡|喵喵数卡|巨鲸游戏|九州号行|淘卡乐|省省会员|权益猫|豆角优选|麦麦商城|金号角|二手淘淘|极速卡盟|好评发卡|游侠交易平台|海星生活
    GameMall|KeyPort`),
  products: listed(`
    【自动发货】优酷会员月卡 兑换码|爱奇艺黄金VIP会员季卡 填手机号直充|腾讯视频会员12个月年卡（电视可用）|【秒发】Steam充值卡 50美元
    王者荣耀点券 980点（QQ区）|王者荣耀 账号 V9 132皮肤 安卓微信|原神成品号 满命胡桃 官服|原神 首充双倍 创世结晶 3280|和平精英 粉装账号 人面桃花
    蛋仔岛乐园 蛋币 1280|光遇 白蜡烛 60根 国服|逆水寒手游 元宝 648|DNF手游 泰拉 6480|英雄联盟手游 点券 1500|LOL 峡谷之巅 钻石账号
    崩坏3 水晶 6480|鸣潮 月相 3280|绝区零 绳网会员|恋与深空 钻石 648|金铲铲之战 福星币 680|CSGO Prime 优先账户|PUBG 绝地求生 激活码 Steam
    赛博朋克2077 标准版 CDKEY|双人成行 Steam正版激活码|GTA5 线上 豪华版 账号|博德之门3 数字豪华版|艾尔登法环 黄金树幽影 DLC|黑神话悟空 豪华版 CDK
    Win11专业版激活密钥 永久|Office2021专业增强版 密钥 一台电脑|WPS超级会员年卡|Photoshop 2024 安装包+远程|迅雷超级会员 年卡|百度网盘SVIP会员 12个月
    QQ音乐豪华绿钻 年卡|网易云音乐 黑胶会员 季卡直充|喜马拉雅VIP 月卡|全国移动话费充值 100元 慢充|联通话费 50元 快充|中石化加油卡 面值500元
    京东E卡 200元 电子卡密|肯德基 早餐套餐 兑换券|瑞幸咖啡 生椰拿铁 代下单|奈雪的茶 30元 代金券|奥乐齐 购物卡 100元|美团外卖 红包 会员券包
    高德打车 8折券|哈啰单车 骑行月卡|抖音 抖币 1000|快手 快币 700|B站大会员 年度|QQ币 100个 自动充值|Apple ID 美区 全新账号|苹果礼品卡 App Store 300元
    Switch 会员 一年 家庭组|PS5 港服 点卡 HKD 300|Xbox XGPU 三个月 兑换码|Roblox 1000R币|Minecraft 国际版 账号|ChatGPT Plus 月卡 独享|Midjourney 会员 代充
    知网 文献下载 30天|考研英语 网课 全程班 2027|CAD2024 激活码|Adobe 正版订阅 个人版 一年`),
  orderTitles: listed(`
      订单详情页面|卖家已发货|交易详情|购买成功|支付成功页|订单信息查询|交易成功啦
      待收货订单|账号订单详情|服务订单|订单进度|Your order today|Your receipt
      订单概况|已买到的宝贝|购买结果页|订单状态跟踪`),
  states: listed(`
      已发货，等待确认|买家已付款，等待卖家发货|交易进行中|充值中|充值成功|已签收|待确认收货|支付完成
      已完成，感谢您的购买|正在为您充值|待发货|已支付|等待买家收货|自动发货成功|代练中|验号中|号已交付|Paid in full|Sent to you`),
  banners: listed(`
    交易未完成前，请不要确认收货|谨防诈骗：不要添加陌生人微信私下转账|虚拟商品一经发货，概不退换|卡密有问题请在24小时内联系客服|若提示错误请联系店铺客服
    本店所有商品均为官方渠道|充值前请核对账号信息|严禁将购买的商品用于违法用途|平台担保交易，放心购|请保存好您的订单编号以便查询|投诉请在当日24点前提交
    国庆活动全场满减|请勿泄露密码|脱离平台交易不受保护`),
  buttons: listed(`
      投诉订单|我要验号
      催一下卖家|申请平台介入|给个好评|联系店铺|退货退款|打电话|去晒图`),
  voucherTitles: listed(`
      交易记录详情|付款凭证|明细详情|转账记录|银行卡交易提醒|微信支付凭证|支付助手|Your payment|Payment made
      账单明细页|交易回单|支出账单`),
  headers: [
    '%在线订单',
    '您正在访问：%',
    '%（已认证）',
    '%_订单详情',
    '%-订单查询',
    '%订单中心',
    '首页 > % > 订单',
    '%用户中心',
    '%买家中心',
  ],
  footers: listed(`
      Copyright © 2026 % 版权所有|% 保障您的交易安全|%提供技术支持|©2026 %|%客服热线 400-000-0000`),
  dialogTitles: listed(`
    提示信息|兑换失败了|登录提示|失败|安全提示|激活提示|小提示|失败了|登录未成功|充值没有成功|重要提示|账号提醒|兑换提醒`),
  dialogButtons: listed(`
    返回上一级|联系在线客服|去反馈|稍后再试|换个账号|重新提交|好的，我知道了|回到首页|查看帮助|再输一次`),
  failurePages: listed(`
    兑换码兑换|礼包兑换|会员兑换|充值记录|卡密充值|登录游戏|我的会员|我的券包|邮箱|背包|游戏公告|兑换礼品卡|礼包码领取|激活软件|卡密兑换页`),
  ...VEILED_SAID,
  wallets: listed(`
      招商银行(6225)|工商银行储蓄卡（尾号0192）|建设银行(3377)|农业银行储蓄卡|银联云闪付|邮储银行(8871)|京东支付
      中国银行(5502)|平安银行信用卡
      零钱余额|农行卡 3321|兴业银行(4410)`),
};
