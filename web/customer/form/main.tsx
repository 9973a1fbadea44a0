import { mount } from '../ui/mount.tsx'
import { FormPage } from './FormPage.tsx'

mount(FormPage)
