import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import type { AppOptions } from '../main/app.ts'
import { COMPILE_CACHE, nodeOptions } from '../scripts/node-options.mjs'

export type Served = { address: string; process: ChildProcess; stop: () => Promise<void> }

/** Starts bench/server.ts on a database, with the Node options of `npm start`, and waits until it answers. */
export async function serve(options: AppOptions): Promise<Served> {
  const child = fork(join(import.meta.dirname, 'server.ts'), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    execArgv: nodeOptions(options.role),
    env: { ...COMPILE_CACHE, ...process.env },
  })
  const { masterKey, now: _now, ...plain } = options
  child.send({ ...plain, masterKeyHex: masterKey.toString('hex') })
  const { address } = await new Promise<{ address: string }>((resolve, reject) => {
    child.once('message', (m) => resolve(m as { address: string }))
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)))
  })
  return {
    address,
    process: child,
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve())
        child.send('stop')
      }),
  }
}
