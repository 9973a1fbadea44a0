import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Room } from '#contracts/incidents'
import { useZone } from '../../../app/session.ts'
import { LockIcon } from '../../../ui/icons.tsx'
import { fieldIn, instantIn } from '../../../ui/time.ts'
import { useDone, useProblem } from '../../../ui/use-problem.ts'
import { deeds, useDeed } from '../incident-queries.ts'
import { notSent } from './not-sent.ts'
import { RevealSheet } from './RevealSheet.tsx'
import room_ from './room.module.css'
import { SheetEarlier } from './SheetEarlier.tsx'
import styles from './sheet.module.css'
import { useRoomDraft } from './use-room-draft.ts'
import { useSheetWords } from './use-sheet-words.ts'

type Line = Room['sheet'][number]
const NOTHING: Record<string, string> = {}

/** What the authority asks for, line by line; what is sensitive stays covered until somebody says why it must be read. */
export function SheetPart({ room }: { room: Room }) {
  const { t } = useTranslation('incidents')
  const [changed, change] = useRoomDraft(room.id, 'sheet', NOTHING)
  const [anew, setAnew] = useState<readonly string[]>([])
  const [revealing, setRevealing] = useState(false)
  const deed = useDeed(room.id)
  const problem = useProblem()
  const done = useDone()
  const works = room.can.includes('work')
  const masked = room.sheet.some((line) => line.masked)
  const filled = room.sheet.filter((line) => line.value).length
  const save = () =>
    void deed.mutateAsync(deeds.saveSheet(changed)).then(() => {
      change((now) => notSent(now, changed))
      setAnew([])
      done(t('sheet.saved'))
    }, problem)
  const back = (key: string) => {
    change(({ [key]: _, ...rest }) => rest)
    setAnew(anew.filter((one) => one !== key))
  }
  if (room.sheet.length === 0) return <p className={styles.none}>{t('sheet.none')}</p>
  return (
    <form
      className={room_.part}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <p className={room_.title}>
        {t('sheet.title')}
        <small>{t('step.of', { done: filled, of: room.sheet.length })}</small>
        {masked && room.can.includes('reveal') ? (
          <button type="button" onClick={() => setRevealing(true)}>
            {t('sheet.reveal')}
          </button>
        ) : null}
      </p>
      <div className={styles.lines}>
        {room.sheet.map((line) => {
          const { key } = line.field
          return (
            <SheetLine
              key={key}
              line={line}
              works={works}
              changed={changed[key]}
              change={(value) => change((now) => ({ ...now, [key]: value }))}
              anew={anew.includes(key)}
              begin={() => setAnew([...anew, key])}
              back={() => back(key)}
            />
          )
        })}
      </div>
      {works && Object.keys(changed).length ? (
        <div className={styles.foot}>
          <Button type="primary" htmlType="submit" loading={deed.isPending}>
            {t('sheet.save')}
          </Button>
        </div>
      ) : null}
      {revealing ? <RevealSheet room={room} close={() => setRevealing(false)} /> : null}
    </form>
  )
}

type LineProps = {
  line: Line
  works: boolean
  changed: string | undefined
  change: (value: string) => void
  /** A covered line is filled in again; `back` leaves it as it is. */
  anew: boolean
  begin: () => void
  back: () => void
}

function SheetLine({ line, works, changed, change, anew, begin, back }: LineProps) {
  const { t } = useTranslation('incidents')
  const { field } = line
  const words = useSheetWords()
  const covered = line.masked && !anew && changed === undefined
  return (
    <div className={styles.line}>
      <span className={styles.label} id={`sheet-${field.key}`}>
        {field.label}
        {field.sensitive ? (
          <small>
            <LockIcon size={12} />
            {t('sheet.sensitive')}
          </small>
        ) : null}
        {line.value && !line.by ? (
          <small>
            {t('sheet.prefilled')}
            {works && changed === undefined && !line.masked ? (
              <button type="button" className={room_.link} onClick={() => change(line.value)}>
                {t('sheet.right')}
              </button>
            ) : null}
          </small>
        ) : null}
      </span>
      {covered ? (
        <span className={styles.covered}>
          {t('sheet.masked')}
          {works ? (
            <button type="button" className={room_.link} onClick={begin}>
              {t('sheet.anew')}
            </button>
          ) : null}
        </span>
      ) : works ? (
        <div>
          <Field line={line} value={changed ?? (line.masked ? '' : line.value)} change={change} />
          {line.masked ? (
            <span className={styles.covered}>
              {t(changed === '' ? 'sheet.erases' : 'sheet.replaces')}
              <button type="button" className={room_.link} onClick={back}>
                {t('common:action.cancel')}
              </button>
            </span>
          ) : null}
        </div>
      ) : (
        <span>{words(field, line)}</span>
      )}
      <SheetEarlier line={line} />
    </div>
  )
}

function Field({
  line: { field },
  value,
  change,
}: {
  line: Line
  value: string
  change: (value: string) => void
}) {
  const { t } = useTranslation('incidents')
  const zone = useZone()
  const named = { 'aria-labelledby': `sheet-${field.key}` }
  switch (field.kind) {
    case 'choice':
      return (
        <Select
          aria-label={field.label}
          allowClear
          value={value || undefined}
          placeholder={t('sheet.choose')}
          options={field.choices.map(({ key, name }) => ({ value: key, label: name }))}
          onChange={(next) => change(next ?? '')}
        />
      )
    case 'long':
      return (
        <Input.TextArea
          {...named}
          value={value}
          maxLength={2000}
          autoSize={{ minRows: 2, maxRows: 8 }}
          onChange={(event) => change(event.target.value)}
        />
      )
    case 'instant':
      return (
        <Input
          {...named}
          type="datetime-local"
          value={Number.isNaN(Date.parse(value)) ? '' : fieldIn(zone, value)}
          onChange={(event) => change(instantIn(zone, event.target.value))}
        />
      )
    case 'number':
      return (
        <Input
          {...named}
          inputMode="decimal"
          value={value}
          maxLength={2000}
          onChange={(event) => change(event.target.value)}
        />
      )
    default:
      return (
        <Input.TextArea
          {...named}
          value={value}
          maxLength={2000}
          autoSize={{ minRows: 1, maxRows: 8 }}
          onChange={(event) => change(event.target.value)}
        />
      )
  }
}
