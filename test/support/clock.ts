/**
 * The CPU time of this process, in ms. Unlike elapsed time it does not depend on how busy the machine is; V8's work on
 * other threads (garbage collection, compiling) counts.
 */
export function worked(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
