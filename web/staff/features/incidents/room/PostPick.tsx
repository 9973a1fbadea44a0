import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Room } from '#contracts/incidents'
import { Field } from '../Field.tsx'

type Props = { room: Pick<Room, 'posts'>; post: string; choose: (post: string) => void }

/** One of the posts that the room's plan names. */
export function PostPick({ room, post, choose }: Props) {
  const { t } = useTranslation('incidents')
  return (
    <Field label={t('step.post')}>
      <Select
        aria-label={t('step.post')}
        value={post}
        onChange={choose}
        options={room.posts.map(({ post: value, name }) => ({ value, label: name }))}
      />
    </Field>
  )
}
