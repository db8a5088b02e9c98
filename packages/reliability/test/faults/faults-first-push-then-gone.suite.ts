import { faultKinds } from '../../src/faults/fault-kind.js';
import { describeFaultMatrix } from './describe-fault-matrix.js';

await describeFaultMatrix(
  'faults-2-first-push-then-gone',
  'first push',
  faultKinds.filter(({ thenGone }) => thenGone === true),
);
