import type { FreshChat } from './fresh-chats.ts';

const MHT_PAGE =
  '<html xmlns="http://www.w3.org/1999/xhtml"><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8" /><title>QQ Message</title></head><body><table width=100% cellspacing=0><tr><td><div style=padding-left:10px;><br><b>消息记录</b></div></td></tr><tr><td><div style=padding-left:10px;>消息分组:我的好友</div></td></tr><tr><td><div style=padding-left:10px;>消息对象:墨鱼数卡</div></td></tr><tr><td><div style=padding-left:10px;>&nbsp;</div></td></tr><tr><td style=border-bottom-width:1px;border-bottom-color:#8EC3EB;border-bottom-style:solid;color:#3568BB;font-weight:bold;height:24px;line-height:24px;padding-left:10px;margin-bottom:5px;>日期: 2026-10-03</td></tr><tr><td><div style=color:#42B475;padding-left:10px;><div style=float:left;margin-right:6px;>阿远</div>14:15:22</div><div style=padding-left:20px;><font style="font-size:9pt;font-family:\'微软雅黑\',\'MS Sans Serif\',sans-serif;" color=\'000000\'>点券还是没有到账</font></div></td></tr><tr><td><div style=color:#006EFE;padding-left:10px;><div style=float:left;margin-right:6px;>墨鱼数卡</div>14:16:01</div><div style=padding-left:20px;><font style="font-size:9pt;" color=\'000000\'>明天中午前给您补上</font></div></td></tr></table></body></html>';

/**
 * More chats in the forms that programs in China export and people paste; written and labelled before a rule was read.
 * At first sight 4 of the 6 were read whole.
 */
