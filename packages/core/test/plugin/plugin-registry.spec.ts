import { expect } from 'chai';
import { PluginRegistry } from '../../src/plugin/plugin-registry.js';
import { errorOf } from '../fakes/error-of.js';
import { candidateOf } from '../fakes/plugin-candidates.js';

const entry = { id: 'acme', displayName: 'Acme', settings: './settings.json' };

function manifestOf(contributes: unknown): unknown {
  return { apiVersion: 1, main: './plugin.js', contributes };
}

describe('PluginRegistry', () => {
  it('lists what plugins contribute, with the schema of their settings', () => {
    const registry = new PluginRegistry([
      candidateOf('acme'),
      candidateOf('csv', {
        manifest: manifestOf({ documentSources: [{ id: 'csv', displayName: 'CSV', extensions: ['.csv'] }] }),
      }),
    ]);
    expect(registry.diagnostics).to.deep.equal([]);
    expect(registry.list('contactManagers')).to.deep.equal([
      {
        plugin: 'acme',
        version: '1.0.0',
        id: 'acme',
        displayName: 'acme',
        settings: { type: 'object', properties: {} },
      },
    ]);
    expect(registry.list('documentSources').map(({ id, extensions }) => ({ id, extensions }))).to.deep.equal([
      { id: 'csv', extensions: ['.csv'] },
    ]);
  });

  it('takes a plugin that contributes nothing yet', () => {
    expect(
      new PluginRegistry([candidateOf('empty', { manifest: manifestOf({}) })]).diagnostics,
    ).to.deep.equal([]);
  });

  it('collects every fault of every plugin', () => {
    const { diagnostics } = new PluginRegistry([
      candidateOf('one', { manifest: { apiVersion: 2, main: 'plugin.js', contributes: {} } }),
      candidateOf('two', { manifest: undefined }),
      candidateOf('three', { manifest: manifestOf({ themes: [] }) }),
      candidateOf('four', { manifest: manifestOf({ contactManagers: [{ ...entry, id: 'A B' }] }) }),
      candidateOf('five', { files: {} }),
      candidateOf('six', {
        files: { './settings.json': { type: 'object', properties: { quote: {}, defaults: {} } } },
      }),
      candidateOf('seven', { files: { './settings.json': { type: 'object', propertis: {} } } }),
    ]);
    expect(diagnostics.map(({ plugin, path }) => `${plugin} ${path}`)).to.deep.equal([
      'one /apiVersion',
      'one /main',
      'two ',
      'three /contributes/themes',
      'four /contributes/contactManagers/0/id',
      'five /contributes/contactManagers/0/settings',
      'six /contributes/contactManagers/0/settings',
      'six /contributes/contactManagers/0/settings',
    ]);
    const texts = diagnostics.map(({ message }) => message).join('\n');
    expect(texts).to.contain('./settings.json is not there').and.to.contain('“quote” belongs to the engine');
  });

  it('refuses a settings schema that cannot be compiled', () => {
    const page = (property: unknown): unknown => ({
      type: 'object',
      properties: { account: { type: 'object', properties: { server: property } } },
    });
    for (const property of [
      { $ref: '#/definitions/none' },
      { type: 'strin' },
      { pattern: '(' },
      { lookupp: 'x' },
    ]) {
      const { diagnostics } = new PluginRegistry([
        candidateOf('acme', { files: { './settings.json': page(property) } }),
      ]);
      expect(
        diagnostics.map(({ path }) => path),
        JSON.stringify(property),
      ).to.deep.equal(['/contributes/contactManagers/0/settings']);
    }
  });

  it('refuses a settings file that holds no schema', () => {
    for (const file of [[], 'text', 5, null, true]) {
      const { diagnostics } = new PluginRegistry([
        candidateOf('acme', { files: { './settings.json': file } }),
      ]);
      expect(diagnostics, JSON.stringify(file)).to.have.length(1);
    }
  });

  it('keeps the good plugins beside a bad one', () => {
    const registry = new PluginRegistry([
      candidateOf('bad', { manifest: 5 }),
      candidateOf('good'),
      candidateOf('worse', { files: {} }),
    ]);
    expect(registry.list('contactManagers').map(({ id }) => id)).to.deep.equal(['good']);
    expect(registry.get('contactManagers', 'good').candidate.name).to.equal('good');
  });

  it('names both owners of an id, and keeps the first', () => {
    const twin = manifestOf({ contactManagers: [entry] });
    const registry = new PluginRegistry([
      candidateOf('first', { manifest: twin }),
      candidateOf('second', { manifest: twin }),
    ]);
    expect(registry.diagnostics).to.deep.equal([
      {
        plugin: 'second',
        path: '/contributes/contactManagers/0/id',
        message: '“acme” is already contributed by first',
      },
    ]);
    expect(registry.get('contactManagers', 'acme').candidate.name).to.equal('first');
  });

  it('finds an id that one plugin contributes twice', () => {
    const { diagnostics } = new PluginRegistry([
      candidateOf('twice', { manifest: manifestOf({ contactManagers: [entry, entry] }) }),
    ]);
    expect(diagnostics.map(({ path }) => path)).to.deep.equal(['/contributes/contactManagers/1/id']);
  });

  it('lets a source and a contact manager have the same id', () => {
    const both = manifestOf({
      contactManagers: [entry],
      documentSources: [{ id: 'acme', displayName: 'Acme', extensions: [] }],
    });
    expect(new PluginRegistry([candidateOf('both', { manifest: both })]).diagnostics).to.deep.equal([]);
  });

  it('names the plugins that there are, and those that could not be used, when one is not there', async () => {
    const registry = new PluginRegistry([
      candidateOf('acme'),
      candidateOf('other'),
      candidateOf('bad', { files: {} }),
    ]);
    const error = await errorOf(() => registry.get('contactManagers', 'halo'));
    expect(error.code).to.equal('settings.invalid');
    expect(error.message).to.contain('“halo”').and.to.contain('one of acme, other').and.to.contain('bad (');
    const none = await errorOf(() => new PluginRegistry([]).get('contactManagers', 'halo'));
    expect(none.message).to.contain('expected an installed plugin');
  });

  it('takes no name of JavaScript for a plugin', async () => {
    const registry = new PluginRegistry([candidateOf('acme')]);
    for (const id of ['constructor', '__proto__', 'toString'])
      expect((await errorOf(() => registry.get('contactManagers', id))).code).to.equal('settings.invalid');
  });

  it('runs no code of a plugin', () => {
    let loaded = false;
    new PluginRegistry([
      candidateOf('acme', {
        load: async () => {
          loaded = true;
          return { default: () => undefined };
        },
      }),
    ]);
    expect(loaded).to.equal(false);
  });
});
