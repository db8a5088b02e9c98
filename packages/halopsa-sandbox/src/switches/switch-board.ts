import { switchTable, type SwitchDescription, type SwitchName, type Switches } from './switch-table.js';

/** Thrown for a switch that does not exist or a value it does not know. */
export class InvalidSwitchError extends Error {
  override readonly name = 'InvalidSwitchError';
}

const names = Object.keys(switchTable) as SwitchName[];

/** The current position of every switch. */
export class SwitchBoard {
  #values: Switches;

  /** @throws {InvalidSwitchError} naming the switch and the values it takes */
  constructor(chosen: Partial<Switches> = {}) {
    this.#values = { ...defaults(), ...checked(chosen) };
  }

  get values(): Switches {
    return this.#values;
  }

  get<Name extends SwitchName>(name: Name): Switches[Name] {
    return this.#values[name];
  }

  /**
   * Changes the given switches, or none of them.
   * @throws {InvalidSwitchError} naming the switch and the values it takes
   */
  change(chosen: unknown): void {
    this.#values = { ...this.#values, ...checked(chosen) };
  }
}

function defaults(): Switches {
  return Object.fromEntries(names.map((name) => [name, switchTable[name].default])) as unknown as Switches;
}

function checked(chosen: unknown): Partial<Switches> {
  if (typeof chosen !== 'object' || chosen === null || Array.isArray(chosen)) {
    throw new InvalidSwitchError('Switches are an object of switch names and values.');
  }
  for (const [name, value] of Object.entries(chosen)) {
    const description = names.includes(name as SwitchName) ? switchTable[name as SwitchName] : undefined;
    if (!description)
      throw new InvalidSwitchError(`There is no switch "${name}". There are: ${names.join(', ')}.`);
    if (!allows(description.values, value)) {
      throw new InvalidSwitchError(`Switch "${name}" must be ${wording(description.values)}.`);
    }
  }
  return chosen;
}

function allows(values: SwitchDescription['values'], value: unknown): boolean {
  if (values === 'flag') return typeof value === 'boolean';
  if (values === 'count') return Number.isSafeInteger(value) && (value as number) >= 0;
  if (values === 'names') return Array.isArray(value) && value.every((entry) => typeof entry === 'string');
  return typeof value === 'string' && values.includes(value);
}

function wording(values: SwitchDescription['values']): string {
  if (values === 'flag') return 'true or false';
  if (values === 'count') return 'a whole number from 0';
  if (values === 'names') return 'a list of names';
  return `one of ${values.join(', ')}`;
}
