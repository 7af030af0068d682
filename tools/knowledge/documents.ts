import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DocumentFile, DocumentSettings, DocumentTraits } from '../../src/knowledge/schema/document.ts';
import type { Channel } from '../../src/model/dispute.ts';
import type { ChannelFile } from '../../src/knowledge/schema/channel.ts';
import type { Dispute } from './disputes.ts';
import type { KnownLaw } from './known-law.ts';
import type { KnowledgeFile, KnowledgeSource } from './source.ts';
import type { BuiltModule } from './subject.ts';

/** A document with the file that it stands in: of its own, or a channel's. */
export interface FoundDocument {
  id: string;
  data: DocumentFile;
  file: KnowledgeFile<unknown>;
  /** Where in the file it stands. */
  place: readonly PropertyKey[];
  handedTo?: Channel;
  barredWith?: Channel;
  readAt?: Channel;
  against?: Channel[];
  asksForAnswer?: true;
  told?: DocumentTraits['told'];
  awaits?: string;
}

/** The grounds that a dispute gives to a document: its own entry, else what holds for every one. */
const groundsOf = (dispute: Dispute, document: string): readonly string[] | undefined =>
  dispute.data.laws[document] ?? dispute.data.laws['every'];

function checkTemplates(source: KnowledgeSource, documents: readonly FoundDocument[]): void {
  const letters = join(source.root, '..', 'templates', 'letters');
  for (const { id, file, place } of documents) {
    if (!existsSync(join(letters, id, 'letter.hbs')))
      source.problems.add(file.path, file.lineOf(place), `its template templates/letters/${id}/letter.hbs is missing`);
  }
  for (const name of readdirSync(letters)) {
    if (!documents.some(({ id }) => id === name))
      source.problems.add(
        join(letters, name),
        undefined,
        `no file under knowledge/channels or knowledge/documents says what it is`,
      );
  }
}

function checkGrounds(
  source: KnowledgeSource,
  documents: readonly FoundDocument[],
  disputes: readonly Dispute[],
  law: KnownLaw,
): void {
  for (const { data, file, place } of documents) {
    for (const [i, ground] of data.cites.entries()) {
      if (!law.grounds.has(ground))
        source.problems.add(file.path, file.lineOf([...place, 'cites', i]), `there is no ground of law ${ground}`);
    }
  }
  const citing = documents.filter(({ data }) => data.citesDispute).map(({ id }) => id);
  for (const dispute of disputes) {
    const note = (place: readonly PropertyKey[], message: string): void =>
      source.problems.add(dispute.path, dispute.lineOf(place), message);
    for (const [key, grounds] of Object.entries(dispute.data.laws)) {
      if (key !== 'every' && !citing.includes(key))
        note(['laws', key], `laws: no document ${key} cites the law of the dispute`);
      for (const [i, ground] of grounds.entries()) {
        if (!law.grounds.has(ground)) note(['laws', key, i], `laws: there is no ground of law ${ground}`);
      }
    }
    for (const id of citing) {
      if (!groundsOf(dispute, id)) note(['laws'], `laws: there is none for the document ${id}`);
    }
  }
}

function settingsOf(
  { id, data }: FoundDocument,
  disputes: readonly Dispute[],
  channels: readonly KnowledgeFile<ChannelFile>[],
): DocumentSettings {
  const {
    cites,
    citesDispute,
    placesLaw,
    afterRefund: _,
    brief: _b,
    namesRespondent: _n,
    handing: _h,
    demands: _d,
    ...settings
  } = data;
  const told = channels.filter((channel) => channel.data.toldIn.includes(id)).map(({ name }) => name as Channel);
  return {
    title: settings.title,
    addressee: settings.addressee,
    audience: settings.audience,
    required: settings.required,
    exhibits: settings.exhibits,
    contacts: [...new Set([...settings.contacts, ...told])],
    laws: {
      ...(cites.length > 0 ? { always: cites } : {}),
      ...(citesDispute && !placesLaw
        ? Object.fromEntries(disputes.map((dispute) => [dispute.name, groundsOf(dispute, id) ?? []]))
        : {}),
    },
    replyDays: settings.replyDays,
    buyer: settings.buyer,
    cardCode: settings.cardCode,
    answersExcuse: settings.answersExcuse,
    redacted: settings.redacted,
  };
}

function traitsOf({
  data,
  handedTo,
  barredWith,
  readAt,
  against,
  asksForAnswer,
  told,
  awaits,
}: FoundDocument): DocumentTraits {
  const { afterRefund, brief, namesRespondent, demands, handing } = data;
  return {
    afterRefund,
    brief,
    namesRespondent,
    handing,
    ...(demands ? { demands } : {}),
    ...(handedTo ? { handedTo } : {}),
    ...(barredWith ? { barredWith } : {}),
    ...(readAt ? { readAt } : {}),
    ...(against ? { against } : {}),
    ...(asksForAnswer ? { asksForAnswer } : {}),
    ...(told ? { told } : {}),
    ...(awaits ? { awaits } : {}),
  };
}

/** The documents, checked: what steps and doors ask of them, and what it takes to write them. */
export function documentModules(
  source: KnowledgeSource,
  documents: readonly FoundDocument[],
  disputes: readonly Dispute[],
  channels: readonly KnowledgeFile<ChannelFile>[],
  law: KnownLaw,
): BuiltModule[] {
  checkTemplates(source, documents);
  checkGrounds(source, documents, disputes, law);
  for (const { path, lineOf, data } of channels) {
    for (const [i, id] of data.toldIn.entries()) {
      if (!documents.some((document) => document.id === id))
        source.problems.add(path, lineOf(['toldIn', i]), `toldIn: there is no document ${id}`);
    }
  }
  const placing = documents.filter(({ data }) => data.citesDispute && data.placesLaw);
  return [
    {
      name: 'documents',
      imports: [
        "import type { DocumentId } from '../../model/dispute.ts';",
        "import type { DocumentTraits } from '../schema/document.ts';",
      ],
      exports: [
        {
          name: 'DOCUMENT_TRAITS',
          type: 'Record<DocumentId, DocumentTraits>',
          value: Object.fromEntries(documents.map((one) => [one.id, traitsOf(one)])),
        },
      ],
    },
    {
      name: 'document-settings',
      imports: [
        "import type { Dispute, DocumentId } from '../../model/dispute.ts';",
        "import type { DocumentSettings } from '../schema/document.ts';",
      ],
      exports: [
        {
          name: 'DOCUMENT_SETTINGS',
          type: 'Record<DocumentId, DocumentSettings>',
          value: Object.fromEntries(documents.map((one) => [one.id, settingsOf(one, disputes, channels)])),
        },
        {
          name: 'PLACED_LAWS',
          type: 'Partial<Record<DocumentId, Record<Dispute, readonly string[]>>>',
          value: Object.fromEntries(
            placing.map(({ id }) => [
              id,
              Object.fromEntries(disputes.map((dispute) => [dispute.name, groundsOf(dispute, id) ?? []])),
            ]),
          ),
        },
      ],
    },
  ];
}
