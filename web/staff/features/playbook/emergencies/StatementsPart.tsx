import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Text } from '#contracts/kit'
import {
  type EmergencyPlan,
  type PlanStatement,
  STATEMENT_VARIABLES,
  StatementAudience,
} from '#contracts/playbook/emergency'
import { freshKey } from '../../../ui/fresh-key.ts'
import { PlusIcon } from '../../../ui/icons.tsx'
import { Section } from '../../../ui/Section.tsx'
import { without } from '../draft-editing.ts'
import fieldsStyles from '../fields.module.css'
import { ItemDrawer } from '../ItemDrawer.tsx'
import { TextField } from '../TextField.tsx'
import { Choice } from './Choice.tsx'
import { EditButton } from './EditButton.tsx'
import styles from './emergencies.module.css'
import type { PartProps } from './part-props.ts'
import { usePlanWords } from './use-plan-words.ts'

const MOST = 12

/** Prepared words for each audience; in the room they are filled in, approved, and said by the spokesperson alone. */
export function StatementsPart(props: PartProps) {
  const { doc, plan, put } = props
  const { t } = useTranslation('playbook-emergency')
  const { say } = usePlanWords(doc, plan)
  const [open, setOpen] = useState<number | null>(null)
  return (
    <Section
      title={t('part.statements')}
      hint={t('statement.hint')}
      actions={
        put && plan.statements.length < MOST ? (
          <Button icon={<PlusIcon size={14} />} onClick={() => setOpen(-1)}>
            {t('statement.new')}
          </Button>
        ) : null
      }
    >
      {plan.statements.length === 0 ? <p className={styles.none}>{t('statement.none')}</p> : null}
      <ul className={styles.lines}>
        {plan.statements.map((statement, i) => (
          <li key={statement.key}>
            <div>
              <strong>{say(statement.name)}</strong>
              <em>{t(`audience.${statement.audience}`)}</em>
              <p className={styles.said}>
                <Filled text={say(statement.text)} />
              </p>
            </div>
            {put ? <EditButton name={say(statement.name)} onClick={() => setOpen(i)} /> : null}
          </li>
        ))}
      </ul>
      {put && open !== null ? (
        <StatementDrawer {...props} put={put} index={open} onClose={() => setOpen(null)} />
      ) : null}
    </Section>
  )
}

/** Variables read as what they stand for; one that does not exist is shown as it was typed. */
function Filled({ text }: { text: string }) {
  const { t } = useTranslation('playbook-emergency')
  return text.split(/(\{\{\w+\}\})/).map((part, i) => {
    const name = STATEMENT_VARIABLES.find((variable) => part === `{{${variable}}}`)
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of one unchanging sentence
    return name ? <mark key={i}>{t(`variable.${name}`)}</mark> : part
  })
}

type DrawerProps = PartProps & { put: (plan: EmergencyPlan) => void; index: number; onClose: () => void }

function StatementDrawer({ doc, plan, put, index, onClose }: DrawerProps) {
  const { t } = useTranslation('playbook-emergency')
  const { say } = usePlanWords(doc, plan)
  const all = plan.statements
  const held = all[index]
  const [statement, setStatement] = useState<PlanStatement>(() => held ?? blank(all))
  const set = (part: Partial<PlanStatement>) => setStatement({ ...statement, ...part })
  const save = (statements: PlanStatement[]) => {
    put({ ...plan, statements })
    onClose()
  }
  return (
    <ItemDrawer
      open
      title={t(held ? 'statement.edit' : 'statement.new')}
      ready={say(statement.name).trim() !== '' && say(statement.text).trim() !== ''}
      onClose={onClose}
      onDone={() => save(held ? all.map((old, i) => (i === index ? statement : old)) : [...all, statement])}
      remove={held ? { name: say(held.name), run: () => save(without(all, index)) } : undefined}
    >
      <TextField
        label={t('statement.name')}
        value={statement.name}
        onChange={(name) => set({ name: name ?? '' })}
      />
      <Choice
        label={t('statement.audience')}
        value={statement.audience}
        options={StatementAudience.options.map((value) => ({ value, label: t(`audience.${value}`) }))}
        onChange={(audience) => set({ audience })}
      />
      <TextField
        multiline
        label={t('statement.text')}
        value={statement.text}
        onChange={(text) => set({ text: text ?? '' })}
      />
      <div className={fieldsStyles.insert}>
        <span>{t('statement.insert')}</span>
        {STATEMENT_VARIABLES.map((name) => (
          <Button key={name} size="small" onClick={() => set({ text: withVariable(statement.text, name) })}>
            {t(`variable.${name}`)}
          </Button>
        ))}
      </div>
    </ItemDrawer>
  )
}

/** Adds the variable at the end of each language that is there. */
function withVariable(text: Text, name: string): Text {
  const add = (words: string) => `${words}{{${name}}}`
  if (typeof text === 'string') return add(text)
  return Object.fromEntries(Object.entries(text).map(([locale, words]) => [locale, add(words)])) as Text
}

function blank(all: readonly PlanStatement[]): PlanStatement {
  const key = freshKey(
    'statement',
    all.map((statement) => statement.key),
  )
  return { key, name: '', audience: 'public', text: '' }
}
