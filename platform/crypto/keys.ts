import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Kysely } from 'kysely'
import type { DB } from '../db/schema.gen.ts'
import { StartFault } from '../db/start-fault.ts'

const VERSION = 1
const PURPOSES = ['field', 'index', 'audit', 'token'] as const
type Purpose = (typeof PURPOSES)[number]

export type Keys = {
  /** AES-256-GCM; the brand is authenticated too, so a value copied to another brand does not open. Empty text gives null. */
  seal: (brandId: string, text: string) => Buffer | null
  open: (brandId: string, sealed: Buffer | null) => string
  /** The same for a piece of a file, byte for byte. */
  sealBytes: (brandId: string, bytes: Buffer) => Buffer
  openBytes: (brandId: string, sealed: Buffer) => Buffer
  /** HMAC for exact look-up of a normalised phone or e-mail without storing it in the clear. */
  blindIndex: (brandId: string, kind: string, value: string) => Buffer
  /** One link of the audit chain. */
  chain: (previous: Buffer, content: string) => Buffer
  /** An unguessable token (128 bits) that can be made again from the record it belongs to. */
  tokenFor: (purpose: string, id: string) => string
}

/** What is stored of a token, an API key or a session: nothing that opens a door. */
export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}

export function newSecret(bytes = 32): string {
  return randomBytes(bytes).toString('base64url')
}

/**
 * The key-encryption key: HUIYIN_KEY (base64, 32 bytes) for several machines, otherwise a file that is made on the first start.
 * Losing it loses every encrypted field; the backup carries it separately.
 */
export function readMasterKey(file: string, fromEnvironment: string | undefined): Buffer {
  if (fromEnvironment) return checked(Buffer.from(fromEnvironment, 'base64'))
  if (existsSync(file)) return checked(Buffer.from(JSON.parse(readFileSync(file, 'utf8')).master, 'base64'))
  const master = randomBytes(32)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `${JSON.stringify({ master: master.toString('base64') })}\n`, {
    mode: 0o600,
    flag: 'wx',
  })
  chmodSync(file, 0o600)
  return master
}

function checked(key: Buffer): Buffer {
  if (key.length !== 32) throw new Error('the master key must be 32 bytes in base64')
  return key
}

/** Unwraps the data keys, making the first ones on a new database. Field keys: the highest id writes, all read (rotation). */
export async function loadKeys(db: Kysely<DB>, master: Buffer): Promise<Keys> {
  await makeMissing(db, master)
  const rows = await db.selectFrom('platform.data_key').selectAll().orderBy('id').execute()
  const of = (purpose: Purpose) =>
    new Map(rows.filter((r) => r.purpose === purpose).map((r) => [r.id, unwrap(master, r.wrapped, purpose)]))
  return keysFrom({
    field: of('field'),
    index: last(of('index')),
    audit: last(of('audit')),
    token: last(of('token')),
  })
}

function last(keys: Map<number, Buffer>): Buffer {
  return keys.get(Math.max(...keys.keys()))!
}

/** Errors: StartFault when the master key is not the one that this database's keys were wrapped with. */
function unwrap(master: Buffer, wrapped: Buffer, purpose: string): Buffer {
  try {
    return unseal(master, wrapped, purpose)
  } catch (error) {
    throw new StartFault(
      '密钥和数据对不上：keys.json（或 HUIYIN_KEY）不是加密这份数据的那一把。请放回原来的密钥再启动，数据没有改动。',
      'The key does not fit the data: keys.json (or HUIYIN_KEY) is not the one that sealed this database. Put the original key back and start again; nothing was changed.',
      error,
    )
  }
}

async function makeMissing(db: Kysely<DB>, master: Buffer): Promise<void> {
  const rows = PURPOSES.map((purpose, i) => ({
    id: i + 1,
    purpose,
    wrapped: seal(master, randomBytes(32), purpose),
  }))
  await db
    .insertInto('platform.data_key')
    .values(rows)
    .onConflict((c) => c.column('id').doNothing())
    .execute()
}

function keysFrom(keys: { field: Map<number, Buffer>; index: Buffer; audit: Buffer; token: Buffer }): Keys {
  const writeId = Math.max(...keys.field.keys())
  const writeKey = keys.field.get(writeId)!
  const sealBytes: Keys['sealBytes'] = (brandId, bytes) =>
    seal(writeKey, bytes, brandId, Buffer.from([VERSION, writeId]))
  const openBytes: Keys['openBytes'] = (brandId, sealed) => {
    const key = keys.field.get(sealed[1] ?? -1)
    if (sealed[0] !== VERSION || !key) throw new Error('a field was sealed with a key that is not here')
    return unseal(key, sealed.subarray(2), brandId)
  }
  return {
    seal: (brandId, text) => (text ? sealBytes(brandId, Buffer.from(text)) : null),
    open: (brandId, sealed) => (sealed ? openBytes(brandId, sealed).toString('utf8') : ''),
    sealBytes,
    openBytes,
    blindIndex: (brandId, kind, value) =>
      createHmac('sha256', keys.index).update(`${brandId}\n${kind}\n${value}`).digest(),
    chain: (previous, content) => createHmac('sha256', keys.audit).update(previous).update(content).digest(),
    tokenFor: (purpose, id) =>
      createHmac('sha256', keys.token)
        .update(`${purpose}\n${id}`)
        .digest()
        .subarray(0, 18)
        .toString('base64url'),
  }
}

/** The cipher keeps the length, so its last piece is empty: long values are not copied once more for it. */
function seal(key: Buffer, plain: Buffer, bound: string, before = Buffer.alloc(0)): Buffer {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(bound))
  const body = cipher.update(plain)
  cipher.final()
  return Buffer.concat([before, iv, cipher.getAuthTag(), body])
}

function unseal(key: Buffer, sealed: Buffer, bound: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12))
    .setAAD(Buffer.from(bound))
    .setAuthTag(sealed.subarray(12, 28))
  const plain = decipher.update(sealed.subarray(28))
  decipher.final()
  return plain
}
