/** Milliseconds since the process began, never going back: what `performance.now()` tells, which would load `node:perf_hooks` before the first frame. */
export const monotonicMs = (): number => process.uptime() * 1000;
