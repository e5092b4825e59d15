import { gpuInstance, layer, layerVersion } from '../../schemas/aliyun-fc-2021-04-06/resources.ts'
import type { Sample } from '../checks/sample.ts'

/** The first version creates the layer, so any new name is the path of a layer. */
const layerSample: Sample = {
  resource: layer,
  fixture: ({ name }) => ({ layerName: name() }),
  options: {},
  changes: {},
}

export const layerVersionSample: Sample = {
  resource: layerVersion,
  parent: layerSample,
  body: (_, fields) => ({ Code: { zipFile: 'UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==' }, ...fields }),
  options: { description: 'a version of a layer', compatibleRuntime: ['python3'] },
  textField: 'description',
  changes: {},
  unknownKey: () => '2147483647',
}

const gpuInstanceSample: Sample = {
  resource: gpuInstance,
  body: (_, fields) => ({
    instanceType: 'ecs.gn7i-c8g1.2xlarge',
    imageId: 'm-contract',
    sourceCidrIp: '10.0.0.0/8',
    ...fields,
  }),
  options: { diskSizeGigabytes: '100' },
  changes: {},
}

/** Resources that belong to no service. Parents come first. */
export const accountSamples: readonly Sample[] = [layerSample, layerVersionSample, gpuInstanceSample]
