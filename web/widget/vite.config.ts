import { resolve } from 'node:path'
import { defineConfig } from 'vite'

const here = import.meta.dirname

/** One script for other people's websites: dist/widget/widget.js, served as /widget.js. It brings its words and styles along. */
export default defineConfig({
  root: here,
  publicDir: false,
  build: {
    outDir: resolve(here, '../../dist/widget'),
    emptyOutDir: true,
    target: ['chrome80', 'safari13.1', 'firefox78'],
    modulePreload: false,
    reportCompressedSize: true,
    lib: {
      entry: resolve(here, 'main.ts'),
      formats: ['iife'],
      name: 'huiyinWidget',
      fileName: () => 'widget.js',
    },
  },
})
