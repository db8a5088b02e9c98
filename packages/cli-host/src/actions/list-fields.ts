import { withConnection } from '../session/with-connection.js';
import { listFieldsOfDocuments } from './list-document-fields.js';
import { table } from '@quotebridge/command-line/table';
import { counted } from '@quotebridge/command-line/terminal';
import { QuotebridgeError } from '@quotebridge/core';
import type { DataLinkObject, FieldDescription } from '@quotebridge/core';
import type { Action } from '../command-line/late-action.js';

interface Options {
  readonly custom?: boolean;
  readonly doc?: string;
}

export const listFields: Action<Options> = async (context, { custom, doc }, [name = '', file]) => {
  const { terminal } = context;
  if (name === 'document') return listFieldsOfDocuments(context, custom, file, doc);
  if (file !== undefined || doc !== undefined) {
    throw new QuotebridgeError(
      'usage',
      `Only \`datalink fields document\` reads a file; ${name} are of the PSA.`,
    );
  }
  const object = name as DataLinkObject;
  const all = await withConnection(context, `Reading the fields of ${object}`, ({ connection, signal }) =>
    connection.dataLinkFields(object, { signal, fresh: true }),
  );
  const fields = custom === true ? all.filter((field) => field.custom) : all;
  terminal.result({ object, fields }, (shown) => {
    const rows = shown.fields.map((field) => [field.name, field.label, typeText(field), accessText(field)]);
    const columns = [
      { title: 'field', shrinksTo: 16 },
      { title: 'as people see it', shrinksTo: 12 },
      { title: 'type', shrinksTo: 10 },
      { title: '', shrinksTo: 20 },
    ];
    return table(columns, rows, { width: terminal.width, colours: terminal.colours });
  });
  terminal.note(terminal.noteColours.dim(counted(fields.length, 'field')));
  return 0;
};

function typeText({ type, choices = [], maximumLength }: FieldDescription): string {
  if (choices.length > 0) return `${type}: ${choices.join(', ')}`;
  return maximumLength === undefined ? type : `${type}, up to ${maximumLength}`;
}

function accessText({ readable, writable, required, custom }: FieldDescription): string {
  const access = readable && writable ? 'read, write' : readable ? 'read' : 'write';
  const needed = required === false ? '' : required === true ? ', required' : ', required for some types';
  return `${access}${needed}${custom ? ', custom' : ''}`;
}
