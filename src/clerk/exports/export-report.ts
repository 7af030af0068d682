import { basename, dirname, extname, join } from 'node:path';
import { headOf } from '../../casefile/transfer.ts';
import { deadlinesOf } from '../../law/deadlines/deadlines.ts';
import { nextSteps } from '../../law/steps/next-steps.ts';
import { showMoment } from '../../model/moment.ts';
import type { ReportInput } from '../../papers/report/input.ts';
import type { OpenCase } from '../cases/open-case.ts';
import { snapshotOf } from '../cases/snapshot.ts';
import { timelineOf } from '../cases/timeline.ts';
import type { World } from '../files/home-folder.ts';
import { ensureFolder } from '../files/folder.ts';
import { writeNew } from '../files/write.ts';
import { longHead } from '../integrity/anchor.ts';
import { sealLine } from '../integrity/seal-words.ts';
import { verifyWhole } from '../integrity/verify-case.ts';
import { documentLabel } from '../letters/document-label.ts';
import { readerOf } from './reader.ts';
import { exhibitOf } from './report-exhibits.ts';
import { factGroups } from './report-facts.ts';
import { glanceOf } from './report-glance.ts';
import { gatherPictures } from './report-pictures.ts';
import { eventsOf, farDeadlines } from './report-timeline.ts';

export interface ReportRequest {
  world: World;
  /** The file to write; it must not be there. */
  path: string;
  redacted: boolean;
  /** Bytes of all pictures together. */
  cap?: number;
  /** Exhibits drawn so far, of all. */
  progress?: (done: number, all: number) => void;
}

export interface WrittenReport {
  files: string[];
  bytes: number;
  /** Exhibits whose picture had no room. */
  leftOut: number[];
  /** What checking the case found; empty when it is whole. */
  problems: string[];
}

/** As base64 a third larger: with its words the page stays below 20 MB, which mail and chat still take. */
const CAP = 14_000_000;

/**
 * Writes the case as one HTML file for people.
 * @throws KamengError FILE_EXISTS, OUT_NOT_WRITABLE, REDACTION_MISSES
 */
export async function writeReport(file: OpenCase, request: ReportRequest): Promise<WrittenReport> {
  const { renderReport } = await import('../../papers/report/report.ts');
  const { input, leftOut } = await gatherReport(file, request);
  const html = renderReport(input);
  ensureFolder(dirname(request.path));
  const path = join(dirname(request.path), withEnding(basename(request.path)));
  writeNew(path, html);
  return { files: [path], bytes: Buffer.byteLength(html), leftOut, problems: input.integrity.problems };
}

const withEnding = (name: string): string => (/^\.html?$/i.test(extname(name)) ? name : `${name}.html`);

async function gatherReport(
  file: OpenCase,
  { world, redacted, cap = CAP, progress }: ReportRequest,
): Promise<{ input: ReportInput; leftOut: number[] }> {
  const snapshot = snapshotOf(file);
  const reader = readerOf(snapshot, { redacted });
  const deadlines = deadlinesOf(snapshot);
  const [step] = nextSteps(snapshot, { deadlines });
  const { pictures, leftOut } = await gatherPictures(file, snapshot, { world, reader, cap, progress });
  const { problems, claims, head, seals } = await verifyWhole(file, {});
  const input: ReportInput = {
    title: reader.cover(snapshot.title),
    caseId: snapshot.id,
    openedAt: snapshot.openedAt,
    writtenAt: snapshot.now,
    redacted,
    // What the buyer does next is no business of whoever gets a covered copy.
    ...(step && !redacted
      ? {
          next: {
            action: step.action,
            why: step.why,
            ...(step.due === null ? {} : { due: `${showMoment(step.due).slice(0, 16)} 前` }),
          },
        }
      : {}),
    glance: glanceOf(snapshot, reader),
    groups: [...factGroups(snapshot, reader), ...farDeadlines(snapshot, deadlines)],
    timeline: eventsOf(timelineOf(file), deadlines, snapshot, reader),
    exhibits: snapshot.exhibits.map((exhibit) => exhibitOf(exhibit, snapshot, pictures.get(exhibit.no), reader)),
    letters: snapshot.letters.map(({ no, document, writtenAt, text }) => ({
      no,
      title: documentLabel(document),
      writtenAt,
      text: reader.cover(text),
    })),
    integrity: {
      head: longHead(head ?? headOf(file)),
      claims,
      problems: problems.map(({ message }) => reader.cover(message)),
      seals: seals.map(sealLine),
    },
  };
  return { input, leftOut };
}
