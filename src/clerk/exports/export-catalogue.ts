import type { CaseFile } from '../../casefile/case-file.ts';
import { headOf } from '../../casefile/transfer.ts';
import { catalogueOf } from '../../letters/story/catalogue.ts';
import { countedExhibits } from '../../model/snapshot.ts';
import type { Catalogue } from '../../papers/catalogue/catalogue.ts';
import type { CatalogueInput } from '../../papers/catalogue/input.ts';
import type { RedactedCopy } from '../../papers/redact/picture-list.ts';
import { snapshotOf } from '../cases/snapshot.ts';
import { ensureFolder } from '../files/folder.ts';
import { placeIn } from '../files/names.ts';
import { writeNew } from '../files/write.ts';
import { longHead } from '../integrity/anchor.ts';
import { checkSeals } from '../integrity/seal-case.ts';
import { existedWords } from '../integrity/seal-words.ts';
import { CHANGED, partsOf, type Said } from './catalogue-parts.ts';
import { mask, privateValues } from './private-values.ts';

export interface CatalogueRequest {
  formats: readonly ('docx' | 'pdf')[];
  /** A court knows the buyer as the plaintiff, an office as the complainant. */
  reader: 'court' | 'office';
  redacted?: boolean;
}

export interface MadeCatalogue {
  /** What the catalogue is made of: names and what stands in the files. */
  outputs: [name: string, data: Uint8Array | string][];
  pageCount: number;
  problems: Catalogue['problems'];
  /** Pictures with covered parts; only with `redacted`. */
  covered: RedactedCopy[];
}

export interface WrittenCatalogue extends Omit<MadeCatalogue, 'outputs'> {
  files: string[];
}

/**
 * Writes the evidence catalogue with what stands behind it, and the SHA-256 list.
 * @throws KamengError FILE_EXISTS, OUT_NOT_WRITABLE, REDACTION_MISSES
 */
export async function writeCatalogue(
  file: CaseFile,
  request: CatalogueRequest & { folder: string },
): Promise<WrittenCatalogue> {
  const { outputs, ...made } = await makeCatalogue(file, request);
  return { files: writeAll(request.folder, outputs), ...made };
}

/** Makes it and writes nothing. @throws KamengError REDACTION_MISSES */
export async function makeCatalogue(file: CaseFile, request: CatalogueRequest): Promise<MadeCatalogue> {
  const { renderCatalogue } = await import('../../papers/catalogue/catalogue.ts');
  const { shaSums } = await import('../../papers/sha-list.ts');
  const { redactionText } = await import('../../papers/redact/picture-list.ts');
  const snapshot = snapshotOf(file);
  const hidden = request.redacted ? privateValues(snapshot) : [];
  const said: Said = { covered: [], changed: [] };
  const { covered } = said;
  const exhibits: CatalogueInput['exhibits'] = [];
  const rows = catalogueOf(snapshot, {
    redacted: request.redacted ?? false,
    buyer: request.reader === 'court' ? '原告' : '投诉人',
  });
  for (const exhibit of countedExhibits(snapshot)) {
    const name = rows.find((row) => row.no === exhibit.no)?.name ?? exhibit.file;
    const parts = await partsOf(file, snapshot, exhibit, hidden, request.redacted ?? false, said);
    exhibits.push({
      no: exhibit.no,
      name,
      file: mask(exhibit.file, hidden),
      mediaType: exhibit.mediaType,
      bytes: exhibit.bytes,
      sha256: exhibit.sha256,
      parts,
    });
  }
  const sha = snapshot.exhibits.map(({ no, file: own, bytes, sha256, takenInAt }) => ({
    no,
    file: mask(own, hidden),
    bytes,
    sha256,
    takenInAt,
  }));
  const catalogue = await renderCatalogue(request.formats, {
    title: mask(snapshot.title, hidden),
    submittedOn: snapshot.today,
    ...(request.redacted ? { redacted: true } : {}),
    ...(snapshot.facts.buyerName?.value && !request.redacted ? { submittedBy: snapshot.facts.buyerName.value } : {}),
    head: longHead(headOf(file)),
    existed: existedWords(await checkSeals(file, file.now())),
    rows: rows.map((row) => ({ ...row, source: mask(row.source, hidden), content: mask(row.content, hidden) })),
    exhibits,
    sha,
  });
  const outputs: [string, Uint8Array | string | undefined][] = [
    ['证据目录.docx', catalogue.docx],
    ['证据目录.pdf', catalogue.pdf],
    [
      'SHA256SUMS.txt',
      shaSums(snapshot.exhibits.map(({ file: own, sha256 }) => ({ file: mask(own, hidden), sha256 }))),
    ],
    ['遮盖清单.txt', covered.length > 0 ? redactionText(covered) : undefined],
  ];
  return {
    outputs: outputs.flatMap(([name, data]) => (data === undefined ? [] : [[name, data]])),
    pageCount: catalogue.pageCount,
    problems: [...said.changed.map((no) => ({ no, message: `${CHANGED}，没有打印` })), ...catalogue.problems],
    covered,
  };
}

function writeAll(folder: string, outputs: MadeCatalogue['outputs']): string[] {
  ensureFolder(folder);
  return outputs.map(([name, data]) => {
    const path = placeIn(folder, name);
    writeNew(path, data);
    return path;
  });
}
