import { type Clause } from '../clauses.ts';
import { anyOf } from './pattern.ts';

/** How people say that it is done, one way a line. */
const SETTLES: readonly RegExp[] = [
  // 已退款, 已于9月29日将款项退回, 刚刚给您补了一张; not the request, the page, the reason of it.
  anyOf(
    '{already}(?:(?!{step}).){0,16}?(?:退款|退还|退回(?!修改|补)|退费|退{you}|退了|退给|退到|退至|退完|退好|退掉|返还|返款|打款|转账|转回|赔付|赔偿|补偿|' +
      '找回|开通|修复|修好|续上|绑定好|补发|补单|补货|补充值|补给|补上|补开|补了|重发|重新发|换货|换新|换好|换了|更换|换卡|返回|解封|解冻|恢复|' +
      '到账|到{you}的?(?:账|零钱|余额|卡|支付宝|微信)|打入|汇入|转入|赔|打给{you}|打到|转给{you}|转到{you})' +
      '(?!申请|流程|处理|审核|中|渠道|页面|入口|请求|提交|工单|给?(?:商家|卖家)|方案|诉求|的?问题|事宜|意愿|多|规则|须知|需求|任务|进度|材料|时间)',
  ),
  // The money moved: 转过去了, 退你了, 补了, 给您退回去了.
  anyOf(
    '退款已经?(?:到|进)(?:{you}|了)|退款(?:已经?)?(?:成功|到账|完成|退回|完毕|处理完|办好|打到|原路返回|原路退回)|退款?好了',
    '(?:钱|款项?|费用|金额)(?:已经?|都|刚|也)?(?:给{you}|全部|原路|全额)*(?:退|打|转|返)(?:回|还|过去|给?{you}|到|至|进|了|款)',
    '(?:退|打|转)(?:账|款|钱)?(?:给?{you}|回去|回来|过去|回)了|给{you}(?:退|打|转|返|赔)(?:款|钱|账)?了|全?退{you}(?:钱|款)?了',
    '^(?:钱|款项?|已经?|都|刚|早就?|这边|给{you}|全|帮{you}){0,4}(?:退|补|赔|换)了',
    '(?:款|钱|费用|金额)项?(?:已经?|都|全部)退(?!回?中|款?申请)|原路(?:退|返)(?:回|还)(?:了|成功|完成)|两清|两讫|互不相欠|(?:款|钱|金额)项?即时到账',
  ),
  // A deed for the buyer with the mark of the past: 给您补好了, 刚给你开的, 点券到账了.
  anyOf(
    '(?:给|帮|为|替){you}(?:重新|又|也|都)?(?:退|补|换|赔|转|打(?!电)|返|充|开|修|解|续)(?:[^,问报]{0,4})了{tail}|{already}给{you}(?:开|补|充|换|退|转|打)的',
    '(?:给|帮|为|替){you}(?:更换|退还|赔付|补发|重发|恢复|退款|换|补|退|赔|充)(?:上|好)?了',
    '(?:换好|补好|红包|新的?卡?密?码?|重新)[^,]{0,4}(?:发|给)(?:到|给)?{you}[^,]{0,6}了|重新给{you}(?:发|补|换)(?:了|一)',
    '^已(?:处理(?:好|完)?|执行|办妥)$|^给{you}(?:充|补|开|换|修|续)(?:上|好)了|请收款|新的?(?:卡密|卡|码|密钥)[a-z0-9]{4}',
    '(?:到账|开通|续上|恢复|解开|补齐)了{tail}|(?:解封|解冻|补偿|找回)[^,]{0,4}成功',
  ),
  anyOf('(?:退款|赔付|补发|换货)[^,]{0,12}已(?:经|于)?[^,]{0,8}(?:处理)?(?:成功|完成)(?!率)'),
  // The matter is over.
  anyOf(
    '(?:均|都|现)?已经?(?:全部|得到|妥善|圆满|协商|成功|予以|帮{you}|给{you})*' +
      '(?:解决|处理好|处理完(?:成|毕)?|办结|搞定|弄好|办妥|修复|和解|达成(?:一致|和解|协议|调解))',
    '^(?:已经?|都|全|给{you}|帮{you}){0,3}(?:搞定|弄好|处理好|修好|补好|换好|充好)了',
    '达成了?(?:和解|调解)(?:协议)?|调解成功|签(?:了|订|署)?(?:调解|和解)(?:协议|书)',
  ),
  // Something new in its place: 重新充值成功, 新卡密已发, 账号已恢复.
  anyOf(
    '重新(?:给{you}|帮{you}|为{you})?(?:发货?|充值?|补|换|激活|开通)(?:好)?了',
    '(?:补发|补单|重发|换货|解封|补充值|重新充值|更换)(?:成功|好了|完成|完毕|了$)',
    '(?:新的?|重新|补)(?:卡密|卡|码|账号|激活码|兑换码)?(?:已经?(?:重新)?(?:发|换|给|补|充)|发(?:给)?(?:您|你|过去)(?:邮箱|微信)?了)',
    '已经?重新(?:发|补|充|换)',
    '(?:给{you}|帮{you})(?:换|补|重发|重新发)(?:了|好了|过去了)(?:一?[张个])?|(?:重新|补|又)(?:给{you})?(?:充|发)值?(?:成功|到账|好了|了$)(?!的)',
    '(?:账号|账户|会员|服务|权限)已经?(?:解封|恢复|解冻)',
  ),
];

