import { QuotebridgeError } from '../errors/quotebridge-error.js';
import { compileValidator } from '../settings/compile-validator.js';
import { asObject, composeSettingsSchema, reservedPages } from '../settings/settings-schema.js';
import { manifestSchema, type ExtensionPoint } from './extension-points.js';
import type {
  Diagnostic,
  PluginCandidate,
  PluginManifest,
  RegisteredContribution,
} from './plugin-manifest.js';

interface Registration {
  readonly candidate: PluginCandidate;
  readonly contribution: RegisteredContribution;
}

/**
 * Validates and indexes plugins by their manifests. No plugin code runs here. Every fault of every plugin becomes a
 * diagnostic; a plugin with a fault is left out, the others stay.
 */
export class PluginRegistry {
  readonly diagnostics: readonly Diagnostic[];
  readonly #points: Readonly<Record<ExtensionPoint, Map<string, Registration>>> = {
    contactManagers: new Map(),
    documentSources: new Map(),
  };

  constructor(candidates: readonly PluginCandidate[]) {
    const diagnostics: Diagnostic[] = [];
    const validator = compileValidator<PluginManifest>(manifestSchema);
    for (const candidate of candidates) {
      const { value, faults } = validator.validate(candidate.manifest);
      const found =
        faults.length > 0
          ? faults.map((fault) => ({ path: fault.at, message: `expected ${fault.expected}` }))
          : this.#faultsOf(candidate, value);
      if (found.length === 0) this.#register(candidate, value);
      diagnostics.push(...found.map((fault) => ({ plugin: candidate.name, ...fault })));
    }
    this.diagnostics = diagnostics;
  }

  list(point: ExtensionPoint): readonly RegisteredContribution[] {
    return [...this.#points[point].values()].map((registration) => registration.contribution);
  }

  /** @throws `settings.invalid` when no plugin contributes it */
  get(point: ExtensionPoint, id: string): Registration {
    const registration = this.#points[point].get(id);
    if (registration !== undefined) return registration;
    const known = [...this.#points[point].keys()];
    const broken = this.diagnostics.map((diagnostic) => `${diagnostic.plugin} (${diagnostic.message})`);
    throw new QuotebridgeError(
      'settings.invalid',
      `There is no plugin “${id}”: expected ${known.length === 0 ? 'an installed plugin' : `one of ${known.join(', ')}`}.` +
        (broken.length === 0 ? '' : ` These could not be used: ${broken.join('; ')}.`),
      {
        faults: [
          {
            at: '/plugin',
            value: id,
            expected: known.length === 0 ? 'an installed plugin' : known.join(', '),
          },
        ],
        next: 'Correct the name, or install the package and list it under “plugins” in the configuration.',
      },
    );
  }

  #faultsOf(
    candidate: PluginCandidate,
    manifest: PluginManifest,
  ): readonly { readonly path: string; readonly message: string }[] {
    const faults: { path: string; message: string }[] = [];
    for (const [index, entry] of (manifest.contributes.contactManagers ?? []).entries()) {
      const path = `/contributes/contactManagers/${index}`;
      const schema = candidate.files[entry.settings];
      if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) {
        faults.push({
          path: `${path}/settings`,
          message: `the file ${entry.settings} is not there or no JSON object`,
        });
        continue;
      }
      for (const page of reservedPages(asObject(schema))) {
        faults.push({ path: `${path}/settings`, message: `the page “${page}” belongs to the engine` });
      }
      try {
        compileValidator(composeSettingsSchema(asObject(schema)), '', { checkSchema: true });
      } catch (error) {
        faults.push({
          path: `${path}/settings`,
          message: `no usable JSON Schema: ${(error as Error).message}`,
        });
      }
    }
    for (const point of ['contactManagers', 'documentSources'] as const) {
      const ids = new Set<string>();
      for (const [index, { id }] of (manifest.contributes[point] ?? []).entries()) {
        const owner = ids.has(id) ? candidate.name : this.#points[point].get(id)?.candidate.name;
        ids.add(id);
        if (owner !== undefined) {
          faults.push({
            path: `/contributes/${point}/${index}/id`,
            message: `“${id}” is already contributed by ${owner}`,
          });
        }
      }
    }
    return faults;
  }

  #register(candidate: PluginCandidate, manifest: PluginManifest): void {
    const { name: plugin, version } = candidate;
    for (const { id, displayName, settings } of manifest.contributes.contactManagers ?? []) {
      const contribution = {
        plugin,
        version,
        id,
        displayName,
        settings: asObject(candidate.files[settings]),
      };
      this.#points.contactManagers.set(id, { candidate, contribution });
    }
    for (const { id, displayName, extensions } of manifest.contributes.documentSources ?? []) {
      this.#points.documentSources.set(id, {
        candidate,
        contribution: { plugin, version, id, displayName, extensions },
      });
    }
  }
}
