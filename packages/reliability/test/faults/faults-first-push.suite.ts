import { faultKinds } from '../../src/faults/fault-kind.js';
import { describeFaultMatrix } from './describe-fault-matrix.js';

await describeFaultMatrix(
  'faults-1-first-push',
  'first push',
  faultKinds.filter(({ thenGone }) => thenGone !== true),
);
