import { execFile } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { chooseAccount } from './postgres-account.ts'
import { addressesOf, DATABASE, readSecrets, type Secrets } from './postgres-addresses.ts'
import { findBinaries } from './postgres-binaries.ts'
import { type Cluster, endLeftover, launch } from './postgres-process.ts'
import { clusterSettings, type Door, writeSettings } from './postgres-settings.ts'
import { explainFault, StartFault } from './start-fault.ts'
import { keepRunning } from './supervise.ts'

export type Embedded = {
  /** Owns the tables and may create databases; for migrations and the job queue. Not a superuser. */
  ownerUrl: string
  /** Bound by row-level security; for everything else. */
  appUrl: string
  /** The server's process; another one after a restart. */
  readonly postmasterPid: number
  stop: () => Promise<void>
}

export type EmbeddedOptions = {
  dir: string
  log: (line: string) => void
  /** Overrides of postgresql.conf (tests switch fsync off). */
  settings?: Record<string, string>
  /** Called when the server died and could not be brought back. */
  onLost?: (error: unknown) => void
}

/**
 * Starts the PostgreSQL that the program brings along, with its data in `dir`; makes it on the first start.
 * Shape:  a server left over by a killed program is stopped first; one that is killed is started again.
 *         The caller holds the folder's lock.
 * Errors: StartFault for whatever a person can mend: disk, permission, another version's data.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  try {
    return await start(options)
  } catch (error) {
    throw explainFault(error, options.dir) ?? error
  }
}

async function start(options: EmbeddedOptions): Promise<Embedded> {
  const binaries = findBinaries()
  mkdirSync(options.dir, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 })
  const home = realpathSync(options.dir)
  const dir = join(home, 'postgres')
  const temp = tempRoot()
  const account = chooseAccount(dir, {
    programs: [binaries.postgres, binaries.initdb],
    folders: [home, temp],
  })
  const cluster: Cluster = { dir, binaries, account }
  const secrets = readSecrets(home, existsSync(dir))
  if (existsSync(dir)) {
    refuseOtherMajor(dir, binaries.major)
    account.own(dir)
    await endLeftover(cluster)
  } else await initialise(cluster, secrets.superuser, options.log)

  const door = await openDoor(temp, account.own)
  writeSettings(dir, { ...clusterSettings(door, memoryBytes()), ...options.settings }, account.own)
  const server = await keepRunning({
    launch: () => launch(cluster),
    log: options.log,
    onLost: options.onLost ?? (() => {}),
  })
  const addresses = addressesOf(door, secrets)
  const stop = async () => {
    await server.stop()
    if (door.kind === 'socket') rmSync(door.dir, { recursive: true, force: true })
  }
  try {
    await prepareDatabase(addresses.superUrl, secrets)
  } catch (error) {
    await stop()
    throw error
  }
  return {
    ownerUrl: addresses.ownerUrl,
    appUrl: addresses.appUrl,
    get postmasterPid() {
      return server.pid()
    },
    stop,
  }
}

function refuseOtherMajor(dir: string, ours: number): void {
  const theirs = Number.parseInt(readFileSync(join(dir, 'PG_VERSION'), 'utf8'), 10)
  if (theirs === ours) return
  throw theirs > ours
    ? new StartFault(
        `数据文件夹来自更新的版本（PostgreSQL ${theirs}，本程序是 ${ours}）。请更新回音后再启动。`,
        `The data folder comes from a newer version (PostgreSQL ${theirs}; this program has ${ours}). Update Huiyin, then start again.`,
      )
    : new StartFault(
        `数据文件夹来自较早的版本（PostgreSQL ${theirs}，本程序是 ${ours}）。请用原来的版本备份，再恢复到新的文件夹。`,
        `The data folder comes from an older version (PostgreSQL ${theirs}; this program has ${ours}). Back it up with the version that wrote it and restore into a new folder.`,
      )
}

/** Into a neighbouring folder first: one that was interrupted half-way is never taken for a database. */
async function initialise(
  { dir, binaries, account }: Cluster,
  password: string,
  log: (line: string) => void,
): Promise<void> {
  log('正在创建数据库 · creating the database')
  const fresh = `${dir}.new`
  const passwordFile = `${dir}.password`
  try {
    rmSync(fresh, { recursive: true, force: true })
    mkdirSync(fresh, { mode: 0o700 })
    writeFileSync(passwordFile, password, { mode: 0o600 })
    account.own(fresh)
    account.own(passwordFile)
    const { file, args, uid, gid } = account.command(binaries.initdb, [
      '-D',
      fresh,
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--no-instructions',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
    ])
    await promisify(execFile)(file, args, { uid, gid, cwd: '/', windowsHide: true })
    renameSync(fresh, dir)
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true })
    throw error
  } finally {
    rmSync(passwordFile, { force: true })
  }
}

/** A socket is a third faster than loopback and closed to other users of the machine; Windows has only loopback. */
async function openDoor(temp: string, own: (path: string) => void): Promise<Door> {
  if (process.platform === 'win32') return { kind: 'loopback', port: await freePort() }
  const dir = mkdtempSync(join(temp, 'huiyin-'))
  own(dir)
  return { kind: 'socket', dir, port: 5432 }
}

/** A socket's path may have 103 bytes at most. */
function tempRoot(): string {
  return process.platform !== 'win32' && tmpdir().length > 70 ? '/tmp' : tmpdir()
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}

/** What this process may use: a container's limit counts, not the machine's memory. */
function memoryBytes(): number {
  const limit = process.constrainedMemory()
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem()
}

/** Roles and database; repeatable, so that a first start that was cut short is completed by the next. */
async function prepareDatabase(superUrl: string, { owner, app }: Secrets): Promise<void> {
  const client = new pg.Client({ connectionString: superUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string }>(
      `select rolname as name from pg_roles union all select datname from pg_database`,
    )
    const has = (name: string) => rows.some((r) => r.name === name)
    if (!has('huiyin_owner'))
      await client.query(`create role huiyin_owner login createdb createrole password '${owner}'`)
    if (!has('huiyin_app')) {
      await client.query(`create role huiyin_app login password '${app}'`)
      await client.query('grant huiyin_app to huiyin_owner with admin option')
    }
    // A demo whose load was cut short is wiped without regard to the order of its tables.
    await client.query('grant set on parameter session_replication_role to huiyin_owner')
    if (!has(DATABASE)) await client.query(`create database ${DATABASE} owner huiyin_owner`)
  } finally {
    await client.end()
  }
}
