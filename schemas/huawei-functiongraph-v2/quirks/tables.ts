import { quirk } from '../../core/quirk.ts'
import { both, config } from './touched.ts'

/** Tables that disagree with each other or with their own words. */
export const tableQuirks = [
  quirk({
    id: 'D16',
    operations: config,
    says: 'Seven fields of the request are not in its response: extend_config, log_config, network_controller, restore_hook_handler, restore_hook_timeout, heartbeat_handler, enable_class_isolation. Log settings come back as log_group_id and log_stream_id.',
    does: 'Each table is followed: the seven are taken and not returned, the two log ids are returned.',
    source: ['001:232', '001:293', '001:301', '001:341', '001:349', '001:357', '001:365', '001:1025', '001:1031'],
    decision: 'The two ids are the ones of log_config; for the others nothing says what a response would hold.',
  }),
  quirk({
    id: 'D17',
    operations: both,
    says: 'The two operations response different fields of one function: three only in page 002, 35 only in page 001.',
    does: 'Each operation returns the fields of its own table.',
    source: ['002:261', '002:267', '002:255'],
    decision: 'The responses are two models: settings, and code.',
  }),
  quirk({
    id: 'D18',
    operations: both,
    says: 'last_modified is a string in a function and an integer in a dependency, where the text still speaks of the function.',
    does: 'A function has text such as 2019-10-31 11:37:58, a dependency a number.',
    source: ['001:950', '001:1347', '001:1349', '002:251', '002:428'],
    decision: 'Real servers return so; only the words of the dependency are wrong.',
  }),
  quirk({
    id: 'D19',
    operations: both,
    says: 'version is a string in a function and a long in a dependency; id and version of a dependency have the same text.',
    does: "A dependency's version is its number, its id the id of that version.",
    source: ['001:920', '001:1335', '001:1259', '001:1337', '002:340', '002:418'],
    decision: 'The types are followed. Two fields with one text and two types are an id and a number.',
  }),
  quirk({
    id: 'D20',
    operations: config,
    says: 'enable_cloud_debug returns "whether", but is a string; all other such fields are booleans.',
    does: 'It is a string, and any text is taken.',
    source: ['001:1050', '001:1052', '001:1056'],
    decision: 'The table is clear about the type, and the field is out of use.',
  }),
  quirk({
    id: 'D21',
    operations: config,
    says: 'pre_stop_timeout has the text of initializer_timeout, and pre_stop_handler calls its function the initialization function.',
    does: 'Both are described as settings of the pre-stop handler.',
    source: ['001:270', '001:262', '001:1011', '001:1005'],
    decision: 'Names, ranges and examples are those of the pre-stop handler.',
  }),
  quirk({
    id: 'D22',
    operations: config,
    says: 'enable_auth_in_header, is_stateful_function and domain_names have other words in the response than in the request; the first is for container images in the response alone.',
    does: 'Request and response mean the same setting; enable_auth_in_header is taken for any runtime.',
    source: ['001:331', '001:1064', '001:315', '001:1070', '001:339', '001:1076'],
    decision: 'What goes in comes back. A request is not refused for what only the response says.',
  }),
  quirk({
    id: 'D23',
    operations: both,
    says: 'domain_id is a domain name id in FuncVpc and a domain id in the response; namespace is a project id in both.',
    does: 'domain_id is the id of an account, namespace the id of a project.',
    source: ['001:389', '001:1102', '001:778', '001:397', '001:784'],
    decision: 'A domain is what IAM calls an account; the value in the examples is an id of that kind.',
  }),
  quirk({
    id: 'D30',
    operations: both,
    says: 'The header Content-Type is mandatory; its value is stated nowhere.',
    does: 'The body has the media type application/json. OpenAPI shows it there and not as a parameter.',
    source: ['001:62', '001:68', '002:61', '002:67'],
    decision: 'All examples are JSON, and clients send this value.',
    differs: { '001:62': ['place'], '002:61': ['place'] },
  }),
]
