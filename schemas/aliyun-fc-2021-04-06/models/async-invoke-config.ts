export {
  Destination,
  DestinationConfig,
  AsyncInvokeConfigInput,
  AsyncInvokeConfig,
  AsyncInvokeConfigPage,
} from '../../aliyun-fc/models/async-invoke-config.ts'
