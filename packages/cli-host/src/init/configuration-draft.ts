import { ConfigurationChanged } from './configuration-changed.js';
import { isObject } from './plain-object.js';
import { refuseAs } from '../errors/refuse-as.js';
import { existingFolder, whileHeld, writeFileWhole } from '@quotebridge/command-line/files';
import { parseOptions } from '@quotebridge/command-line/located';
import type { StoredConnection } from '../configuration/configuration.js';
import type { JsonObject, JsonValue } from '@quotebridge/core';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Document, isCollection, isMap, isScalar, isSeq, parseDocument, Scalar, type YAMLMap } from 'yaml';

const header = ` Configuration of Quotebridge. Its form: quotebridge schema configuration
 A secret is a reference: { env: NAME }, { file: PATH } or { keyring: NAME }.`;

/** A new one is for its owner: it tells where secrets are kept, and may hold one of a sandbox. */
const ownerOnly = 0o600;

/** A configuration that is being made or changed. What is there already stays, comments included. */
export class ConfigurationDraft {
  readonly path: string;
  readonly #document: Document;
  /** What stood in the file; undefined: there was none. */
  readonly #before: string | undefined;

  private constructor(path: string, document: Document, before: string | undefined) {
    this.path = path;
    this.#document = document;
    this.#before = before;
  }

  /** The file has been found valid before, when it exists. */
  static async open(path: string): Promise<ConfigurationDraft> {
    const before = await textOfFile(path);
    if (before !== undefined)
      return new ConfigurationDraft(path, parseDocument(before, parseOptions), before);
    const document = new Document({ version: 1, connections: {} });
    document.commentBefore = header;
    return new ConfigurationDraft(path, document, undefined);
  }

  get isNew(): boolean {
    return this.#before === undefined;
  }

  content(): unknown {
    return this.#document.toJS();
  }

  /** Undefined for what is not there. */
  valueAt(path: readonly string[]): unknown {
    return this.#document.getIn(path, true);
  }

  connection(name: string): StoredConnection | undefined {
    const content = this.#document.toJS() as { connections?: Record<string, StoredConnection> };
    return content.connections?.[name];
  }

  connectionNames(): readonly string[] {
    const content = this.#document.toJS() as { connections?: JsonObject };
    return Object.keys(content.connections ?? {});
  }

  setPlugin(name: string, plugin: string): void {
    this.#document.setIn(['connections', name, 'plugin'], plugin);
    if (!this.#document.hasIn(['connections', name, 'settings'])) {
      this.#document.setIn(['connections', name, 'settings'], this.#document.createNode({}));
    }
  }

  set(name: string, path: readonly string[], value: JsonValue): void {
    const full = ['connections', name, 'settings', ...path];
    // A place that holds a plain value gives way to the object that is needed there.
    for (let length = 4; length < full.length; length += 1) {
      const node: unknown = this.#document.getIn(full.slice(0, length), true);
      if (node !== undefined && !isCollection(node)) this.#document.deleteIn(full.slice(0, length));
    }
    // A reference to a secret stands in one line; tables are easier to read with a line for each row.
    const flow = isObject(value) && Object.keys(value).length === 1;
    this.#document.setIn(full, this.#document.createNode(value, { flow }));
  }

  /** Rows of a list; undefined: there is none. */
  lengthOf(name: string, path: readonly string[]): number | undefined {
    const node: unknown = this.#document.getIn(['connections', name, 'settings', ...path], true);
    return isSeq(node) ? node.items.length : undefined;
  }

  /** Adds a value to the end of a list, which is made when it is not there. */
  append(name: string, path: readonly string[], value: JsonValue): void {
    const full = ['connections', name, 'settings', ...path];
    if (isSeq(this.#document.getIn(full, true))) this.#document.addIn(full, this.#document.createNode(value));
    else this.set(name, path, [value]);
  }

  /** Takes a setting away; what is not there stays away. */
  unset(name: string, path: readonly string[]): void {
    const full = ['connections', name, 'settings', ...path];
    if (this.#document.hasIn(full)) this.#document.deleteIn(full);
  }

  /** Writes the title of each page above it, where no comment stands yet. */
  describePages(name: string, schema: JsonObject): void {
    const settings: unknown = this.#document.getIn(['connections', name, 'settings'], true);
    const pages = schema['properties'];
    if (!isMap(settings) || !isObject(pages)) return;
    for (const [index, pair] of settings.items.entries()) {
      const key = isScalar(pair.key) ? pair.key : new Scalar(pair.key);
      const page = pages[String(key.value)];
      if (!isObject(page) || typeof page['title'] !== 'string' || standsAbove(settings, index)) continue;
      const description = typeof page['description'] === 'string' ? `: ${page['description']}` : '';
      key.commentBefore = ` ${page['title']}${description}`;
      pair.key = key;
    }
  }

  toString(): string {
    if (this.path.endsWith('.json')) return `${JSON.stringify(this.#document.toJS(), undefined, 2)}\n`;
    return this.#document.toString({ lineWidth: 0 });
  }

  /**
   * Answers false when the file says all of it already, and is left as it is.
   *
   * @throws ConfigurationChanged when the file is not what was read: what somebody else has written is not lost
   */
  async write(): Promise<boolean> {
    await existingFolder(this.path, refuseAs('usage'));
    const text = this.toString();
    if (text === this.#before) return false;
    const replace = async (): Promise<void> => {
      if ((await textOfFile(this.path)) !== this.#before) throw new ConfigurationChanged(this.path);
      await writeFileWhole(this.path, text, refuseAs('usage'), ownerOnly);
    };
    await whileHeld(this.path, replace, refuseAs('usage'));
    return true;
  }
}

async function textOfFile(path: string): Promise<string | undefined> {
  return existsSync(path) ? readFile(path, 'utf8') : undefined;
}

/** Whether a comment stands above an entry. When it is read again, it belongs to what is around it or to what is before it. */
function standsAbove(map: YAMLMap, index: number): boolean {
  const { key } = map.items[index] ?? {};
  const before = index === 0 ? map.commentBefore : lastComment(map.items[index - 1]?.value);
  return (isScalar(key) && Boolean(key.commentBefore)) || Boolean(before);
}

function lastComment(value: unknown): string | null | undefined {
  return isCollection(value) && !value.flow ? value.comment : undefined;
}
