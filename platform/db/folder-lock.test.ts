import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { lockFolder } from './folder-lock.ts'
import { bornOf } from './process-birth.ts'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'huiyin-lock-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const holder = (more: object) =>
  writeFileSync(
    join(dir, 'lock.json'),
    JSON.stringify({
      pid: process.pid,
      born: bornOf(process.pid),
      host: '',
      address: 'http://localhost:7300',
      ...more,
    }),
  )

test('a second program is told where the first one runs', () => {
  const lock = lockFolder(dir, 'http://localhost:7300')
  lock.setAddress('http://localhost:7301')
  expect(() => lockFolder(dir, '')).toThrow(`already runs at http://localhost:7301 (pid ${process.pid})`)
  lock.release()
  lockFolder(dir, '').release()
})

test('the lock of a killed program is taken over', async () => {
  const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'])
  holder({ pid: child.pid, born: bornOf(child.pid!), host: (await import('node:os')).hostname() })
  expect(() => lockFolder(dir, '')).toThrow('already runs')
  child.kill('SIGKILL')
  await new Promise((resolve) => child.once('exit', resolve))
  lockFolder(dir, '').release()
})

test('a pid that another process was given since does not hold the lock', async () => {
  holder({ born: 'another boot:1', host: (await import('node:os')).hostname() })
  lockFolder(dir, '').release()
})

test('a program in another container holds the lock as long as it gives a sign of life', () => {
  holder({ host: 'another-container' })
  expect(() => lockFolder(dir, '')).toThrow('already runs')
  const old = new Date(Date.now() - 60_000)
  utimesSync(join(dir, 'lock.json'), old, old)
  lockFolder(dir, '').release()
})

test('a torn lock file is taken over', () => {
  writeFileSync(join(dir, 'lock.json'), '{"pid":')
  lockFolder(dir, '').release()
})
