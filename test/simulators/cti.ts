import { createHash, createHmac } from 'node:crypto'
import { type Answer, openService } from './simulated-http.ts'

type Call = {
  id: string
  caller?: string
  callee?: string
  agent?: string
  queue?: string
  direction?: 'inbound' | 'outbound'
}
type Push = (body: string, headers: Record<string, string>) => Promise<{ statusCode: number }>

/** A telephone system that speaks our neutral webhook (vectors/cti-generic-webhook.json) and keeps its recordings on a host of its own. */
export async function openCti(options: { push: Push; secret: string; now: () => Date }) {
  const files = new Map<string, Answer>()
  const asked: string[] = []
  const host = await openService(async (request) => {
    asked.push(request.url ?? '')
    return files.get(request.url ?? '') ?? { status: 404 }
  })
  let secret = options.secret
  const sign = (body: string, stamp: string) =>
    createHmac('sha256', secret).update(`${stamp}.${body}`).digest('hex')
  /** Any body as it is, signed now. */
  const send = async (body: string, at = options.now()) => {
    const stamp = String(Math.floor(at.getTime() / 1000))
    const headers = {
      'x-care-timestamp': stamp,
      'x-care-signature': sign(body, stamp),
      'content-type': 'application/json',
    }
    return (await options.push(body, headers)).statusCode
  }
  const event = (what: string, call: Call, seq: number, more: object = {}) => {
    const { id, ...rest } = call
    const at = options.now().toISOString()
    return send(JSON.stringify({ event: what, call_id: id, seq, callee: '4008001234', ...rest, at, ...more }))
  }
  return {
    send,
    ring: (call: Call, seq = 1) => event('call.ringing', { direction: 'inbound', ...call }, seq),
    answer: (id: string, agent: string, seq = 2) => event('call.answered', { id, agent }, seq),
    end: (id: string, more: object = {}, seq = 3) => event('call.ended', { id }, seq, { cause: 16, ...more }),
    /** Rings and is not taken. */
    miss: async (call: Call) => {
      await event('call.ringing', { direction: 'inbound', ...call }, 1)
      return event('call.ended', { id: call.id }, 2, { hangup_by: 'caller' })
    },
    record: (id: string, url: string, sha256?: string) =>
      event('recording.ready', { id }, 4, { recording_url: url, ...(sha256 ? { sha256 } : {}) }),
    forge: () => {
      secret = 'somebody-elses-secret'
    },
    honest: () => {
      secret = options.secret
    },
    /** Where a recording is, and its checksum. */
    keep: (path: string, answer: Answer) => {
      files.set(path, answer)
      const body = answer !== 'silent' && Buffer.isBuffer(answer.body) ? answer.body : Buffer.alloc(0)
      return { url: host.url + path, sha256: createHash('sha256').update(body).digest('hex') }
    },
    host: new URL(host.url).host,
    asked,
    close: host.close,
  }
}

/** A second of silence as telephone systems record it: 8 kHz, mono, 16 bit. */
export function silentWav(seconds = 1): Buffer {
  const data = seconds * 16_000
  const head = Buffer.alloc(44)
  head.write('RIFF', 0)
  head.writeUInt32LE(36 + data, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(8000, 24)
  head.writeUInt32LE(16_000, 28)
  head.writeUInt16LE(2, 32)
  head.writeUInt16LE(16, 34)
  head.write('data', 36)
  head.writeUInt32LE(data, 40)
  return Buffer.concat([head, Buffer.alloc(data)])
}
