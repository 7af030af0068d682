import { maskValue, standingValue, type FactKey } from '../../model/facts.ts';
import type { CaseSnapshot } from '../../model/snapshot.ts';

const person = (name: string): boolean =>
  name.length <= 4 && !/公司|商行|工作室|店|网|厂|中心|平台|旗舰|数码|科技|卡/.test(name);

/** What `--redacted` and public texts hide, on top of what no reader needs in clear. */
const REDACTED: readonly FactKey[] = [
  'orderNo',
  'tradeNo',
  'merchantOrderNo',
  'account',
  'contactPhone',
  'sellerPhone',
  'sellerWechat',
  'sellerQQ',
  'payeeAccount',
  'sellerAddress',
  'buyerPhone',
  'buyerAddress',
  'buyerIdNo',
  'recipientAddress',
];

function spacedPattern(code: string): RegExp | undefined {
  const bare = code.replace(/[^\p{L}\p{N}]/gu, '');
  if (bare.length < 4) return undefined;
  const spaced = [...bare].join('[\\s\\-_.·—－]*');
  // A short number also stands inside longer ones: only on its own is it this value.
  return new RegExp(bare.length < 10 ? `(?<![A-Za-z0-9])${spaced}(?![A-Za-z0-9])` : spaced, 'giu');
}

/** Codes that may still be worth money: the fact and whatever exhibits show. */
function openCodes(snapshot: CaseSnapshot): string[] {
  const fields = snapshot.exhibits.flatMap((exhibit) => exhibit.reading?.fields ?? []);
  const facts = snapshot.facts.cardCode;
  const all = [
    facts?.value,
    ...(facts?.candidates ?? []).map((one) => one.value),
    ...fields.filter((field) => field.key === 'cardCode').map((field) => field.value),
  ];
  return [...new Set(all.filter((code) => code !== undefined && code !== ''))] as string[];
}

/**
 * Gathers what a document must not show and gives a function that hides it in any words of the case.
 * @param clearCode the reader needs the card code and it is redeemed: leave it readable
 */
export function hiderOf(
  snapshot: CaseSnapshot,
  { redacted, clearCode }: { redacted: boolean; clearCode: boolean },
): (text: string) => string {
  const raw = (key: FactKey): string | undefined => {
    const value = standingValue(snapshot.facts, key);
    return value === 'none' ? undefined : value;
  };
  const hidden: [RegExp, string][] = [];
  if (!clearCode || redacted) {
    for (const code of openCodes(snapshot)) {
      // `卡号----密码`: either half may stand alone in a talk.
      for (const part of [code, ...code.split(/[\s|,，;；/]+|-{2,}/)]) {
        const pattern = spacedPattern(part);
        if (pattern) hidden.push([pattern, maskValue(part)]);
      }
    }
  }
  if (redacted) {
    const people = (
      ['buyerName', 'guardianName', 'sellerName', 'legalRepresentative', 'payee', 'recipientName'] as const
    )
      .map(raw)
      .filter((name) => name !== undefined && name.length >= 2 && person(name)) as string[];
    for (const name of people)
      hidden.push([
        new RegExp(name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'gu'),
        `${name[0]}${'*'.repeat(name.length - 1)}`,
      ]);
    for (const key of REDACTED) {
      const pattern = spacedPattern(raw(key) ?? '');
      if (pattern) hidden.push([pattern, maskValue(raw(key)!)]);
    }
    hidden.push([/(?<!\d)1[3-9]\d{9}(?!\d)/g, '1**********']);
  }
  return (text) => hidden.reduce((out, [pattern, mask]) => out.replace(pattern, mask), text);
}
