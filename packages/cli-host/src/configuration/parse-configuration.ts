import { configurationFaults } from './configuration-faults.js';
import { pointerSegments } from './json-pointer.js';
import type { Configuration, LoadedConfiguration } from './configuration.js';
import { QuotebridgeError } from '@quotebridge/core';
import { basename, dirname } from 'node:path';
import { isNode, LineCounter, parseDocument, type Document } from 'yaml';

/** YAML and JSON alike: every JSON file is YAML, and so both know the lines of their values. */
export async function parseConfiguration(text: string, path: string): Promise<LoadedConfiguration> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const broken = document.errors[0];
  if (broken !== undefined) {
    const at = `${basename(path)}:${String(lines.linePos(broken.pos[0]).line)}`;
    throw new QuotebridgeError('settings.invalid', `The configuration “${path}” is no valid YAML or JSON.`, {
      faults: [{ at, expected: firstSentence(broken.message) }],
      next: 'Correct that line.',
    });
  }
  const lineOf = (pointer: string): number | undefined => {
    const segments = pointerSegments(pointer);
    for (let length = segments.length; length >= 0; length -= 1) {
      const node: unknown = document.getIn(segments.slice(0, length), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return undefined;
  };
  const content = contentOf(document, path);
  const faults = await configurationFaults(content);
  if (faults.length > 0) {
    throw new QuotebridgeError('settings.invalid', `The configuration “${path}” is not valid.`, {
      faults,
      data: {
        file: path,
        lines: Object.fromEntries(faults.map((fault) => [fault.at, lineOf(fault.at) ?? 1])),
      },
      next: 'Correct it; `quotebridge schema configuration` prints its form.',
    });
  }
  return { path, folder: dirname(path), content: content as Configuration, lineOf };
}

/** A few aliases that stand for each other many times over would fill the memory: the reader of YAML gives up. */
function contentOf(document: Document, path: string): unknown {
  try {
    return document.toJS();
  } catch {
    throw new QuotebridgeError('settings.invalid', `The configuration “${path}” repeats itself too often.`, {
      faults: [{ at: basename(path), expected: 'few aliases (*name), none within what it stands for' }],
      next: 'Write what the aliases stand for in their places.',
    });
  }
}

function firstSentence(message: string): string {
  // The reader calls itself for each level.
  if (message.includes('call stack')) return 'fewer levels of lists and tables within each other';
  return `valid syntax: ${message.split('\n')[0] ?? message}`;
}
