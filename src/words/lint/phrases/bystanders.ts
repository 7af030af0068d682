/**
 * What keeps a sentence from being taken for something by its likeness alone.
 * All patterns run over folded text.
 */

import { anyOf, glued, oneOf } from './alternatives.ts';

/** A threat, an insult or an accusation is about somebody: a person, or a shop and its people. */
export const SOMEBODY = /[你您他她我咱谁俺]|客服|商家|卖家|卖卡|店|老板|平台|贵|公司|本人|大家|人/;

const OTHER_SIDE = oneOf('他们? 她们? 对方 商家 卖家 店家 客服 老板 平台 店主');

/** Told of the other side: what they did to the writer, and that the police were called. */
export const DONE_TO_WRITER = anyOf(
  `^${OTHER_SIDE}[^,。!?你]{0,8}${oneOf('把 对 让 叫 给 向 找 跟 问 要')}了?我`,
  '我(?:(?:已经?|去|当场)报了?警|报了警|已?向警方)',
);

const PRESSED = oneOf('闹 曝光 媒体 封店 坐牢 抓 查你 等着 不然 否则 要么 赔 补偿 元 块 [千百万]');

/** A step before an office or the platform, named as such, with no price and no other act hanging on it. */
export const LAWFUL_STEP = anyOf(
  glued(
    String.raw`^(?!.*${PRESSED})(?=.*(?:我|本人)).*(?:依法|起诉|法律途径|平台介入|(?:打|拨打|找|走)12\d{3}|`,
    '申请(?:退款|调解|仲裁|复核|客服|售后|强制)|(?:向|到|在|去|找|联系)[^,。!?]{1,16}(?:投诉|申诉|反映|举报|求助|咨询|报案|调解|客服))',
  ),
);

const STILL_MEANT = oneOf('放过 罢休 善罢 就这 算 让你 客气 饶 停 轻易 完 耐心 好 给你好 忘');
const TURNED = oneOf('但 除非 如果 只要 要是 前提 否则 不然 不过 而是 我(?:要|打算|会|就)');

/** What the writer does not do or want; `我不会放过你` and what hangs on a condition are none of it. */
export const DENIED = anyOf(
  '^你们?不(?:用|必)',
  `^(?:我|本人)(?:们)?(?:是|也|真的|从来|绝对)?(?:没有?|不会|并非|不是要)(?!${STILL_MEANT})(?!.*${TURNED})`,
);

/** An accusation that is taken back in the same breath. */
export const NOT_ACCUSED =
  /(?:没有?|不是|并不|并非|从不|不会|不)(?:说|想|要|认为|觉得|在|来)?(?:[^,。!?]{0,4})(?:骗|诈|坑|欺|盗|偷)/;
