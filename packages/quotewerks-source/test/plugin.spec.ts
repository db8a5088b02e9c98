import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { documentSourceToken, type DocumentSource } from '@quotebridge/core/plugin';
import { expect } from 'chai';
import { Container, ContainerModule } from 'inversify';
import { JsonSource, sourceIds, WideCsvSource } from '../src/index.js';
import bindings from '../src/plugin.js';

interface Manifest {
  readonly quotebridge: {
    readonly contributes: { readonly documentSources: readonly { readonly id: string }[] };
  };
}

describe('plugin', () => {
  it('binds a source under the id of each contribution', () => {
    const container = new Container();
    container.load(new ContainerModule(bindings));
    const open = (name: string): DocumentSource => container.get(documentSourceToken, { name });
    expect(open(sourceIds.wideCsv)).to.be.instanceOf(WideCsvSource);
    expect(open(sourceIds.json)).to.be.instanceOf(JsonSource);
    expect(open(sourceIds.json)).to.equal(open(sourceIds.json));
  });

  it('contributes the same ids in its manifest', () => {
    const manifest = JSON.parse(
      readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
    ) as Manifest;
    const ids = manifest.quotebridge.contributes.documentSources.map(({ id }) => id);
    expect(ids).to.deep.equal(Object.values(sourceIds));
  });
});
