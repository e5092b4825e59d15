package main

import (
	"context"
	"net/http"

	"clients/functiongraph"
)

const project = "7aad83af3e8d42e99ac194e8419e2c9b"

func toUrn(name string) string { return "urn:fss:cn-north-4:" + project + ":function:default:" + name }

func runFunctionGraph() {
	ctx := context.Background()
	client := must(functiongraph.NewClientWithResponses(url + "/v2"))

	var userId functiongraph.MountUser_UserId
	var groupId functiongraph.MountUser_UserGroupId
	must(0, userId.FromIdNumber(-1))
	must(0, groupId.FromIdText("1000"))
	settings := functiongraph.UpdateFunctionConfigRequest{
		FuncName:          ptr("test"),
		Runtime:           functiongraph.RuntimePython39,
		Timeout:           60,
		Handler:           "index.handler",
		MemorySize:        functiongraph.MemorySizeMB768,
		UserData:          ptr(`{"MODE":"test"}`),
		EncryptedUserData: ptr(`{"KEY":"secret"}`),
		Xrole:             ptr("agency"),
		AppXrole:          ptr("runner"),
		Description:       ptr("has every field"),
		CustomImage: &functiongraph.CustomImage{
			Enabled:    ptr(true),
			Image:      ptr("swr.example.com/group/image:1"),
			Command:    ptr("/bin/sh"),
			Args:       ptr("-c,start"),
			WorkingDir: ptr("/"),
			Uid:        ptr("1003"),
			Gid:        ptr("1003"),
		},
		InitializerTimeout:  ptr(30),
		PreStopTimeout:      ptr(20),
		EphemeralStorage:    ptr(functiongraph.EphemeralStorageMB10240),
		EnterpriseProjectId: ptr("project-1"),
		IsStatefulFunction:  ptr(true),
		EnableDynamicMemory: ptr(true),
		EnableAuthInHeader:  ptr(true),
		DomainNames:         ptr("[]"),
		GpuMemory:           ptr(2048),
		GpuType:             ptr("nvidia-t4"),
		InitializerHandler:  ptr("index.initializer"),
		PreStopHandler:      ptr("index.preStop"),
		FuncVpc: &functiongraph.FuncVpc{
			DomainId:       ptr("domain-1"),
			Namespace:      ptr(project),
			VpcName:        ptr("vpc"),
			SubnetName:     ptr("subnet"),
			Cidr:           ptr("192.168.0.0/24"),
			Gateway:        ptr("192.168.0.1"),
			SecurityGroups: &[]string{"sg-1"},
			VpcId:          "vpc-1",
			SubnetId:       "subnet-1",
		},
		MountConfig: &functiongraph.MountConfig{
			MountUser: functiongraph.MountUser{UserId: userId, UserGroupId: groupId},
			FuncMounts: []functiongraph.FuncMount{
				{MountType: functiongraph.SfsTurbo, MountResource: "sfs-1", LocalMountPath: "/mnt/a"},
				{
					MountType:      functiongraph.Ecs,
					MountResource:  "ecs-1",
					MountSharePath: ptr("/share"),
					LocalMountPath: "/mnt/b",
				},
			},
		},
		StrategyConfig: &functiongraph.StrategyConfig{Concurrency: ptr(10), ConcurrentNum: ptr(2)},
		ExtendConfig:   ptr("{}"),
		LogConfig: &functiongraph.FuncLogConfig{
			GroupName:  ptr("group"),
			GroupId:    ptr("group-1"),
			StreamName: ptr("stream"),
			StreamId:   ptr("stream-1"),
		},
		NetworkController: &functiongraph.NetworkControlConfig{
			DisablePublicNetwork: ptr(true),
			TriggerAccessVpcs:    &[]functiongraph.VpcConfig{{VpcName: ptr("vpc"), VpcId: ptr("vpc-1")}},
		},
		RestoreHookHandler:   ptr("index.restore"),
		RestoreHookTimeout:   ptr(10),
		HeartbeatHandler:     ptr("index.heartbeat"),
		EnableClassIsolation: ptr(true),
	}
	config, err := client.UpdateFunctionConfigWithResponse(ctx, project, toUrn("test"), settings)
	showResponse("update config", config, err)
	least := functiongraph.UpdateFunctionConfigRequest{
		Runtime:    functiongraph.RuntimePython39,
		Timeout:    3,
		Handler:    "index.handler",
		MemorySize: functiongraph.MemorySizeMB128,
	}
	config, err = client.UpdateFunctionConfigWithResponse(ctx, project, toUrn("none"), least)
	showResponse("update config of missing function", config, err)
	config, err = client.UpdateFunctionConfigWithResponse(ctx, project, toUrn("fgsTest"), least)
	showResponse("update config to minimum", config, err)

	source := []byte("def handler(event, context):\n    return event\n")
	code, err := client.UpdateFunctionCodeWithResponse(ctx, project, toUrn("fgsTest"),
		functiongraph.UpdateFunctionCodeRequest{
			CodeType:          functiongraph.Inline,
			CodeFilename:      ptr("index.py"),
			FuncCode:          &functiongraph.FuncCode{File: &source},
			DependVersionList: &[]string{"e5d9a9d9-f2b1-4a6f-8a3e-0d2b4f1c7a55"},
		})
	showResponse("update code", code, err)
	stored := functiongraph.UpdateFunctionCodeRequest{
		CodeType: functiongraph.Obs,
		CodeUrl:  ptr("https://bucket.obs.example.com/code.zip"),
	}
	code, err = client.UpdateFunctionCodeWithResponse(ctx, project, toUrn("fgsTest"), stored)
	showResponse("update code to OBS object", code, err)
	for _, name := range forcedErrors {
		force := func(_ context.Context, request *http.Request) error {
			request.Header.Set("Prefer", "error="+name)
			return nil
		}
		code, err := client.UpdateFunctionCodeWithResponse(ctx, project, toUrn("fgsTest"), stored, force)
		showResponse("error "+name, code, err)
	}
}
