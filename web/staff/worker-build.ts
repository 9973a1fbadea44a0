import { createHash } from 'node:crypto'
import { join, resolve } from 'node:path'
import { build, type Plugin, type Rollup } from 'vite'

/** Pages that must open without a network, and the words they are written in. */
const OFFLINE_PAGES = /\/(CounterPage|TodosPage|MePage|HomePage)\.tsx$/
const OFFLINE_WORDS = /\/locales\/(zh-CN|zh-TW|en)\/(common|channels|home|tasks|tickets)\.json$/

/**
 * Builds worker/sw.ts to sw.js beside index.html, with the list of files that the console keeps for working without a network (X4):
 * the shell, the quick entry and the to-dos with all they import.
 */
export function serviceWorker(): Plugin {
  let kept: { url: string; revision: string | null }[] = []
  let outDir = ''
  return {
    name: 'huiyin-service-worker',
    apply: 'build',
    enforce: 'post',
    configResolved: (config) => {
      outDir = resolve(config.root, config.build.outDir)
    },
    generateBundle(_options, bundle) {
      const html = bundle['index.html']
      const page = html?.type === 'asset' ? String(html.source) : ''
      const revision = createHash('sha256').update(page).digest('hex').slice(0, 16)
      kept = [
        { url: '/index.html', revision },
        ...offlineFiles(bundle).map((file) => ({ url: `/${file}`, revision: null })),
      ]
    },
    async closeBundle() {
      await build({
        configFile: false,
        root: join(import.meta.dirname, 'worker'),
        publicDir: false,
        logLevel: 'warn',
        define: {
          'self.__WB_MANIFEST': JSON.stringify(kept),
          'process.env.NODE_ENV': '"production"',
        },
        build: {
          outDir,
          emptyOutDir: false,
          lib: { entry: 'sw.ts', formats: ['iife'], name: 'huiyin', fileName: () => 'sw.js' },
        },
      })
    },
  }
}

function offlineFiles(bundle: Rollup.OutputBundle): string[] {
  const files = new Set<string>()
  const take = (name: string) => {
    const chunk = bundle[name]
    if (!chunk || files.has(name)) return
    files.add(name)
    if (chunk.type !== 'chunk') return
    const styles = (chunk as { viteMetadata?: { importedCss: Set<string> } }).viteMetadata?.importedCss ?? []
    for (const css of styles) files.add(css)
    for (const imported of chunk.imports) take(imported)
  }
  for (const chunk of Object.values(bundle)) {
    if (chunk.type !== 'chunk') continue
    const made = chunk.moduleIds.some((id) => OFFLINE_PAGES.test(id) || OFFLINE_WORDS.test(id))
    if (chunk.isEntry || made) take(chunk.fileName)
  }
  return [...files].sort()
}
