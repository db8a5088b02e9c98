import type { Finding } from './found-plugins.js';
import type { PluginCandidate } from '@quotebridge/core';
import { readFile } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

type Load = PluginCandidate['load'];

/** Reads a plugin's package.json and the JSON files that its manifest names. What they say is the engine's to judge. */
export async function readPlugin(name: string, folder: string): Promise<Finding> {
  const fault = (message: string): Finding => ({ diagnostic: { plugin: name, path: '', message } });
  const content = await readJson(join(folder, 'package.json'));
  if (!isObject(content)) return fault(`its package.json in ${folder} is no readable JSON`);
  const manifest = content['quotebridge'];
  if (!isObject(manifest)) return fault('its package.json has no “quotebridge” field: it is no plugin');
  const files: Record<string, unknown> = {};
  for (const path of namedFiles(manifest)) {
    // A file that is missing or no JSON stays out: the engine says so with the address in the manifest.
    const file = isInside(folder, path) ? await readJson(resolve(folder, path)) : undefined;
    if (file !== undefined) files[path] = file;
  }
  return {
    plugin: {
      name: typeof content['name'] === 'string' ? content['name'] : name,
      version: typeof content['version'] === 'string' ? content['version'] : '0.0.0',
      manifest,
      files,
      load: loader(name, folder, manifest['main']),
    },
  };
}

function loader(name: string, folder: string, main: unknown): Load {
  return async () => {
    if (typeof main !== 'string' || !isInside(folder, main)) {
      throw new Error(`the plugin ${name} names no main module in its own folder`);
    }
    return (await import(pathToFileURL(resolve(folder, main)).href)) as Awaited<ReturnType<Load>>;
  };
}

function namedFiles(manifest: Record<string, unknown>): string[] {
  const contributes = manifest['contributes'];
  if (!isObject(contributes)) return [];
  const entries = Object.values(contributes).flatMap((list: unknown): unknown[] =>
    Array.isArray(list) ? list : [],
  );
  const paths = entries.map((entry) => (isObject(entry) ? entry['settings'] : undefined));
  return paths.filter((path): path is string => typeof path === 'string');
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, resolve(folder, path));
  return way !== '' && !way.startsWith('..') && !isAbsolute(way);
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as unknown;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
