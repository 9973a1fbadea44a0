import { createHmac } from 'node:crypto'

/** DingTalk: the secret is the key, `timestamp LF secret` the message; base64. The timestamp is in milliseconds. */
export function signDingtalk(secret: string, timestampMs: number): string {
  return createHmac('sha256', secret).update(`${timestampMs}\n${secret}`).digest('base64')
}

/** Feishu: `timestamp LF secret` is the key, the message is empty; base64. The timestamp is in seconds. */
export function signFeishu(secret: string, timestampS: number): string {
  return createHmac('sha256', `${timestampS}\n${secret}`).digest('base64')
}
