import { type Browser, chromium } from 'playwright-core'
import { findBrowser } from '../../scripts/browser.ts'

/** The Chromium of this machine; `npm test` has installed it where it could. Close it when the file is done. */
export function openBrowser(): Promise<Browser> {
  const executablePath = findBrowser()
  if (!executablePath) throw new Error('no browser: install Chromium or set CHROME_PATH')
  // As root (containers) Chromium's own sandbox is not available.
  return chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })
}
