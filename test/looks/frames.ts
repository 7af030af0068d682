import {
  chatIn as unseenChatIn,
  failureIn as unseenFailureIn,
  topIn as unseenTopIn,
  type ChatOf,
  type FailureOf,
  type UnseenChat,
  type UnseenFailure,
  type UnseenTop,
} from './pages-unseen.ts';
import { isVeiledChat, veiledChatIn, type VeiledChat } from './veiled-chats.ts';
import { isVeiledFailure, veiledFailureIn, type VeiledFailure } from './veiled-failures.ts';
import { isRealGoods, isRealTop, realGoodsIn, realTopIn, type RealGoods, type RealTop } from './real-frames.ts';
import { goodsIn as veiledGoodsIn, isVeiledTop, veiledTopIn } from './veiled-frames.ts';
import type { GoodsOf, VeiledGoods, VeiledTop } from './veiled-frames.ts';

export type Top = RealTop | UnseenTop | VeiledTop;
export type Goods = RealGoods | VeiledGoods;
export type Chat = UnseenChat | VeiledChat;
export type FailureForm = UnseenFailure | VeiledFailure;

/** The name of a page as its app or browser shows it. @param title HTML */
export const topIn = (top: Top, title: string, size: number): string =>
  isRealTop(top)
    ? realTopIn(top, title, size)
    : isVeiledTop(top)
      ? veiledTopIn(top, title, size)
      : unseenTopIn(top, title, size);

/** What was bought, beside its picture. */
export const goodsIn = (form: Goods, of: GoodsOf, size: number): string =>
  isRealGoods(form) ? realGoodsIn(form, of, size) : veiledGoodsIn(form, of, size);

/** A chat as one of several apps shows it. */
export const chatIn = (chat: Chat, of: ChatOf, size: number): string =>
  isVeiledChat(chat) ? veiledChatIn(chat, of, size) : unseenChatIn(chat, of, size);

/** A page that says that something did not work. */
export const failureIn = (form: FailureForm, of: FailureOf, size: number): string =>
  isVeiledFailure(form) ? veiledFailureIn(form, of, size) : unseenFailureIn(form, of, size);
