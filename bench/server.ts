/** The program in a process of its own, as it runs for real; told its options by the parent, tells the parent its address. */
import { type AppOptions, openApp } from '../main/app.ts'
import { giveWay } from '../main/priority.ts'

process.once('message', async (options: AppOptions & { masterKeyHex: string }) => {
  const app = await openApp({ ...options, masterKey: Buffer.from(options.masterKeyHex, 'hex') })
  const address = await app.listen(0, '127.0.0.1')
  giveWay(options.role)
  await app.work()
  process.send?.({ address })
  process.on('message', async () => {
    await app.close()
    process.exit(0)
  })
})
