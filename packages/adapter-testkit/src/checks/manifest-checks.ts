import { expect } from 'chai';
import type { Check, CheckGroup } from '../suite/check.js';
import type { AdapterPackage } from '../suite/adapter-package.js';
import { contactManagersOf } from './contact-managers-of.js';

export const manifestChecks: CheckGroup = {
  name: 'manifest',
  checks: [
    packageCheck('manifest.data', 'the manifest is plain data', ({ manifest, files }) => {
      for (const data of [manifest, files]) {
        expect(JSON.parse(JSON.stringify(data))).to.deep.equal(data);
      }
    }),
    packageCheck(
      'manifest.shape',
      'the manifest names interface version, main module and contact managers',
      ({ manifest }) => {
        expect(manifest).to.be.an('object').that.has.all.keys('apiVersion', 'main', 'contributes');
        expect(manifest).to.include({ apiVersion: 1 });
        expect((manifest as { main: unknown }).main, 'main').to.match(/^\.\//);
        expect(contactManagersOf(manifest), 'contactManagers').not.to.deep.equal([]);
        for (const entry of contactManagersOf(manifest)) {
          expect(entry).to.have.all.keys('id', 'displayName', 'settings');
          expect(entry.id, 'id').to.match(/^[a-z][a-z0-9-]*$/);
          expect(entry.displayName, 'displayName').to.be.a('string').that.is.not.equal('');
        }
      },
    ),
    packageCheck(
      'manifest.files',
      'each settings schema that the manifest names is there',
      ({ manifest, files }) => {
        for (const { settings } of contactManagersOf(manifest)) expect(files).to.have.property(settings);
      },
    ),
    packageCheck('manifest.main', 'the main module default-exports a bindings function', async ({ load }) => {
      expect((await load()).default).to.be.a('function');
    }),
  ],
};

/** A check of the package alone: no connection is opened. */
export function packageCheck(
  id: string,
  says: string,
  body: (adapter: AdapterPackage) => void | Promise<void>,
): Check {
  return { id, says, run: async (run) => body(run.options.package) };
}
