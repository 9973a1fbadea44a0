import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { defineConfig, type Plugin } from 'vite'
import { tabletWorker } from './tablet-worker-build.ts'

const here = import.meta.dirname

/**
 * The customer's pages: dist/customer/form.html, progress.html and kiosk.html (a tablet at the door), files under /c/.
 * Targets are the oldest browsers that customers bring: WeChat's X5 (Chrome 70) and iOS 13.
 */
export default defineConfig({
  root: here,
  base: '/c/',
  plugins: [shells(), scriptsSideBySide(), tabletWorker()],
  build: {
    outDir: resolve(here, '../../dist/customer'),
    emptyOutDir: true,
    target: ['chrome70', 'safari13'],
    cssTarget: ['chrome70', 'safari13'],
    cssCodeSplit: false,
    modulePreload: false,
    assetsInlineLimit: 0,
    reportCompressedSize: true,
    rolldownOptions: {
      output: {
        chunkFileNames: ({ name, isDynamicEntry, facadeModuleId }) =>
          nameOf(name, isDynamicEntry, facadeModuleId),
      },
      input: {
        start: resolve(here, 'start.ts'),
        form: resolve(here, 'form.html'),
        progress: resolve(here, 'progress.html'),
        order: resolve(here, 'order.html'),
        'check-up': resolve(here, 'check-up.html'),
        event: resolve(here, 'event.html'),
        salon: resolve(here, 'salon.html'),
        kiosk: resolve(here, 'kiosk.html'),
      },
    },
  },
})

/** words-zh-CN-….js and kiosk-zh-CN-….js for a language, shared-….js for what both pages use. */
function nameOf(name: string, isDynamicEntry: boolean, module: string | null): string {
  const [, locale, room] = (isDynamicEntry && /locales\/([\w-]+)\/(\w+)/.exec(module ?? '')) || []
  return `assets/${locale ? `${room === 'kiosk' ? 'kiosk' : 'words'}-${locale}` : isDynamicEntry ? name : 'shared'}-[hash].js`
}

/** What all pages begin with stands once in shell/: <!--shell:head--> is shell/head.html. */
function shells(): Plugin {
  const part = (name: string): string => readFileSync(resolve(here, 'shell', `${name}.html`), 'utf8').trim()
  return {
    name: 'shells',
    transformIndexHtml: {
      order: 'pre',
      handler: (html) => html.replace(/<!--shell:([\w-]+)-->/g, (_, name: string) => part(name)),
    },
  }
}

/**
 * Names every script a page needs in its HTML, so that none waits for another to be read first.
 * modulepreload would do the same, but Safari before 17 ignores it.
 */
function scriptsSideBySide(): Plugin {
  return {
    name: 'scripts-side-by-side',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle, chunk }) {
        if (!bundle || !chunk) return html
        const needed = new Set<string>()
        const visit = (file: string): void => {
          const found = bundle[file]
          if (found?.type !== 'chunk' || needed.has(file)) return
          for (const next of found.imports) visit(next)
          needed.add(file)
        }
        for (const file of chunk.imports) visit(file)
        const tags = [...needed].map((file) => `<script type="module" crossorigin src="/c/${file}"></script>`)
        return html.replace('<script type="module"', `${tags.join('\n  ')}\n  <script type="module"`)
      },
    },
  }
}
