import { Button, Input, Modal, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SkinAfter, VisitView } from '#contracts/orders/visits'
import { useDone, useProblem } from '../../ui/use-problem.ts'
import { MoveDialog } from './MoveDialog.tsx'
import { RecordDrawer } from './RecordDrawer.tsx'
import { useVisitDeed, type VisitDeedCall } from './visit-queries.ts'
import styles from './visits.module.css'

const SHOWN = ['arrive', 'begin', 'record', 'finish', 'move', 'noShow'] as const
type Shown = (typeof SHOWN)[number]
/** The next thing to do is the loudest. */
const FIRST: readonly Shown[] = ['finish', 'record', 'begin', 'arrive']
const AT_ONCE: readonly Shown[] = ['arrive', 'begin']

/** What this person may do with this appointment now; nothing else is shown. */
export function VisitDeeds({ visit }: { visit: VisitView }) {
  const { t } = useTranslation('orders-visits')
  const [open, setOpen] = useState<Shown | null>(null)
  const run = useRun(visit, () => setOpen(null))
  const deeds = SHOWN.filter((deed) => visit.can.includes(deed))
  if (!deeds.length) return null
  const next = nextOf(visit, deeds)
  const tap = (deed: Shown) => {
    if (deed === 'arrive') run.go({ do: 'arrive' })
    else if (deed === 'begin') run.go({ do: 'begin', body: {} })
    else setOpen(deed)
  }
  return (
    <div className={styles.deeds}>
      {deeds.map((deed) => (
        <Button
          key={deed}
          {...(deed === next ? { type: 'primary' } : {})}
          loading={run.pending === deed && AT_ONCE.includes(deed)}
          onClick={() => tap(deed)}
        >
          {t(deed === 'record' && visit.record ? 'deed.recordMore' : `deed.${deed}`)}
        </Button>
      ))}
      {open === 'move' ? <MoveDialog visit={visit} close={() => setOpen(null)} /> : null}
      {open === 'record' ? <RecordDrawer visit={visit} close={() => setOpen(null)} /> : null}
      {open === 'finish' ? <Finish run={run} close={() => setOpen(null)} /> : null}
      {open === 'noShow' ? <Missed run={run} close={() => setOpen(null)} /> : null}
    </div>
  )
}

function nextOf(visit: VisitView, deeds: readonly Shown[]): Shown | undefined {
  if (visit.state === 'booked') return deeds.find((deed) => deed === 'arrive') ?? deeds[0]
  return FIRST.find((deed) => deeds.includes(deed) && !(deed === 'record' && visit.record))
}

type Run = { go: (call: VisitDeedCall) => void; pending: string }

function useRun(visit: VisitView, after: () => void): Run {
  const { t } = useTranslation('orders-visits')
  const deed = useVisitDeed(visit.orderId)
  const problem = useProblem()
  const done = useDone()
  return {
    pending: deed.isPending ? (deed.variables?.do ?? '') : '',
    go: (call) =>
      deed.mutate(call, {
        onError: problem,
        onSuccess: () => {
          done(t(`done.${call.do}`))
          // A tap that opened nothing closes nothing: something else may be open by now.
          if (!AT_ONCE.includes(call.do as Shown)) after()
        },
      }),
  }
}

function Finish({ run, close }: { run: Run; close: () => void }) {
  const { t } = useTranslation('orders-visits')
  const [skin, setSkin] = useState<SkinAfter>('calm')
  return (
    <Modal
      open
      title={t('finish.title')}
      okText={t('finish.save')}
      okButtonProps={{ loading: run.pending === 'finish' }}
      onOk={() => run.go({ do: 'finish', body: { skin } })}
      onCancel={close}
      width={440}
    >
      <Segmented
        block
        size="large"
        value={skin}
        onChange={setSkin}
        options={(['calm', 'flushed'] as const).map((value) => ({ value, label: t(`finish.${value}`) }))}
      />
      <p className={styles.quiet}>{t('finish.hint')}</p>
    </Modal>
  )
}

function Missed({ run, close }: { run: Run; close: () => void }) {
  const { t } = useTranslation('orders-visits')
  const [note, setNote] = useState('')
  return (
    <Modal
      open
      title={t('noShow.title')}
      okText={t('noShow.save')}
      okButtonProps={{ danger: true, loading: run.pending === 'noShow' }}
      onOk={() => run.go({ do: 'noShow', body: { note: note.trim() } })}
      onCancel={close}
      width={440}
    >
      <p>{t('noShow.hint')}</p>
      <Input
        aria-label={t('noShow.note')}
        placeholder={t('noShow.note')}
        maxLength={200}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
    </Modal>
  )
}
