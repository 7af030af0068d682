import { z } from 'zod';
import { DOCUMENT_SETTINGS } from '../../knowledge/built/document-settings.ts';
import { CHANNEL_IDS, DISPUTE_IDS, type DocumentId } from '../../model/dispute.ts';
import { KamengError } from '../../model/errors.ts';
import { KIND_IDS } from '../../model/evidence.ts';
import { FACT_KEYS } from '../../model/facts.ts';
import { GROUND_KEYS } from '../../law/rules/grounds.ts';

const ground = z.enum(GROUND_KEYS);

/** `template.json` of a user's own document; ours stand with their channel or under `knowledge/documents`. */
const settingsSchema = z.strictObject({
  /** Title and addressee are templates too. */
  title: z.string().min(1).max(200),
  addressee: z.string().max(200),
  /** Whom the demands are put to, and whom the text calls 贵方 or 贵平台. */
  audience: z.enum(['merchant', 'platform', 'operator', 'office', 'court']),
  /** Without these facts there is no letter. */
  required: z.array(z.enum(FACT_KEYS)),
  exhibits: z.union([z.literal('all'), z.literal('none'), z.array(z.enum(KIND_IDS as [string, ...string[]]))]),
  /** Channels whose contacts this reader should know of. */
  contacts: z.array(z.enum(CHANNEL_IDS as [string, ...string[]])),
  /** What is cited, always or by dispute. */
  laws: z.partialRecord(z.enum(['always', ...DISPUTE_IDS]), z.array(ground)),
  /** Days from the day of writing to the day the demand names. */
  replyDays: z.int().min(1).max(60),
  /** What of the buyer this reader needs. */
  buyer: z.array(z.enum(['name', 'phone', 'address', 'idNo'])),
  /** The reader needs the card code itself, once it is redeemed. */
  cardCode: z.boolean().default(false),
  /** It answers the reason that the other side gave. */
  answersExcuse: z.boolean().default(false),
  /**
   * Numbers, days, amounts, articles or quotations that the template itself states:
   * whoever wrote it answers for them. Any other in its words stops the letter.
   */
  fixed: z.array(z.string().min(1).max(60)).default([]),
  /** Always redacted: other people will read it. */
  redacted: z.boolean().default(false),
});

export type TemplateSettings = z.infer<typeof settingsSchema>;

/** The settings of a document that ships with kameng. */
export function settingsOf(document: DocumentId): TemplateSettings {
  // That they name only what exists is checked when knowledge is built.
  return { fixed: [], ...DOCUMENT_SETTINGS[document] } as TemplateSettings;
}

/**
 * Reads a `template.json`.
 * @throws KamengError TEMPLATE_INVALID with the file and the key
 */
export function readSettings(path: string, text: string): TemplateSettings {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    throw new KamengError('TEMPLATE_INVALID', `模板设置 ${path} 不是有效的 JSON`, { cause: error });
  }
  const result = settingsSchema.safeParse(data);
  if (!result.success) {
    const places = result.error.issues.map(
      (issue) => issue.path.join('.') || String((issue as { keys?: string[] }).keys ?? ''),
    );
    throw new KamengError('TEMPLATE_INVALID', `模板设置 ${path} 有错：${[...new Set(places)].join('、')}`, {
      hints: ['可用的项和例子见 docs/templates.md'],
    });
  }
  return result.data;
}
