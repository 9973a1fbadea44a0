import { Button, Select } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type ConditionField, type Conditions, MOST_CONDITIONS } from '#contracts/tickets/filter'
import { CloseIcon, PlusIcon } from '../../../ui/icons.tsx'
import styles from './ConditionList.module.css'
import { ConditionValues } from './ConditionValues.tsx'
import { blank, complete, type Draft, GROUPS, OPS, sortOf } from './condition-fields.ts'

type Props = { conditions: Conditions; onChange: (conditions: Conditions) => void; autoFocus?: boolean }

/**
 * Conditions one under the other, each with its field, its relation and its values; what is not filled in yet waits here and does not count.
 * Used by the inbox and by the rules of managers.
 */
export function ConditionList({ conditions, onChange }: Props) {
  const { t } = useTranslation('inbox')
  const [rows, change] = useDrafts(conditions, onChange)
  const [choosing, setChoosing] = useState(false)
  const put = (place: number, draft: Draft | null) =>
    change(draft ? rows.map((old, i) => (i === place ? draft : old)) : rows.filter((_, i) => i !== place))
  return (
    <div className={styles.list}>
      {rows.length > 0 ? (
        <ol aria-label={t('condition.list')}>
          {rows.map((draft, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a condition has no name of its own, and its place is what it is
            <li key={`${place} ${draft.field}`}>
              <Row draft={draft} put={(next) => put(place, next)} />
            </li>
          ))}
        </ol>
      ) : null}
      {choosing ? (
        <FieldSelect
          open
          value={null}
          choose={(field) => {
            setChoosing(false)
            if (field) change([...rows, blank(field)])
          }}
        />
      ) : (
        <Button
          type="text"
          size="small"
          icon={<PlusIcon size={14} />}
          disabled={rows.length >= MOST_CONDITIONS}
          onClick={() => setChoosing(true)}
          className={styles.add}
        >
          {rows.length >= MOST_CONDITIONS
            ? t('condition.full', { most: MOST_CONDITIONS })
            : t('condition.add')}
        </Button>
      )}
    </div>
  )
}

/** Drafts on the screen; only what is said to the end is handed on. What comes from outside takes their place. */
function useDrafts(
  conditions: Conditions,
  onChange: (conditions: Conditions) => void,
): [Draft[], (rows: Draft[]) => void] {
  const given = JSON.stringify(conditions)
  const [seen, setSeen] = useState(given)
  const [told, setTold] = useState(given)
  const [rows, setRows] = useState<Draft[]>(conditions as Draft[])
  // What was told comes back from outside a moment later; only what is different is somebody else's change.
  if (given !== seen) {
    setSeen(given)
    if (given !== told) {
      setTold(given)
      setRows(conditions as Draft[])
    }
  }
  const change = (next: Draft[]) => {
    const whole = complete(next)
    const text = JSON.stringify(whole)
    setRows(next)
    setTold(text)
    if (text !== told) onChange(whole)
  }
  return [rows, change]
}

function Row({ draft, put }: { draft: Draft; put: (draft: Draft | null) => void }) {
  const { t } = useTranslation('inbox')
  const ops = OPS[sortOf(draft.field)]
  const due = draft.field === 'due' ? 'Due' : ''
  return (
    <div className={styles.row}>
      <FieldSelect value={draft.field} choose={(field) => field && put(blank(field))} />
      {ops.length > 1 ? (
        <Select
          aria-label={t('condition.how')}
          value={draft.op}
          options={ops.map((op) => ({ value: op, label: t(`condition.ops.${op}${due}`) }))}
          popupMatchSelectWidth={false}
          onChange={(op) => put({ ...draft, op })}
        />
      ) : null}
      <ConditionValues draft={draft} put={put} />
      <button
        type="button"
        className={styles.remove}
        aria-label={t('condition.remove')}
        onClick={() => put(null)}
      >
        <CloseIcon size={14} />
      </button>
    </div>
  )
}

type FieldProps = {
  value: ConditionField | null
  open?: boolean
  choose: (field: ConditionField | null) => void
}

function FieldSelect({ value, open, choose }: FieldProps) {
  const { t } = useTranslation('inbox')
  const id = useId()
  return (
    <Select<ConditionField>
      id={id}
      className={styles.field}
      aria-label={t('condition.field')}
      value={value}
      {...(open ? { defaultOpen: true, autoFocus: true, onBlur: () => choose(null) } : {})}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={t('condition.search')}
      popupMatchSelectWidth={200}
      listHeight={320}
      options={Object.entries(GROUPS).map(([group, fields]) => ({
        label: t(`group.${group}`),
        options: fields.map((field) => ({ value: field, label: t(`condition.fields.${field}`) })),
      }))}
      onChange={choose}
    />
  )
}
