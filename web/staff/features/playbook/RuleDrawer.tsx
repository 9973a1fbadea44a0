import { Select } from 'antd'
import { type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Role } from '#contracts/people'
import { ChannelKind, Kind, type Playbook, Priority, type ResponsibilityRule } from '#contracts/playbook'
import { type Edit, without } from './draft-editing.ts'
import styles from './fields.module.css'
import { ItemDrawer } from './ItemDrawer.tsx'
import { TextField } from './TextField.tsx'
import { categoryOptions, usePlaybookWords } from './use-playbook-words.ts'

/** `index` -1: a new rule, tried before the last one. */
type Props = { doc: Playbook; edit: Edit; index: number; onClose: () => void }

export function RuleDrawer({ doc, edit, index, onClose }: Props) {
  const { t } = useTranslation('playbook-admin')
  const { say } = usePlaybookWords(doc)
  const rules = doc.responsibility
  const [rule, setRule] = useState<ResponsibilityRule>(() => rules[index] ?? blank(doc))
  const done = () => {
    const next =
      index === -1
        ? [...rules.slice(0, -1), rule, ...rules.slice(-1)]
        : rules.map((old, i) => (i === index ? rule : old))
    edit.change(['responsibility'], next)
    onClose()
  }
  const remove = () => {
    edit.change(['responsibility'], without(rules, index))
    onClose()
  }
  return (
    <ItemDrawer
      open
      title={t(index === -1 ? 'rule.new' : 'rule.edit')}
      ready={say(rule.name).trim() !== '' && rule.chain.length > 0}
      onClose={onClose}
      onDone={done}
      remove={index === -1 || index === rules.length - 1 ? undefined : { name: say(rule.name), run: remove }}
    >
      <TextField
        label={t('rule.name')}
        value={rule.name}
        onChange={(name) => setRule({ ...rule, name: name ?? '' })}
      />
      {index === rules.length - 1 ? null : (
        <When doc={doc} when={rule.when} onChange={(when) => setRule({ ...rule, when })} />
      )}
      <Who doc={doc} rule={rule} onChange={(part) => setRule({ ...rule, ...part })} />
    </ItemDrawer>
  )
}

function blank(doc: Playbook): ResponsibilityRule {
  const team = doc.teams[0]!
  return { name: '', when: {}, team: team.key, role: team.roles[0]!, chain: [], together: [] }
}

function Labelled({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId()
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  )
}

type When = ResponsibilityRule['when']

function When({ doc, when, onChange }: { doc: Playbook; when: When; onChange: (when: When) => void }) {
  const { t } = useTranslation('playbook-admin')
  const { say } = usePlaybookWords(doc)
  const set = (key: keyof When, list: string[]) => {
    const { [key]: _old, ...rest } = when
    onChange(list.length > 0 ? { ...rest, [key]: list } : rest)
  }
  const choices = {
    kinds: Kind.options.map((value) => ({ value, label: t(`kind.${value}`) })),
    categories: categoryOptions(doc, say, true),
    priorities: Priority.options.map((value) => ({ value, label: value })),
    channels: ChannelKind.options.map((value) => ({ value, label: t(`channel.${value}`) })),
    shops: [],
  }
  return (Object.keys(choices) as Array<keyof typeof choices>).map((key) => (
    <Labelled key={key} label={t(`rule.${key}`)}>
      {(id) => (
        <Select<string[]>
          id={id}
          mode={key === 'shops' ? 'tags' : 'multiple'}
          open={key === 'shops' ? false : undefined}
          placeholder={t(key === 'shops' ? 'rule.shopsHint' : 'rule.any')}
          showSearch={{ optionFilterProp: 'label' }}
          value={when[key] ?? []}
          options={choices[key]}
          onChange={(list) => set(key, list)}
        />
      )}
    </Labelled>
  ))
}

type WhoProps = {
  doc: Playbook
  rule: ResponsibilityRule
  onChange: (part: Partial<ResponsibilityRule>) => void
}

function Who({ doc, rule, onChange }: WhoProps) {
  const { t } = useTranslation(['playbook-admin', 'people'])
  const { say } = usePlaybookWords(doc)
  const teams = doc.teams.map((team) => ({ value: team.key, label: say(team.name) }))
  const roles = Role.options.map((value) => ({ value, label: t(`people:role.${value}`) }))
  const team = doc.teams.find((held) => held.key === rule.team)
  return (
    <>
      <div className={styles.two}>
        <Labelled label={t('rule.team')}>
          {(id) => (
            <Select id={id} value={rule.team} options={teams} onChange={(key) => onChange({ team: key })} />
          )}
        </Labelled>
        <Labelled label={t('rule.role')}>
          {(id) => (
            <Select
              id={id}
              value={rule.role}
              options={roles.filter(({ value }) => value === rule.role || team?.roles.includes(value))}
              onChange={(role) => onChange({ role })}
            />
          )}
        </Labelled>
      </div>
      <Labelled label={t('rule.chain')}>
        {(id) => (
          <Select
            id={id}
            mode="multiple"
            status={rule.chain.length === 0 ? 'error' : undefined}
            placeholder={t('rule.chainMissing')}
            showSearch={{ optionFilterProp: 'label' }}
            value={rule.chain}
            options={roles}
            onChange={(chain) => onChange({ chain })}
          />
        )}
      </Labelled>
      <Labelled label={t('rule.together')}>
        {(id) => (
          <Select
            id={id}
            mode="multiple"
            maxCount={4}
            value={rule.together}
            options={teams.filter(({ value }) => value !== rule.team)}
            onChange={(together) => onChange({ together })}
          />
        )}
      </Labelled>
    </>
  )
}
