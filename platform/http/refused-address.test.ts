import { request as plain } from 'node:http'
import { request as sealed } from 'node:https'
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

/** What is said to a server on this machine, while its address stands for a link-local one, which can't be had on every machine. */
async function saidWhileRefused(ask: (port: number) => Promise<unknown>) {
  const end = closeConnections((address) => address === '127.0.0.1')
  const heard: string[] = []
  const server = createServer((socket: Socket) => {
    socket.on('data', (bytes) => heard.push(String(bytes)))
    socket.on('error', () => {})
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as { port: number }
  const error = await ask(port).catch((refused: Error) => refused)
  end()
  await new Promise<void>((done) => server.close(() => done()))
  return { error, heard }
}

test('whatever name led there, nothing is said on a connection to a refused address', async () => {
  const { error, heard } = await saidWhileRefused((port) => fetch(`http://127.0.0.1:${port}/`))
  expect((error as Error).cause).toBeInstanceOf(RefusedAddress)
  expect(heard).toEqual([])
})

test.each([
  ['http', plain],
  ['https', sealed],
] as const)('the libraries of vendors say nothing there either, by %s', async (scheme, request) => {
  const { error, heard } = await saidWhileRefused(
    (port) =>
      new Promise((done, refused) => {
        const asked = request(`${scheme}://localhost:${port}/`, { method: 'POST', family: 4 }, done)
        asked.on('error', refused)
        asked.end('secret')
      }),
  )
  expect(error).toBeInstanceOf(RefusedAddress)
  // Of TLS the greeting at most, which tells nothing.
  expect(heard.join('').startsWith('\x16') || heard.length === 0).toBe(true)
  expect(scheme === 'http' && heard.length > 0).toBe(false)
})
