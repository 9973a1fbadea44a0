import type { Services } from '#platform/context'
import { allBrands } from '#platform/jobs/worker'
import { cookSomething } from './cooks.ts'
import { orderSomething, saySomething } from './guests.ts'
import { isClosedDemo, liveShops } from './live-data.ts'
import { placeOf } from './place.ts'
import { rideSomewhere } from './riders.ts'

const EVERY_MS = 4_000
/** Shops of each brand that live. */
const SHOPS = 2

/**
 * One moment in the shops of the demo brands: guests order, cooks tap, riders ride, somebody says a word. Through the use cases that people use.
 * Shape: returns how much happened. A brand that is no demo, or has a channel connected to a real service, is left alone: nothing goes outside.
 */
export async function liveMoment(services: Services): Promise<number> {
  let done = 0
  for (const brandId of await allBrands(services)) {
    const shops = await services.db.inBrand(brandId, async (tx) =>
      (await isClosedDemo(tx)) ? liveShops(tx, SHOPS) : [],
    )
    for (const shop of shops) {
      const place = placeOf(services, brandId, shop)
      done += Number(await orderSomething(place))
      done += await cookSomething(place)
      done += await rideSomewhere(place)
      done += Number(await saySomething(place))
    }
  }
  return done
}

/** Lets the demo live until it is stopped (HUIYIN_DEMO=live). What goes wrong is told and tried again at the next moment. */
export function startLiveDemo(services: Services): { stop: () => Promise<void> } {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  const moment = async () => {
    await liveMoment(services).catch((error: unknown) => {
      if (!stopped) services.log.warn({ err: error }, 'a moment of the live demo failed')
    })
    if (!stopped) timer = setTimeout(next, EVERY_MS)
  }
  const next = () => {
    running = moment()
  }
  next()
  return {
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
