import { listed } from './sealed-labels.ts';
import type { Words } from './words.ts';

/** What pages of games, shops, memberships and software say in the set `apart`: one sentence a line. */
export const APART_FAILURES_SAID: Pick<Words, 'failures' | 'loginFailures'> = {
  failures: {
    card_invalid: listed(`
      兑换失败，该兑换码已被他人使用
      这个兑换码已经失效了
      您输入的CDK不存在，请检查大小写
      卡号或密码错误，请重新输入
      该充值卡已被使用过
      激活码无效，请联系您的经销商
      礼包码错误或已被领取
      此兑换码已过有效期
      无法兑换：代码已被兑换
      序列号不正确
      我们无法激活此产品，因为该密钥已在另一台设备上使用
      错误 0xC004C008：产品密钥已超出激活次数
      您输入的产品代码无效或已被激活
      兑换码校验失败，请向发卡商家核实
      该卡密已于2026-07-19 11:32:06被充值
      卡密已被锁定
      充值卡余额为0，不可使用
      当前兑换码已达到使用上限
      兑换码不存在(1004)
      输入的激活码有误，已连续输错3次
      会员卡密已经使用，请勿重复兑换
      此礼品卡已被兑换到其他账户
      The code you entered has already been redeemed
      Invalid product key. Please check and try again`),
    not_delivered: listed(`
      充值失败，请联系商家退款
      暂无卡密，等待商家补货
      该订单尚未发货，请耐心等待
      没有查询到到账记录
      未查询到该账号的充值信息
      商品已售罄，订单发货失败
      库存不足，未能自动发货
      当前账号未开通VIP
      卖家48小时未发货
      卡密内容为空，请联系客服
      邮箱里没有新邮件，未收到奖励
      订单处理失败，上游返回超时
      近30天内无充值到账记录
      提货失败：该订单未分配到卡密
      暂未收到任何物品
      直充失败，账号未到账
      该笔充值已超时，还未完成
      暂无可用权益
      您的兑换码还在路上，卖家尚未提供
      充值订单异常，暂未入账
      No items have been delivered to this account yet
      Your order could not be delivered`),
    account_banned: listed(`
      您的账号因违规已被封停，解封时间：2036-08-11
      该账号已被封号处理
      账号已冻结，请联系官方客服
      由于使用第三方外挂，您的账号被永久封禁
      登录失败，您的账号处于封禁状态
      账号存在异常交易，已被限制登录3650天
      该帐号因违反用户条款已被永久停用
      账号封禁中，剩余89天12小时
      您的角色已被冻结，暂时无法进入游戏
      因恶意退款行为，该账号已被封禁
      此账号已被永久停权
      账户已被锁定，原因：非正常渠道充值
      亲爱的召唤师，您的账号因代练行为被封停
      检测到账号交易行为，账号予以冻结
      您的账号已被限制使用，请前往申诉
      由于违反服务条款，您的帐户已被停用
      该用户已被封禁
      你的账号因涉嫌违规操作被封停7天
      设备封禁：该设备上的账号已被封停
      Your account has been suspended due to a violation of the user agreement`),
    not_as_described: listed(`
      该兑换码仅限港服账号使用
      此卡不支持当前地区
      本激活码为试用版，7天后到期
      该兑换码仅限新用户领取
      您的账号区域与激活码不匹配
      该会员不支持在TV端使用
      当前密钥为批量授权版，不适用于零售版系统
      此礼品卡仅可在美国区商店使用
      该券仅限门店自提订单，线上无法使用
      此商品不支持您的平台（仅限Mac）
      该激活码只能用于PS4版本
      账号段位：青铜III，与订单不符
      该卡面值为30元，与所购面值不一致
      您兑换的是体验卡，时长1天
      此密钥仅可激活家庭版
      该CDK属于其他区服，无法在本服使用
      该账号已绑定他人实名信息，无法换绑
      您的订阅类型为家庭共享，不可自行续费
      当前角色等级30，未达到描述等级
      此代码只能在日本地区激活
      This product is not available in your country
      This key can only be activated in Argentina`),
  },
  loginFailures: listed(`
    短信验证码已过期
    登录超时，请稍后再试
    当前登录人数过多，请排队
    账号或密码有误，还可输入4次
    网络开小差了，请重新加载`),
};
