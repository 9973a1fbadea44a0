import { Agent, request } from 'node:http'
import { v7 as uuidv7 } from 'uuid'
import { openApp } from '../main/app.ts'
import { bareLoop } from './bare-loop.ts'
import type { BenchCluster } from './cluster.ts'
import { load, round } from './measure.ts'
import { serve } from './serve.ts'
import { benchText } from './texts.ts'
import { makeWorld } from './world.ts'

const RUN_MS = 6000
const HANDS = [1, 8, 32]

/** (a) Accepting a feedback over HTTP, committed with clocks, event and audit, against the same rows written by a bare loop. */
export async function measureAccept(cluster: BenchCluster) {
  const options = await cluster.database('accept')
  const app = await openApp({ ...options, role: 'web' })
  const world = await makeWorld(app.services)
  await app.close()
  const served = await serve(options)
  const rows = []
  try {
    await overHttp(served.address, world.apiKey, 8, 2000)
    for (const hands of HANDS) {
      const before = await bareLoop(cluster, options.ownerUrl, world.brandId, hands, RUN_MS / 2)
      const http = await overHttp(served.address, world.apiKey, hands, RUN_MS)
      const after = await bareLoop(cluster, options.ownerUrl, world.brandId, hands, RUN_MS / 2)
      const bare = round((before + after) / 2, 1)
      rows.push({
        connections: hands,
        acceptedPerSecond: http.perSecond,
        bareLoopPerSecond: bare,
        share: round(http.perSecond / bare),
        ...http.latencies,
      })
    }
  } finally {
    await served.stop()
  }
  return rows
}

function overHttp(address: string, apiKey: string, hands: number, forMs: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: hands })
  const url = new URL('/api/v1/feedback', address)
  return load(hands, forMs, (n) =>
    post(agent, url, apiKey, {
      content: benchText(n),
      stars: 1 + (n % 5),
      shopCode: `B${1 + (n % 12)}`,
      contact: `1380000${String(n % 10000).padStart(4, '0')}`,
    }),
  ).finally(() => agent.destroy())
}

export function post(agent: Agent, url: URL, apiKey: string, body: unknown, key = uuidv7()): Promise<void> {
  const payload = JSON.stringify(body)
  return new Promise((resolve, reject) => {
    const req = request(
      url,
      {
        agent,
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(payload),
          authorization: `Bearer ${apiKey}`,
          'idempotency-key': key,
        },
      },
      (res) => {
        let text = ''
        res.on('data', (c) => {
          text += c
        })
        res.on('end', () =>
          res.statusCode === 201 ? resolve() : reject(new Error(`${res.statusCode} ${text}`)),
        )
      },
    )
    req.on('error', reject)
    req.end(payload)
  })
}
