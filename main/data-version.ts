import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartFault } from '#platform/db/start-fault'

const PACKAGE = join(import.meta.dirname, '..', 'package.json')

export function programVersion(): string {
  return (JSON.parse(readFileSync(PACKAGE, 'utf8')) as { version: string }).version
}

/**
 * Marks the data folder with this program's version.
 * Errors: StartFault when a newer program has written there: going back would meet tables that it does not know.
 */
export function markDataVersion(dir: string, ours = programVersion()): void {
  const file = join(dir, 'version.json')
  const theirs = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
    : null
  if (theirs === ours) return
  if (theirs && isNewer(theirs, ours)) {
    throw new StartFault(
      `数据文件夹 ${dir} 来自更新的回音 ${theirs}（本程序是 ${ours}）。请更新程序后再启动。`,
      `The data folder ${dir} was written by a newer Huiyin ${theirs} (this program is ${ours}). Update the program, then start again.`,
    )
  }
  writeFileSync(`${file}.new`, `${JSON.stringify({ version: ours })}\n`)
  renameSync(`${file}.new`, file)
}

/** Compares `1.10.2` and `1.9.0` by their numbers; what follows a hyphen does not count. */
export function isNewer(a: string, b: string): boolean {
  const numbers = (version: string) => version.split('-')[0]!.split('.').map(Number)
  const [left, right] = [numbers(a), numbers(b)]
  const at = left.findIndex((n, i) => n !== right[i])
  return at >= 0 && left[at]! > (right[at] ?? 0)
}
