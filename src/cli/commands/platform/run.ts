import { decline, offerOf, printedQuote } from '../../../clerk/cases/offered-rules.ts';
import type { OpenCase } from '../../../clerk/cases/open-case.ts';
import { assumedPlatformRules, recordPlatformRules } from '../../../clerk/cases/platform-rules.ts';
import { KamengError, usageError } from '../../../model/errors.ts';
import { chinaDay } from '../../../model/moment.ts';
import type { PlatformRule } from '../../../model/snapshot.ts';
import { printable } from '../../../model/text.ts';
import type { Context } from '../../context.ts';
import { paint, table } from '../../views/paint.ts';
import { PLATFORM_KEYS, type PlatformArgs, type PlatformOptions } from './options.ts';

const UNITS: readonly [RegExp, NonNullable<PlatformRule['unit']>, string][] = [
  [/^(?:h|小时|个小时)$/i, 'hour', '小时'],
  [/^(?:wd|工作日|个工作日)$/i, 'workday', '个工作日'],
  [/^(?:d|天|日)$/i, 'day', '天'],
];

const unitWords = (unit: PlatformRule['unit']): string => UNITS.find(([, id]) => id === unit)?.[2] ?? '';

export async function run(context: Context, [words]: PlatformArgs, options: PlatformOptions): Promise<void> {
  const rules = words.map((word) => parseRule(word, options));
  await context.withCase((file) => {
    if (options.decline) return declineAll(context, file, rules);
    const recorded = recordPlatformRules(
      file,
      rules.map((rule) => quoted(file, rule)),
    );
    if (context.options.json) {
      context.io.json({ platformRules: recorded });
      return;
    }
    show(context, recorded);
  });
}

/** @throws KamengError OFFER_UNKNOWN before anything is declined */
function declineAll(context: Context, file: OpenCase, rules: readonly TypedRule[]): void {
  if (rules.length === 0)
    throw usageError('PLATFORM_KEY', '没有写是哪一条', '照 kameng status 里待确认的写法，后面加上 --decline');
  const offers = rules.map((rule) => {
    const offer = offerOf(file, rule);
    if (offer) return offer;
    throw new KamengError('OFFER_UNKNOWN', '没有待确认的这一条', {
      hints: ['待确认的规则在 kameng status 里，照那里的写法加上 --decline'],
    });
  });
  for (const offer of offers) decline(file, offer);
  if (context.options.json) context.io.json({ declined: offers });
  else context.io.data('记下了：这不是平台的规则，以后不再问。');
}

/** A rule as it was typed: the words of one that an exhibit prints may be left to the exhibit. */
type TypedRule = Omit<PlatformRule, 'quote'> & { quote?: string };

function quoted(file: OpenCase, { quote: typed, ...rule }: TypedRule): PlatformRule {
  const quote = typed ?? printedQuote(file, rule);
  if (quote === undefined) throw quoteMissing(`证据 ${rule.exhibit} 上没有读到这条规则，要抄下规则原文`);
  return { ...rule, quote };
}

const quoteMissing = (message: string): Error =>
  usageError(
    'QUOTE_MISSING',
    message,
    '例如：kameng platform report_window=48小时 --quote "虚拟商品请在48小时内反馈" --exhibit 5',
  );

function parseRule(word: string, { quote, clause, url, versionOn, exhibit }: PlatformOptions): TypedRule {
  const [key, value = ''] = word.split(/=(.*)/s) as [string, string?];
  if (!(key in PLATFORM_KEYS)) {
    throw usageError(
      'PLATFORM_KEY',
      `没有这一项：${key}`,
      ...Object.entries(PLATFORM_KEYS).map(([id, text]) => `${id} ${text}`),
    );
  }
  const said = quote?.trim();
  if (said === '' || (said === undefined && exhibit === undefined)) throw quoteMissing('要抄下规则原文');
  const match = /^(\d{1,4})\s*(\S+)$/.exec(value.trim());
  const unit = match && UNITS.find(([pattern]) => pattern.test(match[2]!))?.[1];
  if (key !== 'clause' && !unit)
    throw usageError('PLATFORM_VALUE', `时长写法不对：${value}`, '例如：48小时、3天、5个工作日');
  return {
    key: key as PlatformRule['key'],
    ...(said === undefined ? {} : { quote: said }),
    ...(match && unit ? { number: Number(match[1]), unit } : {}),
    ...(clause === undefined ? {} : { clause }),
    ...(url === undefined ? {} : { url }),
    ...(versionOn === undefined ? {} : { versionOn }),
    ...(exhibit === undefined ? {} : { exhibit }),
  };
}

function show(context: Context, recorded: readonly PlatformRule[]): void {
  const colors = paint(context.io.color.stdout);
  context.io.say('平台自己的规则，不是法律：');
  const rows = recorded.map((rule) => [
    `  ${PLATFORM_KEYS[rule.key]}`,
    rule.number === undefined ? '' : `${rule.number} ${unitWords(rule.unit)}`,
    `“${printable(rule.quote)}” ${colors.dim([rule.clause && `条款 ${printable(rule.clause)}`, rule.exhibit && `证据 ${rule.exhibit}`].filter(Boolean).join('，'))}`,
  ]);
  for (const line of table(rows)) context.io.data(line);
  if (recorded.length > 0) return;
  context.io.say('  还没有记录；没有记录时按常见做法估算：');
  for (const rule of assumedPlatformRules(chinaDay(context.now())))
    context.io.say(`  · ${rule.says}${colors.dim(`（${rule.id}）`)}`);
}
