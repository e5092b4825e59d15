package main

import (
	"io/ioutil"
	"net/http"
	"os"
	"strings"
	"time"

	fc "github.com/aliyun/fc-go-sdk"
)

// observed makes the calls that source 004 does not contain, and requests through HTTP triggers.
func observed() {
	createService("observed")
	createFunction("observed", "f")
	_, err := client.PublishServiceVersion(fc.NewPublishServiceVersionInput("observed"))
	done(err)
	_, err = client.CreateAlias(fc.NewCreateAliasInput("observed").WithAliasName("prod").WithVersionID("1"))
	done(err)
	tags()
	configurations()
	domains()
	account()
	httpTriggers()
	_, err = client.DeleteAlias(fc.NewDeleteAliasInput("observed", "prod"))
	done(err)
	_, err = client.DeleteServiceVersion(fc.NewDeleteServiceVersionInput("observed", "1"))
	done(err)
	deleteAll("observed", "f")
}

func tags() {
	arn := "acs:fc:cn-hangzhou:" + os.Getenv("MOCK_ACCOUNT") + ":services/observed"
	read := func() map[string]string {
		found, err := client.GetResourceTags(fc.NewGetResourceTagsInput(arn))
		done(err)
		equal(*found.ResourceArn, arn, "resource name")
		return found.Tags
	}
	_, err := client.TagResource(fc.NewTagResourceInput(arn, map[string]string{"k1": "v1", "k2": "v2"}))
	done(err)
	equal(read(), map[string]string{"k1": "v1", "k2": "v2"}, "tags")
	_, err = client.UnTagResource(fc.NewUnTagResourceInput(arn).WithTagKeys([]string{"k1"}))
	done(err)
	equal(read(), map[string]string{"k2": "v2"}, "tags")
	_, err = client.UnTagResource(fc.NewUnTagResourceInput(arn).WithAll(true))
	done(err)
	equal(len(read()), 0, "tags")
}

func configurations() {
	stored, err := client.PutProvisionConfig(fc.NewPutProvisionConfigInput("observed", "prod", "f").WithTarget(1))
	done(err)
	equal(*stored.Resource, os.Getenv("MOCK_ACCOUNT")+"#observed#prod#f", "resource")
	read, err := client.GetProvisionConfig(fc.NewGetProvisionConfigInput("observed", "prod", "f"))
	done(err)
	equal([]interface{}{*read.Target, read.GetEtag()}, []interface{}{int64(1), stored.GetEtag()}, "configuration")
	listed, err := client.ListProvisionConfigs(fc.NewListProvisionConfigsInput().WithServiceName("observed").WithQualifier("prod"))
	done(err)
	equal(len(listed.ProvisionConfigs), 1, "provision configurations")
	_, err = client.PutProvisionConfig(fc.NewPutProvisionConfigInput("observed", "prod", "f").WithTarget(0).WithIfMatch("of another state"))
	rejected(err, 412, "PreconditionFailed")
	_, err = client.PutProvisionConfig(fc.NewPutProvisionConfigInput("observed", "prod", "f").WithTarget(0).WithIfMatch(stored.GetEtag()))
	done(err)

	_, err = client.PutOnDemandConfig(fc.NewPutOnDemandConfigInput("observed", "prod", "f").WithMaximumInstanceCount(10))
	done(err)
	limit, err := client.GetOnDemandConfig(fc.NewGetOnDemandConfigInput("observed", "prod", "f"))
	done(err)
	equal(*limit.MaximumInstanceCount, int64(10), "limit")
	limits, err := client.ListOnDemandConfigs(fc.NewListOnDemandConfigsInput())
	done(err)
	equal(*limits.Configs[0].Resource, "services/observed.prod/functions/f", "resource")
	_, err = client.DeleteOnDemandConfig(fc.NewDeleteOnDemandConfigInput("observed", "prod", "f").WithIfMatch(limit.GetEtag()))
	done(err)
	_, err = client.GetOnDemandConfig(fc.NewGetOnDemandConfigInput("observed", "prod", "f"))
	rejected(err, 404, "OnDemandConfigNotFound")

	retries := int64(1)
	config := fc.AsyncConfig{MaxAsyncRetryAttempts: &retries}
	_, err = client.PutFunctionAsyncInvokeConfig(fc.NewPutFunctionAsyncInvokeConfigInput("observed", "f").WithAsyncConfig(config))
	done(err)
	found, err := client.GetFunctionAsyncInvokeConfig(fc.NewGetFunctionAsyncInvokeConfigInput("observed", "f"))
	done(err)
	equal([]interface{}{*found.Qualifier, *found.MaxAsyncRetryAttempts}, []interface{}{"LATEST", int64(1)}, "configuration")
	all, err := client.ListFunctionAsyncInvokeConfigs(fc.NewListFunctionAsyncInvokeConfigsInput("observed", "f"))
	done(err)
	equal(len(all.Configs), 1, "async invoke configurations")
	_, err = client.DeleteFunctionAsyncInvokeConfig(fc.NewDeleteFunctionAsyncInvokeConfigInput("observed", "f"))
	done(err)
	_, err = client.GetFunctionAsyncInvokeConfig(fc.NewGetFunctionAsyncInvokeConfigInput("observed", "f").WithQualifier("prod"))
	rejected(err, 404, "AsyncConfigNotExists")
}

