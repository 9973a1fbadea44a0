import { createServer } from 'node:net'

/** Of those below the ones that systems give to whoever asks for any port, so that nobody is given it meanwhile; a range for each worker. */
const FIRST = 20_000
const EACH = 1_000

/** A port on this machine that nobody has, for a program that must know it before it listens. */
export async function freePort(host: string): Promise<number> {
  const from = FIRST + EACH * Number(process.env.VITEST_POOL_ID ?? 0)
  for (;;) {
    const port = from + Math.floor(Math.random() * EACH)
    if (await isFree(port, host)) return port
  }
}

function isFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, host, () => probe.close(() => resolve(true)))
  })
}
