/**
 * Milliseconds that this process has worked. A busy machine lets it wait, and that is nobody's fault who is measured;
 * what V8 does on other threads (clearing away, compiling) counts.
 */
export function worked(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
