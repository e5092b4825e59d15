import { quirk } from '../../core/quirk.ts'
import { both, config } from './touched.ts'

/** Contradictions about values and limits. */
export const valueQuirks = [
  quirk({
    id: 'D1',
    operations: both,
    says: 'Runtimes have one format in the text ("Python 3.6", "HTTP") and another in the list of values (Python3.6, http).',
    does: 'The 21 values of the list are accepted and returned.',
    source: ['001:94', '001:98', '001:802', '001:1277', '002:186', '002:358'],
    decision: 'The list has the exact values, and the examples use them.',
  }),
  quirk({
    id: 'D2',
    operations: config,
    says: 'In the same cell, a handler has at most 60 letters and at most 128 characters.',
    does: 'A handler has at most 128 characters.',
    source: ['001:134', '001:140', '001:838', '001:844'],
    decision:
      'The source states the limit of 128 as a separate rule. The limit of 60 would reject values that this rule allows.',
  }),
  quirk({
    id: 'D3',
    operations: config,
    says: 'A handler has at least 3 characters and a period, but examples have "bootstrap" and "-".',
    does: 'A handler is any text that is not blank, with at most 128 characters. A period is not required.',
    source: ['001:134', '001:138', '001:1540', '001:1549'],
    decision:
      'Custom runtimes and container images have no handler function. The source does not state for which runtimes the rule applies, so no handler is rejected for its format.',
    differs: { '001:128': ['limits'], '001:834': ['limits'] },
  }),
  quirk({
    id: 'D5',
    operations: config,
    says: 'user_id and user_group_id are strings with an integer from -1 to 65534, except 0. The examples have numbers.',
    does: 'Requests may have an integer, or the integer as a string. Responses have an integer.',
    source: ['001:495', '001:497', '001:1524', '001:1525', '001:1182', '001:1587', '001:1588'],
    decision: 'Clients send and read integers, as in the examples. A client written from the table sends a string.',
    differs: { '001:491': ['type'], '001:499': ['type'], '001:1180': ['type'], '001:1186': ['type'] },
  }),
  quirk({
    id: 'D6',
    operations: config,
    says: 'An example has gpu_memory, but no table has it.',
    does: 'gpu_memory and gpu_type are accepted and returned, with the mark observed.',
    source: ['001:1535', '001:1544'],
    decision: 'Clients have both fields. The limits of gpu_memory are those of real servers.',
  }),
  quirk({
    id: 'D7',
    operations: config,
    says: 'A version has the format vYYYYMMDD-HHMMSS, but the example is latest.',
    does: 'version is any string. The unpublished version is latest. A published version has the documented format.',
    source: ['001:922', '001:1597'],
    decision: 'The documented format is that of published versions.',
  }),
  quirk({
    id: 'D8',
    operations: config,
    says: 'The CPU is proportional, with 100 millicores for 128 MB, but the example has 300 for 128 MB. The text names the field MemorySize.',
    does: 'cpu is memory_size / 128 × 100 + 200 millicores. The example is unchanged.',
    source: ['001:862', '001:1580', '001:1579'],
    decision: 'Real servers use this formula, and it matches the example. The field name is memory_size.',
  }),
  quirk({
    id: 'D9',
    operations: config,
    says: 'memory_size is one of 13 values, and also a value from 128 to 4096.',
    does: 'Only the 13 values are accepted. The document also has both limits.',
    source: ['001:152', '001:154', '001:854', '001:856'],
    decision: 'The list is within the range, and more specific.',
  }),
  quirk({
    id: 'D10',
    operations: both,
    says: 'concurrency is 0 or -1 for v1, and -1 to 1000 for v2.',
    does: 'concurrency is -1 to 1000.',
    source: ['001:565', '001:1236', '002:317'],
    decision: 'The sources describe v2.',
  }),
  quirk({
    id: 'D15',
    operations: both,
    says: 'code_type has the value Custom-Image-Swr in the response of source 001, but not in source 002.',
    does: 'Both operations have the value. In UpdateFunctionCode, it has the mark defined. The mock accepts it only for a function with a container image.',
    source: ['001:876', '002:92', '002:223', '002:85'],
    decision:
      'The definition of the vendor has the value in both operations. Source 002 refers users of images to UpdateFunctionConfig.',
  }),
  quirk({
    id: 'D24',
    operations: config,
    says: 'user_data has the format Host={host_ip} in the text, and JSON text in the examples.',
    does: 'user_data is a JSON object as text.',
    source: ['001:166', '001:1520', '001:1584'],
    decision: 'The text describes a pair, not the format. Both examples have JSON.',
  }),
  quirk({
    id: 'D31',
    operations: config,
    says: 'timeout and ephemeral_storage have thousands separators in the text (259,200s; 10,240 MB), but not in the list.',
    does: 'The maximum of timeout is 259200 seconds. ephemeral_storage has the value 10240 MB.',
    source: ['001:126', '001:278', '001:283'],
    decision: 'The comma is only a separator.',
  }),
]
