import { execFileSync, spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { StartFault } from './start-fault.ts'

/** Who runs PostgreSQL, which refuses to run as root. */
export type Account = {
  /** Program and arguments that run `file` as this account; `uid` and `gid` go to spawn. */
  command: (file: string, args: string[]) => { file: string; args: string[]; uid?: number; gid?: number }
  /** Hands a file or a whole folder to this account (made by us, or copied by root). */
  own: (path: string) => void
}

type Ids = { uid: number; gid: number }

const AS_ONESELF: Account = { command: (file, args) => ({ file, args }), own: () => {} }
const NEW_USER = 'huiyin'
const NOBODY: Ids = { uid: 65534, gid: 65534 }

/**
 * The account for a database in `cluster`: oneself, or as root the folder's owner, `postgres`, `huiyin` (created), or nobody.
 * Shape:  `reach` are the places it must get to; where a parent folder is closed to it (a clone in /root, a 0700 folder),
 *         it is given the one capability that opens closed folders (Linux, setpriv).
 * Errors: StartFault when there is no way.
 */
export function chooseAccount(cluster: string, reach: { programs: string[]; folders: string[] }): Account {
  if (process.platform === 'win32' || process.getuid?.() !== 0) return AS_ONESELF
  const ids = ownerOf(cluster) ?? idsOf('postgres') ?? idsOf(NEW_USER) ?? createUser() ?? NOBODY
  const own = (path: string) => execFileSync('chown', ['-R', `${ids.uid}:${ids.gid}`, path])
  const plain: Account = { own, command: (file, args) => ({ file, args, ...ids }) }
  if (reaches(plain, reach)) return plain
  const lifted: Account = {
    own,
    command: (file, args) => ({ file: 'setpriv', args: [...lift(ids), file, ...args] }),
  }
  if (process.platform === 'linux' && reaches(lifted, reach)) return lifted
  throw new StartFault(
    `以 root 启动时，数据库以另一个系统用户运行，而它进不了 ${reach.folders[0]} 或程序所在的文件夹。请把回音放到 /opt 或 /srv 下，或改用普通用户启动。`,
    `Started by root, the database runs as another system user, who cannot get into ${reach.folders[0]} or the program's folder. Put Huiyin under /opt or /srv, or start it as an ordinary user.`,
  )
}

function ownerOf(cluster: string): Ids | null {
  try {
    const { uid, gid } = statSync(cluster)
    return uid === 0 ? null : { uid, gid }
  } catch {
    return null
  }
}

function idsOf(user: string): Ids | null {
  try {
    const id = (flag: string) => Number(execFileSync('id', [flag, user], { stdio: 'pipe', encoding: 'utf8' }))
    return { uid: id('-u'), gid: id('-g') }
  } catch {
    return null
  }
}

function createUser(): Ids | null {
  const ways: [string, string[]][] = [
    ['useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', NEW_USER]],
    ['adduser', ['-S', '-D', '-H', NEW_USER]],
  ]
  for (const [file, args] of ways) {
    if (spawnSync(file, args, { stdio: 'ignore' }).status === 0) return idsOf(NEW_USER)
  }
  return null
}

/**
 * PostgreSQL looks for itself with access(2), which ignores the capabilities of an ordinary user unless
 * no_setuid_fixup is set; without it the server cannot find its own program in a closed folder.
 */
function lift({ uid, gid }: Ids): string[] {
  return [
    '--reuid',
    String(uid),
    '--regid',
    String(gid),
    '--clear-groups',
    '--inh-caps',
    '+dac_override',
    '--ambient-caps',
    '+dac_override',
    '--securebits',
    '+no_setuid_fixup',
  ]
}

function reaches(
  account: Account,
  { programs, folders }: { programs: string[]; folders: string[] },
): boolean {
  const script = 'for p in "$@"; do if [ -d "$p" ]; then [ -x "$p/." ]; else [ -x "$p" ]; fi || exit 1; done'
  const { file, args, uid, gid } = account.command('/bin/sh', ['-c', script, 'sh', ...programs, ...folders])
  return spawnSync(file, args, { uid, gid, cwd: '/', stdio: 'ignore' }).status === 0
}
