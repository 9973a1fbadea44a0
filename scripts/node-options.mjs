import { join } from 'node:path'

const QUIET = '--disable-warning=ExperimentalWarning'

/**
 * Left to itself Node lets half a gigabyte of rubbish lie before it sweeps, because the machine is large. With these an import of 100 thousand
 * rows stays under 300 MB for the same processor time.
 */
const SMALL = ['--max-semi-space-size=8', '--initial-old-space-size=80', '--heap-growing-percent=25']

/** An answer at once matters more than 60 MB: a quarter of a busy web process's time went into sweeping, and whatever came meanwhile waited. */
const QUICK = ['--max-semi-space-size=16', '--initial-old-space-size=120', '--heap-growing-percent=70']

/**
 * How the program's Node is started, wherever it is started; nothing here limits how much may be in use.
 * Shape: `role` as HUIYIN_ROLE; a process that also works in the background (`all`, `worker`) is kept small.
 */
export function nodeOptions(role) {
  return [QUIET, ...(role === 'web' ? QUICK : SMALL)]
}

/** Where Node keeps what it has compiled: the next start takes about a third less processor time. Nothing is kept where it cannot write. */
export const COMPILE_CACHE = {
  NODE_COMPILE_CACHE: join(import.meta.dirname, '..', 'node_modules', '.cache', 'huiyin-compiled'),
}
