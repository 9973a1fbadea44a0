import type { Receipt } from '#contracts/channels'
import { type Ctx, contextFor } from '#platform/context'
import { AppError } from '#platform/errors'
import type { Incoming } from './decide-opening.ts'
import { openEach } from './open-tickets.ts'

type Waiting = {
  ctx: Ctx
  incoming: Incoming
  done: (receipt: Receipt) => void
  failed: (error: unknown) => void
}

const MOST_TOGETHER = 40
const TOGETHER_AT_ONCE = 2
const queues = new Map<string, { waiting: Waiting[]; running: number }>()

/**
 * Accepts one feedback. Those that arrive while a transaction of the same brand is under way are committed together in
 * the next one; an idle server waits for nobody. Each caller still gets its own answer, after the commit.
 * Errors: what checkIncoming throws, and photos that are not the sender's; when a shared transaction fails, each is tried alone.
 */
export function acceptFeedback(ctx: Ctx, incoming: Incoming): Promise<Receipt> {
  return new Promise((done, failed) => {
    const queue = queues.get(ctx.actor.brandId) ?? { waiting: [], running: 0 }
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
  void together(batch).finally(() => {
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

async function together(batch: Waiting[]): Promise<void> {
  const first = batch[0]!
  try {
    const results = await openEach(
      contextFor(first.ctx, first.ctx.actor, first.ctx),
      batch.map((w) => w.incoming),
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
    for (const w of batch) await together([w])
  }
}
