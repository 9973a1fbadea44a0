import { createHash } from 'node:crypto'
import { join, resolve } from 'node:path'
import { build, type Plugin, type Rollup } from 'vite'

/** Builds kiosk/worker/sw.ts to kiosk-sw.js beside the pages, with the list of files that a tablet keeps for starting without a network. */
export function kioskWorker(): Plugin {
  let files: string[] = []
  let version = ''
  let outDir = ''
  return {
    name: 'kiosk-worker',
    apply: 'build',
    enforce: 'post',
    configResolved: (config) => {
      outDir = resolve(config.root, config.build.outDir)
    },
    generateBundle(_options, bundle) {
      const page = bundle['kiosk.html']
      const html = page?.type === 'asset' ? String(page.source) : ''
      files = filesOf(bundle)
      version = createHash('sha256').update(html).update(files.join()).digest('hex').slice(0, 16)
    },
    async closeBundle() {
      await build({
        configFile: false,
        root: join(import.meta.dirname, 'kiosk', 'worker'),
        publicDir: false,
        logLevel: 'warn',
        define: { KIOSK_FILES: JSON.stringify(files), KIOSK_VERSION: JSON.stringify(version) },
        build: {
          outDir,
          emptyOutDir: false,
          lib: { entry: 'sw.ts', formats: ['iife'], name: 'kiosk', fileName: () => 'kiosk-sw.js' },
        },
      })
    },
  }
}

/** Everything the tablet's page may ask for: its scripts, all languages, the code's drawer, the styles. */
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
      chunk.moduleIds.some((id) => id.endsWith('kiosk/main.tsx'))
    )
      take(chunk.fileName)
  return [...files].sort().map((file) => `/c/${file}`)
}
