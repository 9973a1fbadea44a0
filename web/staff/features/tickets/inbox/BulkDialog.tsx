import { Input, Modal, Radio, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SetAside } from '#contracts/tickets'
import { BulkDeed } from '#contracts/tickets/inbox'
import { useProblem } from '../../../ui/use-problem.ts'
import { useAssignable } from '../ticket-queries.ts'
import styles from './Dialogs.module.css'
import { useStartBulk } from './inbox-queries.ts'
import { filterOf } from './place-filter.ts'
import { useConditionChoices } from './use-condition-choices.ts'
import type { Place } from './use-inbox-place.ts'
import type { Selection } from './use-selection.ts'

type Kind = BulkDeed['kind']
type Said = { to: string | null; note: string; add: string[]; remove: string[]; reason: string }
type PartProps = { said: Said; say: (part: Partial<Said>) => void }

/** What is to happen to how many; nothing happens before it is confirmed, and it can be undone for a day. */
export function BulkDialog({
  kind,
  place,
  selection,
  close,
}: {
  kind: Kind
  place: Place
  selection: Selection
  close: () => void
}) {
  const { t } = useTranslation('inbox')
  const [said, setSaid] = useState<Said>({ to: 'auto', note: '', add: [], remove: [], reason: 'spam' })
  const [id] = useState(() => crypto.randomUUID())
  const start = useStartBulk()
  const problem = useProblem()
  const say = (part: Partial<Said>) => setSaid({ ...said, ...part })
  const deed = deedOf(kind, said)
  const { count } = selection
  const ok = () => {
    if (!deed) return
    const tickets =
      selection.whole === null
        ? { by: 'ids' as const, ids: [...selection.ids] }
        : { by: 'filter' as const, filter: filterOf(place) }
    start.mutate(
      { id, deed, tickets },
      {
        onError: problem,
        onSuccess: () => {
          selection.clear()
          close()
        },
      },
    )
  }
  const Part = PARTS[kind]
  return (
    <Modal
      open
      title={t(`bulk.title.${kind}`, { count })}
      okText={t(`bulk.ok.${kind}`, { count })}
      onOk={ok}
      onCancel={close}
      confirmLoading={start.isPending}
      okButtonProps={{ disabled: !deed }}
      width={460}
    >
      <div className={styles.form}>
        <Part said={said} say={say} />
        <p className={styles.hint}>{t('bulk.hint')}</p>
      </div>
    </Modal>
  )
}

/** Null until it is said to the end. */
function deedOf(kind: Kind, { to, note, add, remove, reason }: Said): BulkDeed | null {
  if (kind === 'tag' && !add.length && !remove.length) return null
  const said = { assign: { to, note }, tag: { add, remove }, close: { note }, set_aside: { reason } }[kind]
  const read = BulkDeed.safeParse({ kind, ...said })
  return read.success ? read.data : null
}

const PARTS: Record<Kind, (props: PartProps) => React.ReactNode> = {
  assign: AssignPart,
  tag: TagPart,
  close: ClosePart,
  set_aside: AsidePart,
}

function AssignPart({ said, say }: PartProps) {
  const { t } = useTranslation('inbox')
  const people = useAssignable(undefined, true).data ?? []
  return (
    <>
      <Radio.Group
        className={styles.choices}
        value={said.to === 'auto' ? 'auto' : 'person'}
        onChange={(event) => say({ to: event.target.value === 'auto' ? 'auto' : null })}
      >
        <Radio value="auto">
          {t('bulk.auto')}
          <p className={styles.hint}>{t('bulk.autoHint')}</p>
        </Radio>
        <Radio value="person">{t('bulk.person')}</Radio>
      </Radio.Group>
      {said.to === 'auto' ? null : (
        <Select
          autoFocus
          aria-label={t('bulk.choosePerson')}
          placeholder={t('bulk.choosePerson')}
          value={said.to}
          showSearch={{ optionFilterProp: 'label' }}
          options={people.map((person) => ({
            value: person.id,
            disabled: !person.onDuty,
            label: `${person.name} · ${person.onDuty ? t('bulk.load', { count: person.openTickets }) : t('bulk.absent')}`,
          }))}
          onChange={(to) => say({ to })}
        />
      )}
      <Input.TextArea
        rows={2}
        maxLength={500}
        aria-label={t('bulk.note')}
        placeholder={t('bulk.note')}
        value={said.note}
        onChange={(event) => say({ note: event.target.value })}
      />
    </>
  )
}

function TagPart({ said, say }: PartProps) {
  const { t } = useTranslation('inbox')
  const tags = useConditionChoices()('tag')
  return (
    <>
      {(['add', 'remove'] as const).map((way) => (
        // biome-ignore lint/a11y/noLabelWithoutControl: the select inside is the control
        <label key={way}>
          {t(`bulk.${way}`)}
          <Select<string[]>
            mode="tags"
            aria-label={t(`bulk.${way}`)}
            placeholder={t('bulk.tagsPlaceholder')}
            value={said[way]}
            maxCount={10}
            options={tags}
            onChange={(values) =>
              say({ [way]: values.map((value) => value.trim().slice(0, 20)).filter(Boolean) })
            }
          />
        </label>
      ))}
    </>
  )
}

function ClosePart({ said, say }: PartProps) {
  const { t } = useTranslation('inbox')
  return (
    <Input.TextArea
      autoFocus
      rows={3}
      maxLength={500}
      aria-label={t('bulk.closeNote')}
      placeholder={t('bulk.closePlaceholder')}
      value={said.note}
      onChange={(event) => say({ note: event.target.value })}
    />
  )
}

function AsidePart({ said, say }: PartProps) {
  const { t } = useTranslation(['inbox', 'tickets'])
  return (
    <Radio.Group
      aria-label={t('bulk.reason')}
      value={said.reason}
      options={SetAside.shape.reason.options.map((value) => ({
        value,
        label: t(`tickets:setAside.${value}`),
      }))}
      onChange={(event) => say({ reason: event.target.value })}
    />
  )
}
