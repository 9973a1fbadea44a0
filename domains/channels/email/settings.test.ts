import { expect, test } from 'vitest'
import { FIELDS, Settings } from './settings.ts'

const base = { address: 'care@brand.com', password: 'app-password' }

test('a provider fills in its servers', () => {
  expect(Settings.parse({ ...base, provider: 'qq' })).toMatchObject({
    imapHost: 'imap.qq.com',
    imapPort: 993,
    smtpHost: 'smtp.qq.com',
    smtpPort: 465,
    smtpSecurity: 'tls',
    user: 'care@brand.com',
  })
  expect(Settings.parse({ ...base, provider: 'outlook' })).toMatchObject({
    smtpHost: 'smtp.office365.com',
    smtpPort: 587,
    smtpSecurity: 'starttls',
  })
})

test('a server of one’s own counts more; what another provider had filled in does not', () => {
  const own = { imapHost: 'mail.brand.com', imapPort: 1993 }
  expect(Settings.parse({ ...base, provider: 'aliyun', ...own })).toMatchObject({
    ...own,
    smtpHost: 'smtp.qiye.aliyun.com',
  })
  const before = Settings.parse({ ...base, provider: 'outlook' })
  expect(Settings.parse({ ...before, provider: 'netease163' })).toMatchObject({
    imapHost: 'imap.163.com',
    smtpHost: 'smtp.163.com',
    smtpPort: 465,
    smtpSecurity: 'tls',
  })
})

test('what is missing is told by its field', () => {
  const missing = (given: object) => Settings.safeParse(given).error?.issues.map((i) => i.path[0])
  expect(missing({ ...base, address: 'care' })).toEqual(['address'])
  expect(missing({ ...base, password: '', provider: 'qq' })).toEqual(['password'])
  expect(missing(base)).toEqual(['imapHost', 'smtpHost'])
  const app = { tenant: 't', clientId: 'c', clientSecret: 's' }
  expect(missing({ ...base, password: '', provider: 'outlook', ...app })).toBeUndefined()
})

test('every setting has its field', () => {
  const keys = Object.keys(Settings.parse({ ...base, provider: 'qq' }))
  expect(FIELDS.map((f) => f.key).sort()).toEqual(keys.sort())
})
