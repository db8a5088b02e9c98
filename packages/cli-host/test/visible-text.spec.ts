import { example, Workplace } from './harness/workplace.js';
import { expect } from 'chai';
import { readFileSync } from 'node:fs';

describe('control characters in a document', () => {
  // Control characters are what is looked for.
  // eslint-disable-next-line no-control-regex
  const raw = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

  it('reach neither a terminal nor a pipe as they are', async () => {
    await using place = await Workplace.open();
    const text = readFileSync(example('quotes.csv'), 'utf8')
      .replaceAll('Front desk and network refresh', 'Front \u001B[2J\u001B[31mdesk \u202Efdp.exe\u009B1m')
      .replaceAll('Müller & Söhne GmbH,', 'Nobody \u001B]0;x\u0007 GmbH,');
    const file = place.write('steering.csv', text);
    for (const args of [
      ['documents', 'list', file],
      ['documents', 'show', file, '--doc', 'AAAQ1001'],
      ['plan', file, '--doc', 'AAAQ1001'],
      ['push', file, '--doc', 'AAAQ1001', 'AAAQ1003', '--yes'],
      ['opportunities', 'list', '--client', '101'],
      ['push', file, '--doc', 'AAAQ1003', '--yes', '--json'],
      ['opportunities', 'list', '--client', '101', '--json'],
    ]) {
      const { stdout, stderr } = await place.run(args);
      expect(stdout + stderr, args.join(' ')).not.to.match(raw);
    }
    const plan = await place.run(['plan', file, '--doc', 'AAAQ1001'], { FORCE_COLOR: '1' });
    expect(plan.stdout).to.contain('Front ␛[2J␛[31mdesk \\u{202e}fdp.exe\\u{9b}1m');
    const list = await place.run(['opportunities', 'list', '--client', '101', '--json']);
    expect(list.stdout).to.contain('\\u009b1m');
  });
});
