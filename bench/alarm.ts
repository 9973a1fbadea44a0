import { Agent } from 'node:http'
import { openApp } from '../main/app.ts'
import { openWecom } from '../test/simulators/wecom.ts'
import { post } from './accept.ts'
import type { BenchCluster } from './cluster.ts'
import { percentiles } from './measure.ts'
import { signIn } from './read.ts'
import { serve } from './serve.ts'
import { makeWorld } from './world.ts'

const ALARMS = Number(process.env.BENCH_ALARMS ?? 20)
const PATIENCE_MS = 20_000
const WECOM = {
  key: 'k',
  corpId: 'ww1',
  secret: 'bench-secret',
  agentId: 1000002,
  users: ['first', 'second'],
}

/**
 * Issue 6, "reach a person within 5 s": from a customer's sending of words of an emergency over HTTP to the first person's phone and to the
 * group's robot, through a simulator of the real protocol; the program as it runs for real, with its own worker, each a while after the other.
 */
export async function measureAlarm(cluster: BenchCluster) {
  const options = await cluster.database('alarm')
  const app = await openApp({ ...options, role: 'web', privateHooks: true })
  const world = await makeWorld(app.services, 'milk_tea')
  await app.close()
  const wecom = await openWecom(WECOM, () => new Date())
  const served = await serve({ ...options, role: 'all', privateHooks: true })
  const agent = new Agent({ keepAlive: true, maxSockets: 4 })
  try {
    await connect(served.address, wecom)
    const phone: number[] = []
    const robot: number[] = []
    for (let n = 0; n < ALARMS; n++) {
      const [cards, said] = [wecom.cards.length, wecom.said.length]
      const begun = performance.now()
      const content = `第 ${n} 位：喝完你们的奶茶又吐又拉，送医院抢救了，医生说是食物中毒`
      await post(agent, new URL('/api/v1/feedback', served.address), world.apiKey, {
        content,
        stars: 1,
        shopCode: 'B1',
      })
      phone.push(await since(begun, () => wecom.cards.length > cards))
      robot.push(await since(begun, () => wecom.said.length > said))
      // Robots may say twenty things a minute; the next one must not wait for that.
      await new Promise((resolve) => setTimeout(resolve, 3500 + (n % 7) * 130))
    }
    return { 'first person told': percentiles(phone), 'group told': percentiles(robot) }
  } finally {
    agent.destroy()
    await served.stop()
    await wecom.close()
  }
}

async function since(begun: number, done: () => boolean): Promise<number> {
  while (!done() && performance.now() - begun < PATIENCE_MS) await new Promise((r) => setTimeout(r, 5))
  return performance.now() - begun
}

async function connect(address: string, wecom: { url: string; robotAddress: string }): Promise<void> {
  const send = async (cookie: string, method: string, path: string, body: object) => {
    const headers = { cookie, 'content-type': 'application/json' }
    const answer = await fetch(new URL(`/api${path}`, address), {
      method,
      headers,
      body: JSON.stringify(body),
    })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  }
  const admin = await signIn(address, 'admin0@bench')
  const { corpId, secret } = WECOM
  const settings = { corpId, agentId: String(WECOM.agentId), secret, base: wecom.url }
  await send(admin, 'PUT', '/notice-senders/wecom', settings)
  await send(admin, 'POST', '/robots', {
    kind: 'wecom',
    address: wecom.robotAddress,
    name: '值班群',
    groups: ['alarm'],
  })
  for (const [login, wecomUser] of [
    ['quality0@bench', 'first'],
    ['lead0@bench', 'second'],
  ] as const)
    await send(await signIn(address, login), 'PUT', '/me/notices', { wecomUser })
}
