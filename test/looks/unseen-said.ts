import { listed } from './sealed-labels.ts';
import type { Words } from './words.ts';

/** What pages and people say in the set `unseen`: one sentence a line. Answers promise nothing, promises do. */
export const UNSEEN_SAID: Pick<
  Words,
  'failures' | 'loginFailures' | 'greetings' | 'complaints' | 'answers' | 'promises' | 'system' | 'chatExtras'
> = {
  failures: {
    card_invalid: listed(`
      这个码之前已经有人用过了
      兑换码已失效，无法再次使用
      卡号与密码对不上，请检查
      This code has already been redeemed
      The code you entered is not valid
      您输入的兑换码不正确（错误码 1204）
      激活失败：该密钥已绑定其他账号
      礼品卡余额为0，已被使用
      该券码已核销
      抱歉，没有找到这张卡
      This product key has been used on another device
      卡密已过有效期
      兑换次数已达上限，该码不可再用
      该CDK已被他人领取
      Voucher code expired or already used
      卡片状态异常：已作废
      此密钥已被停用，无法激活
      该序列号不存在
      您的代码已被兑换到另一个账户
      Invalid code. Please check and try again
      卡密校验不通过
      券码已使用，使用时间 09-14 20:11`),
    not_delivered: listed(`
      充值未成功，请联系商家
      没有这一笔的到账信息
      订单超时未发货
      Top-up failed, nothing was added to your account
      Your order has not been delivered yet
      未找到该笔充值
      商家尚未发码
      查询不到发货信息
      直充失败，运营商返回异常
      您的余额没有变化，充值未完成
      库存不足，卡密发放失败
      Delivery pending: seller has not sent the item
      充值请求已提交但未入账
      提卡失败，系统未分配卡密
      暂未收到您的充值，请稍后查询
      道具发放失败，背包中没有该物品
      订单卡单，未能完成充值
      We could not deliver this item
      没有可领取的商品
      会员开通失败，权益未到账
      系统繁忙，本单发货失败
      话费充值失败`),
    account_banned: listed(`
      该账号已被封停，解封时间 2036-01-01
      账号因使用第三方软件被限制登录
      Your account is suspended until further notice
      Access to this account has been permanently revoked
      您的账号涉嫌违规交易，已被冻结
      角色已被封禁3650天
      由于异常充值，该账号已被停权
      账号被处罚中，无法进入游戏
      Account locked due to violation of terms
      检测到外挂，账号封号处理
      您已被此服务器永久封禁
      该通行证已被官方停用
      账号状态：永久封禁
      当前账号已被限制使用，原因：恶意退款
      封禁原因：数据异常
      账户已锁定，请联系官方客服申诉
      此号已被拉入黑名单，禁止登录
      Login denied: account disabled
      该微信号已被永久限制登录
      账号安全处罚：冻结至永久`),
    not_as_described: listed(`
      该卡仅支持在土耳其区使用
      此激活码对应的是标准版
      This key cannot be activated in your region
      礼品卡币种与账户地区不一致
      该兑换码只适用于主机版
      此兑换码为7天体验卡，与所购年卡不符
      此密钥为试用版，30天后到期
      This gift card is for the US store only
      卡面金额为50元，与订单不一致
      该会员仅限电视端使用
      此码仅限新注册用户兑换
      该账号未拥有此皮肤
      This code is for a different product
      本券限指定门店使用
      该账号已绑定他人身份证，无法改绑
      此CDK对应日服
      该点券为安卓区专用，苹果区无法使用
      您的版本不含该资料片
      该卡券仅可兑换中杯`),
  },
  loginFailures: listed(`
    账号或密码不对，请重新输入
    验证码已过期
    Incorrect password
    网络开小差了，请稍后再登录
    登录超时`),
  greetings: listed(`
    Hi there
    你好呀，想咨询一下
    您好 很高兴为您服务
    打扰了
    店家在吗在吗
    Hello, how can I help you?
    嗨～
    人呢
    请问有客服吗`),
  complaints: {
    card_invalid: listed(`
      你们给我的码，输进去说被别人用掉了
      刮开输了三遍都说密码不对
      这码是二手的吧，一输就说用过了
      兑换的时候跳出来说不存在这个码
      激活不了，显示密钥已经在别的电脑上激活过
      卡里面一分钱都没有，余额是零
      你卖我的是张废卡
      The code you sent me doesn't work, it says already redeemed
      五张里头有两张用不了，都提示失效
      到店里人家扫了说这券早核销了
      一直提示卡密错误 我一个字一个字对过的
      发来的兑换码过期了都
      换了手机换了网也没用，就是说码无效
      code invalid，试了十几次了
      刚拿到手就说已兑换，我都还没用呢
      输入后红字：该CDK已失效
      这串字符根本兑不出东西
      官方客服查了说这张卡去年就有人充掉了
      密钥被微软拒了，说已达激活上限`),
    not_delivered: listed(`
      钱扣了，东西影子都没见着
      都第三天了还在显示处理中
      游戏里点券一个没多
      你倒是发卡啊，付完款就没下文了
      充了三百，余额还是原来那点
      等到现在邮箱里什么都没有
      I paid yesterday and still haven't received anything
      说是秒发，这都两个钟头了
      会员到现在还是没开通
      话费没到 我手机还欠着费呢
      点了确认收货才发现啥也没给我
      为什么订单完成了我却没拿到码
      东西呢？催了你四次了
      付款到现在八个小时，号还没给我
      查了充值记录是空的
      货没收到你就给我点了发货
      钱给你了人就不回了，货也不给
      没有短信没有邮件，卡密在哪
      石头还没进我号里
      买的皮肤没有到仓库里`),
    account_banned: listed(`
      登上去弹窗说封十年
      你卖给我的号第二天就没了，说是封禁
      充完你这个钻石，官方把我号给冻了
      号被停了，说是黑钱充的
      My account got banned right after your top-up
      刚上号就提示违规被限制登录
      玩了一把就给我封了，之前肯定开过挂
      代练完账号直接被处罚，你们用脚本了吧
      怎么回事 我的号永封了
      才买两天账号就进小黑屋了
      客服说这号有前科，已经冻结
      账户被锁了进不去，说异常交易
      我主号因为你们充的来路不明被停权了
      上线就踢我，说已被封停
      买个成品号，一登就显示 suspended
      号死了，申诉也被驳回`),
    not_as_described: listed(`
      你页面上写全皮肤，号里就几个
      我买的年卡你给我冲的月卡
      拍的是200面值的，到手只有100
      说好简体国行，给的是外服的
      宣传说能改绑，结果身份证是别人的改不了
      这跟你标题写的完全两码事
      It's not what was advertised, I ordered the Ultimate edition
      我要苹果区的你给我充安卓区去了
      描述说独享，登上去发现五个人一起用
      写的终身，三十天就到期
      详情页说主账号，给我的是子账号
      段位根本不是王者，才星耀
      买的豪华版发的普通版
      咱就是说 图片上有的东西号里一件没有
      拿到的是试用版，你当正版卖
      你标的全国通用，到了门店说只限外地
      说的是官方直充，你们走的是代购礼物
      数量不对，买了6480只有3280
      号的等级少了二十级
      商品写的电视手机都能看，结果只有电视能看`),
  },
  answers: listed(`
    收到 我看看
    亲亲 您的心情我理解
    麻烦发一下截图哦
    这个要问一下上家
    我们这边显示正常的
    您先重启试试
    虚拟的东西发出去就没办法了
    这种情况不归我们管
    不好意思现在人比较多
    已经帮您记录啦
    您找官方处理吧
    请问是哪一单呢
    把编号发我
    We are looking into it
    可能是您自己用掉的吧
    没有的事，卡都是好的
    你再试试呢
    有问题可以走平台的
    Could you send me a screenshot?
    老板不在，我问下
    这边给您反馈上去了哈
    您是在哪个端登录的呢
    不支持退的，购买前有写
    我们只负责发货
    下单前没看说明吗`),
  promises: listed(`
    今晚十点以前给你补发
    48小时之内一定退给您
    周五前给您换一张新的
    两天内没解决我全额退你
    明天中午之前给您充上
    三个工作日内原路退款给您
    We will refund you within 3 days
    今天下班前给你重新发一个
    最迟后天给您补齐
    24小时没到账就给您退全款
    12点之前给你处理好
    一周内给您退回去`),
  system: listed(`
    您已接入人工客服
    会话已开始
    对方正在输入
    已为您转接专员 小禾
    本次会话由平台监管
    请注意保护个人隐私
    Messages are end-to-end encrypted
    您已添加对方，现在可以聊天了
    —— 上次看到这里 ——
    会话内容可能用于纠纷处理`),
  chatExtras: ['', '', '（店主）', ' · 官方认证', ' 营业中'],
};
