import { setTimeout as delay } from 'node:timers/promises'
import type { PostgresProcess } from './postgres-process.ts'

type Watched = { pid: () => number; stop: () => Promise<void> }

const TRIES = 300
const BETWEEN_MS = 200
/** Processes of a killed server hold its shared memory until they end what they are at; then the next start succeeds. */
const STILL_GOING = /pre-existing shared memory block|lock file "postmaster.pid" already exists/

/**
 * Keeps one server running: when it ends without having been told to, it is started again.
 * Errors: of the first start, thrown; of a later one, given to `onLost`.
 */
export async function keepRunning(options: {
  launch: () => Promise<PostgresProcess>
  log: (line: string) => void
  onLost: (error: unknown) => void
}): Promise<Watched> {
  let stopping = false
  let server = await launchPatiently(options.launch)
  let restarting: Promise<void> = Promise.resolve()
  const watch = (watched: PostgresProcess) => {
    void watched.gone.then(() => {
      if (!stopping) restarting = restart()
    })
  }
  const restart = async () => {
    options.log('数据库意外停止，正在重新启动 · the database stopped unexpectedly; starting it again')
    try {
      server = await launchPatiently(options.launch)
      options.log('数据库已恢复 · the database is back')
      watch(server)
    } catch (error) {
      options.onLost(error)
    }
  }
  watch(server)
  return {
    pid: () => server.pid,
    stop: async () => {
      stopping = true
      await restarting
      await server.stop()
    },
  }
}

async function launchPatiently(launch: () => Promise<PostgresProcess>): Promise<PostgresProcess> {
  for (let tries = 1; ; tries++) {
    try {
      return await launch()
    } catch (error) {
      if (tries >= TRIES || !STILL_GOING.test((error as Error).message)) throw error
      await delay(BETWEEN_MS)
    }
  }
}
