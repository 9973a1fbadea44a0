import { useState } from 'react'
import { uploadPhoto } from '../../app/api.ts'
import { useProblem } from '../../ui/use-problem.ts'

/** `url` is the file on this machine: the server shows a photo only once it belongs to a ticket. */
type Photo = { id: string; url: string }
const LIMIT = 6

/** Photos going with what is being written: uploaded at once, sent by id. */
export function usePhotos() {
  const [list, setList] = useState<Photo[]>([])
  const [under, setUnder] = useState(0)
  const problem = useProblem()
  const add = async (files: FileList | null) => {
    const photos = [...(files ?? [])]
      .filter((file) => file.type.startsWith('image/'))
      .slice(0, LIMIT - list.length)
    setUnder((count) => count + photos.length)
    for (const file of photos) {
      try {
        const kept = await uploadPhoto(file)
        setList((now) => [...now, { id: kept.id, url: URL.createObjectURL(file) }])
      } catch (error) {
        problem(error)
      } finally {
        setUnder((count) => count - 1)
      }
    }
  }
  return {
    list,
    ids: list.map((photo) => photo.id),
    busy: under > 0,
    add: (files: FileList | null) => void add(files),
    remove: (id: string) => setList((now) => now.filter((photo) => photo.id !== id)),
    clear: () => setList([]),
  }
}
