import type { AdapterOptions, OpenOptions } from './adapter-options.js';
import type { ConformanceSubject } from './conformance-subject.js';
import { within } from './within.js';

/** One run of one check: opens subjects and disposes what it opened. */
export class CheckRun {
  readonly options: AdapterOptions;
  readonly patience: number;
  readonly #opened: ConformanceSubject[] = [];

  constructor(options: AdapterOptions) {
    this.options = options;
    this.patience = options.patience ?? 5000;
  }

  async open(options: OpenOptions = { credentials: 'right' }): Promise<ConformanceSubject> {
    const subject = await this.options.open(options);
    this.#opened.push(subject);
    return subject;
  }

  /** Carries out the check, never longer than the patience lasts. */
  async carryOut(body: (run: CheckRun) => Promise<void>): Promise<void> {
    try {
      await within(this.patience, () => body(this));
    } finally {
      for (const subject of this.#opened.reverse()) await subject.dispose();
    }
  }
}
