import { Button, Segmented, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Text } from '#contracts/kit'
import { Kind, type Playbook, type Template, TemplateScenario } from '#contracts/playbook'
import { freshKey } from '../../ui/fresh-key.ts'
import { type Edit, without } from './draft-editing.ts'
import styles from './fields.module.css'
import { ItemDrawer } from './ItemDrawer.tsx'
import { TextField } from './TextField.tsx'
import { usePlaybookWords } from './use-playbook-words.ts'

const VARIABLES = [
  'customer',
  'number',
  'shop',
  'brand',
  'team',
  'staff',
  'expected',
  'link',
  'order',
] as const
/** Only where it is told what is given. */
const GIVEN = ['gift', 'code'] as const
const TONES = ['formal', 'warm', 'brief'] as const

/** `index` -1: a new template. */
type Props = { doc: Playbook; edit: Edit; index: number; onClose: () => void }

export function TemplateDrawer({ doc, edit, index, onClose }: Props) {
  const { t } = useTranslation('playbook-admin')
  const { say } = usePlaybookWords(doc)
  const all = doc.templates
  const [template, setTemplate] = useState<Template>(() => all[index] ?? blank(all))
  const set = (part: Partial<Template>) => setTemplate({ ...template, ...part })
  const done = () => {
    edit.change(
      ['templates'],
      index === -1 ? [...all, template] : all.map((old, i) => (i === index ? template : old)),
    )
    onClose()
  }
  const remove = () => {
    edit.change(['templates'], without(all, index))
    onClose()
  }
  return (
    <ItemDrawer
      open
      title={t(index === -1 ? 'template.new' : 'template.edit')}
      ready={say(template.name).trim() !== '' && say(template.text).trim() !== ''}
      onClose={onClose}
      onDone={done}
      remove={index === -1 || all.length <= 6 ? undefined : { name: say(template.name), run: remove }}
    >
      <TextField
        label={t('template.name')}
        value={template.name}
        onChange={(name) => set({ name: name ?? '' })}
      />
      <Where template={template} onChange={set} />
      <TextField
        multiline
        label={t('template.text')}
        value={template.text}
        onChange={(text) => set({ text: text ?? '' })}
      />
      <div className={styles.insert}>
        <span>{t('template.insert')}</span>
        {[...VARIABLES, ...(template.scenario === 'compensation' ? GIVEN : [])].map((name) => (
          <Button key={name} size="small" onClick={() => set({ text: withVariable(template.text, name) })}>
            {t(`template.variable.${name}`)}
          </Button>
        ))}
      </div>
    </ItemDrawer>
  )
}

function Where({ template, onChange }: { template: Template; onChange: (part: Partial<Template>) => void }) {
  const { t } = useTranslation('playbook-admin')
  return (
    <>
      <div className={styles.two}>
        <div className={styles.field}>
          <span id="template-scenario">{t('template.scenarioLabel')}</span>
          <Select
            aria-labelledby="template-scenario"
            value={template.scenario}
            options={TemplateScenario.options.map((value) => ({
              value,
              label: t(`template.scenario.${value}`),
            }))}
            onChange={(scenario) => onChange({ scenario })}
          />
        </div>
        <div className={styles.field}>
          <span>{t('template.toneLabel')}</span>
          <Segmented
            block
            aria-label={t('template.toneLabel')}
            value={template.tone}
            options={TONES.map((value) => ({ value, label: t(`template.tone.${value}`) }))}
            onChange={(tone) => onChange({ tone })}
          />
        </div>
      </div>
      <div className={styles.field}>
        <span id="template-kinds">{t('template.kinds')}</span>
        <Select
          aria-labelledby="template-kinds"
          mode="multiple"
          placeholder={t('template.kindsAll')}
          value={template.kinds}
          options={Kind.options.map((value) => ({ value, label: t(`kind.${value}`) }))}
          onChange={(kinds) => onChange({ kinds })}
        />
      </div>
    </>
  )
}

/** Adds the variable at the end of each language that is there. */
function withVariable(text: Text, name: string): Text {
  const add = (words: string) => `${words}{{${name}}}`
  if (typeof text === 'string') return add(text)
  return Object.fromEntries(Object.entries(text).map(([locale, words]) => [locale, add(words)])) as Text
}

function blank(all: Template[]): Template {
  const key = freshKey(
    'template',
    all.map((template) => template.key),
  )
  return { key, name: '', scenario: 'greeting', kinds: [], tone: 'warm', text: '' }
}
