import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core'
import { findBrowser } from '../../scripts/browser.ts'

export const SIZES = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } }
/** A tablet at the door, lying and standing. */
export const TABLETS = { lying: { width: 1024, height: 768 }, standing: { width: 768, height: 1024 } }
export type Size = keyof typeof SIZES | keyof typeof TABLETS

const PICTURES = join(import.meta.dirname, '..', '..', 'test-results')
/** How long a person would wait before calling it broken; on a busy machine of two cores. */
const PATIENCE_MS = 30_000

/** The Chromium of this machine; `npm test` has installed it where it could. Close it when the file is done. */
export function openBrowser(): Promise<Browser> {
  const executablePath = findBrowser()
  if (!executablePath) throw new Error('no browser: install Chromium or set CHROME_PATH')
  // As root (containers) Chromium's own sandbox is not available.
  return chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })
}

/**
 * A device of its own, in Shanghai unless said otherwise: own cookies, own storage.
 * Shape: only with `offline` the console's worker keeps the whole program on it; five megabytes on each device would be most of a run's work.
 */
export async function openDevice(
  browser: Browser,
  origin: string,
  size: Size,
  { offline = false, zone = 'Asia/Shanghai' } = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: origin,
    serviceWorkers: offline ? 'allow' : 'block',
    viewport: { ...SIZES, ...TABLETS }[size],
    isMobile: size === 'phone',
    hasTouch: size !== 'desk',
    locale: 'zh-CN',
    timezoneId: zone,
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(PATIENCE_MS)
  return context
}

/** Waits until every one of them is on the page for a person to see. */
export async function seen(...locators: Locator[]): Promise<void> {
  await Promise.all(locators.map((locator) => locator.first().waitFor({ state: 'visible' })))
}

export async function gone(...locators: Locator[]): Promise<void> {
  await Promise.all(locators.map((locator) => locator.first().waitFor({ state: 'hidden' })))
}

/**
 * What axe finds on this page that keeps somebody from using it.
 * Shape: one line a rule with the elements it names; empty when nothing is serious or critical.
 */
export async function barriersOn(page: Page): Promise<string[]> {
  // Legacy mode: no second page, which a device of its own cannot always open; there are no frames here.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
  const { violations } = await axe.analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map((n) => `${n.html.slice(0, 160)} ${n.failureSummary ?? ''}`).join(' | ')}`,
    )
}

/** Photographs every page that is open, for whoever looks after a failed journey. */
export async function photographAll(contexts: BrowserContext[], name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true })
  const file = name.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 80)
  const pages = contexts.flatMap((context) => context.pages())
  await Promise.all(
    pages.map((page, n) => page.screenshot({ path: join(PICTURES, `${file}-${n + 1}.png`) }).catch(() => {})),
  )
}
