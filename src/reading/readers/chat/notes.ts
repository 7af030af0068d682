import type { ChatMessage } from '../../../model/reading.ts';
import { OF_CHAT } from '../../page/names.ts';

/** What the program wrote below a message, as a message of its own: nobody said it, and it may say who is gone. */
export function withNotesApart(messages: readonly ChatMessage[]): ChatMessage[] {
  return messages.flatMap((message) => {
    if (message.side === 'system' || !message.text.includes('\n')) return [message];
    const lines = message.text.split('\n');
    const isNote = (line: string): boolean => line.trim() === '' || OF_CHAT.test(line.trim());
    const said = lines.findLastIndex((line) => !isNote(line)) + 1;
    const notes = lines.slice(Math.max(said, 1)).filter((line) => line.trim() !== '');
    if (notes.length === 0) return [message];
    const { sender: _, ...rest } = message;
    return [
      { ...message, text: lines.slice(0, Math.max(said, 1)).join('\n').trim() },
      ...notes.map((text): ChatMessage => ({ ...rest, side: 'system', text: text.trim() })),
    ];
  });
}
