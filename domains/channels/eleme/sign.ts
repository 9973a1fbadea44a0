import { md5 } from '../platforms/signatures.ts'

/** What a call is signed over: numbers stand bare, texts quoted, exactly as they stand in the body. */
export type Call = {
  action: string
  token: string
  appKey: string
  timestampS: number
  params: Record<string, unknown>
}

/** Upper MD5 of action, token, all params with app_key and timestamp as key=JSON sorted, and the secret (integrations §4.4). */
export function callSignature({ action, token, appKey, timestampS, params }: Call, secret: string): string {
  const all: Record<string, unknown> = { ...params, app_key: appKey, timestamp: timestampS }
  const pairs = Object.keys(all)
    .toSorted()
    .map((key) => `${key}=${JSON.stringify(all[key])}`)
  return md5(action + token + pairs.join('') + secret).toUpperCase()
}

/** Upper MD5 of the sorted key=value texts of a push and the secret; values as they stood in the raw body. */
export function pushSignature(values: Record<string, unknown>, secret: string): string {
  const pairs = Object.keys(values)
    .filter((key) => key !== 'signature')
    .map((key) => `${key}=${String(values[key])}`)
  return md5(pairs.toSorted().join('') + secret).toUpperCase()
}
