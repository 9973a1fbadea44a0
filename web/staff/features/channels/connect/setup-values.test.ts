import { expect, test } from 'vitest'
import type { Connection } from '#contracts/channels/connect'
import { filledOf, secretsAskedAgain, settingsOf } from './setup-values.ts'

type Field = Connection['fields'][number]
const field = (key: string, sort: Field['sort']): Field => ({
  key,
  sort,
  required: false,
  options: [],
  advanced: false,
  confirm: false,
  carries: [],
})
const fields = [
  field('app', 'text'),
  field('secret', 'secret'),
  field('perMinute', 'number'),
  field('push', 'switch'),
  field('shops', 'lines'),
]

test('lists are shown as lines, secrets not at all', () => {
  expect(filledOf({ fields, settings: { app: 'wx1', shops: ['a', 'b'], push: true } })).toEqual({
    app: 'wx1',
    perMinute: undefined,
    push: true,
    shops: 'a\nb',
  })
})

test('what is untouched is left out, what is emptied is sent as empty', () => {
  const filled = { app: '', secret: undefined, perMinute: null, push: false, shops: ' a \n\nb' }
  expect(settingsOf(fields, filled)).toEqual({ app: '', push: false, shops: ['a', 'b'] })
  expect(settingsOf(fields, { secret: '' })).toEqual({ secret: '' })
})

test('a secret is asked for again when its address leads elsewhere, and only then', () => {
  const connection = {
    fields: [{ ...field('base', 'text'), carries: ['secret'] }, field('secret', 'secret')],
    settings: { base: 'https://api.example.com' },
    secrets: { secret: '••••1234' },
  }
  const asked = (base: string) => [...secretsAskedAgain(connection, { base })]
  expect(asked('https://api.example.com/v2')).toEqual([])
  expect(asked('https://api.example.org')).toEqual(['secret'])
  expect([...secretsAskedAgain({ ...connection, secrets: {} }, { base: 'https://other.example' })]).toEqual(
    [],
  )
  expect([...secretsAskedAgain(connection, {})]).toEqual([])
})
