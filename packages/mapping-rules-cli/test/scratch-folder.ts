import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder for one test, and what is in it. */
export class ScratchFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'mapping-rules-'));

  file(name: string): string {
    return join(this.path, name);
  }

  names(): readonly string[] {
    return readdirSync(this.path).sort();
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
