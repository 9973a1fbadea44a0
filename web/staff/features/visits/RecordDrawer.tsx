import { Button, Drawer, Input, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PatchTest, VisitView } from '#contracts/orders/visits'
import { useDone, useProblem } from '../../ui/use-problem.ts'
import { Field } from './Field.tsx'
import { ProductPick } from './ProductPick.tsx'
import { RecordPhotos } from './RecordPhotos.tsx'
import { useReadRecord, useVisitDeed } from './visit-queries.ts'
import styles from './visits.module.css'

const SHORTEST = 2
const EMPTY = { observations: '', settings: '', patchTest: 'none' as PatchTest, advice: '' }

/** What was seen and done. A record that is there already is opened first, which is kept in the audit trail like any reading of it. */
export function RecordDrawer({ visit, close }: { visit: VisitView; close: () => void }) {
  const { t } = useTranslation(['orders-visits', 'common'])
  const [typed, setTyped] = useState(EMPTY)
  const [photos, setPhotos] = useState<{ id: string; url: string }[]>([])
  const [busy, setBusy] = useState(false)
  const [used, setUsed] = useState(() => new Map(visit.products.map((p) => [p.batchId, p.amount])))
  const [opened, setOpened] = useState(visit.record === null)
  const set = (part: Partial<typeof typed>) => setTyped((now) => ({ ...now, ...part }))
  const read = useReadRecord(visit.orderId)
  const run = useVisitDeed(visit.orderId)
  const problem = useProblem()
  const done = useDone()
  const open = () =>
    read.mutate(t('deed.record'), {
      onError: problem,
      onSuccess: ({ photos: kept, at: _at, by: _by, ...words }) => {
        set(words)
        setPhotos(kept)
        setOpened(true)
      },
    })
  const save = () =>
    run.mutate(
      {
        do: 'record',
        body: {
          ...typed,
          photos: photos.map((photo) => photo.id),
          products: [...used].map(([batchId, amount]) => ({ batchId, amount })),
        },
      },
      {
        onError: problem,
        onSuccess: () => {
          done(t('done.record'))
          close()
        },
      },
    )
  return (
    <Drawer
      open
      onClose={close}
      title={t('record.title')}
      size={560}
      styles={{ wrapper: { maxWidth: '100vw' } }}
      footer={
        opened ? (
          <div className={styles.foot}>
            <Button onClick={close}>{t('common:action.cancel')}</Button>
            <Button
              type="primary"
              loading={run.isPending}
              disabled={busy || typed.observations.trim().length < SHORTEST}
              onClick={save}
            >
              {t('record.save')}
            </Button>
          </div>
        ) : null
      }
    >
      {opened ? (
        <form
          className={styles.fields}
          aria-label={t('record.title')}
          onSubmit={(event) => event.preventDefault()}
        >
          <p className={styles.quiet}>{t('record.sealed')}</p>
          <Field label={t('record.observations')}>
            <Input.TextArea
              autoFocus
              rows={3}
              maxLength={2000}
              value={typed.observations}
              onChange={(event) => set({ observations: event.target.value })}
            />
          </Field>
          <Field label={t('record.settings')}>
            <Input
              maxLength={2000}
              value={typed.settings}
              onChange={(event) => set({ settings: event.target.value })}
            />
          </Field>
          <fieldset className={styles.plain}>
            <legend>{t('record.patchTest')}</legend>
            <Segmented
              aria-label={t('record.patchTest')}
              value={typed.patchTest}
              onChange={(patchTest) => set({ patchTest })}
              options={(['none', 'passed', 'reacted'] as const).map((value) => ({
                value,
                label: t(`record.patch.${value}`),
              }))}
            />
            {typed.patchTest === 'reacted' ? <p className={styles.loud}>{t('record.reacted')}</p> : null}
          </fieldset>
          <ProductPick orderId={visit.orderId} used={used} change={setUsed} />
          <Field label={t('record.advice')}>
            <Input.TextArea
              rows={2}
              maxLength={2000}
              value={typed.advice}
              onChange={(event) => set({ advice: event.target.value })}
            />
          </Field>
          <RecordPhotos photos={photos} onChange={setPhotos} busy={busy} onBusy={setBusy} />
        </form>
      ) : (
        <div className={styles.fields}>
          <p>{t('record.sealed')}</p>
          <Button type="primary" loading={read.isPending} onClick={open}>
            {t('deed.readRecord')}
          </Button>
        </div>
      )}
    </Drawer>
  )
}
