import { z } from 'zod'
import { int64 } from '../../core/wire.ts'
import { Runtime } from './runtime.ts'

/** Source: 001 table 19, 002 table 8. */
export const Dependency = z
  .object({
    id: z
      .string()
      .meta({
        description: 'Id of this version of the dependency.',
        examples: ['5d0f6d2c-1c3b-4f4e-8a57-9b8c7d6e5f40'],
        'x-quirk': ['D19'],
      })
      .optional(),
    owner: z
      .string()
      .meta({
        description: 'Id of the account (domain) that owns the dependency.',
        examples: ['14ee2e3501124efcbca7998baa24xxxx'],
      })
      .optional(),
    link: z
      .string()
      .meta({
        description: 'URL of the package in OBS.',
        examples: ['https://demo-bucket.obs.example.com/depends/demo.zip'],
      })
      .optional(),
    runtime: Runtime.meta({
      description: 'Runtime environment of the dependency.',
      examples: ['Python3.9'],
      'x-quirk': ['D1'],
    }).optional(),
    etag: z
      .string()
      .meta({ description: 'MD5 of the package, in hex.', examples: ['9e107d9d372bb6826bd81d3542a419d6'] })
      .optional(),
    size: int64()
      .meta({ description: 'Size of the package in bytes.', examples: [10240] })
      .optional(),
    name: z
      .string()
      .meta({ description: 'Name of the dependency.', examples: ['demo'] })
      .optional(),
    description: z
      .string()
      .meta({ description: 'Description of the dependency.', examples: ['Libraries of the demo'] })
      .optional(),
    file_name: z
      .string()
      .meta({ description: 'File name of the package, which is a ZIP archive.', examples: ['demo.zip'] })
      .optional(),
    version: int64()
      .meta({ description: 'Number of this version of the dependency.', examples: [1], 'x-quirk': ['D19'] })
      .optional(),
    dep_id: z
      .string()
      .meta({
        description: 'Id of the dependency, the same for all versions.',
        examples: ['d3b07384-d9a0-4c9b-8f1e-2a3b4c5d6e7f'],
      })
      .optional(),
    last_modified: z
      .int()
      .meta({
        description: 'Time of the last change, as a number. The source states neither unit nor epoch.',
        examples: [1572493078],
        'x-quirk': ['D18'],
      })
      .optional(),
  })
  .meta({ description: 'A package of libraries for functions.' })
