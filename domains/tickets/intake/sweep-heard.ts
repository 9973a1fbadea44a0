import {
  type Bundle,
  bundleOf,
  customerContext,
  hearStored,
  hearTogether,
  waitingMessages,
} from '#domains/channels'
import type { Ctx, Services } from '#platform/context'
import { gate } from '#platform/jobs/gate'
import { type Piece, sideBySide } from '#platform/jobs/side-by-side'
import type { World } from './decide-opening.ts'
import { loadWorld } from './open-tickets.ts'
import { takeHeard } from './take-heard.ts'
import { fitsTogether, takeTogether } from './take-together.ts'

/** From so many of a brand on they are saved together; fewer are taken one by one, each looking afresh. */
const STORM = 4
const MOST_TOGETHER = 64
const TOGETHER_AT_ONCE = 2
/** In a storm roster and loads are looked at five times a second, not for each transaction. */
const WORLD_FOR_MS = 200

const hearSideBySide = sideBySide('heard', 64, { patienceMs: 100 })
const alone = gate(16)

type Hearing = {
  /** What is being read, or waits for its media. */
  inHand: Set<string>
  /** How many transactions of many messages are under way. */
  together: number
  worlds: Map<string, { world: World; until: number }>
}
const hearings = new WeakMap<Services['db'], Hearing>()

/** Reads what channels have stored: messages of one conversation after each other, many in one transaction when many wait (I3). */
export function sweepHeard(services: Services): Promise<number> {
  const hearing = hearings.get(services.db) ?? { inHand: new Set(), together: 0, worlds: new Map() }
  hearings.set(services.db, hearing)
  return hearSideBySide(services, async () => {
    const most = MOST_TOGETHER * TOGETHER_AT_ONCE + hearing.inHand.size
    const waiting = await waitingMessages(services, services.now(), most)
    const free = waiting.filter(({ id }) => !hearing.inHand.has(id))
    const pieces: Piece[] = []
    for (const [brandId, all] of Map.groupBy(free, (w) => w.brand_id)) {
      const ctx = customerContext(services, brandId, 'zh-CN')
      const ids = all.map(({ id }) => id)
      if (ids.length < STORM) pieces.push(...ids.map((id) => onePiece(ctx, hearing, id)))
      else pieces.push(...(await commonPieces(ctx, hearing, ids, pieces.length)))
    }
    return pieces
  })
}

function onePiece(ctx: Ctx, hearing: Hearing, id: string): Piece {
  const hear = () => alone(() => hearStored(ctx, id, (tx, heard) => takeHeard(tx, ctx, heard)))
  return { key: id, run: () => holding(hearing, [id], hear) }
}

/** Of many messages each, with what waits behind them in their threads. */
async function commonPieces(
  ctx: Ctx,
  hearing: Hearing,
  ids: readonly string[],
  made: number,
): Promise<Piece[]> {
  const pieces: Piece[] = []
  const room = TOGETHER_AT_ONCE - hearing.together - made
  for (let n = 0; n < room && n * MOST_TOGETHER < ids.length; n++) {
    const firsts = ids.slice(n * MOST_TOGETHER, (n + 1) * MOST_TOGETHER)
    // Before it begins: whoever waited for these inside a transaction would hold the connection that they need.
    const world = await worldOf(ctx, hearing)
    const bundle = await ctx.transaction((tx) => bundleOf(tx, ctx, firsts))
    pieces.push({ key: `together ${firsts[0]}`, run: () => hearBundle(ctx, hearing, bundle, world) })
  }
  return pieces
}

async function hearBundle(ctx: Ctx, hearing: Hearing, bundle: Bundle, world: World): Promise<void> {
  const ids = bundle.stored.map(({ id }) => id)
  hearing.together += 1
  await holding(hearing, ids, () =>
    hearTogether(
      ctx,
      bundle,
      {
        fits: fitsTogether,
        together: (tx, all) => takeTogether(tx, ctx, all, world),
        alone: (tx, one) => takeHeard(tx, ctx, one, world),
        slowly: alone,
      },
      (onTheWay) => {
        hearing.together -= 1
        for (const id of ids) if (!onTheWay.has(id)) hearing.inHand.delete(id)
      },
    ),
  )
}

async function holding<T>({ inHand }: Hearing, ids: readonly string[], work: () => Promise<T>): Promise<T> {
  for (const id of ids) inHand.add(id)
  try {
    return await work()
  } finally {
    for (const id of ids) inHand.delete(id)
  }
}

async function worldOf(ctx: Ctx, { worlds }: Hearing): Promise<World> {
  const { brandId } = ctx.actor
  const known = worlds.get(brandId)
  if (known && performance.now() < known.until) return known.world
  const world = await ctx.transaction((tx) => loadWorld(tx, ctx))
  worlds.clear()
  worlds.set(brandId, { world, until: performance.now() + WORLD_FOR_MS })
  return world
}
