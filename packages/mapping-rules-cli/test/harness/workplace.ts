import { runCommand, type Ended } from './run-command.js';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A folder of its own in which the command runs. */
export class Workplace implements Disposable {
  readonly folder = mkdtempSync(join(tmpdir(), 'mapping-rules-test-'));

  async run(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> {
    return runCommand(args, { cwd: this.folder, env });
  }

  write(name: string, text: string | Uint8Array): string {
    const path = join(this.folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return name;
  }

  read(name: string): string {
    return readFileSync(join(this.folder, name), 'utf8');
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
