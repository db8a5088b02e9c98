import { faultKinds } from '../../src/faults/fault-kind.js';
import { describeFaultMatrix } from './describe-fault-matrix.js';

await describeFaultMatrix('faults-4-conversion', 'conversion', faultKinds);
