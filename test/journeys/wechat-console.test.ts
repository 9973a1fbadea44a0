import { expect, test } from 'vitest'
import { barriersOn, openBrowser, openDevice } from '#test/browser'
import { openWorld } from '#test/wechat-world'

test('an administrator publishes the menu of the official account and makes a shop’s code', async () => {
  const w = await openWorld()
  const address = await w.app.server.listen({ port: 0, host: '127.0.0.1' })
  const browser = await openBrowser()
  try {
    const device = await openDevice(browser, address, 'desk')
    const session = await w.app.sessionFor(w.admin)
    await device.addCookies([{ name: 'huiyin_session', value: session, url: address }])
    const page = await device.newPage()
    await page.goto(`/channels/${w.channelId}`)
    await page.getByRole('button', { name: '加一个按钮' }).click()
    await page.getByLabel('名称').last().fill('有话要说')
    await page.getByLabel('网址').last().fill('https://care.example.test/q/a')
    await page.getByRole('button', { name: '发布菜单' }).click()
    await page.getByText('菜单发布了').waitFor()
    await page.getByRole('button', { name: '做码' }).first().click()
    await page.getByText('打开图片').first().waitFor()
    expect(w.service.state.menus).toEqual([
      { button: [{ name: '有话要说', type: 'view', url: 'https://care.example.test/q/a' }] },
    ])
    expect(w.service.state.scenes).toEqual([w.shop.code])
    expect(await barriersOn(page)).toEqual([])
  } finally {
    await browser.close()
    await w.close()
  }
}, 180_000)
