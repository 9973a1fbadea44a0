import { Button, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { Kind, type Playbook, Priority, RequiredFact } from '#contracts/playbook'
import { CloseIcon, PlusIcon } from '../../ui/icons.tsx'
import { Section } from '../../ui/Section.tsx'
import { type Edit, without } from './draft-editing.ts'
import layoutStyles from './layout.module.css'
import listsStyles from './lists.module.css'

type Row = Playbook['closing']['required'][number]
const PATH = ['closing', 'required']

/** What must be known before a ticket may be closed, by kind and priority. */
export function RequiredFacts({ doc, edit }: { doc: Playbook; edit: Edit | null }) {
  const { t } = useTranslation('playbook-admin')
  const rows = doc.closing.required
  const set = (place: number, row: Row) => edit?.change([...PATH, place], row)
  return (
    <Section title={t('required.title')} hint={t('required.hint')}>
      {rows.length === 0 ? <p>{t('required.none')}</p> : null}
      <ul className={listsStyles.lines}>
        {rows.map((row, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row has no identity but its place
          <li key={place} className={listsStyles.required}>
            {edit ? (
              <RowFields row={row} change={(next) => set(place, next)} />
            ) : (
              <>
                <span>
                  {(row.when.kinds ?? []).map((kind) => t(`kind.${kind}`)).join('、') ||
                    t('required.anyKind')}
                </span>
                <span>{(row.when.priorities ?? []).join('、') || t('required.anyPriority')}</span>
                <span className={listsStyles.words}>
                  {row.facts.map((fact) => (
                    <span key={fact}>{t(`required.fact.${fact}`)}</span>
                  ))}
                </span>
              </>
            )}
            {edit ? (
              <span className={layoutStyles.buttons}>
                <Button
                  type="text"
                  aria-label={t('edit.remove')}
                  icon={<CloseIcon size={14} />}
                  onClick={() => edit.change(PATH, without(rows, place))}
                />
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      {edit ? (
        <Button
          icon={<PlusIcon size={14} />}
          onClick={() => edit.change(PATH, [...rows, { when: {}, facts: ['root_cause'] }])}
        >
          {t('required.add')}
        </Button>
      ) : null}
    </Section>
  )
}

function RowFields({ row, change }: { row: Row; change: (row: Row) => void }) {
  const { t } = useTranslation('playbook-admin')
  const when = (part: Row['when']) => {
    const next = { ...row.when, ...part }
    if (!next.kinds?.length) delete next.kinds
    if (!next.priorities?.length) delete next.priorities
    change({ ...row, when: next })
  }
  return (
    <>
      <Select
        mode="multiple"
        aria-label={t('rule.kinds')}
        placeholder={t('required.anyKind')}
        value={row.when.kinds ?? []}
        options={Kind.options.map((value) => ({ value, label: t(`kind.${value}`) }))}
        onChange={(kinds) => when({ kinds })}
      />
      <Select
        mode="multiple"
        aria-label={t('rule.priorities')}
        placeholder={t('required.anyPriority')}
        value={row.when.priorities ?? []}
        options={Priority.options.map((value) => ({ value, label: value }))}
        onChange={(priorities) => when({ priorities })}
      />
      <Select
        mode="multiple"
        aria-label={t('required.facts')}
        value={row.facts}
        options={RequiredFact.options.map((value) => ({ value, label: t(`required.fact.${value}`) }))}
        onChange={(facts) => facts.length > 0 && change({ ...row, facts })}
      />
    </>
  )
}
