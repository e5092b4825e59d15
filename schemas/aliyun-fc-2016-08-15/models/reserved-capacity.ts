export { ListReservedCapacitiesOutput, OpenReservedCapacity } from '../../aliyun-fc/models/reserved-capacity.ts'
