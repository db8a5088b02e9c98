import type { Clock as ClockService } from '../base/clock.js';
import type { Logger as LoggerService } from '../base/logger.js';
import type { ContactManager as ContactManagerService } from '../contract/contact-manager.js';
import type { DocumentSource as DocumentSourceService } from '../contract/document-source.js';
import type { HttpClient as HttpClientService } from '../http/http-client.js';
import type { ConnectionCache as ConnectionCacheService } from '../state/connection-cache.js';
import { token } from './token.js';

/**
 * What a plugin may ask for, and what it must bind: `contactManagerToken` by a contact manager,
 * `documentSourceToken` by a document source.
 */
export const clockToken = token<ClockService>('Clock');
export const loggerToken = token<LoggerService>('Logger');
export const httpClientToken = token<HttpClientService>('HttpClient');
export const connectionCacheToken = token<ConnectionCacheService>('ConnectionCache');
/** The validated settings of the connection, frozen; values marked `writeOnly` are `Secret`s. */
export const settingsToken = token<unknown>('Settings');
export const contactManagerToken = token<ContactManagerService>('ContactManager');
export const documentSourceToken = token<DocumentSourceService>('DocumentSource');
