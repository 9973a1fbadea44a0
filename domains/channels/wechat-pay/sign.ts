import {
  constants,
  createDecipheriv,
  createSign,
  createVerify,
  type KeyLike,
  privateDecrypt,
  randomBytes,
} from 'node:crypto'
import { ChannelFault } from '../connect/channel-fault.ts'

const TAG_BYTES = 16

/** What is signed of a request: each part ended by a line feed, the empty body too. Source: integrations.md §1.11. */
export function requestToSign(
  method: string,
  path: string,
  timestamp: string,
  nonce: string,
  body: string,
): string {
  return `${method}\n${path}\n${timestamp}\n${nonce}\n${body}\n`
}

export function authorization(
  { mchid, serialNo, privateKey }: { mchid: string; serialNo: string; privateKey: string },
  request: { method: string; path: string; body: string; now: Date },
): string {
  const nonce = randomBytes(16).toString('hex')
  const timestamp = String(Math.floor(request.now.getTime() / 1000))
  const text = requestToSign(request.method, request.path, timestamp, nonce, request.body)
  const signature = createSign('RSA-SHA256').update(text).sign(privateKey, 'base64')
  return `WECHATPAY2-SHA256-RSA2048 mchid="${mchid}",nonce_str="${nonce}",signature="${signature}",timestamp="${timestamp}",serial_no="${serialNo}"`
}

export type SignedHeaders = { timestamp: string; nonce: string; signature: string; serial: string }

export function signedHeaders(headers: Record<string, string | undefined>): SignedHeaders {
  return {
    timestamp: headers['wechatpay-timestamp'] ?? '',
    nonce: headers['wechatpay-nonce'] ?? '',
    signature: headers['wechatpay-signature'] ?? '',
    serial: headers['wechatpay-serial'] ?? '',
  }
}

/** Whether the platform signed these bytes. A probe of the platform (WECHATPAY/SIGNTEST/…) is meant to fail. */
export function isPlatforms(headers: SignedHeaders, body: Buffer, key: KeyLike): boolean {
  const verify = createVerify('RSA-SHA256').update(`${headers.timestamp}\n${headers.nonce}\n`)
  verify.update(body).update('\n')
  try {
    return verify.verify(key, headers.signature, 'base64')
  } catch {
    return false
  }
}

export type Sealed = { ciphertext: string; nonce: string; associated_data?: string | undefined }

/** Errors: ChannelFault('apiV3Key') when the key does not open it. */
export function openResource(sealed: Sealed, apiV3Key: string): string {
  const bytes = Buffer.from(sealed.ciphertext, 'base64')
  try {
    const open = createDecipheriv('aes-256-gcm', Buffer.from(apiV3Key), Buffer.from(sealed.nonce))
    open.setAuthTag(bytes.subarray(-TAG_BYTES))
    if (sealed.associated_data) open.setAAD(Buffer.from(sealed.associated_data))
    return open.update(bytes.subarray(0, -TAG_BYTES)).toString() + open.final().toString()
  } catch (cause) {
    throw new ChannelFault('apiV3Key', { side: 'channel', cause })
  }
}

/** A field sealed to our certificate, such as the payer's phone; empty when it can't be opened. */
export function openField(sealed: string, privateKey: string, oaepHash: string): string {
  try {
    return privateDecrypt(
      { key: privateKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash },
      Buffer.from(sealed, 'base64'),
    ).toString()
  } catch {
    return ''
  }
}
