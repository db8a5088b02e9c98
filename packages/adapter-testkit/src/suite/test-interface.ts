/** The part of mocha's interface that the suite uses. */
export interface TestInterface {
  describe(title: string, body: () => void): unknown;
  it(title: string, body: (this: TestContext) => Promise<void>): unknown;
}

export interface TestContext {
  /** Marks the test as skipped by raising an error of mocha's own. */
  skip(): never;
  timeout(milliseconds: number): unknown;
}
