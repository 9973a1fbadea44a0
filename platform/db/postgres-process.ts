import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { readFileSync, readlinkSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Account } from './postgres-account.ts'
import type { PostgresBinaries } from './postgres-binaries.ts'
import { bornOf } from './process-birth.ts'
import { explainFault, StartFault } from './start-fault.ts'

export type PostgresProcess = {
  pid: number
  /** Resolves when the server is gone, for whatever reason. */
  gone: Promise<void>
  /** Fast stop: open transactions are rolled back, what was committed stays. */
  stop: () => Promise<void>
}

export type Cluster = { dir: string; binaries: PostgresBinaries; account: Account }

const POLL_MS = 20
const STOP_MS = 30_000
const WINDOWS = process.platform === 'win32'

/**
 * Starts the server on an initialised folder and waits until it takes connections, however long recovery lasts.
 * Errors: StartFault: where the system refuses (disk, permission), or with the server's own words.
 */
export async function launch(cluster: Cluster): Promise<PostgresProcess> {
  return WINDOWS ? launchOnWindows(cluster) : launchHere(cluster)
}

async function launchHere({ dir, binaries, account }: Cluster): Promise<PostgresProcess> {
  const { file, args, uid, gid } = account.command(binaries.postgres, ['-D', dir])
  // Own session: a Ctrl-C in the terminal reaches this program first, which then stops the server in order.
  const child = spawn(file, args, {
    uid,
    gid,
    cwd: '/',
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: plainEnv(),
  })
  let words = ''
  child.stderr!.setEncoding('utf8').on('data', (text: string) => {
    words = (words + text).slice(-8000)
  })
  const gone = goneOf(child)
  let ended = false
  gone.then(() => {
    ended = true
  })
  while (!ended && !isReady(dir, child.pid)) await delay(POLL_MS)
  if (ended) throw explainFault({ message: words }, dir) ?? doesNotStart(dir, words)
  child.unref()
  const pipe = child.stderr as unknown as { unref: () => void }
  pipe.unref()
  // The pid of one that is gone may be somebody else's by now.
  const stop = async () => (ended ? undefined : stopPid(child.pid!, gone))
  return { pid: child.pid!, gone, stop }
}

/** In the server's own words, as far as it spoke before its log was open. */
function doesNotStart(dir: string, words: string): StartFault {
  const said = words.trim().replaceAll(/\s*\n\s*/g, ' ')
  const log = join(dir, 'log')
  return new StartFault(
    `数据库启动不了，原因见 ${log}：${said}`,
    `The database does not start; see ${log} for the reason: ${said}`,
  )
}

function goneOf(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
}

/** PGOPTIONS and the like in the caller's environment are not meant for us; LC_MESSAGES keeps the words recognisable. */
function plainEnv(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^PG|^LC_|^LANG$/.test(name))
  return { ...Object.fromEntries(kept), LC_ALL: 'C' }
}

async function launchOnWindows(cluster: Cluster): Promise<PostgresProcess> {
  controlOnWindows(cluster, 'start', '-l', join(cluster.dir, 'start.log'))
  const { pid } = readPid(cluster.dir)!
  const gone = goneByPolling(pid)
  return {
    pid,
    gone,
    stop: async () => {
      controlOnWindows(cluster, 'stop', '-m', 'fast')
      await gone
    },
  }
}

/** pg_ctl gives up administrator rights, which the server itself refuses to run with, and can stop it in order. */
function controlOnWindows({ dir, binaries }: Omit<Cluster, 'account'>, ...args: string[]): void {
  execFileSync(binaries.pgCtl, [...args, '-D', dir, '-w', '-t', '600'], {
    stdio: 'ignore',
    windowsHide: true,
  })
}

/** Ends a server that a killed program left behind in this folder; removes the mark of one that is long gone. */
export async function endLeftover({ dir, binaries }: Cluster): Promise<void> {
  const left = readPid(dir)
  if (!left) return
  if (runsHere(left.pid, dir)) {
    if (WINDOWS) controlOnWindows({ dir, binaries }, 'stop', '-m', 'fast')
    else await stopPid(left.pid, goneByPolling(left.pid))
  }
  // Its pid may belong to anything by now, which PostgreSQL itself cannot tell and would refuse to start.
  rmSync(join(dir, 'postmaster.pid'), { force: true })
  if (/huiyin-\w+$/.test(left.socketDir)) rmSync(left.socketDir, { recursive: true, force: true })
}

async function stopPid(pid: number, gone: Promise<void>): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (!signalled(pid, signal)) break
    const waiting = new AbortController()
    const late = delay(STOP_MS, 'late', { signal: waiting.signal }).catch(() => 'stopped')
    const outcome = await Promise.race([gone, late])
    waiting.abort()
    if (outcome !== 'late') return
  }
  await gone
}

function signalled(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal)
  } catch {
    return false
  }
}

async function goneByPolling(pid: number): Promise<void> {
  while (bornOf(pid) !== null) await delay(WINDOWS ? 1000 : 50, undefined, { ref: !WINDOWS })
}

function readPid(dir: string): { pid: number; socketDir: string; state: string } | null {
  try {
    const lines = readFileSync(join(dir, 'postmaster.pid'), 'utf8').split('\n')
    const pid = Number(lines[0])
    return Number.isInteger(pid) && pid > 0
      ? { pid, socketDir: lines[4] ?? '', state: lines[7]?.trim() ?? '' }
      : null
  } catch {
    return null
  }
}

function isReady(dir: string, pid: number | undefined): boolean {
  const now = readPid(dir)
  return now !== null && now.pid === pid && now.state === 'ready'
}

/** The server's working folder is its cluster, which tells it from whatever else was given its pid since. */
function runsHere(pid: number, dir: string): boolean {
  if (bornOf(pid) === null) return false
  if (WINDOWS) return true
  if (process.platform === 'linux') {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === dir
    } catch {
      return false
    }
  }
  return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).includes(dir)
}
