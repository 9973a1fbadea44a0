// Plain JavaScript for any Node ≥ 18: this runs before the Node that the project brings is there.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('..', import.meta.url))
const WINDOWS = process.platform === 'win32'
const LEAST_NODE = 24

/** Installs from the lock file when what is installed is not what it says. */
export function installIfNeeded() {
  if (isInstalled()) return
  console.log('  安装依赖（第一次约一分钟）· installing packages (about a minute the first time)')
  const npm = process.env.npm_execpath
  const args = [
    'ci',
    '--no-fund',
    '--no-audit',
    '--loglevel',
    'error',
    '--progress',
    String(process.stdout.isTTY === true),
  ]
  const done = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...args], { cwd: ROOT, stdio: 'inherit' })
    : spawnSync(WINDOWS ? 'npm.cmd' : 'npm', args, { cwd: ROOT, stdio: 'inherit', shell: WINDOWS })
  if (done.status === 0) return
  stop(
    '依赖没有装好，原因见上。联网后再试一次：npm ci',
    'The packages were not installed; the reason stands above. Once online, try again: npm ci',
  )
}

/** npm writes its own record at the end of an install; every package of ours must stand in it with the same version. */
function isInstalled() {
  const record = join(ROOT, 'node_modules', '.package-lock.json')
  if (!existsSync(record)) return false
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages
  const wanted = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).packages
  return Object.entries(wanted).every(
    ([path, { version, optional, devOptional }]) =>
      path === '' || installed[path]?.version === version || ((optional || devOptional) && !installed[path]),
  )
}

/** The Node that runs the TypeScript: the one the project brings, or the present one if it is new enough. */
export function findNode() {
  const brought = join(ROOT, 'node_modules', 'node', 'bin', WINDOWS ? 'node.exe' : 'node')
  if (existsSync(brought) && spawnSync(brought, ['--version']).status === 0) return brought
  if (Number.parseInt(process.versions.node, 10) >= LEAST_NODE) return process.execPath
  return stop(
    `需要 Node ${LEAST_NODE}：随附的没有装上（npm 可能禁止了安装脚本）。请执行 npm rebuild node，或安装 Node ${LEAST_NODE}。`,
    `Node ${LEAST_NODE} is needed and the one we bring was not installed (npm may forbid install scripts). Run npm rebuild node, or install Node ${LEAST_NODE}.`,
  )
}

/** Ends the program with one sentence in Chinese and one in English. */
export function stop(zh, en) {
  console.error(`\n  ${zh}\n  ${en}\n`)
  process.exit(1)
}
