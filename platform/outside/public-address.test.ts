import { expect, test } from 'vitest'
import { isPrivateHost, isPublicAddress } from './public-address.ts'

test.each([
  '127.0.0.1',
  '10.1.2.3',
  '172.31.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '224.0.0.1',
  '255.255.255.255',
  '::1',
  '::',
  '::ffff:127.0.0.1',
  '::ffff:8.8.8.8',
  '64:ff9b::7f00:1',
  'fe80::1',
  'fd00::1',
  'ff02::1',
  '2002:7f00:1::',
  '2001:db8::1',
])('%s is not public', (address) => expect(isPublicAddress(address)).toBe(false))

test.each(['8.8.8.8', '120.232.1.1', '2400:3200::1', '2606:4700::1111'])('%s is public', (address) =>
  expect(isPublicAddress(address)).toBe(true),
)

test.each(['localhost', 'db', 'printer.local', 'a.localhost', 'x.internal.', '[::1]', '127.0.0.1'])(
  'the host %s is refused before DNS is asked',
  (host) => expect(isPrivateHost(host)).toBe(true),
)
test('ways to write an address that hides it end as the address', () => {
  for (const url of ['http://0x7f.1/', 'http://2130706433/', 'http://017700000001/', 'http://127.1/'])
    expect(isPrivateHost(new URL(url).hostname)).toBe(true)
  expect(isPrivateHost('hooks.example.com')).toBe(false)
})
