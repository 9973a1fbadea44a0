const QUIET_MS = 1000

/**
 * Runs one step of the start. A step that takes longer than a second is shown, with the seconds counting on a terminal.
 * Shape: `work` may report how far it is (“3 / 5”).
 */
export async function withProgress<T>(
  what: string,
  work: (report: (far: string) => void) => Promise<T>,
): Promise<T> {
  const startedAt = Date.now()
  let far = ''
  let shown = false
  const seconds = () => `${Math.round((Date.now() - startedAt) / 1000)} s`
  const show = () => {
    if (process.stdout.isTTY) process.stdout.write(`\r\x1b[K  ${what} ${far} ${seconds()}`)
    else if (!shown) console.log(`  ${what} …`)
    shown = true
  }
  let ticking: NodeJS.Timeout | undefined
  const first = setTimeout(() => {
    show()
    ticking = setInterval(show, 1000)
  }, QUIET_MS)
  let mark = '✗'
  try {
    const done = await work((now) => {
      far = now
    })
    mark = '✓'
    return done
  } finally {
    clearTimeout(first)
    clearInterval(ticking)
    if (shown) console.log(`${process.stdout.isTTY ? '\r\x1b[K' : ''}  ${what} ${mark} ${seconds()}`)
  }
}
