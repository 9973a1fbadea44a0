import type { Receipt } from '#contracts/channels'
import { type Ctx, contextFor } from '#platform/context'
import { AppError } from '#platform/errors'
import type { Incoming, World } from './decide-opening.ts'
import { loadWorld, openEach } from './open-tickets.ts'

type Waiting = {
  ctx: Ctx
  incoming: Incoming
  done: (receipt: Receipt) => void
  failed: (error: unknown) => void
}

const MOST_TOGETHER = 40
const TOGETHER_AT_ONCE = 2
/** While it is busy a server looks at roster and loads five times a second, not for each transaction. */
const WORLD_FOR_MS = 200

type Queue = { waiting: Waiting[]; running: number; world?: { loaded: Promise<World>; until: number } }
const queues = new Map<string, Queue>()

/**
 * Accepts one feedback. Those that arrive while a transaction of the same brand is under way are committed together in
 * the next one; an idle server waits for nobody. Each caller still gets its own answer, after the commit.
 * Errors: what checkIncoming throws, and photos that are not the sender's; when a shared transaction fails, each is tried alone.
 */
export function acceptFeedback(ctx: Ctx, incoming: Incoming): Promise<Receipt> {
  return new Promise((done, failed) => {
    const queue: Queue = queues.get(ctx.actor.brandId) ?? { waiting: [], running: 0 }
    queues.set(ctx.actor.brandId, queue)
    queue.waiting.push({ ctx, incoming, done, failed })
    serve(ctx.actor.brandId)
  })
}

function serve(brandId: string): void {
  const queue = queues.get(brandId)
  if (!queue || queue.running >= TOGETHER_AT_ONCE || !queue.waiting.length) return
  const batch = takeBatch(queue.waiting)
  queue.running += 1
  void together(batch, queue).finally(() => {
    queue.running -= 1
    if (!queue.waiting.length && !queue.running) queues.delete(brandId)
    else serve(brandId)
  })
}

/** One of each message and of each actor: a repeat waits for the next transaction and finds the first one there. */
function takeBatch(waiting: Waiting[]): Waiting[] {
  const first = waiting[0]!
  const keys = new Set<string>()
  const batch = waiting.filter((w) => {
    const key = `${w.incoming.channelId} ${w.incoming.externalId}`
    if (keys.size >= MOST_TOGETHER || keys.has(key) || !sameActor(first.ctx, w.ctx)) return false
    keys.add(key)
    return true
  })
  const taken = new Set(batch)
  waiting.splice(0, waiting.length, ...waiting.filter((w) => !taken.has(w)))
  return batch
}

function sameActor(a: Ctx, b: Ctx): boolean {
  if (a.db !== b.db || a.actor.kind !== b.actor.kind) return false
  if (a.actor.kind === 'staff') return b.actor.kind === 'staff' && a.actor.staffId === b.actor.staffId
  if (a.actor.kind === 'api_key') return b.actor.kind === 'api_key' && a.actor.keyId === b.actor.keyId
  return true
}

async function together(batch: Waiting[], queue: Queue): Promise<void> {
  const first = batch[0]!
  try {
    const results = await openEach(
      contextFor(first.ctx, first.ctx.actor, first.ctx),
      batch.map((w) => w.incoming),
      await worldOf(queue, first.ctx),
    )
    batch.forEach((w, i) => {
      const result = results[i]!
      if (result instanceof AppError) w.failed(result)
      else w.done(result)
    })
  } catch (error) {
    if (batch.length === 1) return first.failed(error)
    if (!(error instanceof AppError))
      first.ctx.log.warn(
        { err: error, size: batch.length },
        'a shared transaction failed; each is tried alone',
      )
    for (const w of batch) await together([w], queue)
  }
}

/** The queue lives as long as it is busy, so an idle server looks afresh for each feedback. */
async function worldOf(queue: Queue, ctx: Ctx): Promise<World> {
  if (!queue.world || performance.now() > queue.world.until) {
    const loaded = ctx.transaction((tx) => loadWorld(tx, ctx))
    loaded.catch(() => {
      queue.world = undefined
    })
    queue.world = { loaded, until: performance.now() + WORLD_FOR_MS }
  }
  return { ...(await queue.world.loaded), now: ctx.now() }
}
