import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT, stop } from './install.mjs'

const WEBS = ['staff', 'customer', 'widget']
const MARK = join(ROOT, 'dist', '.built-from')
const SOURCES = ['web', 'contracts', 'locales', 'package-lock.json', 'tsconfig.json']

/** Builds the webs into dist/ when their sources changed since the last build. */
export async function buildWebIfStale(node) {
  const now = hashOfSources()
  const built = existsSync(MARK) ? readFileSync(MARK, 'utf8') : ''
  if (built === now && WEBS.every((web) => existsSync(join(ROOT, 'dist', web)))) return
  const startedAt = Date.now()
  console.log('  构建网页 · building the web pages …')
  const results = await Promise.all(WEBS.map((web) => build(node, web)))
  const failed = results.filter((r) => r.code !== 0)
  if (failed.length) {
    console.error(failed.map((r) => r.words).join('\n'))
    stop('网页没有构建成功，原因见上。', 'The web pages were not built; the reason stands above.')
  }
  for (const web of WEBS) putInPlace(web)
  writeFileSync(MARK, now)
  console.log(`  构建网页 · building the web pages ✓ ${Math.round((Date.now() - startedAt) / 1000)} s`)
}

/** Built beside the old one, which a running program goes on serving, and which stays when the build fails. */
function build(node, web) {
  const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js')
  const config = join('web', web, 'vite.config.ts')
  const args = ['build', '--config', config, '--outDir', freshDir(web), '--emptyOutDir', '--logLevel', 'warn']
  const child = spawn(node, [vite, ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NO_COLOR: '1' },
  })
  let words = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (words += text))
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, words })))
}

function freshDir(web) {
  return join(ROOT, 'dist', `.${web}`)
}

function putInPlace(web) {
  const place = join(ROOT, 'dist', web)
  rmSync(place, { recursive: true, force: true })
  renameSync(freshDir(web), place)
}

function hashOfSources() {
  const hash = createHash('sha256')
  for (const file of SOURCES.flatMap(filesUnder))
    hash.update(`${file}\0`).update(readFileSync(join(ROOT, file)))
  return hash.digest('hex')
}

/** Tests do not make a page; paths are relative and sorted, so that every machine agrees. */
function filesUnder(path) {
  const full = join(ROOT, path)
  if (!existsSync(full)) return []
  if (statSync(full).isDirectory()) {
    const names = readdirSync(full, { withFileTypes: true })
    return names
      .flatMap((entry) =>
        entry.isDirectory() ? filesUnder(`${path}/${entry.name}`) : [`${path}/${entry.name}`],
      )
      .filter((file) => !/\.test\.tsx?$/.test(file))
      .sort()
  }
  return [path]
}
