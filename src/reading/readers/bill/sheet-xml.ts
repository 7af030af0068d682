import { KamengError } from '../../../model/errors.ts';

/** One element (a row, a shared string) may be this long. */
const MAX_ELEMENT = 8 * 1024 * 1024;

export interface XmlElement {
  attributes: string;
  inner: string;
}

/**
 * The elements of one name in a stream of XML, one after the other, without
 * holding the whole. For the flat XML of workbooks, where they do not nest.
 * Document types and entities of one's own are never looked at.
 */
export async function* elementsOf(stream: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<XmlElement> {
  const decoder = new TextDecoder();
  const opening = new RegExp(`<(?:\\w+:)?${name}(\\s[^>]*?)?(/?)>`, 'g');
  const closing = new RegExp(`</(?:\\w+:)?${name}>`, 'g');
  let text = '';
  for await (const piece of stream) {
    text += decoder.decode(piece, { stream: true });
    let done = 0;
    for (;;) {
      opening.lastIndex = done;
      const open = opening.exec(text);
      if (!open) break;
      if (open[2] === '/') {
        done = opening.lastIndex;
        yield { attributes: open[1] ?? '', inner: '' };
        continue;
      }
      closing.lastIndex = opening.lastIndex;
      const close = closing.exec(text);
      if (!close) break;
      done = closing.lastIndex;
      yield { attributes: open[1] ?? '', inner: text.slice(opening.lastIndex, close.index) };
    }
    text = text.slice(done);
    if (text.length > MAX_ELEMENT) throw new KamengError('XLSX_DAMAGED', '这个表格文件的内容不合规范，没有读取');
  }
}

/** The value of an attribute in the text of a tag. */
export function attribute(attributes: string, name: string): string | undefined {
  const match = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return match ? unescapeXml(match[1] ?? match[2] ?? '') : undefined;
}

/** The text of `<t>` and `<v>` elements together, without reading aids (`rPh`). */
export function textOf(xml: string): string {
  const body = xml.replace(/<(?:\w+:)?rPh\b.*?<\/(?:\w+:)?rPh>/gs, '');
  return [...body.matchAll(/<(?:\w+:)?[tv](?:\s[^>]*)?>([^<]*)<\//g)].map(([, text]) => unescapeXml(text!)).join('');
}

const NAMED: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  return (
    text
      .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(lt|gt|amp|quot|apos));/gi, (whole, decimal, hex, named) => {
        if (named) return NAMED[named.toLowerCase()]!;
        const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
        return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      })
      // How workbooks write a TAB or another control character inside a cell.
      .replace(/_x([\dA-F]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
  );
}
