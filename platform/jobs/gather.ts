import type { Ctx } from '../context.ts'

type Waiting<T, R> = { ctx: Ctx; one: T; done: (result: R) => void; failed: (error: unknown) => void }
type Queue<T, R> = { waiting: Waiting<T, R>[]; running: number }

/**
 * What comes while a transaction of the same brand is under way is committed together with the next one; who comes alone waits for nobody.
 * Shape: `work` answers in the order given, in a transaction of its own, by the first one's context; each caller gets its own answer, after the commit.
 * Errors: those of `work`; when it fails for several, each is tried alone.
 */
export function gatherer<T, R>(
  work: (ctx: Ctx, all: T[]) => Promise<R[]>,
  { most, atOnce }: { most: number; atOnce: number },
): (ctx: Ctx, one: T) => Promise<R> {
  const queues = new WeakMap<Ctx['db'], Map<string, Queue<T, R>>>()
  const serve = (queue: Queue<T, R>): void => {
    if (queue.running >= atOnce || !queue.waiting.length) return
    const batch = queue.waiting.splice(0, most)
    queue.running += 1
    void together(work, batch).finally(() => {
      queue.running -= 1
      serve(queue)
    })
  }
  return (ctx, one) =>
    new Promise((done, failed) => {
      const ofDatabase = queues.get(ctx.db) ?? new Map<string, Queue<T, R>>()
      queues.set(ctx.db, ofDatabase)
      const queue = ofDatabase.get(ctx.actor.brandId) ?? { waiting: [], running: 0 }
      ofDatabase.set(ctx.actor.brandId, queue)
      queue.waiting.push({ ctx, one, done, failed })
      serve(queue)
    })
}

async function together<T, R>(
  work: (ctx: Ctx, all: T[]) => Promise<R[]>,
  batch: Waiting<T, R>[],
): Promise<void> {
  const [first] = batch
  try {
    const results = await work(
      first!.ctx,
      batch.map((w) => w.one),
    )
    batch.forEach((w, n) => {
      w.done(results[n]!)
    })
  } catch (error) {
    if (batch.length === 1) return first!.failed(error)
    for (const w of batch) await together(work, [w])
  }
}
