/** A message: when (to the minute, empty where the file does not say), whose, the words. */
type Said = readonly [when: string, who: string, text: string];

export interface FreshChat {
  name: string;
  content: string;
  /** `buyer` and `other` where the file shows the side, else the name. */
  said: readonly Said[];
  /** Known not to be read so. */
  misread?: true;
}

/**
 * Chats as programs in China copy and export them; drawn and labelled before a rule was read. At first sight 4 of the 9
 * were read whole; what was wrong was mended with tests of other words.
 */
export const FRESH_CHATS: readonly FreshChat[] = [
  {
    name: 'WeChat, sent by mail: the day between dashes, name and clock over the words',
    content:
      'Dear:\n\n    “阿远和鹿鸣数卡的聊天记录”如下：\n\n—————  2026-10-03  —————\n\n阿远  14:15\n\n卡密提示已被使用\n\n鹿鸣数卡  14:16\n\n亲稍等，我查一下\n\n—————  2026-10-04  —————\n\n鹿鸣数卡  09:02\n\n今天下班前给您换一张\n',
    said: [
      ['2026-10-03T14:15', '阿远', '卡密提示已被使用'],
      ['2026-10-03T14:16', '鹿鸣数卡', '亲稍等，我查一下'],
      ['2026-10-04T09:02', '鹿鸣数卡', '今天下班前给您换一张'],
    ],
  },
  {
    name: 'WeChat on a computer: names with a colon on a line of their own',
    content: '阿远:\n老板在吗\n\n鹿鸣数卡:\n在的\n\n阿远:\n点券一直没到账\n第二天了\n\n鹿鸣数卡:\n两小时内给你补上\n',
    said: [
      ['', '阿远', '老板在吗'],
      ['', '鹿鸣数卡', '在的'],
      ['', '阿远', '点券一直没到账\n第二天了'],
      ['', '鹿鸣数卡', '两小时内给你补上'],
    ],
  },
  {
    name: 'QQ as text, with its head and numbers behind the names',
    content:
      '消息记录（此消息记录为文本格式，不支持重新导入）\n\n================================================================\n消息分组:我的好友\n================================================================\n消息对象:鹿鸣数卡\n================================================================\n\n2026-10-03 14:15:22 阿远(88120033)\n卡密显示已使用\n\n2026-10-03 14:16:01 鹿鸣数卡(77004412)\n[图片]\n你截图看看\n',
    said: [
      ['2026-10-03T14:15', 'buyer', '卡密显示已使用'],
      ['2026-10-03T14:16', 'other', '[图片]\n你截图看看'],
    ],
  },
  {
    name: 'Wangwang, name and time in brackets before the words',
    content:
      'tb阿远 (2026-10-03 14:15:22):  您好，激活码无效\n鹿鸣数卡旗舰店:客服小七 (2026-10-03 14:16:40):  亲亲，麻烦提供下截图哦\n鹿鸣数卡旗舰店:客服小七 (2026-10-03 14:18:05):  48小时内给您处理好\n',
    said: [
      ['2026-10-03T14:15', 'tb阿远', '您好，激活码无效'],
      ['2026-10-03T14:16', '鹿鸣数卡旗舰店:客服小七', '亲亲，麻烦提供下截图哦'],
      ['2026-10-03T14:18', '鹿鸣数卡旗舰店:客服小七', '48小时内给您处理好'],
    ],
  },
  {
    name: 'lines with the time in square brackets and the writer as 我',
    content:
      '[2026-10-03 14:15] 我：卡密用不了\n[2026-10-03 14:16] 卖家：不可能的，刚出的码\n[2026-10-03 14:20] 我：你自己看截图\n[2026-10-03 14:31] 卖家：行，明天给你退\n',
    said: [
      ['2026-10-03T14:15', 'buyer', '卡密用不了'],
      ['2026-10-03T14:16', 'other', '不可能的，刚出的码'],
      ['2026-10-03T14:20', 'buyer', '你自己看截图'],
      ['2026-10-03T14:31', 'other', '行，明天给你退'],
    ],
  },
  {
    name: 'a page with one box a message, own ones marked by a class',
    content:
      '<!doctype html><html><head><meta charset="utf-8"><title>聊天记录</title></head><body><div class="chat"><div class="msg me"><span class="nick">阿远</span><span class="time">2026-10-03 14:15:22</span><div class="content">会员没开通</div></div><div class="msg peer"><span class="nick">鹿鸣数卡</span><span class="time">2026-10-03 14:16:01</span><div class="content">明天中午前给您开好</div></div></div></body></html>',
    said: [
      ['2026-10-03T14:15', 'buyer', '会员没开通'],
      ['2026-10-03T14:16', 'other', '明天中午前给您开好'],
    ],
  },
  {
    name: 'JSON with 0 and 1 for the side',
    content: JSON.stringify([
      { id: 1, MsgSvrID: '881200', type_name: '文本', is_sender: 1, talker: '我', msg: '号登不上了', CreateTime: '2026-10-03 14:15:22' },
      { id: 2, MsgSvrID: '881201', type_name: '文本', is_sender: 0, talker: 'wxid_lm', msg: '我问下号主', CreateTime: '2026-10-03 14:16:01' },
      { id: 3, MsgSvrID: '881202', type_name: '文本', is_sender: 0, talker: 'wxid_lm', msg: '今晚十点前给你换号', CreateTime: '2026-10-03 14:19:40' },
    ]),
    said: [
      ['2026-10-03T14:15', 'buyer', '号登不上了'],
      ['2026-10-03T14:16', 'other', '我问下号主'],
      ['2026-10-03T14:19', 'other', '今晚十点前给你换号'],
    ],
  },
  {
    name: 'a table with the sender as 0 and 1',
    content:
      'localId,TalkerId,Type,SubType,IsSender,CreateTime,Status,StrContent,StrTime,Remark,NickName,Sender\n11,3,1,0,1,1791008122,2,卡密显示已核销,2026-10-03 14:15:22,,阿远,wxid_me\n12,3,1,0,0,1791008161,3,亲请提供订单号,2026-10-03 14:16:01,,鹿鸣数卡,wxid_lm\n',
    said: [
      ['2026-10-03T14:15', 'buyer', '卡密显示已核销'],
      ['2026-10-03T14:16', 'other', '亲请提供订单号'],
    ],
  },
  {
    name: 'pasted from a shop app: name, then month and day with a clock, then the words',
    content:
      '鹿鸣数卡 客服小七\n10-03 14:15:22\n您好，请问有什么可以帮您\n阿远\n10-03 14:16:10\n充值三小时了还没到\n鹿鸣数卡 客服小七\n10-03 14:17:45\n这边帮您催一下，今天之内到账\n',
    said: [
      ['', '鹿鸣数卡 客服小七', '您好，请问有什么可以帮您'],
      ['', '阿远', '充值三小时了还没到'],
      ['', '鹿鸣数卡 客服小七', '这边帮您催一下，今天之内到账'],
    ],
  },
];
