import { type LookupAddress, lookup } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { isPublicAddress } from './public-address.ts'

/** A name led to an address that is not public. */
export class PrivateAddress extends Error {}

/** DNS, refusing a name of which any address is private. */
export const publicOnly: LookupFunction = (hostname, options, done) => {
  lookup(hostname, { ...options, all: true }, (error, found) => {
    const addresses = found as LookupAddress[]
    if (error) return done(error, [])
    if (!addresses.length || addresses.some((a) => !isPublicAddress(a.address)))
      return done(new PrivateAddress(hostname), [])
    if (options.all) return done(null, addresses)
    done(null, addresses[0]!.address, addresses[0]!.family)
  })
}
