import { expect, test } from 'vitest'
import { SendFault } from './send-fault.ts'
import { withinTime } from './within-time.ts'

test('a service that never comes to an end is given up, and one that does is heard', async () => {
  const late = new SendFault('timedOut', { again: true })
  await expect(withinTime(new Promise(() => {}), late, 5)).rejects.toBe(late)
  await expect(withinTime(Promise.resolve('sent'), late, 5)).resolves.toBe('sent')
  const refused = new SendFault('refused')
  await expect(withinTime(Promise.reject(refused), late, 5)).rejects.toBe(refused)
})
