import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Input, Switch } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type ChosenMeans,
  type Means,
  NoticeGroup,
  type NoticePreferences,
  type OwnTest,
} from '#contracts/notify'
import { QueryState } from '../../ui/QueryState.tsx'
import { Section } from '../../ui/Section.tsx'
import { useDone, useProblem } from '../../ui/use-problem.ts'
import { BrowsersLine } from './BrowsersLine.tsx'
import styles from './notify.module.css'
import { ownNoticesQuery, useSaveOwn, useTestOwn } from './notify-queries.ts'
import { useFaultWords } from './use-fault-words.ts'

const MEANS = ['wecom', 'email', 'push', 'sms', 'call'] as const
const ADDRESSES = ['wecomUser', 'dingtalkUser', 'feishuUser', 'email'] as const

/** How I want to be told: which notices by which means, where, and quiet outside of my duty. */
export function NoticesSection() {
  const { t } = useTranslation('notify')
  const own = useQuery(ownNoticesQuery)
  return (
    <Section title={t('own.title')} hint={t('own.hint')}>
      <QueryState query={own}>{(data) => <Wishes key={JSON.stringify(data)} own={data} />}</QueryState>
    </Section>
  )
}

function Wishes({ own }: { own: NoticePreferences }) {
  const { t } = useTranslation('notify')
  const [wish, setWish] = useState(own)
  const save = useSaveOwn()
  const problem = useProblem()
  const done = useDone()
  const { available, browsers, pushKey, phone, ...kept } = wish
  const send = () => save.mutate(kept, { onError: problem, onSuccess: () => done(t('saved')) })
  return (
    <div className={styles.rows}>
      <MeansTable wish={wish} onChange={(means) => setWish({ ...wish, means })} />
      <label className={styles.switchLine} htmlFor="own-quiet">
        <Switch id="own-quiet" checked={wish.quiet} onChange={(quiet) => setWish({ ...wish, quiet })} />
        {t('own.quiet')}
      </label>
      <div className={styles.fields}>
        {ADDRESSES.map((key) => (
          <label key={key} htmlFor={`own-${key}`}>
            {t(`own.${key}`)}
            <Input
              id={`own-${key}`}
              value={wish[key]}
              maxLength={key === 'email' ? 200 : 64}
              inputMode={key === 'email' ? 'email' : 'text'}
              onChange={(event) => setWish({ ...wish, [key]: event.target.value })}
            />
            <small>{t(`own.${key}Hint`)}</small>
          </label>
        ))}
      </div>
      {available.includes('sms') || available.includes('call') ? <PhoneLine phone={phone} /> : null}
      <div className={styles.actions}>
        <Button type="primary" onClick={send} loading={save.isPending}>
          {t('action.save')}
        </Button>
        <TryButton available={available} />
      </div>
      <BrowsersLine own={own} />
    </div>
  )
}

/** Where text messages and calls go; the number is not one's own to change, so that nobody else's is texted. */
function PhoneLine({ phone }: { phone: string }) {
  const { t } = useTranslation('notify')
  if (!phone) return <p className={styles.note}>{t('own.noPhone')}</p>
  return (
    <p>
      {t('own.phone')}
      {t('text.colon')}
      {phone} <small className={styles.note}>{t('own.phoneHint')}</small>
    </p>
  )
}

/** Text messages and calls are offered to whoever has a number, where the brand has set them up. */
function offeredTo(own: NoticePreferences): Means[] {
  return MEANS.filter((means) => !byPhone(means) || (own.available.includes(means) && own.phone !== ''))
}

const byPhone = (means: Means) => means === 'sms' || means === 'call'

type TableProps = { wish: NoticePreferences; onChange: (means: NoticePreferences['means']) => void }

function MeansTable({ wish, onChange }: TableProps) {
  const { t } = useTranslation('notify')
  const offered = offeredTo(wish)
  const turn = (group: NoticeGroup, means: ChosenMeans, on: boolean) => {
    const rest = wish.means[group].filter((m) => m !== means)
    onChange({ ...wish.means, [group]: on ? [...rest, means] : rest })
  }
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('own.what')}</th>
          {offered.map((means) => (
            <th scope="col" key={means}>
              {t(`means.${means}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {NoticeGroup.options.map((group) => (
          <tr key={group}>
            <th scope="row">
              {t(`group.${group}`)}
              {group === 'alarm' ? <div className={styles.note}>{t('own.always')}</div> : null}
            </th>
            {offered.map((means) => (
              <td key={means}>
                {means === 'call' && group !== 'alarm' ? null : (
                  <Checkbox
                    aria-label={`${t(`group.${group}`)} · ${t(`means.${means}`)}`}
                    checked={group === 'alarm' || (means !== 'call' && wish.means[group].includes(means))}
                    disabled={group === 'alarm'}
                    onChange={(event) => means !== 'call' && turn(group, means, event.target.checked)}
                  />
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** 给自己发一条试试 */
function TryButton({ available }: { available: readonly Means[] }) {
  const { t } = useTranslation('notify')
  const test = useTestOwn()
  const problem = useProblem()
  const missing = MEANS.filter((means) => !byPhone(means) && !available.includes(means))
  return (
    <>
      <Button onClick={() => test.mutate(undefined, { onError: problem })} loading={test.isPending}>
        {t('own.try')}
      </Button>
      {missing.length ? (
        <p className={styles.note} style={{ width: '100%' }}>
          {t('own.notSet', { means: missing.map((m) => t(`means.${m}`)).join(t('common:list.and')) })}
        </p>
      ) : null}
      {test.data ? <Results results={test.data.results} /> : null}
    </>
  )
}

function Results({ results }: OwnTest) {
  const { t } = useTranslation('notify')
  const words = useFaultWords()
  return (
    <ul className={styles.results} role="status" style={{ width: '100%' }}>
      {results.map(({ means, ok, fault, data }) => (
        <li key={means} data-ok={ok}>
          {t(`means.${means}`)}
          {t('text.colon')}
          {ok ? t('own.sent') : words(fault, data)}
        </li>
      ))}
    </ul>
  )
}
