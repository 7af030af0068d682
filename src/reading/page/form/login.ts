import { anyOf } from '../../../knowledge/patterns.ts';

/** Who can't log in has typed something wrong, or was away too long: that is nobody's fault. */
const LOGIN = anyOf([
  '(?:登[录陆]|会话|身份|账号信息|token).{0,8}(?:过期|超时|失效|重新登[录陆]|失败|异常退出)',
  '(?:密码|验证码|用户名|账号或密码|图形码|短信).{0,6}(?:错误|有误|不正确|不对|失效|过期|不匹配)',
  // Nobody is known by what was typed.
  '(?:手机|账号|帐号|用户名?|邮箱|号码).{0,4}(?:未|没有?)注册',
  '请(?:先|重新)(?:登[录陆]|验证|获取验证码)',
]);
/** But of a card's password, or of an account that was taken away, it says what went wrong. */
const NOT_LOGIN = /卡|券|兑换|激活|充值|封|冻结|禁|违规|找回|被(?:改|盗|顶)|风控|限制/;

/** Do these words only say that somebody could not log in? */
export function isLogin(text: string): boolean {
  return LOGIN.test(text) && !NOT_LOGIN.test(text);
}
