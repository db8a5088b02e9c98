import { faultKinds } from '../../src/faults/fault-kind.js';
import { describeFaultMatrix } from './describe-fault-matrix.js';

await describeFaultMatrix('faults-3-update', 'update', faultKinds);
