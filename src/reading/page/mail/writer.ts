/** Who wrote a letter: the name before the address, and the address. */
export interface Writer {
  name: string;
  address: string;
}

const ADDRESS = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/;
/** Where people have their own mailbox, and anybody can. */
const FREE_MAIL = new RegExp(
  `@(?:${[
    String.raw`(?:vip\.)?(?:qq|163|126|sina|sohu|foxmail|139|189|21cn|aliyun|tom)\.(?:com|cn|net)`,
    String.raw`wo\.cn|yeah\.net|gmail\.com|googlemail\.com`,
    String.raw`(?:outlook|hotmail|live|msn|yahoo|icloud|me|mac|proton|protonmail|gmx|aol|mail)\.[a-z.]{2,6}`,
  ].join('|')})$`,
  'i',
);
/** `"Iris" <support@x.example>` by its parts. */
export function writerOf(text: string): Writer {
  const address = ADDRESS.exec(text)?.[0].toLowerCase() ?? '';
  const name = text
    .replace(/<[^<>]*>/g, ' ')
    .replace(ADDRESS, ' ')
    .replace(/["“”'‘’\s]+/g, ' ')
    .replace(/[;；,，]+$/, '')
    .trim();
  return { name, address };
}

/** Is it one that anybody may open? */
export const isFreeMail = ({ address }: Writer): boolean => FREE_MAIL.test(address);

/** What stands around the name of a shop that writes letters. */
const OFFICE = [
  String.raw`customer\s(?:support|service|care|success)`,
  String.raw`support|helpdesk|help\sdesk|help\scent(?:er|re)|help|care|service|team`,
  'sales|billing|orders?|notifications?|no-?reply|official',
].join('|');
const AROUND = new RegExp(
  [
    String.raw`^(?:the\s)?|\s*(?:[-–—|,]\s*)?\b(?:${OFFICE})\b(?:\steam)?\s*$`,
    '(?:官方|在线|售后|专属|智能)?(?:客服|服务)(?:中心|部|团队|邮箱)?$|(?:售后|系统邮件|通知)$',
  ].join('|'),
  'gi',
);
/** `Anna from Quartzplay`, `Iris at Moonlit`, `Tom (Fernway)`. */
const OF_WHOM = new RegExp(
  [
    String.raw`^[\p{L} .'-]{2,30}?\s(?:from|at|of|@|via)\s(.{2,40})$`,
    String.raw`^[\p{L} .'-]{2,30}?\s*[(（|]\s*([^()（）|]{2,40})[)）]?$`,
  ].join('|'),
  'iu',
);
/** A word that some shops have in their name, and others put behind it. */
const MAYBE = /\s(?:Store|Shop|Inc\.?|Ltd\.?|LLC|Online)$/i;

/** The shop's name out of the name before its address; its domain settles what belongs to the name. */
export function shopOfWriter({ name, address }: Writer): string | undefined {
  const whole = OF_WHOM.exec(name);
  let shop = (whole?.[1] ?? whole?.[2] ?? name).trim();
  for (let last = ''; last !== shop;) {
    last = shop;
    shop = shop.replace(AROUND, '').trim();
  }
  const host = bare(address.split('@')[1]?.split('.').slice(0, -1).join('') ?? '');
  const without = shop.replace(MAYBE, '');
  if (without !== shop && host !== '' && !host.includes(bare(shop)) && host.includes(bare(without))) shop = without;
  return shop.length >= 2 && shop.length <= 30 && /\p{L}/u.test(shop) ? shop : undefined;
}

const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** The name in the domain of a mailbox that is the shop's own: `keyharbor` of `orders@mail.keyharbor.com`. */
export function shopOfDomain(writer: Writer): string | undefined {
  if (isFreeMail(writer)) return undefined;
  const labels = (writer.address.split('@')[1] ?? '').split('.');
  const own = labels.length > 2 && /^(?:co|com|net|org)$/.test(labels.at(-2)!) ? labels.at(-3) : labels.at(-2);
  return own !== undefined && own.length >= 3 && !/\d{3}/.test(own) ? own : undefined;
}
