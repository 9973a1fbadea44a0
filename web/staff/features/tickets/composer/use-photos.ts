import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PHOTO_LIMIT } from '#contracts/channels'
import { COMPOSER_LIMIT } from '#contracts/tickets/composer'
import { uploadPhoto } from '../../../app/api.ts'
import { useProblem } from '../../../ui/use-problem.ts'

const MB = Math.floor(PHOTO_LIMIT.bytes / 1_000_000)

/** `url`: where it can be seen before it belongs to a ticket is only this machine. */
export type Photo = { id: string; url: string }

/** Photos of a form that is sent once: kept while it is open. */
export function usePhotos() {
  const [list, setList] = useState<Photo[]>([])
  const uploads = useUploads(list, setList)
  return { list, ids: list.map((photo) => photo.id), clear: () => setList([]), ...uploads }
}

/** Photos going with what is being written: pasted, dropped or picked; uploaded at once, sent by id. What is left out is said. */
export function useUploads(list: Photo[], change: (next: (now: Photo[]) => Photo[]) => void) {
  const { t } = useTranslation('composer')
  const [under, setUnder] = useState({ done: 0, all: 0 })
  const problem = useProblem()
  const fitting = (files: File[]) => {
    const photos = files.filter((file) => {
      const name = file.name.slice(0, 40)
      if (!file.type.startsWith('image/')) problem(new Error(t('photos.notPhoto', { name })))
      else if (file.size > PHOTO_LIMIT.bytes) problem(new Error(t('photos.tooBig', { name, mb: MB })))
      else return true
      return false
    })
    const room = COMPOSER_LIMIT.photos - list.length - (under.all - under.done)
    if (photos.length > room) problem(new Error(t('photos.tooMany', { count: COMPOSER_LIMIT.photos })))
    return photos.slice(0, Math.max(0, room))
  }
  const add = async (files: File[]) => {
    const photos = fitting(files)
    setUnder((now) => ({ ...now, all: now.all + photos.length }))
    for (const file of photos) {
      try {
        const { id } = await uploadPhoto(file)
        change((now) => [...now, { id, url: URL.createObjectURL(file) }])
      } catch (error) {
        problem(error)
      } finally {
        setUnder((now) => (now.done + 1 >= now.all ? { done: 0, all: 0 } : { ...now, done: now.done + 1 }))
      }
    }
  }
  return {
    busy: under.all > 0,
    percent: under.all ? Math.round(((under.done + 0.5) / under.all) * 100) : 100,
    limits: [t('photos.limit', { count: COMPOSER_LIMIT.photos }), t('photos.size', { mb: MB })],
    add: (files: FileList | null) => void add([...(files ?? [])]),
    remove: (id: string) => change((now) => now.filter((photo) => photo.id !== id)),
  }
}
