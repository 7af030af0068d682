/** Parts of a header or footer that name a page; what stands beside them is the platform's name. */
export const PAGE_WORDS = /^(?:投诉中心|投诉(?:与|和)?(?:建议|举报)|客服中心|帮助中心|服务中心|售后中心|订单(?:详情|查询|中心|列表|管理|信息)?|我的订单|查询订单|自助查单|卡密查询|提取卡密|首页|官网|官方网站|官方商城|用户中心|会员中心|个人中心|交易中心|充值中心|安全(?:交易|中心)|在线客服|电子(?:订单)?凭证|电子订单凭证|交易凭证|订单凭证|电子发票|收据|交易详情|支付(?:成功|结果)|购买(?:成功|记录)|收银台|order(?: details| status)?|orders?|help(?: center)?|support|customer service|home|official (?:site|store)|checkout|my account|版权所有|all rights reserved\.?)$/i;

/** How card shops and platforms call themselves. */
export const PLATFORM_NAME = /^[\p{L}\d·&.]{1,14}(?:卡盟|发卡网?|发卡平台|充值城|充值网|充值平台|数卡|点卡网|点卡商城|卡网|卡商城|商城|交易平台|交易网|号网|租号网?|自动发卡|数字商城|数码城|购卡网|售卡网)$/u;

/** Large platforms whose pages name themselves. */
export const KNOWN_PLATFORMS = /^(?:淘宝(?:网)?|天猫|京东|拼多多|闲鱼|转转|抖音(?:商城)?|快手(?:小店)?|小红书|微店|苏宁易购|美团|交易猫|螃蟹账号|5173|淘手游|当当|唯品会|有赞|微信小商店|Steam|G2A|Kinguin|咸鱼)$/i;

/** How shops call themselves, for pages that show the shop without a label. */
export const SHOP_NAME = /^(?!商家|店铺|卖家|商户)[\p{L}\d·&\-_.（）()]{1,20}(?:旗舰店|专营店|专卖店|官方店|直营店|企业店|小店|商行|卡铺|点卡店|数码店|店铺|工作室|网络科技|数卡店|杂货铺|商铺|的店)$/u;

/** What chat titles add to the name: `青柠网络(客服)`, `小北点卡（在线）`. */
export const TITLE_EXTRAS = /\s*[（(【[]\s*(?:官方|人工|在线|专属|售后|售前|企业)?(?:客服|在线|离线|手机在线|卖家|商家|店主|售后|对方正在输入.*|\d+)\s*[)）】\]]\s*$|\s*[-·|]\s*(?:在线)?客服(?:中心)?$|\s*(?:官方|在线|售后|人工|专属)客服(?:\s*\d{1,3}号?)?$|@(?:企业微信|微信)$/;

/** Names of chat programs and generic titles that name nobody. */
export const NOBODY = /^(?:公众号|服务号|服务通知|微信|QQ|TIM|消息|聊天|聊天记录|聊天详情|在线客服|客服|人工客服|客服中心|官方客服|商家客服|售后客服|卖家客服|联系客服|客服会话|会话|对话|在线咨询|咨询|返回|智能客服|旺旺|阿里旺旺|千牛|微信聊天|chat|messages?|support|live chat|客服服务|店铺客服|已连接|文件传输助手)$/i;

/** The phone's own line at the top: clock, network, battery. */
export const STATUS_BAR = /^(?:\d{1,2}:\d{2}(?:\s*[AP]M)?|[2345]G.*|\d{1,3}%?|LTE|Wi-?Fi|HD|\d+(?:\.\d+)?\s*[KM]B?\/s|中国(?:移动|联通|电信).*|[.·•]{2,}|(?:[2345]G)?\s*\d{1,3}%|ıll|[|lI.]{2,5})$/i;
