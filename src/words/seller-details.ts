import { LABELS } from '../knowledge/built/labels.ts';
import type { FactKey } from '../model/facts.ts';

/** What an answer to “who sold it?” holds; each a fact of the case once the buyer says that it is right. */
export const SELLER_DETAILS = ['sellerName', 'sellerAddress', 'sellerPhone'] as const satisfies readonly FactKey[];
export type SellerDetail = (typeof SELLER_DETAILS)[number];
export type SellerDetails = Partial<Record<SellerDetail, string>>;

/** How people who answer in a chat call it besides the labels of pages. */
const SPOKEN: Record<SellerDetail, readonly string[]> = {
  sellerName: [
    '商家名称',
    '卖家名称',
    '店主姓名',
    '公司全称',
    '公司名',
    '营业执照名称',
    '主体',
    '主体全称',
    '经营主体',
    '店铺主体',
    '公司主体',
    '开店主体',
    '入驻主体',
    '认证主体',
  ],
  sellerAddress: ['地址', '商家地址', '卖家地址', '公司地址', '联系地址', '办公地址'],
  sellerPhone: ['电话', '联系电话', '联系方式', '手机', '手机号', '卖家电话'],
};

const escape = (word: string): string => word.replaceAll(/[()]/g, '\\$&');
const escaped = (key: SellerDetail): string =>
  [...new Set([...SPOKEN[key], ...LABELS.filter(({ means }) => means === key).flatMap(({ words }) => words)])]
    .toSorted((a, b) => b.length - a.length)
    .map(escape)
    .join('|');

/** 商家是…公司: a word that says nothing of names is enough before what can only be one. */
const A_FIRM =
  /^[^:为是]{0,8}?(?:商家|卖家|店铺|店家|公司)(?::|[为是]:?)(.{2,36}(?:公司|经营部|工作室|商行|商贸部|合作社))$/;

/** A part of an answer: `地址：…`, `该商家的公司名称为…`, and a number behind its word alone. */
const LABELLED = SELLER_DETAILS.map((key) => {
  const mark = key === 'sellerPhone' ? '[:为是]*' : '(?::|[为是]:?)';
  const shape = new RegExp(`^[^:为是]{0,8}?(?:${escaped(key)})${mark}(.{1,80})$`);
  return [key, key === 'sellerName' ? [shape, A_FIRM] : [shape]] as const;
});

/** What can stand under a label: a name of letters, a place with its number or its district, digits. */
const FITS: Record<SellerDetail, RegExp> = {
  sellerName: /^\p{Script=Han}[\p{Script=Han}A-Za-z0-9()·]{1,39}$/u,
  sellerAddress: /^(?=.{6,})(?=.*[省市区县州镇乡村路街道弄巷])(?!.*[?。]).+$/u,
  sellerPhone: /^\+?[\d\- ()]{7,20}$/,
};

const PARTS = /[,;。、\n]+|\s+(?=[\p{Script=Han}()]{2,8}:)/u;

/**
 * Who the seller is, where an answer says it with the words for it: 名称：…，地址：…，电话：….
 * Nothing is guessed of words without a label.
 * @returns `rest`: what else the answer says
 */
export function readSellerDetails(said: string): { details: SellerDetails; rest: string } {
  const details: SellerDetails = {};
  const rest: string[] = [];
  for (const part of said.normalize('NFKC').split(PARTS)) {
    const text = part.trim();
    const fits = LABELLED.flatMap(([key, shapes]) => {
      const value = shapes.map((shape) => shape.exec(text)?.[1]?.trim()).find((one) => one !== undefined);
      return value !== undefined && FITS[key].test(value) ? [[key, value] as const] : [];
    });
    for (const [key, value] of fits) details[key] ??= value;
    if (fits.length === 0) rest.push(text);
  }
  return Object.keys(details).length > 0 ? { details, rest: rest.join('，') } : { details, rest: said };
}
