const CLOSE_MS = 15_000
/** A terminal's Ctrl-C reaches us directly and again through npm; only a later one is meant as a second. */
const ECHO_MS = 700

export type Lifetime = {
  /** Remembers how to close what is being opened; closed in reverse order at the end. */
  keep: <T>(opening: Promise<T>, close: (opened: T) => unknown) => Promise<T>
  /** True once the end has begun: no further step should be taken. */
  ending: () => boolean
  end: (code: number) => Promise<never>
}

/**
 * Holds what the process opened and closes all of it once, on a signal or at the caller's word.
 * Shape: a second signal does not wait; `force` then does the least that must be done.
 */
export function startLifetime(options: { onEnding: () => void; force: () => void }): Lifetime {
  const closers: (() => unknown)[] = []
  let opening: Promise<unknown> = Promise.resolve()
  let ended: Promise<never> | undefined
  let firstSignalAt = 0

  const end = (code: number): Promise<never> => {
    ended ??= closeAll(code)
    return ended
  }
  const closeAll = async (code: number): Promise<never> => {
    await opening
    for (const close of closers.reverse()) await closedInTime(close)
    process.exit(code)
  }
  const onSignal = () => {
    const now = Date.now()
    if (!firstSignalAt) {
      firstSignalAt = now
      options.onEnding()
      void end(0)
    } else if (now - firstSignalAt > ECHO_MS) {
      try {
        options.force()
      } finally {
        process.exit(130)
      }
    }
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal)
  // The starter (scripts/start.mjs) was killed: nobody is left to stop us.
  process.on('disconnect', onSignal)
  return {
    keep: async (promise, close) => {
      opening = promise.then(
        () => {},
        () => {},
      )
      const opened = await promise
      closers.push(() => close(opened))
      return opened
    },
    ending: () => ended !== undefined,
    end,
  }
}

async function closedInTime(close: () => unknown): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, CLOSE_MS)
  })
  try {
    await Promise.race([close(), late])
  } catch (error) {
    console.error(error)
  } finally {
    clearTimeout(timer)
  }
}
