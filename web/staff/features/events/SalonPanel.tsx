import { useQuery } from '@tanstack/react-query'
import { Button, Select, Switch } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SalonDesk } from '#contracts/channels/salon'
import { useCan } from '../../app/session.ts'
import { CopyLine } from '../../ui/CopyLine.tsx'
import { QueryState } from '../../ui/QueryState.tsx'
import { Section } from '../../ui/Section.tsx'
import { Empty } from '../../ui/states.tsx'
import { textIn } from '../../ui/text-in.ts'
import { useProblem } from '../../ui/use-problem.ts'
import { shopsQuery } from '../people/index.ts'
import { salonDesksQuery, salonFormQuery, useCreateDesk, useSwitchDesk } from './event-queries.ts'
import styles from './events.module.css'
import { SalonFormDrawer } from './SalonFormDrawer.tsx'

/** The salon's three questions, and the tablets that ask them. */
export function SalonPanel() {
  return (
    <>
      <QuestionsPart />
      <DesksPart />
    </>
  )
}

function QuestionsPart() {
  const { t, i18n } = useTranslation('events')
  const form = useQuery(salonFormQuery)
  const mayEdit = useCan('channels.editSalon')
  const [open, setOpen] = useState(false)
  const say = (text: { 'zh-CN': string; en?: string | undefined }) =>
    textIn(text as never, i18n.language as 'zh-CN')
  return (
    <Section
      title={t('salon.questions')}
      hint={t('salon.questionsHint')}
      actions={mayEdit ? <Button onClick={() => setOpen(true)}>{t('salon.edit')}</Button> : null}
    >
      <QueryState query={form}>
        {({ form: words }) => (
          <>
            <ol className={styles.asks}>
              <li>{say(words.effect.ask)}</li>
              <li>
                {say(words.discomfort.ask)}
                <small>{[words.discomfort.none, ...words.discomfort.chips].map(say).join(' / ')}</small>
              </li>
              <li>
                {say(words.wish.ask)}
                <small>{words.wish.chips.map(say).join(' / ')}</small>
              </li>
            </ol>
            <SalonFormDrawer form={open ? words : null} onClose={() => setOpen(false)} />
          </>
        )}
      </QueryState>
    </Section>
  )
}

function DesksPart() {
  const { t } = useTranslation('events')
  const desks = useQuery(salonDesksQuery)
  const mayManage = useCan('channels.manageSalon')
  return (
    <Section title={t('salon.desks')} hint={t('salon.desksHint')}>
      <QueryState query={desks}>
        {(rows) => (
          <>
            {mayManage ? <AddDesk known={rows.map((desk) => desk.shop.id)} /> : null}
            {rows.length === 0 ? (
              <Empty title={t('salon.none')} hint={t('salon.noneHint')} />
            ) : (
              <ul className={styles.list}>
                {rows.map((desk) => (
                  <DeskLine key={desk.id} desk={desk} mayManage={mayManage} />
                ))}
              </ul>
            )}
          </>
        )}
      </QueryState>
    </Section>
  )
}

function AddDesk({ known }: { known: string[] }) {
  const { t } = useTranslation('events')
  const shops = useQuery(shopsQuery)
  const create = useCreateDesk()
  const problem = useProblem()
  const [shopId, setShop] = useState<string | null>(null)
  const left = (shops.data ?? []).filter(({ id }) => !known.includes(id))
  if (!left.length) return null
  return (
    <div className={styles.addDesk}>
      <Select
        aria-label={t('salon.shop')}
        placeholder={t('salon.shop')}
        value={shopId}
        onChange={setShop}
        showSearch={{ optionFilterProp: 'label' }}
        options={left.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Button
        type="primary"
        disabled={!shopId}
        loading={create.isPending}
        onClick={() => create.mutate(shopId!, { onError: problem, onSuccess: () => setShop(null) })}
      >
        {t('salon.add')}
      </Button>
    </div>
  )
}

function DeskLine({ desk, mayManage }: { desk: SalonDesk; mayManage: boolean }) {
  const { t } = useTranslation('events')
  const change = useSwitchDesk()
  const problem = useProblem()
  const [by, setBy] = useState('')
  return (
    <li className={styles.item}>
      <div className={styles.desk}>
        <strong>{desk.shop.name}</strong>
        {desk.on ? (
          <>
            <CopyLine text={by ? `${desk.url}?by=${by}` : desk.url} label={t('copyLink')} />
            {desk.people.length > 0 ? (
              <Select
                aria-label={t('salon.by')}
                value={by}
                onChange={setBy}
                options={[
                  { value: '', label: t('salon.anybody') },
                  ...desk.people.map(({ id, name }) => ({ value: id, label: t('salon.byName', { name }) })),
                ]}
              />
            ) : null}
          </>
        ) : (
          <small>{t('salon.off')}</small>
        )}
      </div>
      <div className={styles.actions}>
        {desk.on ? (
          <Button href={by ? `${desk.url}?by=${by}` : desk.url} target="_blank">
            {t('salon.openHere')}
          </Button>
        ) : null}
        {mayManage ? (
          <Switch
            aria-label={t('salon.switch', { shop: desk.shop.name })}
            checked={desk.on}
            loading={change.isPending}
            onChange={(on) => change.mutate({ id: desk.id, on }, { onError: problem })}
          />
        ) : null}
      </div>
    </li>
  )
}
