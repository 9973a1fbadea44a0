import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import * as refs from './references.ts'

const makerOf = (brandId: string, channelId: string) =>
  ({
    ctx: {
      actor: { brandId },
      keys: {
        blindIndex: (brand: string, kind: string, value: string) =>
          createHmac('sha256', 'key').update(`${brand}\n${kind}\n${value}`).digest(),
      },
    },
    channel: { id: channelId },
  }) as unknown as Parameters<typeof refs.messageIdOf>[0]

const tools = makerOf('brand', 'channel')
const ref = {
  ticket: 1234,
  message: '019c2f3a-0000-7abc-8def-0123456789ab',
  to: refs.markOf(tools, 'Guest@Mail.test '),
}

describe('our marks say what they were made for, and nothing else', () => {
  test('a Message-ID is read again, also in lower case and between others', () => {
    const id = refs.messageIdOf(tools, ref, 'brand.test')
    expect(refs.readIds(tools, ['<x@y>', id.toLowerCase()])).toEqual([ref])
    expect(refs.messageIdOf(tools, ref, 'brand.test')).toBe(id)
  })
  test('a plus address says its ticket, a return address its message; both fit into an address', () => {
    const reply = refs.replyAddressOf(tools, 'care@brand.test', 1234)
    expect(refs.readReplyAddresses(tools, ['other@brand.test', reply.toUpperCase()])).toEqual([1234])
    const back = refs.bounceAddressOf(tools, 'care@brand.test', ref)
    expect(refs.readBounceAddresses(tools, [back])).toEqual([{ ...ref, ticket: 0 }])
    expect(back.indexOf('@')).toBeLessThanOrEqual(64)
  })
  test('a changed ticket, message, recipient or check is nobody’s', () => {
    const id = refs.messageIdOf(tools, ref, 'brand.test')
    const forged = [
      id.replace('HY-1234', 'HY-1235'),
      id.replace(/\.[0-9a-z]{25}\./, `.${'a'.repeat(25)}.`),
      id.replace(ref.to, '00000000'),
      id.replace(/\.[0-9a-f]{16}@/, '.0123456789abcdef@'),
      id.replace(/\.[0-9a-f]{16}@/, '.@'),
    ]
    expect(refs.readIds(tools, forged)).toEqual([])
    const reply = refs.replyAddressOf(tools, 'care@brand.test', 1234)
    expect(refs.readReplyAddresses(tools, [reply.replace('t1234', 't1')])).toEqual([])
    expect(refs.readBounceAddresses(tools, [reply])).toEqual([])
  })
  test('what another channel or brand made proves nothing here', () => {
    for (const other of [makerOf('brand', 'other'), makerOf('other', 'channel')])
      expect(refs.readIds(other, [refs.messageIdOf(tools, ref, 'brand.test')])).toEqual([])
  })
  test('the tag is read wherever it stands', () => {
    expect(refs.readTag('回复：退款 [#HY-12] ')).toBe(12)
    expect(refs.readTag('HY-12')).toBeUndefined()
  })
})
