import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { serviceWorker } from './worker-build.ts'

const server = process.env.HUIYIN_API ?? 'http://127.0.0.1:4080'

/** Staff console. Built to dist/staff; `main/web.ts` serves index.html for every path that is not the API's. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [react(), serviceWorker()],
  build: {
    outDir: '../../dist/staff',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
  },
  server: {
    port: 5173,
    strictPort: true,
    proxy: { '^/(api|q|t|c)/': { target: server, changeOrigin: false } },
  },
})