/** Before what looks done: it is not, not yet, or only a step. */
const NOT_DONE = new RegExp(
  '(?:未|没有?|尚未|还没有?|无法|不能|等|待|需要?|将会?|才能|会(?!员|话|计|场)|准备|正在|申请|提交|发起|安排|登记|反馈|催促?|通知|要求|是否|' +
    '如|若|假如|一旦|预计|请|可以?|同意|处理|后续|建议|争取|协商|无需|不是|显示的?是?未|说|讲|称|表示(?!已)|以为|并非|不存在)[^,]{0,4}$',
);
/** 三月十号前全部到账: a limit before it makes it a thing to come. */
const BY_THEN = /(?:前|内|最[晚迟慢]|明[天儿早]|后天)[^,]{0,4}$/;
const NOT_DONE_AFTER =
  /^(?:成功|完成|到账)?(?:我|就|再|后|之后|以后|的话|时|前|之前|才|失败|不成功|中|吗|么|没|了没|未)/;
/** 诉状已退回: papers sent back are no money. */
const PAPERS =
  /材料[^,]{0,6}(?:补充|提交|上传)成功|(?:诉状|材料|申请|投诉件?|举报件?|案件|表格?)(?:已|被|予以)?(?:经|被)?退/;
/** 商户反馈已退款: told on behalf of another. */
const RELAYED = anyOf('^{seller}(?:反馈|回复|表示)');
/** Done in part only. */
const PARTLY = /部分|一半|差额|只退|仅退|先退|[一二两三四五六七八九十\d]次/;
/** Something arrived by their records: no refund, but the seller's defence. */
const BY_RECORD = /显示|记录|后台|系统(?!已)|查询|查到/;
const GIVEN_BACK = /退|补|重新|赔|返|换|解封|恢复/;

/** Does the clause say that the matter is done? */
export function settlesIn(clause: Clause): boolean {
  if (clause.question || clause.conditional || PARTLY.test(clause.text) || PAPERS.test(clause.text)) return false;
  if (BY_RECORD.test(clause.text) && !GIVEN_BACK.test(clause.text)) return false;
  const text = clause.text.replace(RELAYED, '');
  return SETTLES.some((words) => {
    const match = words.exec(text);
    if (!match) return false;
    const before = text.slice(Math.max(0, match.index - 8), match.index);
    return (
      !NOT_DONE.test(before) && !BY_THEN.test(before) && !NOT_DONE_AFTER.test(text.slice(match.index + match[0].length))
    );
  });
}

/** Does the clause ask, suppose or deny, so that likeness to a settled matter means nothing? */
export function notDone(clause: Clause): boolean {
  return (
    clause.question ||
    clause.conditional ||
    /未|没|不|等|将|会|愿|明[天日]|申请|提交|审核|处理中|预计|通知|正在|如/.test(clause.text)
  );
}
