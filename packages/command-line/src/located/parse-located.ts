import { pointerSegments } from './json-pointer.js';
import { NodeFinder } from './node-finder.js';
import { parseOptions } from './parse-options.js';
import { repeatedName } from './repeated-name.js';
import { isScalar, LineCounter, parseDocument, type Node, type YAMLParseError } from 'yaml';

/** Line and column in a file, both from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** What a file of YAML or JSON holds, and where in the file each value of it stands. */
export type Located =
  | {
      readonly ok: true;
      readonly content: unknown;
      /**
       * Place of the value at a JSON pointer, or of the nearest thing around it.
       *
       * @param position within a text, counted in UTF-16 units from 0, where the file spells the text as it is
       */
      readonly placeOf: (pointer: string, position?: number) => Place;
      /** The same for the name of a value: `name` in `name: value`. */
      readonly nameOf: (pointer: string) => Place;
    }
  | {
      readonly ok: false;
      readonly place: Place;
      /** `syntax`: it is no YAML. `aliases`: values that stand for each other would fill the memory. */
      readonly fault: 'syntax' | 'aliases';
      readonly expected: string;
    };

/**
 * YAML and JSON alike: every JSON file is YAML, and so both know the places of their values. A name is the text that is
 * written: `007` is not 7. Nothing is thrown.
 */
export function parseLocated(text: string): Located {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, ...parseOptions });
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const [broken] = document.errors;
  if (broken !== undefined) {
    return { ok: false, place: at(broken.pos[0]), fault: 'syntax', expected: syntaxOf(broken) };
  }
  try {
    const repeated = repeatedName(document);
    if (repeated !== undefined) {
      return { ok: false, place: at(repeated), fault: 'syntax', expected: 'a name that is not there yet' };
    }
    const content: unknown = document.toJS();
    const nodes = new NodeFinder(document);
    return {
      ok: true,
      content,
      placeOf: (pointer, position) => {
        const { node, whole } = nodes.at(pointerSegments(pointer));
        const start = node?.range?.[0] ?? 0;
        return at(whole && node ? start + within(text, node, position) : start);
      },
      nameOf: (pointer) => {
        const segments = pointerSegments(pointer);
        return at((nodes.nameAt(segments) ?? nodes.at(segments).node)?.range?.[0] ?? 0);
      },
    };
  } catch {
    const expected = 'few aliases (*name), none within what it stands for';
    return { ok: false, place: { line: 1, column: 1 }, fault: 'aliases', expected };
  }
}

/** How far behind the start of a node a position of its text stands; 0 where quotes, escapes or folding change the text. */
function within(text: string, node: Node, position: number | undefined): number {
  if (position === undefined || !isScalar(node) || typeof node.value !== 'string' || !node.range) return 0;
  const [start, end] = node.range;
  const source = text.slice(start, end);
  const opening = source.startsWith('"') || source.startsWith("'") ? 1 : 0;
  return source.slice(opening, source.length - opening) === node.value ? opening + position : 0;
}

function syntaxOf({ code, message }: Pick<YAMLParseError, 'code' | 'message'>): string {
  if (code === 'MULTIPLE_DOCS') return 'a single document, without a line --- between two';
  // The reader calls itself for each level.
  if (message.includes('call stack')) return 'fewer levels of lists and tables within each other';
  return `valid syntax: ${message.split('\n')[0] ?? message}`;
}
