import { EventEmitter } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { Logger, type Runner, run, type TaskList, type WorkerEvents } from 'graphile-worker'
import type pg from 'pg'
import type { Services } from '../context.ts'
import { giveBack, keepSign, lookForAbandoned } from './abandoned.ts'
import { jobsPool } from './pool.ts'

const AGAIN_AFTER_MS = 1000

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
  const pool = jobsPool(ownerUrl)
  const ending = new AbortController()
  let round = await startRound(services, pool, tasks)
  const rounds = async () => {
    while (true) {
      await round.ended
      if (ending.signal.aborted) return
      services.log.error('the job runner stopped; it is started again')
      round = await startedAgain(round.name)
      if (ending.signal.aborted) await round.stop()
    }
  }
  const startedAgain = async (before: string): Promise<Round> => {
    while (true) {
      await pause(AGAIN_AFTER_MS, undefined, { signal: ending.signal }).catch(() => {})
      if (ending.signal.aborted) return NONE
      try {
        await giveBack(pool, [before])
        return await startRound(services, pool, tasks)
      } catch (error) {
        services.log.warn({ err: error }, 'the job runner could not be started; it is tried again')
      }
    }
  }
  const looking = lookForAbandoned(services, pool, ending.signal)
  const all = rounds()
  return {
    stop: async () => {
      ending.abort()
      await round.stop()
      await Promise.all([all, looking])
      await pool.end()
    },
  }
}

type Round = { name: string; ended: Promise<void>; stop: () => Promise<void> }
const NONE: Round = { name: '', ended: Promise.resolve(), stop: async () => {} }

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
  const over = new AbortController()
  const sign = await keepSign(pool, name, over.signal).catch(async (error: unknown) => {
    await runner.stop().catch(() => {})
    throw error
  })
  const ended = runner.promise
    .catch(() => {})
    .then(() => {
      over.abort()
      return sign.ended
    })
  return {
    name,
    ended,
    stop: async () => {
      // A round that has ended by itself can't be stopped once more.
      await runner.stop().catch(() => {})
      await ended
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
