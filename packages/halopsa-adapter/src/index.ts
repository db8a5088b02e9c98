export { HaloContactManager } from './halo-contact-manager.js';
export { featureScopes, type FeatureScopes } from './profile/feature-scopes.js';
export { fieldProfile } from './profile/field-profile.js';
