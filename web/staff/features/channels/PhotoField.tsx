import { useTranslation } from 'react-i18next'
import { uploadPhoto } from '../../app/api.ts'
import { PhotoPicker } from '../../ui/PhotoPicker.tsx'
import type { FilesField } from '../../ui/use-upload.ts'
import type { EntryPhoto } from './counter-entry.ts'
import { newSubmissionId } from './submission-id.ts'

type Props = FilesField<EntryPhoto> & { photos: EntryPhoto[] }

/** Photos of an entry; without a network they stay on the phone until the entry goes out. */
export function PhotoField(props: Props) {
  const { t } = useTranslation('channels')
  return (
    <PhotoPicker<EntryPhoto>
      {...props}
      take={upOrKept}
      words={{
        label: t('counter.photos'),
        add: t('counter.addPhoto'),
        remove: t('counter.removePhoto'),
        tooBig: t('counter.photoTooBig'),
      }}
    />
  )
}

function upOrKept(file: File): Promise<EntryPhoto> {
  return uploadPhoto(file).catch((error: { status?: number }) => {
    if (error.status !== 0) throw error
    return { id: newSubmissionId(), url: URL.createObjectURL(file), blob: file }
  })
}
