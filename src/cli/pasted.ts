import { PassThrough } from 'node:stream';

/** What a terminal sets around a paste, once it was asked to. */
const [BEGIN, END] = ['\u001b[200~', '\u001b[201~'];
const ASK_FOR_MARKS = '\u001b[?2004h';
const NO_MORE_MARKS = '\u001b[?2004l';

type Keyboard = NodeJS.ReadableStream & { isRaw?: boolean; setRawMode?: (raw: boolean) => unknown };

/** How much of the end of a text is the beginning of a mark that is still to come; a key alone is none. */
function begun(text: string, mark: string): number {
  for (let length = Math.min(mark.length - 1, text.length); length > 2; length--)
    if (text.endsWith(mark.slice(0, length))) return length;
  return 0;
}

/**
 * Joins the lines of what is pasted into one, so that an answer copied from a chat is one answer and its second line is
 * not the answer to the next question. Lines that somebody types stay as they are.
 */
export function pasteJoiner(): (chunk: string) => string {
  let held = '';
  let pasting = false;
  return (chunk) => {
    let text = held + chunk;
    let out = '';
    for (;;) {
      const mark = pasting ? END : BEGIN;
      const at = text.indexOf(mark);
      const keep = at >= 0 ? at : text.length - begun(text, mark);
      const part = text.slice(0, keep);
      out += pasting ? part.replace(/[\r\n]+/g, ' ') : part;
      if (at < 0) {
        held = text.slice(keep);
        return out;
      }
      text = text.slice(at + mark.length);
      pasting = !pasting;
    }
  };
}

/**
 * The keyboard for one question that is answered in a line of text.
 * @param work asks; gets what stands for the keyboard meanwhile
 */
export async function withPastes<T>(
  keyboard: Keyboard,
  output: NodeJS.WritableStream,
  work: (input: NodeJS.ReadableStream) => Promise<T>,
): Promise<T> {
  const join = pasteJoiner();
  const input = Object.assign(new PassThrough(), {
    isTTY: true,
    setRawMode: (raw: boolean): unknown => keyboard.setRawMode?.(raw),
  });
  // Byte by byte: a letter may come in two pieces, the marks and the ends of lines are of one byte each.
  const onData = (chunk: Buffer | string): void =>
    void input.write(Buffer.from(join(Buffer.from(chunk as string).toString('latin1')), 'latin1'));
  keyboard.on('data', onData);
  keyboard.resume();
  output.write(ASK_FOR_MARKS);
  try {
    return await work(input);
  } finally {
    output.write(NO_MORE_MARKS);
    keyboard.removeListener('data', onData);
    keyboard.pause();
  }
}
