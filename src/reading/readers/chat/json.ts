import type { ChatMessage } from '../../../model/reading.ts';
import { type ChatFile, completeMessage } from './chat-file.ts';
import { FORMATS, isObject, list, type Json, type JsonFormat } from './json-formats.ts';
import { NUMBERED, numberedIn } from './json-numbered.ts';

/** Reads a chat exported as one JSON document; undefined when it is none that is known. */
export function readJsonChat(source: string): ChatFile | undefined {
  let file: unknown;
  try {
    file = JSON.parse(source.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
  const known = isObject(file) ? readDocument(file) : undefined;
  if (known) return known;
  const numbered = numberedIn(file);
  return numbered && collect(NUMBERED, {}, numbered, 0);
}

function readDocument(file: Json): ChatFile | undefined {
  const format = FORMATS.find((one) => one.is(file));
  return format && collect(format, file, list(file.messages), 0);
}

/** The same as lines: ChatLab's JSONL with its `_type`, or bare messages of qq-chat-exporter's chunks. */
export function readJsonLines(lines: readonly string[]): ChatFile | undefined {
  const entries: Json[] = [];
  let broken = 0;
  for (const line of lines) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    try {
      const entry: unknown = JSON.parse(line.replace(/^\ufeff/, ''));
      if (isObject(entry)) entries.push(entry);
      else broken += 1;
    } catch {
      broken += 1;
    }
  }
  const header = entries.find((entry) => entry._type === 'header');
  if (header)
    return collect(
      FORMATS[0]!,
      header,
      entries.filter((entry) => entry._type === 'message'),
      broken,
    );
  const chunk =
    entries.length > 0 &&
    entries.every((entry) => isObject(entry.sender) && 'content' in entry && 'timestamp' in entry);
  return chunk ? collect(FORMATS[1]!, {}, entries, broken) : undefined;
}

function collect(format: JsonFormat, file: Json, entries: readonly unknown[], broken: number): ChatFile {
  const messages: ChatMessage[] = [];
  for (const entry of entries) {
    const message = isObject(entry) ? format.message(entry, file) : undefined;
    if (message) messages.push(completeMessage(message));
  }
  return {
    format: format.label,
    messages,
    skipped: broken + entries.length - messages.length,
    stated: format.stated?.(file),
    peer: format.peer?.(file),
    notes: [],
  };
}
