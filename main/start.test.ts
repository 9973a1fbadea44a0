import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { freePort } from '#test/free-port'

/** The program as a person starts it: a process of its own, on its own data folder. */
const dir = mkdtempSync(join(tmpdir(), 'huiyin-start-'))
const data = join(dir, 'data')
const START = join(import.meta.dirname, 'start.ts')

type Program = { process: ChildProcess; words: () => string; exit: Promise<number | null> }

const running: Program[] = []

function start(env: Record<string, string> = {}): Program {
  const child = spawn(process.execPath, [START], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, HUIYIN_DATA: data, HUIYIN_DEMO: '0', HUIYIN_HOST: '127.0.0.1', ...env },
  })
  let words = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      words += text
    })
  }
  const program: Program = {
    process: child,
    words: () => words,
    exit: once(child, 'close').then(([code]) => code as number | null),
  }
  running.push(program)
  return program
}

async function ready(program: Program): Promise<void> {
  await expect.poll(program.words, { timeout: 40_000, interval: 50 }).toContain('Ctrl-C')
}

let port: string
let taken: Server
beforeAll(async () => {
  taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  port = String(await freePort('127.0.0.1'))
})
afterEach(async () => {
  for (const program of running.splice(0)) {
    program.process.kill('SIGTERM')
    await program.exit
  }
})
afterAll(() => {
  taken.close()
  rmSync(dir, { recursive: true, force: true })
})

test('it starts, answers, refuses a second start and stops cleanly', async () => {
  const first = start({ PORT: port })
  await ready(first)
  expect((await fetch(`http://127.0.0.1:${port}/health/ready`)).status).toBe(200)

  const second = start({ PORT: port })
  expect(await second.exit).toBe(1)
  expect(second.words()).toContain(`回音已经在运行：http://localhost:${port}（进程 ${first.process.pid}）`)

  first.process.kill('SIGTERM')
  expect(await first.exit).toBe(0)
  expect(() => readFileSync(join(data, 'postgres', 'postmaster.pid'))).toThrow()
}, 60_000)

test('killed, it starts again', async () => {
  const first = start({ PORT: port })
  await ready(first)
  first.process.kill('SIGKILL')
  await first.exit
  const again = start({ PORT: port })
  await ready(again)
  again.process.kill('SIGINT')
  expect(await again.exit).toBe(0)
}, 60_000)

test('a taken port is said plainly, before anything else is started', async () => {
  const program = start({ PORT: String((taken.address() as { port: number }).port) })
  expect(await program.exit).toBe(1)
  expect(program.words()).toMatch(/端口 \d+ 已被别的程序占用/)
})

test('the data folder of a newer program is refused', async () => {
  const file = join(data, 'version.json')
  const ours = readFileSync(file)
  writeFileSync(file, '{"version":"99.0.0"}')
  const program = start({ PORT: port })
  expect(await program.exit).toBe(1)
  expect(program.words()).toContain('来自更新的回音 99.0.0')
  writeFileSync(file, ours)
})

test('a wrong setting is named', async () => {
  const program = start({ PORT: 'seventy' })
  expect(await program.exit).toBe(1)
  expect(program.words()).toContain('设置 PORT（seventy）不对')
})

test('an external database that does not answer is said plainly', async () => {
  const program = start({ PORT: port, DATABASE_URL: 'postgres://u:p@127.0.0.1:1/db' })
  expect(await program.exit).toBe(1)
  expect(program.words()).toContain('连不上数据库')
})
