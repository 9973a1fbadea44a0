import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Room, Step } from '#contracts/incidents'
import type { RoomPart } from '../../../app/incident-search.ts'
import { useMe, useZone } from '../../../app/session.ts'
import { CheckIcon, MoreIcon } from '../../../ui/icons.tsx'
import { formatInstant } from '../../../ui/time.ts'
import { DueClock } from '../DueClock.tsx'
import { CountedFrom } from './CountedFrom.tsx'
import styles from './checklist.module.css'
import { FileLinks } from './FileLinks.tsx'
import { Holders } from './Holders.tsx'
import { LawMark } from './LawMark.tsx'
import { PART_OF } from './room-parts.ts'
import { PartlyTick, SealProgress } from './SealProgress.tsx'
import { sealProgress } from './seal-progress.ts'
import type { StepTick } from './use-step-tick.tsx'

type Props = {
  room: Room
  step: Step
  tick: StepTick
  show: (part: RoomPart) => void
  /** It is the reader's turn: with everything that is needed for it. */
  now?: boolean
}

/** One step: a big tick, what, who, until when, and where it is done. */
export function StepLine({ room, step, tick, show, now = false }: Props) {
  const { t } = useTranslation('incidents')
  const me = useMe()
  const [how, setHow] = useState(false)
  const open = step.state === 'open'
  const works = room.can.includes('work')
  const mine = step.holders.some(({ id }) => id === me.staffId)
  const sealed = step.opens === 'seal' ? sealProgress(room.seals) : null
  const partly = step.state === 'done' && sealed !== null && sealed.back < sealed.told
  return (
    <div className={styles.step} data-state={partly ? 'partly' : step.state} data-mine={mine && open}>
      <button
        type="button"
        className={styles.tick}
        disabled={!works || !open}
        aria-label={t(open ? 'step.tick' : partly ? 'step.state.partly' : `step.state.${step.state}`, {
          title: step.title,
        })}
        onClick={() => tick.finish(step)}
      >
        {step.state !== 'done' ? null : partly ? <PartlyTick /> : <CheckIcon size={16} />}
      </button>
      <div className={styles.what}>
        <p className={styles.name}>{step.title}</p>
        {open ? (
          <p className={styles.who}>
            <span>{step.postName}</span>
            {sealed ? <SealProgress {...sealed} /> : now ? null : <Holders room={room} step={step} />}
            {step.added ? <span>{t('step.added')}</span> : null}
          </p>
        ) : (
          <DoneLine step={step} tick={tick} />
        )}
        {partly ? (
          <p className={styles.who}>
            <SealProgress {...sealed} />
            <button type="button" className={styles.opens} onClick={() => show('seal')}>
              {t('step.whoWaits')}
            </button>
          </p>
        ) : null}
        {now && step.help ? <p className={styles.help}>{step.help}</p> : null}
        {open ? (
          <div className={styles.ways}>
            {step.dueAt ? (
              <DueClock
                from={step.law && !step.law.ownTime ? room.foundAt : room.openedAt}
                dueAt={step.dueAt}
                big={now}
              />
            ) : null}
            <LawMark step={step} />
            {step.sinceFound ? <CountedFrom room={room} /> : null}
            {step.provisional ? <span title={t('law.provisionalHint')}>{t('law.provisional')}</span> : null}
            {step.opens && !now ? <Opens step={step} show={show} begun={sealed !== null} /> : null}
            {step.help && !now ? (
              <button type="button" aria-expanded={how} onClick={() => setHow(!how)}>
                {t(how ? 'step.helpLess' : 'step.help')}
              </button>
            ) : null}
            {now && step.opens ? <GoDo part={step.opens} show={show} begun={sealed !== null} /> : null}
            {now ? (
              <Button type={step.opens ? 'default' : 'primary'} onClick={() => tick.finish(step)}>
                {t('now.tick')}
              </Button>
            ) : null}
          </div>
        ) : null}
        {how ? <p className={styles.help}>{step.help}</p> : null}
      </div>
      {works && open && (step.optional || room.can.includes('lead')) ? (
        <Dropdown
          trigger={['click']}
          placement="bottomRight"
          menu={{
            items: [{ key: 'out', label: t('step.leaveOut') }],
            onClick: () => tick.leaveOut(step),
          }}
        >
          <button type="button" className={styles.dots} aria-label={t('step.more', { title: step.title })}>
            <MoreIcon size={16} />
          </button>
        </Dropdown>
      ) : null}
    </div>
  )
}

type GoDoProps = { part: NonNullable<Step['opens']>; show: Props['show']; begun: boolean }

/** Where it is done comes before saying that it is. `begun`: the shops have been told already. */
function GoDo({ part, show, begun }: GoDoProps) {
  const { t } = useTranslation('incidents')
  return (
    <Button type="primary" onClick={() => show(PART_OF[part])}>
      {t(begun ? 'step.whoWaits' : `step.opens.${part}`)}
    </Button>
  )
}

function Opens({ step, show, begun }: Pick<Props, 'step' | 'show'> & { begun: boolean }) {
  const { t } = useTranslation('incidents')
  const part = step.opens
  if (!part) return null
  return (
    <button type="button" className={styles.opens} onClick={() => show(PART_OF[part])}>
      {t(begun ? 'step.whoWaits' : `step.opens.${part}`)}
    </button>
  )
}

const ENDED = {
  open: 'step.doneBy',
  done: 'step.doneBy',
  left_out: 'step.leftOutBy',
  set_aside: 'step.setAsideBy',
} as const

function DoneLine({ step, tick }: { step: Step; tick: StepTick }) {
  const { t, i18n } = useTranslation('incidents')
  const [all, setAll] = useState(false)
  const zone = useZone()
  const at = step.doneAt ? formatInstant(step.doneAt, 'time', i18n.language, zone) : ''
  const said = step.saidAt ? formatInstant(step.saidAt, 'full', i18n.language, zone) : ''
  return (
    <>
      <p className={styles.done}>
        {t(ENDED[step.state], { name: step.doneBy, at })}
        {said ? (
          <span>{t(step.saidAt === step.doneAt ? 'step.said' : 'step.saidOther', { said, at })}</span>
        ) : null}
        {tick.waits(step) ? (
          <>
            <em>{t('step.waits')}</em>
            <button type="button" onClick={() => tick.reopen(step)}>
              {t('step.undo')}
            </button>
          </>
        ) : null}
        {step.late ? <b>{t('step.late')}</b> : null}
        {step.law ? <LawMark step={step} /> : null}
      </p>
      {step.note ? (
        <button type="button" className={styles.note} aria-expanded={all} onClick={() => setAll(!all)}>
          {step.note}
        </button>
      ) : null}
      <FileLinks files={step.files} />
    </>
  )
}
