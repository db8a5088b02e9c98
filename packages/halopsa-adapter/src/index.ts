export { HaloContactManager } from './halo-contact-manager.js';
export { fieldProfile } from './profile/field-profile.js';
