import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Receipt } from '#contracts/channels'
import type { Shop } from '#contracts/people'
import type { Playbook } from '#contracts/playbook'
import { useMe } from '../../app/session.ts'
import { useProblem } from '../../ui/use-problem.ts'
import { CategoryChips } from './CategoryChips.tsx'
import { CounterExtras } from './CounterExtras.tsx'
import { useRecordCounter } from './channel-queries.ts'
import styles from './counter.module.css'
import {
  blankEntry,
  bodyOf,
  type ChangeEntry,
  type CounterEntry,
  contactIsWrong,
  keptOf,
  rememberedShop,
  rememberShop,
  saysSomething,
} from './counter-entry.ts'
import { MoodButtons } from './MoodButtons.tsx'
import { useOutbox } from './outbox/use-outbox.ts'

type Props = {
  shops: Shop[]
  playbook: Playbook
  /** The order that a link led here with, and its shop. */
  about: { order: string | undefined; shopId: string | undefined }
  onSaved: (receipt: Receipt) => void
  /** There was no network: it waits on this phone. */
  onKept: () => void
}

/** Mood, category, words, save: three taps and a sentence. */
export function CounterForm({ shops, playbook, about, onSaved, onKept }: Props) {
  const { t } = useTranslation('channels')
  const [entry, setEntry] = useState<CounterEntry>(() => ({
    ...blankEntry(),
    orderNumber: about.order ?? '',
  }))
  const [shopId, setShopId] = useState(() => firstShop(shops, about.shopId))
  const record = useRecordCounter()
  const problem = useProblem()
  const [uploads, setUploads] = useState(false)
  const change = (part: ChangeEntry) =>
    setEntry((old) => ({ ...old, ...(typeof part === 'function' ? part(old) : part) }))
  const ready = saysSomething(entry) && !contactIsWrong(entry) && !uploads
  const outbox = useOutbox()
  const { staffId, brand } = useMe()
  const keep = async () => {
    const shopName = shops.find((shop) => shop.id === shopId)?.name ?? ''
    await outbox.keep(keptOf(entry, { shopId, shopName, staffId, zone: brand.zone }, Date.now()))
    onKept()
  }
  const save = () => {
    // A photo that is still on the phone goes out together with the entry.
    if (!navigator.onLine || entry.photos.some((photo) => photo.blob)) return keep()
    return record
      .mutateAsync(bodyOf(entry, shopId, brand.zone))
      .then(onSaved, (error) => (error.status === 0 ? keep() : problem(error)))
  }
  const chooseShop = (id: string) => {
    rememberShop(id)
    setShopId(id)
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) void save()
      }}
    >
      {shops.length > 1 ? (
        <Select
          aria-label={t('counter.shop')}
          showSearch={{ optionFilterProp: 'label' }}
          value={shopId}
          options={shops.map((shop) => ({ value: shop.id, label: shop.name }))}
          onChange={chooseShop}
        />
      ) : (
        <p className={styles.shop}>{shops[0]?.name}</p>
      )}
      <MoodButtons value={entry.mood} onChange={(mood) => change({ mood })} />
      <CategoryChips
        categories={playbook.categories}
        value={entry.category}
        onChange={(category) => change({ category })}
      />
      <Input.TextArea
        aria-label={t('counter.words')}
        placeholder={t('counter.wordsHint')}
        value={entry.content}
        maxLength={4000}
        autoSize={{ minRows: 4, maxRows: 12 }}
        onChange={(event) => change({ content: event.target.value })}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.metaKey || event.ctrlKey) && ready) void save()
        }}
      />
      <CounterExtras
        entry={entry}
        form={playbook.forms.find((form) => form.channel === 'counter')}
        onChange={change}
        busy={uploads}
        onBusy={setUploads}
      />
      <div className={styles.save}>
        <Button
          type="primary"
          size="large"
          block
          htmlType="submit"
          loading={record.isPending || uploads}
          disabled={!ready}
        >
          {t('counter.save')}
        </Button>
        <p>{t(saysSomething(entry) ? 'counter.incomplete' : 'counter.nothing')}</p>
      </div>
    </form>
  )
}

function firstShop(shops: Shop[], wanted: string | undefined): string {
  const ids = shops.map((shop) => shop.id)
  return [wanted, rememberedShop()].find((id) => id && ids.includes(id)) ?? ids[0] ?? ''
}
