import { CHANNEL_TRAITS } from '../../knowledge/built/channels.ts';
import { CHANNELS, EXTRA_DOCUMENTS, type DocumentId } from '../../model/dispute.ts';

/** `致商家`, `12315投诉书`, `起诉状`, `催办函`: what a document is called in a file name and on the screen. */
export function documentLabel(document: DocumentId): string {
  if (!(document in CHANNELS)) return EXTRA_DOCUMENTS[document as keyof typeof EXTRA_DOCUMENTS].label;
  const channel = document as keyof typeof CHANNELS;
  const paper = CHANNEL_TRAITS[channel].paper.replaceAll(' ', '');
  // 给商家的书面要求 is a letter to somebody; 起诉状 and 报案材料 are papers with a name of their own.
  if (paper.startsWith('给')) return `致${CHANNELS[channel].label.replaceAll(' ', '')}`;
  return /[投举]/.test(paper) ? `${paper}书` : paper;
}
