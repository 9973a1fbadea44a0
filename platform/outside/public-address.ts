import { BlockList, isIP } from 'node:net'

const UNUSABLE = new BlockList()
/** IANA special-purpose address registries: what is not the public Internet. */
const V4: [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
]
/** Of IPv6 only 2000::/3 is given out; within it these carry IPv4 or nothing. */
const V6: [string, number][] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
]
for (const [net, bits] of V4) UNUSABLE.addSubnet(net, bits, 'ipv4')
for (const [net, bits] of V6) UNUSABLE.addSubnet(net, bits, 'ipv6')
const GIVEN_OUT = new BlockList()
GIVEN_OUT.addSubnet('2000::', 3, 'ipv6')

/** Whether an IP address lies in the public Internet: not this machine, not the house's network, no carrier of another address. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !UNUSABLE.check(address, 'ipv4')
  if (family !== 6 || address.includes('%')) return false
  return GIVEN_OUT.check(address, 'ipv6') && !UNUSABLE.check(address, 'ipv6')
}

/** What a URL's host says without asking DNS: a private IP address, or a name that is never public. */
export function isPrivateHost(hostname: string): boolean {
  const host = hostname
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
    .toLowerCase()
  if (isIP(host)) return !isPublicAddress(host)
  return !host.includes('.') || /\.(localhost|local|internal|home\.arpa|lan)$/.test(host)
}
