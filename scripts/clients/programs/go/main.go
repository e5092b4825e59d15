// Runs the scenario of one API with its generated client.
package main

import "os"

func main() {
	map[string]func(){
		"aliyun-fc-2016-08-15":    runFc2016,
		"aliyun-fc-2021-04-06":    runFc2021,
		"huawei-functiongraph-v2": runFunctionGraph,
	}[os.Args[1]]()
}
