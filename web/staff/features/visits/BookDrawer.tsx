import { Button, Drawer, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiProblem } from '../../app/api.ts'
import { useCaller } from '../../app/use-caller.ts'
import { isNumber } from '../../ui/is-number.ts'
import { LinesSkeleton } from '../../ui/states.tsx'
import { useDone, useProblem } from '../../ui/use-problem.ts'
import { CallerLine } from './CallerLine.tsx'
import { Field } from './Field.tsx'
import { RoomPick } from './RoomPick.tsx'
import { TimePick } from './TimePick.tsx'
import { useBook, useTreatments, useVisitBoard } from './visit-queries.ts'
import styles from './visits.module.css'

/** What a click on the board has said already. */
export type Wanted = { therapistId?: string; startsAt?: string }
type Props = { shopId: string; on: string; wanted: Wanted; close: () => void }
/** What a person may override: two at one time stay impossible. */
const OVERRULED = ['orders.therapistOff', 'orders.outsideHours']
const STEP_MIN = 5
const SHORTEST_MIN = 15

/** A new appointment while the phone is at the ear: number first, then what, with whom, and a time that is free. */
export function BookDrawer({ shopId, on, wanted, close }: Props) {
  const { t } = useTranslation(['orders-visits', 'common'])
  const [typed, setTyped] = useState({
    phone: '',
    name: '',
    itemIds: [] as string[],
    therapistId: wanted.therapistId ?? '',
    on,
    startsAt: wanted.startsAt ?? '',
    room: '',
    note: '',
  })
  const set = (part: Partial<typeof typed>) => setTyped((now) => ({ ...now, ...part }))
  const treatments = useTreatments(shopId).data
  const board = useVisitBoard(shopId, typed.on).data
  const caller = useCaller(typed.phone).data
  const book = useBook()
  const problem = useProblem()
  const done = useDone()
  const minutes = minutesOf((treatments ?? []).filter((item) => typed.itemIds.includes(item.id)))
  const overruled =
    book.error instanceof ApiProblem && OVERRULED.includes(book.error.code) ? book.error : null
  const ready = typed.itemIds.length > 0 && typed.startsAt !== ''
  const save = (anyway = false) => {
    if (!ready || book.isPending) return
    const { phone, name, itemIds, therapistId, startsAt, room, note } = typed
    book.mutate(
      {
        shopId,
        startsAt,
        items: itemIds.map((itemId) => ({ itemId, quantity: 1 })),
        room: room.trim(),
        note: note.trim(),
        name: name.trim() || caller?.name || '',
        anyway,
        ...(therapistId ? { therapistId } : {}),
        ...(isNumber(phone) ? { contact: phone.trim() } : {}),
      },
      {
        onError: (error) => {
          if (!(error instanceof ApiProblem && OVERRULED.includes(error.code))) problem(error)
        },
        onSuccess: () => {
          done(t(isNumber(phone) ? 'book.done' : 'book.doneQuiet'))
          close()
        },
      },
    )
  }
  return (
    <Drawer
      open
      onClose={close}
      title={t('book.title')}
      size={520}
      styles={{ wrapper: { maxWidth: '100vw' } }}
      footer={
        <div className={styles.foot}>
          <span className={styles.quiet} role="status">
            {overruled ? overruled.message : ready ? '' : t('book.pick')}
          </span>
          <Button onClick={close}>{t('common:action.cancel')}</Button>
          <Button
            type="primary"
            loading={book.isPending}
            disabled={!ready}
            onClick={() => save(overruled !== null)}
          >
            {t(overruled ? 'book.anyway' : 'book.save')}
          </Button>
        </div>
      }
    >
      <form
        className={styles.fields}
        aria-label={t('book.title')}
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <div className={styles.row}>
          <Field label={t('book.phone')}>
            <Input
              autoFocus
              inputMode="tel"
              maxLength={30}
              value={typed.phone}
              onChange={(event) => set({ phone: event.target.value })}
            />
          </Field>
          <Field label={t('book.name')}>
            <Input
              maxLength={60}
              placeholder={caller?.name ?? ''}
              value={typed.name}
              onChange={(event) => set({ name: event.target.value })}
            />
          </Field>
        </div>
        {caller ? <CallerLine caller={caller} /> : null}
        <Field label={t('book.items')}>
          <Select
            mode="multiple"
            aria-label={t('book.items')}
            value={typed.itemIds}
            onChange={(itemIds) => {
              set({ itemIds })
              book.reset()
            }}
            showSearch={{ optionFilterProp: 'label' }}
            notFoundContent={t('book.noItems')}
            options={(treatments ?? []).map((item) => ({
              value: item.id,
              label: item.name,
              disabled: item.unavailable !== null,
            }))}
          />
        </Field>
        {typed.itemIds.length ? <p className={styles.quiet}>{t('book.length', { minutes })}</p> : null}
        {board ? (
          <TimePick
            board={board}
            minutes={minutes}
            value={typed}
            change={(part) => {
              set(part)
              book.reset()
            }}
          />
        ) : (
          <LinesSkeleton lines={3} />
        )}
        <div className={styles.row}>
          <Field label={t('book.room')}>
            <RoomPick board={board} minutes={minutes} value={typed} choose={(room) => set({ room })} />
          </Field>
          <Field label={t('book.note')}>
            <Input
              maxLength={200}
              value={typed.note}
              onChange={(event) => set({ note: event.target.value })}
            />
          </Field>
        </div>
      </form>
    </Drawer>
  )
}

function minutesOf(items: readonly { makeS: number }[]): number {
  const minutes = items.reduce((sum, item) => sum + item.makeS, 0) / 60
  return Math.max(SHORTEST_MIN, Math.ceil(minutes / STEP_MIN) * STEP_MIN)
}
