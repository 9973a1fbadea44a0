import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { round } from './measure.ts'

const DIST = join(import.meta.dirname, '..', 'dist')

/** (d) What a browser downloads, compressed: the customer's two pages in all, and the console's first load. */
export function measureBytes() {
  return {
    'customer form': pageBytes('customer', 'form.html', '/c/'),
    'customer progress': pageBytes('customer', 'progress.html', '/c/'),
    'chat widget on a foreign page': {
      files: 1,
      kb: round(compressed(join(DIST, 'widget', 'widget.js')) / 1024, 1),
    },
    'console, first load': pageBytes('staff', 'index.html', '/'),
    'console, all of it': {
      kb: round(walk(join(DIST, 'staff')).reduce((n, f) => n + compressed(f), 0) / 1024, 1),
    },
  }
}

/** The page, the files it names, and what those import at once; parts loaded later are not of the first load. */
function pageBytes(site: string, page: string, base: string) {
  const folder = join(DIST, site)
  const seen = new Set<string>()
  const queue = [join(folder, page)]
  for (const file of queue) {
    if (seen.has(file) || !existsSync(file)) continue
    seen.add(file)
    const text = readFileSync(file, 'utf8')
    const names = file.endsWith('.html')
      ? [...text.matchAll(/(?:src|href)="([^"]+\.(?:js|css))"/g)]
      : [...text.matchAll(/(?:^|[;\n}])import(?:[^"'()]*from)?\s*["']\.\/([^"']+\.js)["']/g)]
    for (const [, name] of names)
      queue.push(file.endsWith('.html') ? join(folder, name!.replace(base, '/')) : join(file, '..', name!))
  }
  return { files: seen.size, kb: round([...seen].reduce((n, f) => n + compressed(f), 0) / 1024, 1) }
}

function compressed(file: string): number {
  return brotliCompressSync(readFileSync(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length
}

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((f) =>
    f.isDirectory() ? walk(join(folder, f.name)) : [join(folder, f.name)],
  )
}
