import { openConnection } from './open-connection.js';
import { chooseConnection } from '../configuration/choose-connection.js';
import { listAt, objectAt } from '../init/plain-object.js';
import type { CommandContext } from '../command-line/command-context.js';
import type { AttachmentLimits } from '../documents/read-attachments.js';
import type { ConfiguredSession } from './open-session.js';

/** What the connection of the command line takes as attachments, as it is set or by default. Nothing is requested. */
export async function attachmentLimits(
  session: ConfiguredSession,
  context: CommandContext,
): Promise<AttachmentLimits> {
  const { configuration } = chooseConnection(session.configuration, context.globals.connection);
  const page = objectAt(configuration.settings, 'attachments');
  const pages = objectAt(session.engine.settingsSchema(configuration.plugin), 'properties');
  const preset = objectAt(objectAt(objectAt(pages, 'attachments'), 'properties'), 'types');
  const types = 'types' in page ? listAt(page, 'types') : listAt(preset, 'default');
  const maximumBytes = await largest(session, context);
  return {
    types: types.filter((type) => typeof type === 'string'),
    ...(maximumBytes === undefined ? {} : { maximumBytes }),
  };
}

/** Undefined when it is not known, as with settings that are not complete: that is said when the files are mended. */
async function largest(session: ConfiguredSession, context: CommandContext): Promise<number | undefined> {
  try {
    await using connection = await openConnection(session, context);
    return connection.contactManager.attachments?.maximumBytes;
  } catch {
    return undefined;
  }
}
