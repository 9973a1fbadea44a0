import { Secret, TOTP } from 'otpauth'
import { toString as qrSvg } from 'qrcode'

const STEP_S = 30
const ISSUER = 'Huiyin 回音'

export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32
}

/** What an authenticator app needs: the secret to type, the address, and the same as a picture. */
export async function totpInvitation(
  secret: string,
  login: string,
): Promise<{ secret: string; uri: string; qrSvg: string }> {
  const uri = totpOf(secret, login).toString()
  return { secret, uri, qrSvg: await qrSvg(uri, { type: 'svg', margin: 0 }) }
}

/**
 * The time step that the code belongs to, or null when it fits none.
 * Shape:  one step early or late is accepted (RFC 6238, 5.2); a step not after `lastStep` was used before and is refused.
 */
export function totpStep(secret: string, code: string, at: Date, lastStep: number | null): number | null {
  const delta = totpOf(secret, '').validate({ token: code, timestamp: at.getTime(), window: 1 })
  if (delta === null) return null
  const step = Math.floor(at.getTime() / 1000 / STEP_S) + delta
  return lastStep !== null && step <= lastStep ? null : step
}

function totpOf(secret: string, label: string): TOTP {
  return new TOTP({
    issuer: ISSUER,
    label,
    algorithm: 'SHA1',
    digits: 6,
    period: STEP_S,
    secret: Secret.fromBase32(secret),
  })
}
