import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { format } from 'prettier';
import { referencePage } from '../../src/reference.js';

const path = new URL('../../../../docs/mapping-rules-reference.md', import.meta.url);

describe('docs/mapping-rules-reference.md', () => {
  it('is what the code says: npm run reference', async () => {
    const options = JSON.parse(
      readFileSync(new URL('../../../../.prettierrc.json', import.meta.url), 'utf8'),
    ) as Record<string, unknown>;
    const page = await format(referencePage(), { ...options, parser: 'markdown' });
    expect(readFileSync(path, 'utf8')).to.equal(page);
  });
});
