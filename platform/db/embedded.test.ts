import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Embedded, startEmbedded } from './embedded.ts'
import { StartFault } from './start-fault.ts'

const root = process.getuid?.() === 0
const base = mkdtempSync(join(tmpdir(), 'huiyin-embedded-'))
const dir = join(base, 'data')
const settings = { fsync: 'off' }
const log: string[] = []
const start = (at = dir) => startEmbedded({ dir: at, log: (line) => log.push(line), settings })
const PROGRAM = join(import.meta.dirname, 'embedded.ts')

async function ask<T extends pg.QueryResultRow>(url: string, text: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<T>(text)).rows
  } finally {
    await client.end()
  }
}

async function faultOf(work: Promise<unknown>): Promise<StartFault> {
  const error = await work.then(
    () => new Error('it started'),
    (e: unknown) => e,
  )
  if (!(error instanceof StartFault)) throw error
  return error
}

let database: Embedded
beforeAll(async () => {
  if (root) chmodSync(base, 0o755)
  database = await start()
}, 60_000)
afterAll(async () => {
  await database.stop()
  rmSync(base, { recursive: true, force: true })
})

test('the program connects as a role that cannot pass row-level security', async () => {
  const rows = await ask(
    database.appUrl,
    'select rolsuper, rolbypassrls, rolcreatedb from pg_roles where rolname = current_user',
  )
  expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreatedb: false }])
})

test('the owner of the tables is no superuser either', async () => {
  expect(await ask(database.ownerUrl, 'select rolsuper from pg_roles where rolname = current_user')).toEqual([
    { rolsuper: false },
  ])
})

test('text is UTF-8 and sorts the same on every machine', async () => {
  const [row] = await ask(
    database.ownerUrl,
    `select pg_encoding_to_char(encoding) as encoding, datlocprovider::text as provider, datlocale as locale from pg_database where datname = current_database()`,
  )
  expect(row).toEqual({ encoding: 'UTF8', provider: 'b', locale: 'C.UTF-8' })
})

test('passwords are readable by the owner of the folder only', () => {
  expect(statSync(join(dir, 'secrets.json')).mode & 0o777).toBe(0o600)
})

test('a killed server is started again and keeps what was committed', async () => {
  await ask(database.ownerUrl, 'create table kept as select 7 as number')
  const before = database.postmasterPid
  process.kill(before, 'SIGKILL')
  await expect.poll(() => database.postmasterPid, { timeout: 20_000 }).not.toBe(before)
  expect(await ask(database.ownerUrl, 'select number from kept')).toEqual([{ number: 7 }])
}, 30_000)

test('one that cannot be started again is told in a sentence with the place of its log; mended, it has kept everything', async () => {
  const at = join(base, 'lost')
  const { promise: lost, resolve: onLost } = Promise.withResolvers<unknown>()
  const server = await startEmbedded({ dir: at, log: () => {}, settings, onLost })
  await ask(server.ownerUrl, 'create table kept as select 7 as number')
  const control = join(at, 'postgres', 'global', 'pg_control')
  renameSync(control, `${control}.away`)
  process.kill(server.postmasterPid, 'SIGKILL')
  const fault = await faultOf(Promise.reject(await lost))
  expect(fault.zh).toContain(`数据库启动不了，原因见 ${join(at, 'postgres', 'log')}`)
  await server.stop()
  expect((await faultOf(start(at))).en).toContain('could not find the database system')
  renameSync(`${control}.away`, control)
  const again = await start(at)
  expect(await ask(again.ownerUrl, 'select number from kept')).toEqual([{ number: 7 }])
  await again.stop()
}, 60_000)

test('a server left over by a killed program is stopped and started cleanly', async () => {
  const at = join(base, 'leftover')
  const program = `
    const { startEmbedded } = await import(${JSON.stringify(PROGRAM)})
    const { postmasterPid } = await startEmbedded({ dir: ${JSON.stringify(at)}, log() {}, settings: { fsync: 'off' } })
    console.log(postmasterPid)
    process.kill(process.pid, 'SIGKILL')`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout.on('data', (text) => {
    said += text
  })
  await once(child, 'close')
  const left = Number(said)
  expect(() => process.kill(left, 0)).not.toThrow()

  const again = await start(at)
  expect(again.postmasterPid).not.toBe(left)
  expect(await ask(again.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }])
  await again.stop()
}, 60_000)

describe('a stopped folder', () => {
  const at = join(base, 'stopped')
  beforeAll(async () => {
    await (await start(at)).stop()
  }, 60_000)

  test('whose pid file names a stranger starts all the same', async () => {
    writeFileSync(join(at, 'postgres', 'postmaster.pid'), `${process.pid}\n${at}\n1\n5432\n\n\n0\nready\n`)
    const again = await start(at)
    await again.stop()
  })

  test('of a newer PostgreSQL is refused with one sentence', async () => {
    const file = join(at, 'postgres', 'PG_VERSION')
    const ours = readFileSync(file, 'utf8')
    writeFileSync(file, '99\n')
    const fault = await faultOf(start(at))
    writeFileSync(file, ours)
    expect(fault.zh).toContain('来自更新的版本（PostgreSQL 99')
  })

  test('without its passwords is refused with one sentence', async () => {
    const file = join(at, 'secrets.json')
    const text = readFileSync(file)
    rmSync(file)
    const fault = await faultOf(start(at))
    writeFileSync(file, text)
    expect(fault.en).toContain('secrets.json is missing')
  })
})

test('a file where the data folder should be is said plainly', async () => {
  const at = join(base, 'a-file')
  writeFileSync(at, '')
  expect((await faultOf(start(at))).zh).toContain('不是文件夹')
})

test.runIf(root && process.platform === 'linux')(
  'root may keep the data in a folder closed to others',
  async () => {
    const closed = join(base, 'closed')
    mkdirSync(closed)
    chmodSync(closed, 0o700)
    const there = await start(join(closed, 'data'))
    expect(await ask(there.appUrl, 'select 1 as one')).toEqual([{ one: 1 }])
    await there.stop()
  },
  30_000,
)

/** A disk of 20 MB, where the machine lets us mount one. */
function smallDisk(at: string): boolean {
  try {
    mkdirSync(at)
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=20m', 'none', at], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

test.runIf(root && process.platform === 'linux')(
  'a full disk is said plainly and leaves nothing half-made',
  async (ctx) => {
    const at = join(base, 'small')
    if (!smallDisk(at)) return ctx.skip()
    try {
      expect((await faultOf(start(join(at, 'data')))).zh).toContain('磁盘已满')
      expect(() => statSync(join(at, 'data', 'postgres'))).toThrow()
    } finally {
      execFileSync('umount', [at])
    }
  },
  30_000,
)
