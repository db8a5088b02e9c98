import { listAt, objectAt, textOf } from '../init/plain-object.js';
import { linkedFiles } from './linked-files.js';
import { pdfName } from './pdf-name.js';
import { renderedScheme } from './planned-files.js';
import { readAttachments, refuseSameName, type AttachmentLimits } from './read-attachments.js';
import { renderDocument } from './render-document.js';
import type { Terminal } from '@quotebridge/command-line/terminal';
import {
  outlineDocument,
  type AttachmentInput,
  type JsonObject,
  type QuoteDocument,
} from '@quotebridge/core';
import type { AttachmentOptions } from '../command-line/attachment-options.js';

export interface AttachmentRequest {
  readonly document: QuoteDocument;
  /** The file that the document stands in. */
  readonly file: string;
  /** Files that the command line names. */
  readonly byHand: readonly string[];
  readonly options: AttachmentOptions;
  /** Of the connection, as the configuration has them. */
  readonly settings: JsonObject;
  readonly limits: () => Promise<AttachmentLimits>;
  readonly terminal: Terminal;
  /** Keeps the PDF and says where, for a plan that is carried out later. */
  readonly keep?: (name: string, bytes: Uint8Array) => Promise<string>;
}

/** Everything that goes to the opportunity: files by hand, files that the document links to, its PDF. */
export async function collectAttachments(request: AttachmentRequest): Promise<readonly AttachmentInput[]> {
  const { document, file, byHand, options, settings, limits, terminal } = request;
  const { documentLinks, renderPdf } = objectAt(settings, 'attachments');
  const { links = documentLinks === true, render = renderPdf === true } = options;
  const folders = listAt(objectAt(settings, 'attachments'), 'linkedFolders').map(textOf);
  const linked = links ? await linkedFiles(document, { file, folders }, terminal) : [];
  const files = await readAttachments([...byHand, ...linked], limits);
  if (!render) return files;
  const pdf = await renderedPdf(request);
  if (pdf === undefined) return files;
  refuseSameName(files, pdf.name);
  return [...files, pdf];
}

async function renderedPdf(request: AttachmentRequest): Promise<AttachmentInput | undefined> {
  const { document, settings, terminal, keep } = request;
  // The plan says the same, beside everything else that is in the way, and nothing is sent.
  if (outlineDocument(document, settings).conflicts.length > 0) return undefined;
  const { bytes } = await renderDocument(document, { settings }, terminal);
  const name = pdfName(document.number);
  return {
    name,
    mediaType: 'application/pdf',
    location: (await keep?.(name, bytes)) ?? `${renderedScheme}${name}`,
    size: bytes.length,
    open: async function* () {
      yield bytes;
    },
  };
}
