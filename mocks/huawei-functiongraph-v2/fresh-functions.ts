import { inlineRequest } from '../../schemas/huawei-functiongraph-v2/examples/function-code.ts'
import type { FunctionSeed } from './seed.ts'

const common = { timeout: 30, memory_size: 128 } as const

/**
 * The initial functions, one for each kind of code. Every project has them in every region, in the package `default`:
 * `urn:fss:{region}:{project_id}:function:default:fgsTest`. There are no other functions.
 *
 * | name | runtime | code |
 * |---|---|---|
 * | `fgsTest` | Node.js18.15 | ZIP archive |
 * | `test` | Python3.9 | inline, published once: alias `release` is that version, `newest` is `latest` |
 * | `test_java` | Java11 | JAR file |
 * | `test_GPU` | Custom | package in OBS |
 * | `test_function` | Custom Image | container image |
 *
 * All names except `test_java` come from the examples of the sources, so that these examples work unchanged.
 */
export const freshFunctions: readonly FunctionSeed[] = [
  {
    ...common,
    func_name: 'fgsTest',
    runtime: 'Node.js18.15',
    handler: 'index.handler',
    code_type: 'zip',
    code_filename: 'index.zip',
    func_code: {
      // One file, index.js, that returns its event.
      file: 'UEsDBBQAAAAAAK18WU/S8b7LKQAAACkAAAAIAAAAaW5kZXguanNleHBvcnRzLmhhbmRsZXIgPSBhc3luYyAoZXZlbnQpID0+IGV2ZW50ClBLAQIUABQAAAAAAK18WU/S8b7LKQAAACkAAAAIAAAAAAAAAAAAAACAAQAAAABpbmRleC5qc1BLBQYAAAAAAQABADYAAABPAAAAAAA=',
    },
  },
  {
    ...common,
    ...inlineRequest.value,
    func_name: 'test',
    runtime: 'Python3.9',
    handler: 'index.handler',
    versions: ['v20191025-153727'],
    aliases: { release: 'v20191025-153727', newest: 'latest' },
  },
  {
    ...common,
    func_name: 'test_java',
    runtime: 'Java11',
    handler: 'com.demo.Test.handler',
    code_type: 'jar',
    code_filename: 'test.jar',
  },
  {
    ...common,
    func_name: 'test_GPU',
    runtime: 'Custom',
    handler: 'bootstrap',
    code_type: 'obs',
    code_url: 'https://demo-bucket.obs.example.com/bootstrap.zip',
    code_filename: 'bootstrap.zip',
  },
  {
    ...common,
    func_name: 'test_function',
    runtime: 'Custom Image',
    handler: '-',
    xrole: 'xxx',
    custom_image: { enabled: true, image: 'swr.xxx.example.com/xxx/xxx:xxx', working_dir: '/' },
  },
]
