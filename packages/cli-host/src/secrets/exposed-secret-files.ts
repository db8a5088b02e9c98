import { isObject } from '../init/plain-object.js';
import { settingFields } from '../init/setting-field.js';
import type { CheckFinding, JsonObject, JsonValue } from '@quotebridge/core';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';

/** Everybody on this machine may read it. */
const readableByOthers = 0o004;

/** A warning for each file of a secret that others on this machine may read. Windows has no such permissions. */
export async function exposedSecretFiles(
  schema: JsonObject,
  settings: JsonObject,
  folder: string,
): Promise<readonly CheckFinding[]> {
  if (process.platform === 'win32') return [];
  const paths = settingFields(schema).flatMap(({ secret, path }) => {
    const reference = secret ? valueAt(settings, path) : undefined;
    const file = isObject(reference) ? reference['file'] : undefined;
    return typeof file === 'string' ? [resolve(folder, file)] : [];
  });
  const findings = await Promise.all(paths.map(findingOf));
  return findings.flatMap((finding) => finding ?? []);
}

async function findingOf(path: string): Promise<CheckFinding | undefined> {
  const facts = await stat(path).catch(() => undefined);
  if (facts === undefined || (facts.mode & readableByOthers) === 0) return undefined;
  return {
    level: 'warning',
    topic: 'secret file',
    message: `Everybody on this machine may read ${path}, which holds a secret.`,
    next: `Leave it to its owner: chmod 600 ${path}`,
  };
}

function valueAt(settings: JsonObject, path: readonly string[]): JsonValue | undefined {
  let place: JsonValue | undefined = settings;
  for (const step of path) place = isObject(place) ? place[step] : undefined;
  return place;
}
