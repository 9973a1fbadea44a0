import type { KeyObject } from 'node:crypto'
import { X509Certificate } from 'node:crypto'
import { ChannelFault } from '../connect/channel-fault.ts'
import { faultOf } from './pay-faults.ts'
import { type PayTools, publicKeyOf } from './settings.ts'
import { authorization, openResource, type Sealed } from './sign.ts'

const CERTIFICATES = '/v3/certificates'
const KEPT_S = 12 * 3600

type Certificates = { data: { serial_no: string; encrypt_certificate: Sealed }[] }

/**
 * The key that the platform signs with: the public key of the settings by its id, otherwise a platform certificate by its serial number.
 * Shape: certificates are fetched once for all processes and again when an unknown one appears; null when the platform has none of that name.
 */
export async function platformKey(tools: PayTools, serial: string): Promise<KeyObject | null> {
  const { publicKeyId, publicKey } = tools.settings
  if (publicKey && serial === publicKeyId) return publicKeyOf(publicKey)
  if (serial.startsWith('PUB_KEY_ID_') || !/^[\dA-Fa-f]{8,80}$/.test(serial)) return null
  const renew = async () => ({ token: JSON.stringify(await fetchCertificates(tools)), expiresInS: KEPT_S })
  const known = await tools.token('certificates', renew)
  const found = keyIn(known, serial)
  if (found || !(await tools.take('certificates', 6, 3600))) return found
  return keyIn(await tools.token('certificates', renew, known), serial)
}

function keyIn(kept: string, serial: string): KeyObject | null {
  const pem = (JSON.parse(kept) as Record<string, string>)[serial.toUpperCase()]
  return pem ? new X509Certificate(pem).publicKey : null
}

/** Sealed with the APIv3 key, which proves them as much as a signature would. */
async function fetchCertificates(tools: PayTools): Promise<Record<string, string>> {
  const { settings, ctx } = tools
  const answer = await tools.http(`${settings.baseUrl}${CERTIFICATES}`, {
    headers: {
      authorization: authorization(settings, { method: 'GET', path: CERTIFICATES, body: '', now: ctx.now() }),
      accept: 'application/json',
    },
  })
  const text = await answer.text()
  if (answer.status === 404) throw new ChannelFault('publicKeyMissing', { side: 'channel' })
  if (!answer.ok) throw faultOf(answer.status, text)
  const { data } = JSON.parse(text) as Certificates
  return Object.fromEntries(
    data.map((c) => [c.serial_no.toUpperCase(), openResource(c.encrypt_certificate, settings.apiV3Key)]),
  )
}
