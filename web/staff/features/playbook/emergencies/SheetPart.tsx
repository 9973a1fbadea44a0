import { Button, Switch } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type EmergencyPlan, SheetField } from '#contracts/playbook/emergency'
import { freshKey } from '../../../ui/fresh-key.ts'
import { PlusIcon } from '../../../ui/icons.tsx'
import { Section } from '../../../ui/Section.tsx'
import { without } from '../draft-editing.ts'
import fieldsStyles from '../fields.module.css'
import { ItemDrawer } from '../ItemDrawer.tsx'
import { TextField } from '../TextField.tsx'
import { WordsField } from '../WordsField.tsx'
import { Choice } from './Choice.tsx'
import { EditButton } from './EditButton.tsx'
import styles from './emergencies.module.css'
import type { PartProps } from './part-props.ts'
import { usePlanWords } from './use-plan-words.ts'

const MOST = 40
const MOST_CHOICES = 12

/** What the authority asks for, line by line; health and the like is encrypted and shown only to those who need it. */
export function SheetPart(props: PartProps) {
  const { doc, plan, put } = props
  const { t } = useTranslation('playbook-emergency')
  const words = usePlanWords(doc, plan)
  const [open, setOpen] = useState<number | null>(null)
  return (
    <Section
      title={t('part.sheet')}
      hint={t('sheet.hint')}
      actions={
        put && plan.sheet.length < MOST ? (
          <Button icon={<PlusIcon size={14} />} onClick={() => setOpen(-1)}>
            {t('sheet.new')}
          </Button>
        ) : null
      }
    >
      {plan.sheet.length === 0 ? <p className={styles.none}>{t('sheet.none')}</p> : null}
      <ul className={styles.short}>
        {plan.sheet.map((field, i) => (
          <li key={field.key}>
            <span>
              {words.say(field.label)}
              <small>
                {field.kind === 'choice'
                  ? words.list(field.choices.map((choice) => words.say(choice.name)))
                  : t(`sheet.kind.${field.kind}`)}
                {field.sensitive ? ` · ${t('sheet.sensitive')}` : ''}
              </small>
            </span>
            {put ? <EditButton name={words.say(field.label)} onClick={() => setOpen(i)} /> : null}
          </li>
        ))}
      </ul>
      {put && open !== null ? (
        <FieldDrawer {...props} put={put} index={open} onClose={() => setOpen(null)} />
      ) : null}
    </Section>
  )
}

type DrawerProps = PartProps & { put: (plan: EmergencyPlan) => void; index: number; onClose: () => void }

function FieldDrawer({ doc, plan, put, index, onClose }: DrawerProps) {
  const { t } = useTranslation('playbook-emergency')
  const { say } = usePlanWords(doc, plan)
  const id = useId()
  const all = plan.sheet
  const held = all[index]
  const [field, setField] = useState<SheetField>(() => held ?? blank(all))
  const set = (part: Partial<SheetField>) => setField({ ...field, ...part })
  const save = (sheet: SheetField[]) => {
    put({ ...plan, sheet })
    onClose()
  }
  return (
    <ItemDrawer
      open
      title={t(held ? 'sheet.edit' : 'sheet.new')}
      ready={say(field.label).trim() !== '' && (field.kind !== 'choice' || field.choices.length > 1)}
      onClose={onClose}
      onDone={() => save(held ? all.map((old, i) => (i === index ? field : old)) : [...all, field])}
      remove={held ? { name: say(held.label), run: () => save(without(all, index)) } : undefined}
    >
      <TextField
        label={t('sheet.label')}
        value={field.label}
        onChange={(label) => set({ label: label ?? '' })}
      />
      <Choice
        label={t('sheet.kindLabel')}
        value={field.kind}
        options={SheetField.shape.kind.options.map((value) => ({ value, label: t(`sheet.kind.${value}`) }))}
        onChange={(kind) => set(kind === 'choice' ? { kind } : { kind, choices: [] })}
      />
      {field.kind === 'choice' ? (
        <WordsField
          label={t('sheet.choices')}
          value={field.choices.map((choice) => say(choice.name))}
          onChange={(names) => set({ choices: choicesOf(names.slice(0, MOST_CHOICES), field.choices, say) })}
        />
      ) : null}
      <span className={fieldsStyles.number}>
        <div>
          <label htmlFor={id}>{t('sheet.sensitive')}</label>
          <small>{t('sheet.sensitiveHint')}</small>
        </div>
        <Switch id={id} checked={field.sensitive} onChange={(sensitive) => set({ sensitive })} />
      </span>
    </ItemDrawer>
  )
}

type Choices = SheetField['choices']

/** A choice that keeps its name keeps its key, so that sheets already filled in still say what they said. */
function choicesOf(names: string[], held: Choices, say: (text: Choices[number]['name']) => string): Choices {
  const kept = names.map((name) => held.find((choice) => say(choice.name) === name))
  const taken = kept.flatMap((choice) => (choice ? [choice.key] : []))
  return names.map((name, i) => {
    const known = kept[i]
    if (known) return known
    const key = freshKey('choice', taken)
    taken.push(key)
    return { key, name }
  })
}

function blank(all: readonly SheetField[]): SheetField {
  const key = freshKey(
    'field',
    all.map((field) => field.key),
  )
  return { key, label: '', kind: 'words', choices: [], sensitive: false }
}
