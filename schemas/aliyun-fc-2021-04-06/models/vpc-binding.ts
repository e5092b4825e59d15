export { VpcBindingInput, VpcBindings } from '../../aliyun-fc/models/vpc-binding.ts'