func domains() {
	path := fc.NewPathConfig().WithPath("/").WithServiceName("observed").WithFunctionName("f")
	routes := fc.NewRouteConfig().WithRoutes([]fc.PathConfig{*path})
	_, err := client.CreateCustomDomain(fc.NewCreateCustomDomainInput().WithDomainName("go.example.com").WithProtocol("HTTP").WithRouteConfig(routes))
	done(err)
	_, err = client.UpdateCustomDomain(fc.NewUpdateCustomDomainInput("go.example.com").WithProtocol("HTTP,HTTPS"))
	done(err)
	read, err := client.GetCustomDomain(fc.NewGetCustomDomainInput("go.example.com"))
	done(err)
	equal([]string{*read.Protocol, *read.RouteConfig.Routes[0].FunctionName}, []string{"HTTP,HTTPS", "f"}, "domain")
	listed, err := client.ListCustomDomains(fc.NewListCustomDomainsInput().WithPrefix("go."))
	done(err)
	equal(len(listed.CustomDomains), 1, "domains")
	_, err = client.DeleteCustomDomain(fc.NewDeleteCustomDomainInput("go.example.com"))
	done(err)
	_, err = client.GetCustomDomain(fc.NewGetCustomDomainInput("go.example.com"))
	rejected(err, 404, "DomainNameNotFound")
}

func account() {
	settings, err := client.GetAccountSettings(fc.NewGetAccountSettingsInput())
	done(err)
	equal(settings.AvailableAZs[0], "cn-hangzhou-f", "zone")
	capacities, err := client.ListReservedCapacities(fc.NewListReservedCapacitiesInput().WithLimit(5))
	done(err)
	equal(len(capacities.ReservedCapacities), 0, "reserved capacities")
	token, err := client.GetTempBucketToken()
	done(err)
	equal(strings.HasPrefix(token.Credentials.AccessKeyID, "STS."), true, "access key")
	equal(token.OssRegion, "oss-cn-hangzhou", "region")
}

func httpTriggers() {
	config := fc.NewHTTPTriggerConfig().WithAuthType("function").WithMethods("GET", "POST")
	_, err := client.CreateTrigger(fc.NewCreateTriggerInput("observed", "f").WithTriggerName("web").WithTriggerType("http").WithTriggerConfig(config))
	done(err)
	url := os.Getenv("MOCK_URL") + "/2016-08-15/proxy/observed/f/a%20path"
	request, err := http.NewRequest("POST", url+"?b=x+y&a=2&a=1", strings.NewReader("hello world"))
	done(err)
	request.Header.Set("Content-Type", "text/plain") // the module signs an empty line and sends a default without it
	response, err := client.DoHttpRequest(request)
	done(err)
	body, err := ioutil.ReadAll(response.Body)
	done(err)
	equal([]interface{}{response.StatusCode, string(body)}, []interface{}{200, "hello world"}, "signed request")

	input := fc.NewSignURLInput("GET", "observed", "f", time.Now().Add(time.Minute)).WithEscapedPath("/a%20path")
	signed, err := client.SignURL(input.WithQueries(map[string][]string{"key": {"a value"}}))
	done(err)
	equal(status(signed), 200, "signed URL")
	equal(status(strings.Replace(signed, "key=", "key=another+", 1)), 403, "changed URL")
	equal(status(url), 400, "URL without a signature")
	_, err = client.DeleteTrigger(fc.NewDeleteTriggerInput("observed", "f", "web"))
	done(err)
}

func status(url string) int {
	response, err := http.Get(url)
	done(err)
	defer response.Body.Close()
	return response.StatusCode
}
