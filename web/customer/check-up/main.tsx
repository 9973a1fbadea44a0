import { mount } from '../ui/mount.tsx'
import { CheckUpPage } from './CheckUpPage.tsx'
import { CheckUpContext, loadCheckUpWords } from './words.ts'

const AGAIN_MS = 4000

loadCheckUpWords().then(
  (words) =>
    mount(() => (
      <CheckUpContext.Provider value={words}>
        <CheckUpPage />
      </CheckUpContext.Provider>
    )),
  () => setTimeout(() => location.reload(), AGAIN_MS),
)
