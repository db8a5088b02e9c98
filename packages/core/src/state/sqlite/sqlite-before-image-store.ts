import { mostBeforeImages, type BeforeImage, type BeforeImageStore } from '../before-image-store.js';
import type { SqliteSession } from './sqlite-session.js';

/** Before-images in the embedded state. */
export class SqliteBeforeImageStore implements BeforeImageStore {
  readonly #session: SqliteSession;

  constructor(session: SqliteSession) {
    this.#session = session;
  }

  async list(connection: string, family: string): Promise<readonly BeforeImage[]> {
    const rows = this.#session.all<{ content: string }>(
      'select content from before_images where connection = ? and family = ? order by sequence desc',
      connection,
      family,
    );
    return rows.map(({ content }) => JSON.parse(content) as BeforeImage);
  }

  async put(connection: string, image: BeforeImage): Promise<void> {
    const { id, family } = image;
    this.#session.transaction(() => {
      // The place of one that is there already does not change.
      this.#session.run(
        `insert into before_images (connection, family, id, content) values (?, ?, ?, ?)
         on conflict (connection, family, id) do update set content = excluded.content`,
        connection,
        family,
        id,
        JSON.stringify(image),
      );
      this.#session.run(
        `delete from before_images where connection = ? and family = ? and sequence not in (
           select sequence from before_images where connection = ? and family = ?
           order by sequence desc limit ?)`,
        connection,
        family,
        connection,
        family,
        mostBeforeImages,
      );
    });
  }

  async remove(connection: string, family: string, id: string): Promise<void> {
    this.#session.transaction(() => {
      this.#session.run(
        'delete from before_images where connection = ? and family = ? and id = ?',
        connection,
        family,
        id,
      );
    });
  }
}
