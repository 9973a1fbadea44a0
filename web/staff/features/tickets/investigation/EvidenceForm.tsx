import { Button, Input, Select } from 'antd'
import { type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Ticket } from '#contracts/tickets'
import { useMe, useZone } from '../../../app/session.ts'
import { fieldIn } from '../../../ui/time.ts'
import { useDone, useProblem } from '../../../ui/use-problem.ts'
import { usePhotos } from '../composer/use-photos.ts'
import { AddPhotos } from './AddPhotos.tsx'
import styles from './Evidence.module.css'
import { bodyOf, type EvidenceDraft, emptyEvidence, FIELDS, isComplete, kindsFor } from './evidence-draft.ts'
import { deeds, useColleagues, useInvestigationDeed } from './investigation-queries.ts'

const NUMBERED = ['order', 'camera', 'kitchen', 'treatment']

/** One more piece of evidence: first its kind, then what that kind asks for. */
export function EvidenceForm({ ticket, close }: { ticket: Ticket; close: () => void }) {
  const { t } = useTranslation('investigation')
  const me = useMe()
  const { zone } = me.brand
  const kinds = kindsFor(me.brand.industry)
  const [draft, setDraft] = useState<EvidenceDraft>(() => emptyEvidence('photo', ticket.orderNumber))
  const photos = usePhotos()
  const deed = useInvestigationDeed(ticket.id)
  const problem = useProblem()
  const done = useDone()
  const set = (part: Partial<EvidenceDraft>) => setDraft((now) => ({ ...now, ...part }))
  const send = () =>
    deed.mutate(deeds.addEvidence(bodyOf(draft, photos.ids, zone)), {
      onError: problem,
      onSuccess: () => {
        done(t('evidence.done'))
        close()
      },
    })
  return (
    <div className={styles.form}>
      <fieldset className={styles.kinds}>
        <legend className="sr-only">{t('evidence.sort')}</legend>
        {kinds.map((kind) => (
          <label key={kind}>
            <input
              type="radio"
              name="evidence-kind"
              checked={draft.kind === kind}
              onChange={() => set({ kind, reference: emptyEvidence(kind, ticket.orderNumber).reference })}
            />
            {t(`evidence.kind.${kind}`)}
          </label>
        ))}
      </fieldset>
      <KindFields ticketId={ticket.id} draft={draft} set={set} />
      <AddPhotos photos={photos} />
      <div className={styles.foot}>
        <span className={styles.note}>{t('evidence.hint')}</span>
        <Button onClick={close}>{t('evidence.cancel')}</Button>
        <Button
          type="primary"
          disabled={!isComplete(draft, photos.ids.length) || photos.busy}
          loading={deed.isPending}
          onClick={send}
        >
          {t('evidence.do')}
        </Button>
      </div>
    </div>
  )
}

type FieldsProps = {
  ticketId: string
  draft: EvidenceDraft
  set: (part: Partial<EvidenceDraft>) => void
}

function KindFields({ ticketId, draft, set }: FieldsProps) {
  const { t } = useTranslation('investigation')
  const id = useId()
  const zone = useZone()
  const [now] = useState(() => fieldIn(zone, Date.now()))
  const { kind } = draft
  const has = (field: (typeof FIELDS)[typeof kind][number]) => FIELDS[kind].includes(field)
  const time = (field: 'from' | 'until', label: string) => (
    <Field id={`${id}-${field}`} label={label}>
      <input
        id={`${id}-${field}`}
        type="datetime-local"
        max={now}
        value={draft[field]}
        onChange={(event) => set({ [field]: event.target.value })}
      />
    </Field>
  )
  return (
    <>
      <div className={styles.fields}>
        {has('saidBy') ? <SaidBy ticketId={ticketId} draft={draft} set={set} /> : null}
        {has('title') ? (
          <Field id={`${id}-title`} label={t('evidence.field.title')}>
            <Input
              id={`${id}-title`}
              value={draft.title}
              maxLength={120}
              placeholder={t('evidence.field.titlePlaceholder')}
              onChange={(event) => set({ title: event.target.value })}
            />
          </Field>
        ) : null}
        {has('reference') && NUMBERED.includes(kind) ? (
          <Field id={`${id}-number`} label={t(`evidence.field.${kind}`)}>
            <Input
              id={`${id}-number`}
              value={draft.reference}
              maxLength={120}
              placeholder={kind === 'camera' ? t('evidence.field.cameraPlaceholder') : ''}
              onChange={(event) => set({ reference: event.target.value })}
            />
          </Field>
        ) : null}
        {time('from', t(has('until') ? 'evidence.field.from' : 'evidence.field.happened'))}
        {has('until') ? time('until', t('evidence.field.until')) : null}
      </div>
      <Field
        id={`${id}-details`}
        label={t(`evidence.field.${kind === 'statement' ? 'saidDetails' : 'details'}`)}
      >
        <textarea
          id={`${id}-details`}
          rows={2}
          maxLength={4000}
          value={draft.details}
          onChange={(event) => set({ details: event.target.value })}
        />
      </Field>
    </>
  )
}

function SaidBy({ ticketId, draft, set }: FieldsProps) {
  const { t } = useTranslation(['investigation', 'tickets'])
  const id = useId()
  const colleagues = useColleagues(ticketId)
  return (
    <Field id={id} label={t('evidence.field.saidBy')}>
      <Select
        id={id}
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t('evidence.field.saidByChoose')}
        loading={colleagues.isPending}
        value={draft.saidById ?? undefined}
        options={(colleagues.data?.people ?? []).map((person) => ({
          value: person.id,
          label: `${person.name} · ${person.roles.map((role) => t(`tickets:role.${role}`)).join(' · ')}`,
        }))}
        onChange={(saidById: string) => set({ saidById })}
      />
    </Field>
  )
}

function Field({ id, label, children }: { id: string; label: string; children: ReactNode }) {
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {children}
    </div>
  )
}
