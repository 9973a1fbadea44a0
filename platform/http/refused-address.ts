import { channel } from 'node:diagnostics_channel'
import { lookup } from 'node:dns/promises'
import type { ClientRequest } from 'node:http'
import { BlockList, isIP, type Socket } from 'node:net'

const REFUSED = new BlockList()
/**
 * Where no service of a brand can be, and where machines of clouds tell their own keys to whoever asks.
 * Shape: private networks and this machine are allowed: a telephone exchange stands there.
 */
const V4: [string, number][] = [
  ['0.0.0.0', 8],
  // Metadata of most clouds, Tencent's too.
  ['169.254.0.0', 16],
  // Of Alibaba Cloud, Azure and Oracle.
  ['100.100.100.200', 32],
  ['168.63.129.16', 32],
  ['192.0.0.192', 32],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
]
const V6: [string, number][] = [
  ['::', 128],
  ['fe80::', 10],
  ['ff00::', 8],
  ['fd00:ec2::254', 128],
  // The same IPv4 addresses, carried in IPv6.
  ['64:ff9b::a9fe:0', 112],
  ['2002:a9fe::', 32],
]
for (const [net, bits] of V4) REFUSED.addSubnet(net, bits, 'ipv4')
for (const [net, bits] of V6) REFUSED.addSubnet(net, bits, 'ipv6')

/** A connection was about to be made to an address to which none is made. */
export class RefusedAddress extends Error {}

export function isRefusedAddress(address: string): boolean {
  const [bare = ''] = address.split('%')
  const family = isIP(bare)
  return family !== 0 && REFUSED.check(bare, family === 4 ? 'ipv4' : 'ipv6')
}

/** What a host says of itself, without DNS; the host of a URL comes with its brackets. */
export function isRefusedHost(host: string): boolean {
  return isRefusedAddress(host.replace(/^\[|\]$/g, ''))
}

/** For what connects by itself (mail, sockets). Errors: RefusedAddress; a name that is unknown passes: connecting says so. */
export async function refuseHost(host: string): Promise<void> {
  const found = isIP(host) ? [{ address: host }] : await lookup(host, { all: true }).catch(() => [])
  if (found.some((one) => isRefusedAddress(one.address))) throw new RefusedAddress(host)
}

/** Held here, so that it is the same one for as long as the process lives. */
const CONNECTED = channel('undici:client:connected')
const REQUESTED = channel('http.client.request.created')
let guarded = false

/** From now on `fetch`, `WebSocket` and Node's own http client, which the vendors' libraries use, ask nothing of a refused address in this process. Doing it twice changes nothing. */
export function guardFetch(): void {
  if (guarded) return
  guarded = true
  closeConnections(isRefusedAddress)
}

/**
 * Closes every connection of these clients to such an address before anything is asked on it, whatever name or redirect led there: judged is
 * the address that is connected to. Shape: returns what ends it.
 */
export function closeConnections(isRefused: (address: string) => boolean): () => void {
  const judge = (socket: Socket) => {
    if (isRefused(socket.remoteAddress ?? '')) socket.destroy(new RefusedAddress(socket.remoteAddress))
  }
  const connected = (message: unknown) => judge((message as { socket: Socket }).socket)
  const requested = (message: unknown) =>
    (message as { request: ClientRequest }).request.once('socket', (socket) => {
      if (socket.connecting) socket.once('connect', () => judge(socket))
      else judge(socket)
    })
  CONNECTED.subscribe(connected)
  REQUESTED.subscribe(requested)
  return () => {
    CONNECTED.unsubscribe(connected)
    REQUESTED.unsubscribe(requested)
  }
}
