import { createPublicKey, createVerify } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { isPlatforms, openResource, requestToSign, signedHeaders } from './sign.ts'

const vectors = JSON.parse(
  readFileSync(new URL('../../../test/vectors/wechatpay-complaint.json', import.meta.url), 'utf8'),
)
const key = createPublicKey(vectors.testPublicKeyPem)
const { post, getStringToSign } = vectors.request
const { callback } = vectors

test('what is signed of a request is what the vectors say', () => {
  const made = requestToSign('POST', post.path, post.timestamp, post.nonce, post.body)
  expect(made).toBe(post.stringToSign)
  expect(createVerify('RSA-SHA256').update(made).verify(key, post.signature, 'base64')).toBe(true)
  const [, path, timestamp, nonce] = getStringToSign.split('\n')
  expect(requestToSign('GET', path, timestamp, nonce, '')).toBe(getStringToSign)
})

const headers = signedHeaders(
  Object.fromEntries(Object.entries(callback.headers).map(([k, v]) => [k.toLowerCase(), String(v)])),
)

test('the callback is proven and opened', () => {
  expect(isPlatforms(headers, Buffer.from(callback.rawBody), key)).toBe(true)
  const { resource } = JSON.parse(callback.rawBody)
  expect(JSON.parse(openResource(resource, callback.apiV3Key))).toEqual(callback.decrypted)
})

test('a changed byte, a probe of the platform and a wrong key are refused', () => {
  const body = Buffer.from(callback.rawBody)
  body[20]! ^= 1
  expect(isPlatforms(headers, body, key)).toBe(false)
  const probe = { ...headers, signature: 'WECHATPAY/SIGNTEST/abc' }
  expect(isPlatforms(probe, Buffer.from(callback.rawBody), key)).toBe(false)
  const { resource } = JSON.parse(callback.rawBody)
  expect(() => openResource(resource, 'x'.repeat(32))).toThrow(expect.objectContaining({ code: 'apiV3Key' }))
})
