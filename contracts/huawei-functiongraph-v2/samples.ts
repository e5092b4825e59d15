import { code, functionResource, project } from '../../schemas/huawei-functiongraph-v2/resources.ts'
import type { Sample } from '../checks/sample.ts'
import { toArchive, toLeastSettings, toPath } from './fixtures.ts'

/** The project of the function. The URN contains its id. */
const projectSample: Sample = {
  resource: project,
  fixture: async ({ acquire }) => {
    const { project_id } = toPath(await acquire('functionUrn'))
    return { project_id }
  },
  options: {},
  changes: {},
}

/** A function of the fixture functionUrn, in the state before the run. */
export const functionSample: Sample = {
  resource: functionResource,
  textField: 'description',
  parent: projectSample,
  fixture: async ({ acquire }) => toPath(await acquire('functionUrn')),
  options: {},
  changes: {},
  updateBody: ({ supplied, name }, { function_urn = '' }) => ({
    ...toLeastSettings(function_urn, supplied),
    description: name(),
  }),
  readBody: ({ supplied }, { function_urn = '' }) => toLeastSettings(function_urn, supplied),
  unknownKey: ({ name }, { function_urn = '' }) => function_urn.replace(/[^:]+$/, name()),
}

/** The code of such a function. */
export const codeSample: Sample = {
  resource: code,
  parent: functionSample,
  fixture: async ({ acquire }) => toPath(await acquire('functionUrn')),
  options: {},
  changes: {},
  updateBody: ({ name }) => ({
    code_type: 'zip',
    code_filename: 'index.zip',
    func_code: { file: toArchive(name()).file },
  }),
}

/** Every resource of the API with the values of its requests, parents first. */
export const samples: readonly Sample[] = [projectSample, functionSample, codeSample]
