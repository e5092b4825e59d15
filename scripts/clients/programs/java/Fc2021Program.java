import clients.fc2021.ApiClient;
import clients.fc2021.ApiException;
import clients.fc2021.ApiResponse;
import clients.fc2021.api.FunctionApi;
import clients.fc2021.model.AccelerationType;
import clients.fc2021.model.Code;
import clients.fc2021.model.CreateFunctionInput;
import clients.fc2021.model.CustomContainerConfig;
import clients.fc2021.model.CustomDNS;
import clients.fc2021.model.CustomHealthCheckConfig;
import clients.fc2021.model.CustomRuntimeConfig;
import clients.fc2021.model.DNSOption;
import clients.fc2021.model.DiskSize;
import clients.fc2021.model.Error;
import clients.fc2021.model.InstanceLifecycleConfig;
import clients.fc2021.model.InstanceType;
import clients.fc2021.model.LifecycleHook;
import clients.fc2021.model.Runtime;
import clients.fc2021.model.UpdateFunctionInput;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

final class Fc2021Program {
  private interface Call<T> {
    ApiResponse<T> send() throws ApiException;
  }

  private static final ApiClient CLIENT = new ApiClient();
  private static final String ACCOUNT = "123456789012";

  private static <T> ApiResponse<T> show(String step, Call<T> call) {
    var mapper = CLIENT.getObjectMapper();
    try {
      ApiResponse<T> response = call.send();
      Lines.showSuccess(step, response.getStatusCode(), response.getHeaders(), response.getData(), mapper);
      return response;
    } catch (ApiException refused) {
      if (refused.getResponseBody() == null) throw new IllegalStateException(step, refused);
      Lines.showError(step, refused.getCode(), refused.getResponseBody(), Error.class, mapper);
      return null;
    }
  }

  static void run() {
    CLIENT.updateBaseUri(Lines.URL + "/2021-04-06");
    var functions = new FunctionApi(CLIENT);
    var service = "clients";

    var full =
        new CreateFunctionInput()
            .functionName("full")
            .code(new Code().zipFile("a zip archive".getBytes()))
            .layers(List.of("acs:fc:cn-hangzhou:123456789012:layers/a/versions/1"))
            .description("has every field")
            .handler("index.handler")
            .initializationTimeout(30)
            .initializer("index.initializer")
            .memorySize(512)
            .runtime(Runtime.CUSTOM_DEBIAN10)
            .timeout(60)
            .caPort(9000)
            .environmentVariables(Map.of("MODE", "test"))
            .instanceConcurrency(10)
            .instanceSoftConcurrency(5)
            .instanceType(InstanceType.FC_GPU_TESLA_1)
            .customRuntimeConfig(new CustomRuntimeConfig().command(List.of("node")).args(List.of("server.js")))
            .instanceLifecycleConfig(
                new InstanceLifecycleConfig()
                    .preFreeze(new LifecycleHook().handler("index.preFreeze").timeout(10))
                    .preStop(new LifecycleHook().handler("index.preStop").timeout(20)))
            .customDNS(
                new CustomDNS()
                    .nameServers(List.of("223.5.5.5"))
                    .searches(List.of("example.com"))
                    .dnsOptions(List.of(new DNSOption().name("ndots").value("1"))))
            .customHealthCheckConfig(
                new CustomHealthCheckConfig()
                    .httpGetUrl("/ready")
                    .initialDelaySeconds(1)
                    .periodSeconds(5)
                    .timeoutSeconds(2)
                    .failureThreshold(4)
                    .successThreshold(2))
            .cpu(new BigDecimal("0.35"))
            .diskSize(DiskSize.MB10240)
            .gpuMemorySize(2048);
    var created =
        show("create function", () -> functions.createFunctionWithHttpInfo(service, full, ACCOUNT, null, null, "trace-1"));
    show("create function again", () -> functions.createFunctionWithHttpInfo(service, full, null, null, null, null));

    var container =
        new CreateFunctionInput()
            .functionName("container")
            .handler("index.handler")
            .runtime(Runtime.CUSTOM_CONTAINER)
            .customContainerConfig(
                new CustomContainerConfig()
                    .image("registry.example.com/image:1")
                    .command("[\"node\"]")
                    .args("[\"server.js\"]")
                    .accelerationType(AccelerationType.DEFAULT)
                    .instanceID("cri-1")
                    .webServerMode(true));
    show(
        "create function in a container",
        () -> functions.createFunctionWithHttpInfo(service, container, null, null, null, null));

    var tag = created.getHeaders().get("etag").get(0);
    var change =
        new UpdateFunctionInput()
            .description("changed")
            .instanceConcurrency(20)
            .diskSize(DiskSize.MB512);
    show(
        "update function",
        () -> functions.updateFunctionWithHttpInfo(service, "full", change, tag, ACCOUNT, null, null, null));
    show(
        "update function with a stale tag",
        () -> functions.updateFunctionWithHttpInfo(service, "full", change, tag, ACCOUNT, null, null, null));
    for (var code : Lines.FORCED_ERRORS) {
      var headers = Lines.force(code);
      show(
          "error " + code,
          () ->
              functions.updateFunctionWithHttpInfo(service, "full", change, null, null, null, null, null, headers));
    }
  }

  private Fc2021Program() {}
}
