import { createHash } from 'node:crypto'
import { join, resolve } from 'node:path'
import { build, type Plugin, type Rollup } from 'vite'

/** Pages that stand on a shop's tablet. */
const PAGES = ['kiosk', 'salon']

/** Builds tablet/worker/sw.ts to tablet-sw.js beside the pages, with the list of files that a tablet keeps for starting without a network. */
export function tabletWorker(): Plugin {
  let files: string[] = []
  let version = ''
  let outDir = ''
  return {
    name: 'tablet-worker',
    apply: 'build',
    enforce: 'post',
    configResolved: (config) => {
      outDir = resolve(config.root, config.build.outDir)
    },
    generateBundle(_options, bundle) {
      files = filesOf(bundle)
      const hash = createHash('sha256').update(files.join())
      for (const name of PAGES) {
        const page = bundle[`${name}.html`]
        if (page?.type === 'asset') hash.update(String(page.source))
      }
      version = hash.digest('hex').slice(0, 16)
    },
    async closeBundle() {
      await build({
        configFile: false,
        root: join(import.meta.dirname, 'tablet', 'worker'),
        publicDir: false,
        logLevel: 'warn',
        define: { TABLET_FILES: JSON.stringify(files), TABLET_VERSION: JSON.stringify(version) },
        build: {
          outDir,
          emptyOutDir: false,
          lib: { entry: 'sw.ts', formats: ['iife'], name: 'tablet', fileName: () => 'tablet-sw.js' },
        },
      })
    },
  }
}

/** Everything that the tablets' pages may ask for: their scripts, all languages, the styles. */
function filesOf(bundle: Rollup.OutputBundle): string[] {
  const files = new Set(Object.keys(bundle).filter((file) => file.endsWith('.css')))
  const take = (name: string): void => {
    const chunk = bundle[name]
    if (chunk?.type !== 'chunk' || files.has(name)) return
    files.add(name)
    for (const next of [...chunk.imports, ...chunk.dynamicImports]) take(next)
  }
  for (const chunk of Object.values(bundle))
    if (
      chunk.type === 'chunk' &&
      chunk.isEntry &&
      chunk.moduleIds.some((id) => PAGES.some((page) => id.endsWith(`${page}/main.tsx`)))
    )
      take(chunk.fileName)
  return [...files].sort().map((file) => `/c/${file}`)
}
