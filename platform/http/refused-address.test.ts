import { createServer, type Socket } from 'node:net'
import { expect, test } from 'vitest'
import {
  closeConnections,
  isRefusedAddress,
  isRefusedHost,
  RefusedAddress,
  refuseHost,
} from './refused-address.ts'

test.each([
  '0.0.0.0',
  '169.254.169.254',
  '169.254.0.23',
  '100.100.100.200',
  '168.63.129.16',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  'fe80::1',
  'fe80::1%eth0',
  'ff02::1',
  'fd00:ec2::254',
  '::ffff:169.254.169.254',
  '64:ff9b::a9fe:a9fe',
  '2002:a9fe:a9fe::',
])('nothing is asked of %s', (address) => expect(isRefusedAddress(address)).toBe(true))

test.each([
  '127.0.0.1',
  '10.1.2.3',
  '172.16.0.1',
  '192.168.1.20',
  'fd12::1',
  '::1',
  '8.8.8.8',
  '2400:3200::1',
])('%s may be a service of the house or of the world', (address) =>
  expect(isRefusedAddress(address)).toBe(false),
)

test('ways to write an address that hide it end as the address', () => {
  for (const url of ['http://0xa9fea9fe/', 'http://2852039166/', 'http://[fe80::1]/', 'http://0/'])
    expect(isRefusedHost(new URL(url).hostname), url).toBe(true)
})

test('a name is judged by where it leads', async () => {
  await expect(refuseHost('169.254.169.254')).rejects.toBeInstanceOf(RefusedAddress)
  await expect(refuseHost('localhost')).resolves.toBeUndefined()
})

test('whatever name led there, nothing is said on a connection to a refused address', async () => {
  // A link-local address can't be had on every machine, so another one stands for it.
  const end = closeConnections((address) => address === '127.0.0.1')
  const heard: string[] = []
  const server = createServer((socket: Socket) => {
    socket.on('data', (bytes) => heard.push(String(bytes)))
    socket.on('error', () => {})
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as { port: number }
  const refused = await fetch(`http://127.0.0.1:${port}/`).catch((error: Error) => error)
  end()
  expect((refused as Error).cause).toBeInstanceOf(RefusedAddress)
  await new Promise<void>((done) => server.close(() => done()))
  expect(heard).toEqual([])
})
