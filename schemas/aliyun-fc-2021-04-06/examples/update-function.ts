import { environmentVariables, instanceLifecycleConfig } from './function-settings.ts'

/** From the field examples of 000, request. */
export const settings = {
  summary: 'New settings with unchanged code',
  value: {
    description: 'test desc',
    environmentVariables,
    memorySize: 512,
    timeout: 60,
    initializer: 'index.initializer',
    initializationTimeout: 60,
    InstanceConcurrency: 10,
    instanceSoftConcurrency: 5,
    instanceLifecycleConfig,
  },
}

/** A ZIP archive with one file, index.py, whose handler returns `hello world`. */
const zipFile =
  'UEsDBBQAAAAAAAB4D0lBhpGhNgAAADYAAAAIAAAAaW5kZXgucHlkZWYgaGFuZGxlcihldmVudCwgY29udGV4dCk6CiAgICByZXR1cm4gJ2hlbGxvIHdvcmxkJwpQSwECFAAUAAAAAAAAeA9JQYaRoTYAAAA2AAAACAAAAAAAAAAAAAAAgAEAAAAAaW5kZXgucHlQSwUGAAAAAAEAAQA2AAAAXAAAAAAA'

/** Code in the request, as in 000 code. */
export const zipCode = {
  summary: 'New code in the request',
  value: { handler: 'index.handler', code: { zipFile } },
}
