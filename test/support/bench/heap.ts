import v8 from 'node:v8';
import vm from 'node:vm';

/** The heap that this process uses after a garbage collection, in bytes. */
export function heapNow(): number {
  v8.setFlagsFromString('--expose-gc');
  const collect = vm.runInNewContext('gc') as () => void;
  collect();
  return process.memoryUsage().heapUsed;
}
