package main

import (
	"context"
	"net/http"

	"clients/fc2021"
)

func runFc2021() {
	ctx := context.Background()
	client := must(fc2021.NewClientWithResponses(url + "/2021-04-06"))
	const service = "clients"
	account := &fc2021.CreateFunctionParams{XFcAccountId: ptr("123456789012"), XFcTraceId: ptr("trace-1")}

	full := fc2021.CreateFunctionInput{
		FunctionName:            "full",
		Code:                    &fc2021.Code{ZipFile: ptr([]byte("a zip archive"))},
		Layers:                  &[]string{"acs:fc:cn-hangzhou:123456789012:layers/a/versions/1"},
		Description:             ptr("has every field"),
		Handler:                 "index.handler",
		InitializationTimeout:   ptr(30),
		Initializer:             ptr("index.initializer"),
		MemorySize:              ptr(512),
		Runtime:                 fc2021.RuntimeCustomDebian10,
		Timeout:                 ptr(60),
		CaPort:                  ptr(9000),
		EnvironmentVariables:    &map[string]string{"MODE": "test"},
		InstanceConcurrency:     ptr(10),
		InstanceSoftConcurrency: ptr(5),
		InstanceType:            ptr(fc2021.FcGpuTesla1),
		CustomRuntimeConfig:     &fc2021.CustomRuntimeConfig{Command: &[]string{"node"}, Args: &[]string{"server.js"}},
		InstanceLifecycleConfig: &fc2021.InstanceLifecycleConfig{
			PreFreeze: &fc2021.LifecycleHook{Handler: ptr("index.preFreeze"), Timeout: ptr[int32](10)},
			PreStop:   &fc2021.LifecycleHook{Handler: ptr("index.preStop"), Timeout: ptr[int32](20)},
		},
		CustomDNS: &fc2021.CustomDNS{
			NameServers: &[]string{"223.5.5.5"},
			Searches:    &[]string{"example.com"},
			DnsOptions:  &[]fc2021.DNSOption{{Name: "ndots", Value: ptr("1")}},
		},
		CustomHealthCheckConfig: &fc2021.CustomHealthCheckConfig{
			HttpGetUrl:          "/ready",
			InitialDelaySeconds: ptr[int32](1),
			PeriodSeconds:       ptr[int32](5),
			TimeoutSeconds:      ptr[int32](2),
			FailureThreshold:    ptr[int32](4),
			SuccessThreshold:    ptr[int32](2),
		},
		Cpu:           ptr(float32(0.35)),
		DiskSize:      ptr(fc2021.MB10240),
		GpuMemorySize: ptr(2048),
	}
	created, err := client.CreateFunctionWithResponse(ctx, service, account, full)
	showResponse("create function", created, err)
	again, err := client.CreateFunctionWithResponse(ctx, service, nil, full)
	showResponse("create function again", again, err)

	container, err := client.CreateFunctionWithResponse(ctx, service, nil, fc2021.CreateFunctionInput{
		FunctionName: "container",
		Handler:      "index.handler",
		Runtime:      fc2021.RuntimeCustomContainer,
		CustomContainerConfig: &fc2021.CustomContainerConfig{
			Image:            ptr("registry.example.com/image:1"),
			Command:          ptr(`["node"]`),
			Args:             ptr(`["server.js"]`),
			AccelerationType: ptr(fc2021.AccelerationTypeDefault),
			InstanceID:       ptr("cri-1"),
			WebServerMode:    ptr(true),
		},
	})
	showResponse("create function in a container", container, err)

	change := fc2021.UpdateFunctionInput{
		Description:         ptr("changed"),
		InstanceConcurrency: ptr(20),
		DiskSize:            ptr(fc2021.MB512),
	}
	matching := &fc2021.UpdateFunctionParams{IfMatch: created.Headers200.ETag, XFcAccountId: ptr("123456789012")}
	updated, err := client.UpdateFunctionWithResponse(ctx, service, "full", matching, change)
	showResponse("update function", updated, err)
	updated, err = client.UpdateFunctionWithResponse(ctx, service, "full", matching, change)
	showResponse("update function with a stale tag", updated, err)
	for _, code := range forcedErrors {
		force := func(_ context.Context, request *http.Request) error {
			request.Header.Set("Prefer", "error="+code)
			return nil
		}
		updated, err := client.UpdateFunctionWithResponse(ctx, service, "full", nil, change, force)
		showResponse("error "+code, updated, err)
	}
}
