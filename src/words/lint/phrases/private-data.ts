/** Where private data stands in a text, by label and shape. Folded text. */

import { anyOf, everyOf, glued } from './alternatives.ts';

/** Numbers of a deal are no private data, whatever they look like. */
export const DEAL_NUMBER = anyOf(
  glued(
    String.raw`(?:订单|单号|交易|流水|编号|凭证|商户|运单|快递|物流|回执|受理|案号|商品|卡密|兑换|激活|序列号|工单|票据|发票|信用代码|注册号|统一社会|支付单|账单|sn|order|trade|no\.?|`,
    String.raw`(?<![a-z])ids?:?)[^,。;\n]{0,8}$`,
  ),
);
export const BANK_BEFORE =
  /(?:银行|储蓄|信用卡|借记|工行|建行|农行|中行|招行|交行|邮储|账户|帐户|卡号|收款|转账|打到|打款|汇款|汇到|开户)[^。;\n]{0,14}$/;
/** Said outright: whatever the check digit. */
export const CARD_BEFORE = anyOf(
  String.raw`(?:银行卡号?|储蓄卡号?|信用卡号?|借记卡号?|[工农建中招交]商?行卡号?|银行账号|银行账户|银行卡)[^,。;\n\d]{0,6}$`,
  String.raw`(?:[\u4e00-\u9fff]{2}银行|[工农建中招交]行|邮储)(?:卡|账户)?\s?:?$`,
);
export const ID_BEFORE = /(?:身份证|证件)(?:号码?|信息)?[^,。;\n\d]{0,4}$/;
/** Numbers that belong to offices and companies. */
export const SERVICE_MAIL = anyOf(
  glued(
    String.raw`^(?:kefu|service|services|support|help|contact|info|admin|complaint|complaints|tousu|noreply|no-reply|cs|customer|`,
    String.raw`legal|postmaster|business|sales|hr|office|feedback|shouhou|jubao)`,
  ),
);

export const PHONE = /(?<![\d.])(?:\+?86[ -]?)?(1[3-9]\d)[ -]?(\d{4})[ -]?(\d{4})(?!\d|\.\d)/g;
export const SPOKEN_PHONE =
  /(?<![零〇一幺二两三四五六七八九])[一幺][三四五六七八九][零〇一幺二两三四五六七八九]{9}(?![零〇一幺二两三四五六七八九十])/g;
export const ID_NUMBER = everyOf(
  String.raw`(?<![\da-z])[1-9]\d{5}[ -]?(?:18|19|20)\d{2}[ -]?(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[ -]?\d{3}[\dx](?![\da-z])`,
);
export const OLD_ID_NUMBER = /(?<![\da-z])[1-9]\d{16}[\dx](?![\da-z])|(?<![\da-z])[1-9]\d{14}(?![\da-z])/g;
export const BANK_CARD = /(?<![\da-z])(?:\d{4}[ -]?){3}\d{4}(?:[ -]?\d{1,3})?(?![\da-z])/g;
export const EMAIL = /(?<![a-z0-9._%+-])[a-z0-9][a-z0-9._%+-]{0,63}@(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,10}/g;
export const MESSENGER = everyOf(
  glued(
    String.raw`(?<![a-z])(?:(?:微信|薇信|威信|微x|wx|vx|v信|wechat|weixin)(?:号码?|id)?|(?:加|我的?|他的?|老板的?|客服的?|联系)v|加微(?:信)?)(?:是|为|叫|号|联系|加|`,
    String.raw`[:\s])+([a-z][a-z0-9_-]{5,19}|1[3-9]\d{9})`,
  ),
  String.raw`(?<![a-z])(?:qq|扣扣|企鹅号?|q号?)(?:号码?|是|为|加|联系|[:\s])*([1-9]\d{4,10})(?!\d|\.\d|\s?(?:元|个|币|天|月|年|张|块|次|条|人))`,
  String.raw`wxid_[a-z0-9]{6,24}`,
);

/** A home: a street number with a flat, or a label for where someone lives. */
export const HOME = everyOf(
  glued(
    String.raw`(?:家住|住在|现住|住址|家庭(?:住址|地址)|(?<![商卖店专厂])家里?地址|住(?=[\u4e00-\u9fff]{2,8}[省市区县])|收货地址|通讯地址|联系地址|居住地址?|常住地址?|他家在|她家在|老家|`,
    String.raw`户籍地?址?)(?:是|为|在|[:\s])*[^,。;!?\n]{2,30}?(?:路|街|道|巷|弄|村|镇|乡|小区|花园|家园|公寓|苑|大厦|号楼|栋|幢|单元|室|组|号)[^,。;!?\n]{0,16}`,
  ),
  glued(
    String.raw`[^,。;:!?\n\s]{0,24}?(?:路|街|大道|巷|弄|小区|花园|家园|公寓|新村|苑|里)[^,。;:!?\n]{0,8}?\d{1,4}(?:号楼|栋|幢|座|`,
    String.raw`号)[^,。;:!?\n]{0,6}?\d{1,4}(?:单元|室|户|房)[^,。;:!?\n]{0,8}`,
  ),
);
export const BUSINESS_PLACE =
  /公司|商家|店铺|注册|经营|办公|营业|平台|企业|住所地|法院|网点|被投诉人|被告|派出所|监督管理/;

/** A number plate: province, letter of the city, five or six signs with a digit among them. */
export const PLATE = new RegExp(
  String.raw`(?<![a-z0-9])[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][a-z][·.\s]?(?=[a-z]{0,5}\d)[a-z0-9]{5,6}(?![a-z0-9])`,
  'g',
);
/** Where a child of theirs goes to school. */
export const CHILD = everyOf(
  glued(
    String.raw`(?:他|她|你|您|老板|店主|卖家|客服|对方)(?:们|家)?的?(?:女儿|儿子|孩子|小孩|闺女)[^,。;!?\n]{0,6}(?:在|就读于?|读|上)[^,。;!?\n]{1,14}(?:学校|小学|中学|幼儿园|年级|`,
    String.raw`班|大学|学院)`,
  ),
);

/** A person named by label. */
export const NAMED_PERSON = everyOf(
  String.raw`(?:真实姓名|真名|本名|姓名|户名|法人姓名|老板叫|店主叫|客服叫|名字叫|名字是|名叫)(?:是|为|叫|[:\s])*([\u4e00-\u9fff]{2,4})(?=[,。;、!?\s\n(]|$|的|住|身份|电话|手机|微信)`,
);

/** A code beside a word for it. */
export const LABELLED_CODE = everyOf(
  glued(
    String.raw`(?:卡密|兑换码|激活码|充值码|cdk(?:ey)?|卡号|密码|串码|礼品码|key)(?:是|为|`,
    String.raw`[:\s])*((?=[a-z0-9-]{0,40}\d)[a-z0-9]{3,24}(?:-[a-z0-9]{3,12}){0,6})(?![a-z0-9])`,
  ),
);
export const STILL_GOOD = anyOf(
  String.raw`未(?:使用|兑换|激活|用过|用|充值)|没(?:有)?(?:使用|兑换|激活|用)|尚未|还没|还能用`,
  String.raw`仍(?:可|能)以?(?:正常)?(?:使|兑|充|激)|可以(?:正常)?(?:使用|兑换)|备用|未拆|有效(?:的)?卡`,
);
export const DEAD = /无效|已(?:被)?(?:使用|兑换|激活|过期|用)|失效|过期|错误|不存在|不能用|用不了|无法/;