export const SEALED_CHATS: readonly FreshChat[] = [
  {
    name: 'QQ by an exporter, as a page: bubbles with a header, own ones to one side',
    content:
      '<!DOCTYPE html><html lang="zh-CN"><head><meta charset="UTF-8"><title>墨鱼数卡 - 聊天记录</title><style>.message.self{flex-direction:row-reverse}</style></head><body><div class="container"><div class="header"><h1>墨鱼数卡</h1><div class="info-grid"><div class="info-item"><div class="info-label">导出时间</div><div class="info-value">2026-10-05 10:00:00</div></div><div class="info-item"><div class="info-label">消息总数</div><div class="info-value">3</div></div></div></div><div class="chat-content"><div class="message self" data-msgid="7001"><div class="avatar"><img src="a.png" alt="阿远"></div><div class="message-wrapper"><div class="message-header"><span class="sender">阿远</span><span class="time">2026-10-03 14:15:22</span></div><div class="message-bubble"><div class="content"><span class="text-content">卡密显示已经用过了</span></div></div></div></div><div class="message other" data-msgid="7002"><div class="avatar"><img src="b.png" alt="墨鱼数卡"></div><div class="message-wrapper"><div class="message-header"><span class="sender">墨鱼数卡</span><span class="time">2026-10-03 14:16:01</span></div><div class="message-bubble"><div class="content"><span class="text-content">您稍等我核实</span></div></div></div></div><div class="message other" data-msgid="7003"><div class="avatar"><img src="b.png" alt="墨鱼数卡"></div><div class="message-wrapper"><div class="message-header"><span class="sender">墨鱼数卡</span><span class="time">2026-10-03 14:19:40</span></div><div class="message-bubble"><div class="content"><span class="text-content">今晚八点前给您换新的</span></div></div></div></div></div></div></body></html>',
    said: [
      ['2026-10-03T14:15', 'buyer', '卡密显示已经用过了'],
      ['2026-10-03T14:16', 'other', '您稍等我核实'],
      ['2026-10-03T14:19', 'other', '今晚八点前给您换新的'],
    ],
  },
  {
    name: 'QQ for computers, .mht: the day in a row of its own, name and clock in colours',
    content: `From: <Save by Tencent MsgMgr>\r\nSubject: Tencent IM Message\r\nMIME-Version: 1.0\r\nContent-Type:multipart/related;\r\n\tcharset="utf-8"\r\n\ttype="text/html";\r\n\tboundary="----=_NextPart_20D9A_51E7.8C"\r\n\r\n------=_NextPart_20D9A_51E7.8C\r\nContent-Type: text/html\r\nContent-Transfer-Encoding:7bit\r\n\r\n${MHT_PAGE}\r\n\r\n------=_NextPart_20D9A_51E7.8C--\r\n`,
    said: [
      ['2026-10-03T14:15', '阿远', '点券还是没有到账'],
      ['2026-10-03T14:16', '墨鱼数卡', '明天中午前给您补上'],
    ],
  },
  {
    name: 'WeChat by a helper, a table: side as 0 and 1, time twice, a notice of the system',
    content:
      '﻿localId,TalkerId,Type,SubType,IsSender,CreateTime,Status,StrContent,StrTime,Remark,NickName,Sender\n11,3,10000,0,0,1791008000,4,你已添加了墨鱼数卡，现在可以开始聊天了。,2026-10-03 14:13:20,,墨鱼数卡,wxid_my\n12,3,1,0,1,1791008122,2,充值的点券没到账,2026-10-03 14:15:22,,墨鱼数卡,wxid_ay\n13,3,1,0,0,1791008161,4,"稍等哦，我问下仓库",2026-10-03 14:16:01,,墨鱼数卡,wxid_my\n14,3,1,0,0,1791008380,4,两小时内给您处理好,2026-10-03 14:19:40,,墨鱼数卡,wxid_my\n',
    said: [
      ['2026-10-03T14:15', 'buyer', '充值的点券没到账'],
      ['2026-10-03T14:16', 'other', '稍等哦，我问下仓库'],
      ['2026-10-03T14:19', 'other', '两小时内给您处理好'],
    ],
  },
  {
    name: 'Telegram as JSON, words in pieces where one is a link',
    content: JSON.stringify({
      name: '墨鱼数卡',
      type: 'personal_chat',
      id: 881200339,
      messages: [
        {
          id: 1,
          type: 'message',
          date: '2026-10-03T14:15:22',
          date_unixtime: '1791008122',
          from: '阿远',
          from_id: 'user1001',
          text: '号登不上了，说被封了',
          text_entities: [{ type: 'plain', text: '号登不上了，说被封了' }],
        },
        {
          id: 2,
          type: 'message',
          date: '2026-10-03T14:16:01',
          date_unixtime: '1791008161',
          from: '墨鱼数卡',
          from_id: 'user881200339',
          text: ['先到 ', { type: 'link', text: 'help.example' }, ' 看看'],
          text_entities: [
            { type: 'plain', text: '先到 ' },
            { type: 'link', text: 'help.example' },
            { type: 'plain', text: ' 看看' },
          ],
        },
        {
          id: 3,
          type: 'message',
          date: '2026-10-03T14:19:40',
          date_unixtime: '1791008380',
          from: '墨鱼数卡',
          from_id: 'user881200339',
          text: '不行的话后天给你换号',
          text_entities: [{ type: 'plain', text: '不行的话后天给你换号' }],
        },
      ],
    }),
    said: [
      ['2026-10-03T14:15', '阿远', '号登不上了，说被封了'],
      ['2026-10-03T14:16', '墨鱼数卡', '先到 help.example 看看'],
      ['2026-10-03T14:19', '墨鱼数卡', '不行的话后天给你换号'],
    ],
  },
  {
    name: 'WhatsApp as text: time before a dash, a second line without one',
    content:
      '2026/10/3 14:10 - 消息和通话都会进行端到端加密。对话之外的任何人都无法读取。\n2026/10/3 14:15 - 阿远: 兑换码用不了\n截图发你了\n2026/10/3 14:16 - 墨鱼数卡: 收到\n2026/10/3 14:19 - 墨鱼数卡: 明天上午给您重新发一个\n',
    said: [
      ['2026-10-03T14:15', '阿远', '兑换码用不了\n截图发你了'],
      ['2026-10-03T14:16', '墨鱼数卡', '收到'],
      ['2026-10-03T14:19', '墨鱼数卡', '明天上午给您重新发一个'],
    ],
  },
  {
    name: 'pasted from a second-hand market: name, time below it, words, a mark that it was read',
    content:
      '阿远\n2026-10-03 14:15:22\n老板，会员怎么还没开\n已读\n墨鱼数卡\n2026-10-03 14:16:01\n亲，排队中\n阿远\n2026-10-03 14:18:00\n都三个小时了\n已读\n墨鱼数卡\n2026-10-03 14:19:40\n六点前一定给您开好\n',
    said: [
      ['2026-10-03T14:15', '阿远', '老板，会员怎么还没开'],
      ['2026-10-03T14:16', '墨鱼数卡', '亲，排队中'],
      ['2026-10-03T14:18', '阿远', '都三个小时了'],
      ['2026-10-03T14:19', '墨鱼数卡', '六点前一定给您开好'],
    ],
  },
];
