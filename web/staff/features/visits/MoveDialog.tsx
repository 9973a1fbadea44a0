import { Button, Checkbox, Input, Modal, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { VisitView } from '#contracts/orders/visits'
import { ApiProblem } from '../../app/api.ts'
import { useZone } from '../../app/session.ts'
import { LinesSkeleton } from '../../ui/states.tsx'
import { dayIn } from '../../ui/time.ts'
import { useDone, useProblem } from '../../ui/use-problem.ts'
import { Field } from './Field.tsx'
import { RoomPick } from './RoomPick.tsx'
import { TimePick } from './TimePick.tsx'
import { useVisitBoard, useVisitDeed } from './visit-queries.ts'
import styles from './visits.module.css'

const OVERRULED = ['orders.therapistOff', 'orders.outsideHours']

/** Another time, therapist or room; who wanted it is kept, because only the shop's own wish breaks a promise. */
export function MoveDialog({ visit, close }: { visit: VisitView; close: () => void }) {
  const { t } = useTranslation('orders-visits')
  const zone = useZone()
  const [typed, setTyped] = useState({
    therapistId: visit.therapistId ?? '',
    on: dayIn(zone, visit.startsAt),
    startsAt: visit.startsAt,
    room: visit.room,
    askedBy: 'customer' as 'customer' | 'shop',
    reason: '',
    tell: true,
  })
  const set = (part: Partial<typeof typed>) => setTyped((now) => ({ ...now, ...part }))
  const board = useVisitBoard(visit.shopId, typed.on).data
  const minutes = Math.round((Date.parse(visit.endsAt) - Date.parse(visit.startsAt)) / 60_000)
  const run = useVisitDeed(visit.orderId)
  const problem = useProblem()
  const done = useDone()
  const overruled = run.error instanceof ApiProblem && OVERRULED.includes(run.error.code) ? run.error : null
  const save = () =>
    run.mutate(
      {
        do: 'move',
        body: {
          startsAt: typed.startsAt,
          therapistId: typed.therapistId || null,
          room: typed.room.trim(),
          askedBy: typed.askedBy,
          reason: typed.reason.trim(),
          tell: typed.tell,
          anyway: overruled !== null,
        },
      },
      {
        onError: (error) => {
          if (!(error instanceof ApiProblem && OVERRULED.includes(error.code))) problem(error)
        },
        onSuccess: () => {
          done(t('move.done'))
          close()
        },
      },
    )
  return (
    <Modal open title={t('move.title')} onCancel={close} footer={null} width={520}>
      <form
        className={styles.fields}
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        {board ? (
          <TimePick
            board={board}
            minutes={minutes}
            value={typed}
            butOrder={visit.orderId}
            change={(part) => {
              set(part)
              run.reset()
            }}
          />
        ) : (
          <LinesSkeleton lines={3} />
        )}
        <div className={styles.row}>
          <Field label={t('book.room')}>
            <RoomPick
              board={board}
              minutes={minutes}
              value={typed}
              choose={(room) => set({ room })}
              butOrder={visit.orderId}
            />
          </Field>
          <Field label={t('move.askedBy')}>
            <Segmented
              value={typed.askedBy}
              onChange={(askedBy) => set({ askedBy })}
              options={(['customer', 'shop'] as const).map((value) => ({ value, label: t(`move.${value}`) }))}
            />
          </Field>
        </div>
        <Field label={t('move.reason')}>
          <Input
            maxLength={200}
            value={typed.reason}
            onChange={(event) => set({ reason: event.target.value })}
          />
        </Field>
        <Checkbox checked={typed.tell} onChange={(event) => set({ tell: event.target.checked })}>
          {t('move.tell')}
        </Checkbox>
        <div className={styles.foot}>
          <span className={styles.quiet} role="status">
            {overruled?.message}
          </span>
          <Button type="primary" htmlType="submit" loading={run.isPending} disabled={!typed.startsAt}>
            {t(overruled ? 'book.anyway' : 'move.save')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
