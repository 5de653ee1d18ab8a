const NOT_STOPPED_WAIT = 300;

/**
 * Stops this process and those started with it (a launcher, npm), as the terminal's own `^Z` would, and resolves when they go on.
 * Where nobody could wake them (no job control), the signal does nothing, and it resolves after a moment.
 */
export function stopProcessGroup(): Promise<void> {
  return new Promise((resolve) => {
    // The timer also keeps the process alive: nothing else may be waited for while standard input is paused.
    const timer = setTimeout(goOn, NOT_STOPPED_WAIT);
    function goOn(): void {
      clearTimeout(timer);
      process.off('SIGCONT', goOn);
      resolve();
    }
    process.on('SIGCONT', goOn);
    process.kill(0, 'SIGTSTP');
  });
}
