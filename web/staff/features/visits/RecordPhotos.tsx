import { useTranslation } from 'react-i18next'
import { uploadPhoto } from '../../app/api.ts'
import { PhotoPicker, type PickedPhoto } from '../../ui/PhotoPicker.tsx'
import type { FilesField } from '../../ui/use-upload.ts'

const MOST = 9
type Props = FilesField<PickedPhoto> & { photos: PickedPhoto[] }

/** Photos of a treatment belong to its record and open only with it: until it is saved they are seen from this machine. */
export function RecordPhotos(props: Props) {
  const { t } = useTranslation('orders-visits')
  return (
    <PhotoPicker
      {...props}
      most={MOST}
      take={async (file) => ({ id: (await uploadPhoto(file)).id, url: URL.createObjectURL(file) })}
      words={{
        label: t('record.photos'),
        add: t('record.addPhoto'),
        remove: t('record.remove'),
        tooBig: t('record.photoTooBig'),
        alt: (n) => t('record.photoAlt', { n }),
      }}
    />
  )
}
