import { useNavigate } from '@tanstack/react-router'
import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MergeFile, MergeFiles } from '#contracts/customers/merge'
import { QueryState } from '../../ui/QueryState.tsx'
import { useDone, useProblem } from '../../ui/use-problem.ts'
import { useComparison, useMerge } from './customer-queries.ts'
import styles from './dialogs.module.css'
import { Field } from './Field.tsx'
import { Taboos } from './Taboos.tsx'

type Choice = NonNullable<MergeFiles['fields']>
const FIELDS = ['name', 'birthday', 'value', 'language', 'addressId'] as const
type Props = { id: string; otherId: string; close: () => void }

/** Two files side by side; of each field that differs the person says whose is shown. Everything else of both is kept. */
export function MergeDialog({ id, otherId, close }: Props) {
  const { t } = useTranslation('customers')
  const [choice, setChoice] = useState<Choice>({})
  const [reason, setReason] = useState('')
  const pair = useComparison(id, otherId)
  const merge = useMerge(id, otherId)
  const problem = useProblem()
  const done = useDone()
  const navigate = useNavigate()
  const send = () =>
    merge.mutate(
      { fields: choice, reason },
      {
        onSuccess: () => {
          done(t('merge.done'))
          close()
          void navigate({ to: '/customers/$id', params: { id } })
        },
        onError: problem,
      },
    )
  return (
    <Modal
      open
      title={t('merge.title')}
      okText={t('merge.do')}
      cancelText={t('cancel')}
      onOk={send}
      onCancel={close}
      confirmLoading={merge.isPending}
      okButtonProps={{ disabled: !pair.data || reason.trim().length < 2 }}
      width={720}
    >
      <p className={styles.hint}>{t('merge.hint')}</p>
      <QueryState query={pair}>
        {({ one, other }) => <Comparison one={one} other={other} choice={choice} choose={setChoice} />}
      </QueryState>
      <Field label={t('merge.reason')}>
        {(id) => (
          <Input
            id={id}
            maxLength={200}
            value={reason}
            placeholder={t('merge.reasonHint')}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
    </Modal>
  )
}

type Sides = { one: MergeFile; other: MergeFile }

function Comparison({
  one,
  other,
  choice,
  choose,
}: Sides & { choice: Choice; choose: (choice: Choice) => void }) {
  const { t } = useTranslation('customers')
  const say = useFieldWords()
  return (
    <table className={styles.compare}>
      <thead>
        <tr>
          <td />
          <th scope="col">{t('merge.this', { number: one.number })}</th>
          <th scope="col">{t('merge.other', { number: other.number })}</th>
        </tr>
      </thead>
      <tbody>
        {FIELDS.map((field) => {
          const [mine, theirs] = [say(field, one), say(field, other)]
          if (!mine && !theirs) return null
          const chosen = choice[field] ?? (mine ? 'this' : 'other')
          const pick = (side: 'this' | 'other') => choose({ ...choice, [field]: side })
          return (
            <tr key={field}>
              <th scope="row">{t(`field.${field}`)}</th>
              {(['this', 'other'] as const).map((side) => (
                <td key={side}>
                  <Option
                    name={field}
                    words={side === 'this' ? mine : theirs}
                    label={`${t(`field.${field}`)} ${side === 'this' ? one.number : other.number}`}
                    free={mine !== theirs || field === 'name'}
                    on={chosen === side}
                    pick={() => pick(side)}
                  />
                </td>
              ))}
            </tr>
          )
        })}
        <tr>
          <th scope="row">{t('field.tags')}</th>
          <td colSpan={2} className={styles.both}>
            {[...new Set([...one.tags, ...other.tags])].join('、') || t('none')}
            <small>{t('merge.both')}</small>
          </td>
        </tr>
        <tr>
          <th scope="row">{t('part.identities')}</th>
          <td>{one.identities.join('、') || t('none')}</td>
          <td>{other.identities.join('、') || t('none')}</td>
        </tr>
        <tr>
          <th scope="row">{t('part.taboos')}</th>
          <td>{one.taboos.length ? <Taboos taboos={one.taboos} small /> : t('none')}</td>
          <td>{other.taboos.length ? <Taboos taboos={other.taboos} small /> : t('none')}</td>
        </tr>
        <tr>
          <th scope="row">{t('part.tickets')}</th>
          <td>{one.facts.tickets}</td>
          <td>{other.facts.tickets}</td>
        </tr>
      </tbody>
    </table>
  )
}

type OptionProps = {
  name: string
  words: string
  label: string
  free: boolean
  on: boolean
  pick: () => void
}

function Option({ name, words, label, free, on, pick }: OptionProps) {
  const { t } = useTranslation('customers')
  if (!free) return <>{words}</>
  return (
    <label className={styles.option} data-on={on || undefined}>
      <input type="radio" name={name} aria-label={label} checked={on} onChange={pick} />
      {words || t('none')}
    </label>
  )
}

function useFieldWords(): (field: (typeof FIELDS)[number], file: MergeFile) => string {
  const { t } = useTranslation('customers')
  return (field, file) => {
    if (field === 'value') return t(`value.${file.value}`)
    if (field === 'language') return file.language ? t(`language.${file.language}`) : ''
    if (field === 'addressId') return file.address ?? ''
    if (field === 'birthday')
      return file.birthday
        ? t(file.birthdayLunar ? 'birthday.lunar' : 'birthday.solar', { day: file.birthday })
        : ''
    return file.name
  }
}
