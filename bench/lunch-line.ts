import { Agent, get as httpGet, request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'

const PATIENCE_MS = 20_000
/** A phone or a program whose line was cut tries again like this. */
const AGAIN_MS = { least: 300, more: 700 }
/** As the server asks its browsers for. */
const REOPEN_MS = { least: 1000, more: 3000 }

export type Took = { kind: string; begun: number; ms: number }
export type Answer = { status: number; body: unknown }
export type Ask = {
  kind: string
  method: 'GET' | 'POST' | 'PUT'
  path: string
  headers: Record<string, string>
  body?: unknown
}
/** What the live stream says: a name, and the server's clock at that moment. */
export type Note = { name: string; at: number }

/** The one way from the simulated people to the program: keeps how long everything took, and goes on after a kill. */
export class Line {
  address: string
  took: Took[] = []
  /** Answers that were neither done nor "try again", by kind and code. */
  refused = new Map<string, number>()
  retries = 0
  over = false
  private agent = new Agent({ keepAlive: true, maxSockets: 128 })
  private streams = new Agent({ keepAlive: false, maxSockets: Number.POSITIVE_INFINITY })
  private under = new Set<Promise<unknown>>()
  private cuts = new Set<() => void>()

  constructor(address: string) {
    this.address = address
  }

  /** Asked again until somebody answers: whoever sends the same thing twice gives it the same number. */
  insist(ask: Ask): Promise<Answer> {
    return this.keep(async () => {
      for (;;) {
        const answer = await this.tryOnce(ask)
        if (answer && answer.status < 500) return answer
        this.retries += 1
        await wait(AGAIN_MS.least + Math.random() * AGAIN_MS.more)
      }
    })
  }

  /** Asked once; null when the line was cut: the next look comes anyway. */
  once(ask: Ask): Promise<Answer | null> {
    return this.keep(() => this.tryOnce(ask))
  }

  /** A live stream that is opened again whenever it breaks off; a break is told as a note of time 0. */
  listen(cookie: string, onNote: (note: Note) => void): void {
    const open = () => {
      if (this.over) return
      const req = httpGet(new URL('/api/live', this.address), { agent: this.streams, headers: { cookie } })
      const cut = () => req.destroy()
      this.cuts.add(cut)
      const again = () => {
        if (!this.cuts.delete(cut) || this.over) return
        setTimeout(open, REOPEN_MS.least + Math.random() * REOPEN_MS.more)
      }
      req.on('response', (res) => {
        res.setEncoding('utf8')
        onNote({ name: 'resync', at: 0 })
        res.on('data', (text: string) => {
          for (const found of text.matchAll(/"name":"([\w.]+)".*?"at":(\d+)/g))
            onNote({ name: found[1]!, at: Number(found[2]) })
        })
        res.on('close', again)
      })
      req.on('error', again)
    }
    open()
  }

  /** No new stream and no new question; resolves when every open question is answered. */
  async end(): Promise<void> {
    this.over = true
    while (this.under.size) await Promise.allSettled([...this.under])
    for (const cut of this.cuts) cut()
    this.agent.destroy()
    this.streams.destroy()
  }

  private async tryOnce(ask: Ask): Promise<Answer | null> {
    const begun = performance.now()
    const answer = await this.send(ask).catch(() => null)
    if (!answer || answer.status >= 500) return answer
    this.took.push({ kind: ask.kind, begun, ms: performance.now() - begun })
    if (answer.status >= 400) {
      const what = `${ask.kind}: ${(answer.body as { code?: string } | null)?.code ?? answer.status}`
      this.refused.set(what, (this.refused.get(what) ?? 0) + 1)
    }
    return answer
  }

  private keep<T>(work: () => Promise<T>): Promise<T> {
    const running = work()
    this.under.add(running)
    const done = () => void this.under.delete(running)
    running.then(done, done)
    return running
  }

  private send({ method, path, headers, body }: Ask): Promise<Answer> {
    const payload = body === undefined ? undefined : JSON.stringify(body)
    return new Promise((resolve, reject) => {
      const sized = payload
        ? { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(payload)) }
        : {}
      const req = request(
        new URL(path, this.address),
        { agent: this.agent, method, headers: { ...headers, ...sized } },
        (res) => {
          res.setEncoding('utf8')
          let text = ''
          res.on('data', (part: string) => {
            text += part
          })
          res.on('error', reject)
          res.on('end', () => {
            try {
              resolve({ status: res.statusCode ?? 500, body: text ? JSON.parse(text) : null })
            } catch (error) {
              reject(error as Error)
            }
          })
        },
      )
      req.setTimeout(PATIENCE_MS, () => req.destroy(new Error('no answer')))
      req.on('error', reject)
      req.end(payload)
    })
  }
}
