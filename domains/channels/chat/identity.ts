import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'

const Header = z.object({ alg: z.literal('HS256') })
const Claims = z.object({
  sub: z.union([z.string().min(1).max(128), z.number().int()]).transform(String),
  exp: z.number(),
  name: z.string().max(60).optional(),
  phone: z.string().max(40).optional(),
  email: z.string().max(100).optional(),
})
export type Identity = { sub: string; name?: string | undefined; contact?: string | undefined; until: Date }

const DAY_S = 86_400
const SKEW_S = 60

/**
 * Who the host site says a visitor is (JSON Web Token, RFC 7519, HS256 only).
 * Shape: null when it is forged, malformed, over, or meant to last longer than a day.
 */
export function readIdentity(token: string, secret: string | undefined, now: Date): Identity | null {
  const [head, body, signature, ...rest] = token.split('.')
  if (!secret || !head || !body || !signature || rest.length) return null
  const expected = createHmac('sha256', secret).update(`${head}.${body}`).digest()
  const given = Buffer.from(signature, 'base64url')
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null
  const claims = Claims.safeParse(decoded(body))
  if (!Header.safeParse(decoded(head)).success || !claims.success) return null
  const { sub, exp, name, phone, email } = claims.data
  const nowS = now.getTime() / 1000
  if (exp <= nowS - SKEW_S || exp > nowS + DAY_S + SKEW_S) return null
  return { sub, name: name || undefined, contact: phone || email || undefined, until: new Date(exp * 1000) }
}

function decoded(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString())
  } catch {
    return null
  }
}
