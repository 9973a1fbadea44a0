import { hash, verify } from '@node-rs/argon2'

/** OWASP's minimum for argon2id (the library's default algorithm): 19 MiB, two passes. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export function hashPassword(password: string): Promise<string> {
  return hash(password, COST)
}

let nobodys: Promise<string> | undefined

/**
 * Whether the password belongs to the hash.
 * Shape: without a hash (unknown login, nobody invited yet) it takes as long and answers false, so time tells nothing.
 */
export async function passwordFits(stored: string | null, password: string): Promise<boolean> {
  nobodys ??= hashPassword('nobody has this password')
  const fits = await verify(stored ?? (await nobodys), password)
  return stored !== null && fits
}
