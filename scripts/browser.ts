/** Finds the Chromium that journeys and screenshots use; installs it with Chinese fonts where that is possible. */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { chromium } from 'playwright-core'

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** Path of a browser that starts, or null. */
export function findBrowser(): string | null {
  return (
    [process.env.CHROME_PATH, ...PLACES, chromium.executablePath()].find((path) => path && starts(path)) ??
    null
  )
}

/** Ubuntu's /usr/bin/chromium-browser may be a note about snap instead of a browser. */
function starts(path: string): boolean {
  if (!existsSync(path)) return false
  return (
    process.platform === 'win32' ||
    /\d+\.\d+/.test(spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout ?? '')
  )
}

function hasChineseFont(): boolean {
  if (process.platform !== 'linux') return true
  try {
    return execFileSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).trim() !== ''
  } catch {
    return false
  }
}

/**
 * Sees that journeys can run.
 * Shape: null when everything is there; otherwise the sentence that says what to install.
 */
export function prepareBrowser(): string | null {
  if (findBrowser() && hasChineseFont()) return null
  installWithApt()
  if (!findBrowser())
    return 'No browser: install Chromium or Chrome, or set CHROME_PATH. 没有浏览器：请安装 Chromium 或 Chrome，或设置 CHROME_PATH。'
  if (!hasChineseFont())
    return 'No Chinese font: install Noto Sans CJK (fonts-noto-cjk). 没有中文字体：请安装思源黑体（fonts-noto-cjk）。'
  return null
}

function installWithApt(): void {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  console.log('Installing Chromium and Chinese fonts with apt-get …')
  const apt = (...args: string[]) =>
    spawnSync('apt-get', [...args, '-y', '-qq'], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  apt('update')
  const ubuntu = /^ID=ubuntu$/m.test(readFileSync('/etc/os-release', 'utf8'))
  apt('install', '--no-install-recommends', 'fonts-noto-cjk', 'fontconfig', ...(ubuntu ? [] : ['chromium']))
  // Ubuntu's chromium package is a snap, which containers cannot run.
  if (ubuntu)
    spawnSync(
      process.execPath,
      ['node_modules/playwright-core/cli.js', 'install', '--with-deps', 'chromium'],
      { stdio: 'inherit' },
    )
}
