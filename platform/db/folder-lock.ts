import { linkSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { bornOf } from './process-birth.ts'
import { StartFault } from './start-fault.ts'

type Holder = { pid: number; born: string; host: string; address: string }
export type FolderLock = { setAddress: (address: string) => void; release: () => void }

const BEAT_MS = 5_000
/** A holder on another machine (or in another container) is believed dead when its file was not touched for so long. */
const SILENT_MS = 20_000

/**
 * Takes the data folder for this process, so that no second program works on it.
 * Shape:  lock.json names the holder; it is taken over when that process is gone, also after kill -9 or a reused pid.
 * Errors: StartFault naming address and pid of the program that already runs.
 */
export function lockFolder(dir: string, address: string): FolderLock {
  const file = join(dir, 'lock.json')
  const me: Holder = { pid: process.pid, born: bornOf(process.pid) ?? '', host: hostname(), address }
  take(file, me)
  const beat = setInterval(() => touch(file), BEAT_MS)
  beat.unref()
  return {
    setAddress: (now) => writeFileSync(file, JSON.stringify({ ...me, address: now })),
    release: () => {
      clearInterval(beat)
      if (read(file)?.pid === me.pid) rmSync(file, { force: true })
    },
  }
}

function take(file: string, me: Holder): void {
  const mine = `${file}.${process.pid}`
  writeFileSync(mine, JSON.stringify(me))
  try {
    for (let tries = 0; tries < 5; tries++) {
      if (tryLink(mine, file)) return
      const holder = read(file)
      if (holder && lives(holder, file)) throw alreadyRuns(holder)
      renameAway(file)
    }
    throw new Error(`could not take ${file}`)
  } finally {
    rmSync(mine, { force: true })
  }
}

/** A hard link is made by one process only, and with its whole content; some network and FAT disks have none. */
function tryLink(mine: string, file: string): boolean {
  try {
    linkSync(mine, file)
    return true
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return false
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS') throw error
  }
  try {
    writeFileSync(file, readFileSync(mine), { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function renameAway(file: string): void {
  const gone = `${file}.stale.${process.pid}`
  try {
    renameSync(file, gone)
  } catch {
    return
  }
  rmSync(gone, { force: true })
}

function read(file: string): Holder | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder
  } catch {
    return null
  }
}

function lives(holder: Holder, file: string): boolean {
  if (holder.host !== hostname()) return Date.now() - statSync(file).mtimeMs < SILENT_MS
  const born = bornOf(holder.pid)
  return born !== null && (holder.born === '' || born === holder.born)
}

function alreadyRuns({ address, pid }: Holder): StartFault {
  return new StartFault(
    `回音已经在运行：${address}（进程 ${pid}）。要再开一个，请另设 HUIYIN_DATA 和 PORT。`,
    `Huiyin already runs at ${address} (pid ${pid}). For a second one set another HUIYIN_DATA and PORT.`,
  )
}

function touch(file: string): void {
  try {
    utimesSync(file, new Date(), new Date())
  } catch {
    // The folder was removed under us; the next write of the database says so better.
  }
}
