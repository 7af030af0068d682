import type { Reading } from './reading.ts';

const bare = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');

/**
 * Is this the message of a talk in which the reading heard what is wrong? A refund that is asked for, or a question
 * before buying, complains of nothing.
 * @param dispute what is wrong; without it whatever was heard
 */
export function isComplaint({ fields }: Reading, message: string, dispute?: string): boolean {
  const said = bare(message);
  return fields.some(
    ({ key, value, text }) =>
      key === 'dispute' &&
      (dispute === undefined || value === dispute) &&
      bare(text) !== '' &&
      said.includes(bare(text)),
  );
}
