import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Door } from './postgres-settings.ts'
import { StartFault } from './start-fault.ts'

/** Passwords of the embedded server's three roles, made on the first start. */
export type Secrets = { superuser: string; owner: string; app: string }

export const DATABASE = 'huiyin'

/** postgres:// addresses of the embedded server; a socket stands in the query, where both pg and libpq read it. */
export function addressesOf(door: Door, secrets: Secrets) {
  const url = (user: string, password: string, database: string) =>
    door.kind === 'socket'
      ? `postgres://${user}:${password}@localhost:${door.port}/${database}?host=${encodeURIComponent(door.dir)}`
      : `postgres://${user}:${password}@127.0.0.1:${door.port}/${database}`
  return {
    superUrl: url('postgres', secrets.superuser, 'postgres'),
    ownerUrl: url('huiyin_owner', secrets.owner, DATABASE),
    appUrl: url('huiyin_app', secrets.app, DATABASE),
  }
}

/**
 * Addresses of the server that runs in this data folder, for a tool beside the program; null when none does.
 * Shape: from the server's own pid file: line 4 is the port, line 5 the socket's folder.
 */
export function runningAddresses(dataDir: string): { ownerUrl: string; appUrl: string } | null {
  const file = join(dataDir, 'postgres', 'postmaster.pid')
  if (!existsSync(file)) return null
  const lines = readFileSync(file, 'utf8').split('\n')
  const [port, dir] = [Number(lines[3]), lines[4] ?? '']
  return addressesOf(
    dir ? { kind: 'socket', dir, port } : { kind: 'loopback', port },
    readSecrets(dataDir, true),
  )
}

/**
 * The passwords of the server in this data folder; made when nothing is initialised yet.
 * Errors: StartFault when the server is there and its passwords are not.
 */
export function readSecrets(home: string, initialised: boolean): Secrets {
  const file = join(home, 'secrets.json')
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Secrets
  if (initialised) {
    throw new StartFault(
      `${file} 不见了，里面是数据库的密码。请从备份放回这个文件。`,
      `${file} is missing; it holds the database's passwords. Put the file back from a backup.`,
    )
  }
  const secret = () => randomBytes(24).toString('hex')
  const made = { superuser: secret(), owner: secret(), app: secret() }
  writeFileSync(`${file}.new`, JSON.stringify(made, null, 2), { mode: 0o600 })
  renameSync(`${file}.new`, file)
  return made
}
