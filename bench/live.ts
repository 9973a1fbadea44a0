import { Agent, get as httpGet } from 'node:http'
import { openApp } from '../main/app.ts'
import { post } from './accept.ts'
import type { BenchCluster } from './cluster.ts'
import { percentiles } from './measure.ts'
import { signIn } from './read.ts'
import { serve } from './serve.ts'
import { benchText } from './texts.ts'
import { makeWorld } from './world.ts'

const STREAMS = 1000
const EVENTS = 100

/** (c) From the commit of a feedback to the browser, with 1,000 open streams that all may see it. */
export async function measureLive(cluster: BenchCluster) {
  const options = await cluster.database('live')
  const app = await openApp({ ...options, role: 'web' })
  const world = await makeWorld(app.services)
  await app.close()
  const served = await serve(options)
  const cookie = await signIn(served.address, world.login)
  const took: number[] = []
  let heard = 0
  const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY })
  const open = await Promise.all(
    Array.from({ length: STREAMS }, () =>
      openStream(new URL('/api/live', served.address), agent, cookie, (at) => {
        took.push(Date.now() - at)
        heard += 1
      }),
    ),
  )
  const sender = new Agent({ keepAlive: true, maxSockets: 1 })
  for (let n = 0; n < EVENTS; n++) {
    await post(sender, new URL('/api/v1/feedback', served.address), world.apiKey, {
      content: benchText(n),
      stars: 3,
      shopCode: 'B1',
    })
    const want = (n + 1) * STREAMS
    const until = performance.now() + 5000
    while (heard < want && performance.now() < until) await new Promise((r) => setImmediate(r))
  }
  for (const close of open) close()
  agent.destroy()
  sender.destroy()
  await served.stop()
  return { streams: STREAMS, events: EVENTS, delivered: heard, ...percentiles(took) }
}

/** Resolves when the stream is open; returns how to close it. `at` of each event is the server's clock at the commit. */
function openStream(
  url: URL,
  agent: Agent,
  cookie: string,
  onEvent: (at: number) => void,
): Promise<() => void> {
  return new Promise((resolve, reject) => {
    const req = httpGet(url, { agent, headers: { cookie } }, (res) => {
      res.setEncoding('utf8')
      res.on('data', (text: string) => {
        for (const found of text.matchAll(/"name":"tickets\.opened".*?"at":(\d+)/g)) onEvent(Number(found[1]))
        resolve(() => req.destroy())
      })
    })
    req.on('error', reject)
  })
}
