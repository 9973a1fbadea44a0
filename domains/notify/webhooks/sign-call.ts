import { createHmac } from 'node:crypto'

/** Hex HMAC-SHA256 over `timestamp.body`; the timestamp in seconds. */
export function signCall(secret: string, timestamp: string, body: string): string {
  return createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')
}

export type CallParts = {
  eventId: string
  event: string
  body: string
  secrets: readonly string[]
  now: Date
}

/** The headers of one call: each secret that is good now has signed it, so that a receiver may change over at any moment. */
export function headersOf({ eventId, event, body, secrets, now }: CallParts): Record<string, string> {
  const timestamp = String(Math.floor(now.getTime() / 1000))
  return {
    'content-type': 'application/json; charset=utf-8',
    'user-agent': 'Huiyin-Webhooks/1',
    'x-huiyin-event': event,
    'x-huiyin-event-id': eventId,
    'x-huiyin-timestamp': timestamp,
    'x-huiyin-signature': secrets.map((s) => `v1=${signCall(s, timestamp, body)}`).join(','),
  }
}
