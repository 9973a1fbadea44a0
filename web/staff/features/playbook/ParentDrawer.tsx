import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Text } from '#contracts/kit'
import type { Playbook } from '#contracts/playbook'
import { freshKey } from '../../ui/fresh-key.ts'
import { type Edit, without } from './draft-editing.ts'
import { ItemDrawer } from './ItemDrawer.tsx'
import { TextField } from './TextField.tsx'
import { usePlaybookWords } from './use-playbook-words.ts'

/** `index` -1: a new group, which begins with one category of the same name. */
type Props = { doc: Playbook; edit: Edit; index: number; onClose: () => void }

export function ParentDrawer({ doc, edit, index, onClose }: Props) {
  const { t } = useTranslation('playbook-admin')
  const { say } = usePlaybookWords(doc)
  const [name, setName] = useState<Text>(() => doc.categories[index]?.name ?? '')
  const done = () => {
    const key = freshKey(
      'group',
      doc.categories.map((category) => category.key),
    )
    const child = { key: 'item_1', name, words: [], severity: 2, impact: 1 }
    if (index === -1) edit.change(['categories'], [...doc.categories, { key, name, children: [child] }])
    else edit.change(['categories', index, 'name'], name)
    onClose()
  }
  const remove = () => {
    edit.change(['categories'], without(doc.categories, index))
    onClose()
  }
  return (
    <ItemDrawer
      open
      title={t(index === -1 ? 'category.addParent' : 'category.editParent')}
      ready={say(name).trim() !== ''}
      onClose={onClose}
      onDone={done}
      remove={index === -1 || doc.categories.length <= 3 ? undefined : { name: say(name), run: remove }}
    >
      <TextField label={t('category.name')} value={name} onChange={(text) => setName(text ?? '')} />
    </ItemDrawer>
  )
}
