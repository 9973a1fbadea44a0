import { md5, sha1, sortedPairs } from '../platforms/signatures.ts'

/** Lower MD5 of the full address, ?, all values but sig sorted and not URL-encoded, and the secret (integrations §4.1; a published hash could not be reproduced). */
export function directSig(url: string, values: Record<string, string>, secret: string): string {
  const pairs = sortedPairs(values, 'sig').map(([k, v]) => `${k}=${v}`)
  return md5(`${url}?${pairs.join('&')}${secret}`)
}

/** Lower SHA-1 of the key and all values but sign, empty ones left out, sorted, without separators (integrations §4.2). */
export function gatewaySign(values: Record<string, string>, signKey: string): string {
  const pairs = sortedPairs(values, 'sign').filter(([, v]) => v !== '')
  return sha1(signKey + pairs.map(([k, v]) => k + v).join(''))
}
