/** Who can be told, where, and who punishes: the nouns of a threat. Folded text. */

import { oneOf, some } from '../alternatives.ts';

/** The other side, spoken to or of. */
export const SELLER = oneOf('你们 你 您们 您 贵[司店方] 贵公司 贵平台 老板 店主 店家 商家 卖家 掌柜 他们 客服 店长');
/** A person on the other side, as owner of what follows. */
const PERSONS = `(?:(?:你|您|老板|店主|卖家|客服|他|她)(?:们|家|的)?)`;

export const KIN = oneOf(
  '家人 家里人 家里 爸妈 父母 爸爸 妈妈 爹娘 老爸 老妈 爸 妈 老婆 老公 媳妇 妻子 丈夫 对象 女朋友 男朋友 女友 男友 孩子 儿子 女儿 闺女 小孩',
  '亲戚 亲友 邻居 街坊 村里人 全村 岳父 岳母 公婆 亲朋好友 三姑六婆 兄弟姐妹',
);
/** Those a living depends on. Your company is where one complains; your boss, landlord and partners are not. */
const PATRONS = oneOf(
  '房东 物业 领导 老板 上司 单位 东家 同事 老师 学校 导师 辅导员 合作方 合作商 合作伙伴 合作公司 合作单位 合作品牌 供应商 供货商 投资人 投资方 股东 同行',
  '股东 法人 法定代表人 集团 母公司 总部老板 银行 天使投资人 投资机构 加盟商 版权方 房屋中介 商会 协会 同乡 镇上 村子 街道 校方 班主任 家长群',
  '房主 室友 同学 朋友圈 甲方 雇主 工作单位 上级领导 客户 顾客 粉丝 邻里 老家',
);
const OWNED = some(
  oneOf('上级 天使 合作 所有 全部 每个 每一个 现在 那些 这些 的 各个 全体 全 各大 各位 各 公司 店里 店铺 单位 家'),
);
/** Someone of theirs, to whom a complaint about a card code does not belong. */
export const THEIR_CIRCLE = `(?:${PERSONS}|贵[司店方]|贵公司)${OWNED}(?:${KIN}|${PATRONS})`;

/** Where something becomes public. */
export const VENUE = oneOf(
  '网上 网络上? 互联网 全网 抖音 抖y 快手 微博 小红书 小红薯 红薯 b站 哔哩哔哩 朋友圈 贴吧 知乎 论坛 豆瓣 闲鱼 头条 公众号 视频号 微信群 qq群 群里',
  '各大?平台 各个平台 各个?群 社交平台 自媒体 媒体 热搜 黑猫 电视台? 业主群 校园墙 表白墙 虎扑 推特 外网 youtube 同城 本地群 家长群 热榜 直播间',
);
export const PRESS = oneOf(
  '记者 媒体 电视台 报社 报纸 大v 网红 博主 营销号 自媒体 新闻 栏目组 焦点访谈 315晚会 都市频道',
);
/** Those who punish. What they look into has nothing to do with a card code, or is held over a head. */
export const PUNISHERS = oneOf(
  '税务局? 消防 工商局? 市监局? 网信办? 公安局? 警察 派出所 经侦 网警 网安 纪委 城管 海关 社保局? 劳动局? 文化执法 环保局? 卫健委 证监会 银保监 通管局 网信 反诈',
);
/** They have nothing to do with a card code: a word to them is leverage. */
export const STRANGERS = oneOf(
  '税务局? 消防 网信办? 城管 社保局? 劳动局? 环保局? 卫健委 版权方 版权局 证监会 纪委 海关 文化执法 出版局 查税 偷税 漏税 盗版',
);
/** What can be held over a shop. */
export const MATERIAL = oneOf(
  '视频 帖子? 文章 长文 小作文 材料 举报信 稿子? 通稿 录音 录屏 聊天记录 截图 证据 名单 资料 文案 挂人帖 黑料 照片 笔记 草稿 爆料 投诉信 表格 海报 传单 公开信 渠道 后台 数据库? 漏洞 客户名单 用户数据 素材 实名信息 把柄 标题',
);
