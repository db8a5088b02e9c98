import { expect } from 'chai';
import { AsyncDisposables } from '../../src/base/async-disposables.js';

function disposable(work: () => void): AsyncDisposable {
  return { [Symbol.asyncDispose]: async () => work() };
}

describe('AsyncDisposables', () => {
  it('disposes what was added last first, once', async () => {
    const order: number[] = [];
    const all = new AsyncDisposables();
    for (const number of [1, 2, 3]) all.add(disposable(() => order.push(number)));
    await all[Symbol.asyncDispose]();
    await all[Symbol.asyncDispose]();
    expect(order).to.deep.equal([3, 2, 1]);
    expect(all.disposed).to.equal(true);
  });

  it('leaves out what was removed', async () => {
    const order: number[] = [];
    const all = new AsyncDisposables();
    const removed = all.add(disposable(() => order.push(1)));
    all.add(disposable(() => order.push(2)));
    all.remove(removed);
    await all[Symbol.asyncDispose]();
    expect(order).to.deep.equal([2]);
  });

  it('disposes everything although something fails, and raises what went wrong', async () => {
    const order: number[] = [];
    const failing = (number: number): AsyncDisposable =>
      disposable(() => {
        order.push(number);
        throw new Error(`error ${number}`);
      });
    const one = new AsyncDisposables();
    one.add(disposable(() => order.push(1)));
    one.add(failing(2));
    const single: unknown = await one[Symbol.asyncDispose]().catch((error: unknown) => error);
    expect(single).to.have.property('message', 'error 2');
    expect(order).to.deep.equal([2, 1]);

    const two = new AsyncDisposables();
    two.add(failing(1));
    two.add(failing(2));
    const several: unknown = await two[Symbol.asyncDispose]().catch((error: unknown) => error);
    expect(several).to.be.instanceOf(AggregateError);
    expect((several as AggregateError).errors).to.have.length(2);
  });
});
