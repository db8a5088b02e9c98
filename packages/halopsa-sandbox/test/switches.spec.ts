import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import {
  InvalidSwitchError,
  startSandbox,
  switchTable,
  type SwitchName,
  type Switches,
} from '../src/index.js';
import { SandboxClient } from './support/sandbox-client.js';

const names = Object.keys(switchTable) as SwitchName[];

describe('switches', () => {
  it('are listed in the README with their values, defaults and reasons', () => {
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
    const section = readme.slice(readme.indexOf('## Switches'));
    const documented = [
      ...section.matchAll(/^\| `(\w+)`\s*\| `([^`]+)`\s*\| (.+?)\s*\| (.+?)\s*\| (.+?)\s*\|$/gm),
    ].map((match) => match.slice(1).map((cell) => cell.trim()));
    const expected = names.map((name) => {
      const { default: otherwise, values, what, why } = switchTable[name];
      const kinds = { flag: '`true`, `false`', count: 'number', names: 'list of names' };
      const shown =
        typeof values === 'string' ? kinds[values] : values.map((value) => `\`${value}\``).join(', ');
      return [name, JSON.stringify(otherwise).replace(/^"|"$/g, ''), shown, what, why];
    });
    expect(documented).to.deep.equal(expected);
  });

  it('have defaults and can be set at the start', async () => {
    const client = await SandboxClient.start({ switches: { taxRounding: 'none', pageCap: 7 } });
    try {
      const { body } = await client.get('/__sandbox/switches');
      for (const name of names) {
        const chosen = { taxRounding: 'none', pageCap: 7 }[name as string];
        expect(body[name], name).to.deep.equal(chosen ?? switchTable[name].default);
      }
    } finally {
      await client.close();
    }
  });

  it('are refused at the start when they do not exist', async () => {
    const wrong = { taxRounding: 'maybe' } as unknown as Partial<Switches>;
    const error = await startSandbox({ switches: wrong }).catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(InvalidSwitchError);
    expect(String(error)).to.include('line, total, none');
  });
});
