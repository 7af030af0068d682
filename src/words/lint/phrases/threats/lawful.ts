/** What takes the menace out of a word, or puts it in: whose act, when, in which form. Folded text. */

import { anyOf, glued } from '../alternatives.ts';

/** Said of the near future by the writer. */
export const WILL = anyOf(
  String.raw`即(?!使|可|将|日|为)|明天|今晚|后天`,
  glued(
    String.raw`(?:(?<!成)就(?!是|此|业|该|上述|本|诊|读|职)|(?<![协社机委员晚大年开约一])会(?!员|议|计|话|所|费|被)|将|(?<![需主重必只想])要(?!求|点|么|素|件|是|不)|只能|只好|立马|马上|`,
    String.raw`立刻|直接|准备|打算|一定|统统|等着|看我|别怪|那我|我去|咱们?|信不信|大不了|分钟内|分分钟|随时|必|再不|否则|不然|要么|我便|才|奉陪|休怪|不介意|定当|定会)`,
  ),
);

/** Said of the past or of others. */
export const PAST = anyOf(
  String.raw`已经|已于|已向|已在|曾|刚刚|昨天|昨日|此前|之前已`,
  String.raw`(?<!通|经)(?:了|过)(?:一?[条篇个次]|帖|视频|笔记|差评|微博|案|警)|(?<!所)有(?:人|网友|买家|用户|博主)|网友`,
  String.raw`其他(?:买家|用户|消费者|人)|别的买家|很多买家|媒体报道|据报道|据媒体|受害者|消息称|公开信息|公开资料|公开渠道`,
);

/** Denied: 我不会曝光, 请勿人肉. */
export const DENIED = anyOf(
  glued(
    String.raw`(?:不会|不想|不打算|没有|从未|无意|不曾|绝不|请勿|禁止|不得|不能|不愿|未曾|并非|不是|不准备|不应|不要|切勿|严禁|并未|拒绝|不支持|反对|避免|防止|担心|害怕|不可以|不可|不该|未说过|没说过|`,
    String.raw`没有说过)(?:要|在|有|以|再|通过|用|向|把|将|对|会|去|被|任何|采取|进行|威胁|本人|您|其|商家|对方|他人|他们|你们){0,4}[^,。!?\n]{0,6}$`,
  ),
);

/** Told of another, who wants or threatens: 卖家威胁要公布…, 卖家提出给我…. */
export const REPORTED = anyOf(
  glued(
    String.raw`(?:商家|卖家|对方|客服|他们?|她|平台|店主|店家|有人|群主|别人|网友|老板)[^,。!?;\n]{0,6}(?:威胁|扬言|恐吓|警告我|声称|要求我|提出|提议|逼我|让我|说要?|说他|称|表示|回复|答应|承诺|骂|`,
    String.raw`索要|索取|勒索|敲诈|暗示)[^。!?;\n]{0,20}$`,
  ),
);

/** The writer does not know it: 我不知道你家在哪. */
export const UNKNOWN = /(?:不|没|未)(?:知道|清楚|晓得|了解|查到)$/;
/** It came over the writer: 我遭到对方电话轰炸. */
export const SUFFERED = /(?:遭到?|遭受|受到|被(?!你|您|贵))[^,。!?;\n]{0,6}$/;

/** The form of a lawful announcement. */
export const LAWFUL = anyOf(
  String.raw`依法|依照|依据|根据(?:□|法律|相关|有关|约定|平台|《)|保留[^。!?\n]{0,30}(?:权利|权)|有权|法律途径|法律程序`,
  String.raw`法律手段|司法途径|诉诸|合法权益`,
  glued(
    String.raw`(?:本人|我方|我)?将(?:会)?(?:考虑|不得不|另行|依法|直接|继续|进一步|通过|视情况)?[^,。!?\n]{0,10}(?:向|通过)[^,。!?\n]{2,24}(?:投诉|举报|反映|报案|起诉|申诉|提起|申请|`,
    String.raw`求助|寻求|维护|报警|提交|说明|解决)`,
  ),
  String.raw`(?:会|拟|计划|考虑|可以|可)(?:考虑)?(?:依法)?向[^,。!?\n]{2,24}(?:投诉|举报|反映|报案|起诉|提起|申诉|提交|说明)`,
  String.raw`协商不成`,
);
