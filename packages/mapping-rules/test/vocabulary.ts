import type { MacroScope, Vocabulary } from '../src/index.js';

export const vocabulary: Vocabulary = {
  line: [
    'ItemType',
    'ItemTypeCode',
    'ManufacturerPartNumber',
    'InternalPartNumber',
    'CustomText01',
    'constructor',
  ],
  header: ['DocNo', 'CustomText01'],
  application: ['LoggedInUserName'],
};

export function scopeOf(line: Record<string, string>, header: Record<string, string> = {}): MacroScope {
  return { line, header, application: { LoggedInUserName: 'jane' } };
}
