import type { DocumentBlock } from '../../model/document.ts';
import { signatureLines } from '../signature.ts';
import { plainLength } from '../whole.ts';
import type { Content, TextNode } from './definition.ts';
import type { PrintableWriter } from './fonts-substitute.ts';

/** Characters of a paragraph that may be moved to the next page with the signature under it. */
const LONGEST_COMPANION = 300;

type Signature = Extract<DocumentBlock, { kind: 'signature' }>;

/** The signatures that stand in a row from a place on. */
export function signaturesFrom(blocks: readonly DocumentBlock[], from: number): Signature[] {
  const row: Signature[] = [];
  for (let i = from; blocks[i]?.kind === 'signature'; i++) row.push(blocks[i] as Signature);
  return row;
}

/** Words before a signature that go with it: a page with a signature alone proves nothing. */
export function isCompanion(block: DocumentBlock | undefined): boolean {
  if (block === undefined) return false;
  if (block.kind === 'list') return block.items.length > 0 && plainLength(block.items.at(-1)!) <= LONGEST_COMPANION;
  return (block.kind === 'paragraph' || block.kind === 'note') && plainLength(block.text) <= LONGEST_COMPANION;
}

/** The lines of the signatures, in one piece with the words before them. */
export function signaturesNode(
  signatures: readonly Signature[],
  companion: Content | undefined,
  writer: PrintableWriter,
): Content {
  const lines = signatures.flatMap((signature) => signatureLines(signature).map(writer.print, writer));
  const signed: Content = {
    stack: lines.map((text): TextNode => ({
      text,
      alignment: 'right',
      margin: [0, 0, 0, 4],
      preserveLeadingSpaces: true,
    })),
    margin: [0, 14, 0, 0],
  };
  return { stack: companion === undefined ? [signed] : [companion, signed], unbreakable: true };
}
