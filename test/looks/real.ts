import { REAL_FEET, REAL_GOODS, REAL_TOPS } from './real-frames.ts';
import { listed } from './sealed-labels.ts';
import { VEILED } from './veiled.ts';
import type { Words } from './words.ts';

/**
 * Orders as the large malls, mini shops and places where accounts are traded set them: goods without a label in nine
 * forms, what else they sell below, the page's name in a browser's tab or as a brand beside links. To learn from; words
 * that are no part of a frame are those of `veiled`.
 */
export const REAL: Words = {
  ...VEILED,
  layouts: ['mallInfo', 'secondHand', 'groupBuy', 'infoSign', 'halfCells', 'oneSpace', 'gameTrade', 'greyBar'],
  tops: REAL_TOPS,
  goods: REAL_GOODS,
  feet: REAL_FEET,
  headers: ['%', '订单详情 - %', '我的订单_%', '% | 订单查询', '%-已买到的宝贝', '订单详情-%-安心买'],
  footers: listed(`
    © 2015-2026 % 版权所有|% · 客服热线 95500|违法举报请联系%客服|© 2026 % 粤ICP备20260001号-3|Copyright © 2026 All Rights Reserved %`),
};
