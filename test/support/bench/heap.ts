import v8 from 'node:v8';
import vm from 'node:vm';

/** What of this process's heap is still needed after a collection of garbage, in bytes. */
export function heapNow(): number {
  v8.setFlagsFromString('--expose-gc');
  const collect = vm.runInNewContext('gc') as () => void;
  collect();
  return process.memoryUsage().heapUsed;
}
