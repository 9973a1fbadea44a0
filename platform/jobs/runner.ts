import { EventEmitter } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { Logger, type Runner, run, type TaskList, type WorkerEvents } from 'graphile-worker'
import pg from 'pg'
import type { Services } from '../context.ts'
import { freeAbandoned, type Sign, setSign } from './abandoned.ts'

const AGAIN_AFTER_MS = 1000
const LOOK_EVERY_MS = 15_000
/** Beside three jobs at a time: one connection that listens, one that holds the sign of life. */
const CONNECTIONS = 6

/**
 * Runs jobs until it is stopped. A database that goes away in the middle of a job ends the round, not the process: another
 * round begins as soon as it is back. What a round or a killed process had in hand is given back, so that it is not left until the library's four hours are over.
 * Errors: of the first round's start.
 */
export async function startRunner(
  services: Services,
  ownerUrl: string,
  tasks: TaskList,
): Promise<{ stop: () => Promise<void> }> {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: CONNECTIONS, application_name: 'huiyin-jobs' })
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  const ending = new AbortController()
  let round = await startRound(services, pool, tasks)
  const rounds = async () => {
    while (true) {
      await round.ended
      if (ending.signal.aborted) return
      services.log.error('the job runner stopped; it is started again')
      round = await startedAgain()
      if (ending.signal.aborted) await round.stop()
    }
  }
  const startedAgain = async (): Promise<Round> => {
    while (true) {
      await pause(AGAIN_AFTER_MS, undefined, { signal: ending.signal }).catch(() => {})
      if (ending.signal.aborted) return NONE
      try {
        return await startRound(services, pool, tasks)
      } catch (error) {
        services.log.warn({ err: error }, 'the job runner could not be started; it is tried again')
      }
    }
  }
  const all = rounds()
  return {
    stop: async () => {
      ending.abort()
      await round.stop()
      await all
      await pool.end()
    },
  }
}

type Round = { ended: Promise<void>; stop: () => Promise<void> }
const NONE: Round = { ended: Promise.resolve(), stop: async () => {} }

async function startRound(services: Services, pool: pg.Pool, taskList: TaskList): Promise<Round> {
  const events: WorkerEvents = new EventEmitter()
  let name = ''
  events.once('pool:create', ({ workerPool }) => {
    name = workerPool.id
  })
  const runner: Runner = await run({
    pgPool: pool,
    concurrency: 3,
    noHandleSignals: true,
    pollInterval: 1000,
    taskList,
    parsedCronItems: [],
    logger: quiet(services),
    events,
    // With a batch, however small, an end of a job that can't be written ends the round; without one it would end the process.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
  })
  const sign = await setSign(pool, name).catch(async (error: unknown) => {
    await runner.stop().catch(() => {})
    throw error
  })
  const looking = lookForAbandoned(services, pool, sign)
  const ended = runner.promise.catch(() => {}).then(() => looking.stop())
  return {
    ended,
    stop: async () => {
      // A round that has ended by itself can't be stopped once more.
      await runner.stop().catch(() => {})
      await ended
    },
  }
}

/** At once, and then from time to time; a sign that was lost with its connection is set again. */
function lookForAbandoned(services: Services, pool: pg.Pool, first: Sign) {
  const ending = new AbortController()
  const { signal } = ending
  const look = async () => {
    for (let sign = first; !signal.aborted; ) {
      try {
        if (sign.lost()) sign = await setSign(pool, sign.name)
        const freed = await freeAbandoned(pool)
        if (freed) services.log.warn({ runners: freed }, 'took over the jobs of runners that are gone')
      } catch (error) {
        services.log.warn({ err: error }, 'could not look for abandoned jobs')
      }
      await pause(LOOK_EVERY_MS, undefined, { signal }).catch(() => {})
      if (signal.aborted) sign.release()
    }
  }
  const running = look()
  return {
    stop: async () => {
      ending.abort()
      await running
    },
  }
}

/** Only what somebody has to act on: a failed job is repeated by itself, and told when it is given up. */
function quiet({ log }: Services): Logger {
  return new Logger(() => (level, message, meta) => {
    if (level === 'error') log.error({ job: meta }, message)
    if (level === 'warning') log.warn({ job: meta }, message)
  })
}
