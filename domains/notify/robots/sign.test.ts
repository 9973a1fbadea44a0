import { expect, test } from 'vitest'
import { signDingtalk, signFeishu } from './sign.ts'

/** ../shared/reference/vectors/robot-webhook-sign.json: the two are easily confused, key and message are swapped. */
const DINGTALK = {
  secret: 'SECdemo0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcd',
  at: 1700000000000,
  sign: 'Tk5ZBv6GjsDIfMQ/Q+vuYMNeAjxF4rsIrPg/el/Sz1U=',
  inUrl: 'Tk5ZBv6GjsDIfMQ%2FQ%2BvuYMNeAjxF4rsIrPg%2Fel%2FSz1U%3D',
}
const FEISHU = {
  secret: 'demoFeishuSecret01',
  at: 1700000000,
  sign: '9kLyRdZXC1BWYUN1DgFUrmZgDVrUgI9yi84XbQSpFGc=',
}

test('DingTalk: the secret is the key, timestamp and secret the message', () => {
  const sign = signDingtalk(DINGTALK.secret, DINGTALK.at)
  expect(sign).toBe(DINGTALK.sign)
  expect(encodeURIComponent(sign)).toBe(DINGTALK.inUrl)
})

test('Feishu: timestamp and secret are the key, the message is empty', () => {
  expect(signFeishu(FEISHU.secret, FEISHU.at)).toBe(FEISHU.sign)
})
