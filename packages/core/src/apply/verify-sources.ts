import { sha256OfStream } from '../base/sha256-of-stream.js';
import type { QuoteDocument } from '../domain/document.js';
import { changesBetween } from '../plan/changes-between.js';
import type { PlanContext } from '../plan/plan-context.js';
import type { Plan } from '../plan/plan.js';
import { settingsHashes } from '../plan/settings-hashes.js';
import type { StaleFinding } from './stale-findings.js';

export interface PlanSources {
  /** The document as it is now; undefined: it is not looked at. */
  readonly document?: QuoteDocument | undefined;
  readonly openAttachment: (location: string) => AsyncIterable<Uint8Array>;
}

/** Document, settings and files of a plan, as they are now. Asks the PSA nothing. */
export async function verifySources(
  context: PlanContext,
  plan: Plan,
  { document, openAttachment }: PlanSources,
): Promise<readonly StaleFinding[]> {
  return [
    ...verifyDocument(plan, document),
    ...(await verifySettings(context, plan)),
    ...(await verifyFiles(plan, openAttachment)),
  ];
}

function verifyDocument(
  { document: planned }: Plan,
  now: QuoteDocument | undefined,
): readonly StaleFinding[] {
  if (now === undefined || planned.content === undefined) return [];
  const changes = changesBetween({ ...planned.content }, { ...now });
  if (changes.length === 0) return [];
  return [
    { what: `The document ${planned.number} has changed`, where: `document ${planned.number}`, changes },
  ];
}

async function verifySettings(context: PlanContext, plan: Plan): Promise<readonly StaleFinding[]> {
  const now = await settingsHashes(context);
  // A rule file may be new since then, or gone.
  const known = new Set([...Object.keys(plan.settings), ...Object.keys(now)]);
  const pages = [...known].filter((page) => plan.settings[page] !== now[page]);
  if (pages.length === 0) return [];
  const what = `The settings of the connection have changed: ${pages.join(', ')}`;
  return [{ what, where: 'settings', changes: [] }];
}

/** A push that stops at its last file has written all the rest. */
async function verifyFiles(
  { operations }: Plan,
  open: PlanSources['openAttachment'],
): Promise<readonly StaleFinding[]> {
  const findings: StaleFinding[] = [];
  for (const operation of operations) {
    if (operation.kind !== 'attachment' || operation.id !== undefined) continue;
    const { location, sha256 } = operation;
    if ((await sha256OfStream(open(location))) === sha256) continue;
    findings.push({ what: `The file ${location} has changed`, where: location, changes: [] });
  }
  return findings;
}
