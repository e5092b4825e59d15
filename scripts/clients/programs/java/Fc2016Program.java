import clients.fc2016.ApiClient;
import clients.fc2016.ApiException;
import clients.fc2016.ApiResponse;
import clients.fc2016.api.AliasApi;
import clients.fc2016.api.FunctionApi;
import clients.fc2016.api.ServiceApi;
import clients.fc2016.api.TriggerApi;
import clients.fc2016.api.VersionApi;
import clients.fc2016.model.Alias;
import clients.fc2016.model.Code;
import clients.fc2016.model.Error;
import clients.fc2016.model.Function;
import clients.fc2016.model.FunctionPage;
import clients.fc2016.model.FunctionResponse;
import clients.fc2016.model.FunctionUpdateFields;
import clients.fc2016.model.LogConfig;
import clients.fc2016.model.MountPoint;
import clients.fc2016.model.NASConfig;
import clients.fc2016.model.NASConfigGroupId;
import clients.fc2016.model.NASConfigUserId;
import clients.fc2016.model.PublishVersionFields;
import clients.fc2016.model.Runtime;
import clients.fc2016.model.Service;
import clients.fc2016.model.ServiceUpdateFields;
import clients.fc2016.model.Trigger;
import clients.fc2016.model.VPCConfig;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

final class Fc2016Program {
  private interface Call<T> {
    ApiResponse<T> send() throws ApiException;
  }

  private static final ApiClient CLIENT = new ApiClient();

  private static <T> ApiResponse<T> show(String step, Call<T> call) {
    try {
      ApiResponse<T> response = call.send();
      Lines.showSuccess(step, response.getStatusCode(), response.getHeaders(), response.getData(), CLIENT.getObjectMapper());
      return response;
    } catch (ApiException refused) {
      if (refused.getResponseBody() == null) throw new IllegalStateException(step, refused);
      var mapper = CLIENT.getObjectMapper();
      Lines.showError(step, refused.getCode(), refused.getResponseBody(), Error.class, mapper);
      return null;
    }
  }

  static void run() throws Exception {
    CLIENT.updateBaseUri(Lines.URL + "/2016-08-15");
    CLIENT.setObjectMapper(new EventMapper());
    var id = System.getenv("MOCK_KEY_ID");
    if (id != null) CLIENT.setRequestInterceptor(new FcSignature(id, System.getenv("MOCK_SECRET")));
    var services = new ServiceApi(CLIENT);
    var functions = new FunctionApi(CLIENT);
    var triggers = new TriggerApi(CLIENT);
    var versions = new VersionApi(CLIENT);
    var aliases = new AliasApi(CLIENT);
    var name = "clients";
    var code = new Code().zipFile("a zip archive".getBytes());

    var service =
        new Service()
            .serviceName(name)
            .description("made by a generated client")
            .internetAccess(true)
            .logConfig(
                new LogConfig()
                    .project("project-1")
                    .logstore("logstore-1")
                    .enableRequestMetrics(true)
                    .enableInstanceMetrics(false)
                    .logBeginRule("DefaultRegex"))
            .role("acs:ram::123456789012:role/fc")
            .vpcConfig(new VPCConfig().securityGroupId("sg-1").vSwitchIds(List.of("vsw-1", "vsw-2")).vpcId("vpc-1"))
            .tracingConfig(Map.of("type", "Jaeger", "params", Map.of("endpoint", "http://tracing.example.com")))
            .nasConfig(
                new NASConfig()
                    .userId(new NASConfigUserId(10003))
                    .groupId(new NASConfigGroupId("10003"))
                    .mountPoints(List.of(new MountPoint().serverAddr("nas.example.com:/").mountDir("/mnt/a"))));
    show("create service", () -> services.createServiceWithHttpInfo(service));
    show("get service", () -> services.getServiceWithHttpInfo(name));
    show("create service again", () -> services.createServiceWithHttpInfo(service));

    var full =
        new Function()
            .functionName("full")
            .code(code)
            .handler("index.handler")
            .runtime(Runtime.NODEJS4_4)
            .description("has every field")
            .memorySize(512)
            .timeout(60)
            .initializer("index.initializer")
            .initializationTimeout(30)
            .environmentVariables(Map.of("MODE", "test", "EMPTY", ""))
            .instanceConcurrency(5)
            .caPort(9000)
            .customContainerConfig(Map.of("image", "registry.example.com/image:1", "command", "[\"node\"]"))
            .layers(List.of("acs:fc:cn-hangzhou:123456789012:layers/a/versions/1"))
            .instanceType("c1");
    show("create function", () -> functions.createFunctionWithHttpInfo(name, full));
    var got = show("get function", () -> functions.getFunctionWithHttpInfo(name, "full"));

    for (int number = 1; number <= 5; number++) {
      var least = new Function().functionName("list-" + number).code(code).handler("index.handler");
      functions.createFunction(name, least.runtime(Runtime.PYTHON3));
    }
    var pages = new ArrayList<List<String>>();
    String nextToken = null;
    do {
      FunctionPage page = functions.listFunctions(name, 2, nextToken, "list-", null);
      pages.add(page.getFunctions().stream().map(FunctionResponse::getFunctionName).toList());
      nextToken = page.getNextToken();
    } while (nextToken != null);
    Lines.show("list functions", Map.of("pages", pages));

    var tag = got.getHeaders().get("etag").get(0);
    var change =
        new FunctionUpdateFields().description("changed").memorySize(1024).environmentVariables(Map.of());
    show("update function", () -> functions.updateFunctionWithHttpInfo(name, "full", change, tag));
    show("update function with a stale tag", () -> functions.updateFunctionWithHttpInfo(name, "full", change, tag));
    for (var error : Lines.FORCED_ERRORS) {
      var headers = Lines.force(error);
      show("error " + error, () -> functions.updateFunctionWithHttpInfo(name, "full", change, null, headers));
    }

    var trigger =
        new Trigger()
            .triggerName("uploads")
            .triggerType("oss")
            .triggerConfig(
                Map.of(
                    "events", List.of("oss:ObjectCreated:*"), "filter", Map.of("key", Map.of("prefix", "in/"))))
            .invocationRole("acs:ram::123456789012:role/oss")
            .sourceArn("acs:oss:cn-hangzhou:123456789012:bucket")
            .qualifier("LATEST")
            .description("runs for each upload");
    show("create trigger", () -> triggers.createTriggerWithHttpInfo(name, "full", trigger));
    show("get trigger", () -> triggers.getTriggerWithHttpInfo(name, "full", "uploads"));

    var first = new PublishVersionFields().description("first");
    show("publish version", () -> versions.publishVersionWithHttpInfo(name, null, first));
    services.updateService(name, new ServiceUpdateFields().description("changed"), null);
    versions.publishVersion(name, null, null);
    var alias =
        new Alias()
            .aliasName("stable")
            .versionId("1")
            .description("both")
            .additionalVersionWeight(Map.of("2", new BigDecimal("0.25")));
    show("create alias", () -> aliases.createAliasWithHttpInfo(name, alias));

    show("get function by qualifier", () -> functions.getFunctionByQualifierWithHttpInfo(name, "1", "full"));
    var event = Files.write(Files.createTempFile("event", null), new byte[] {0, (byte) 255, 10}).toFile();
    var invoked = functions.invokeFunctionByQualifierWithHttpInfo(name, "1", "full", null, null, event);
    var bytes = Base64.getEncoder().encodeToString(Files.readAllBytes(invoked.getData().toPath()));
    Lines.show("invoke function by qualifier", Map.of("status", invoked.getStatusCode(), "bytes", bytes));

    var everything = functions.listFunctions(name, null, null, null, null);
    show("delete service with functions", () -> services.deleteServiceWithHttpInfo(name, null));
    show("delete trigger", () -> triggers.deleteTriggerWithHttpInfo(name, "full", "uploads", null));
    show("delete alias", () -> aliases.deleteAliasWithHttpInfo(name, "stable", null));
    for (var version : List.of("1", "2")) {
      show("delete version " + version, () -> versions.deleteVersionWithHttpInfo(name, version));
    }
    for (var listed : everything.getFunctions()) {
      var function = listed.getFunctionName();
      show("delete function " + function, () -> functions.deleteFunctionWithHttpInfo(name, function, null));
    }
    show("delete service", () -> services.deleteServiceWithHttpInfo(name, null));
    show("get deleted service", () -> services.getServiceWithHttpInfo(name));
  }

  /** A mapper with two changes that the client needs. */
  private static final class EventMapper extends ObjectMapper {
    EventMapper() {
      super(ApiClient.createDefaultObjectMapper());
      // Otherwise 10003 matches both string and number, and a oneOf of the two fails.
      configure(MapperFeature.ALLOW_COERCION_OF_SCALARS, false);
    }

    @Override
    public ObjectMapper copy() {
      return new EventMapper();
    }

    /** Writes the bytes of an event. The default mapper would write its file name. */
    @Override
    public byte[] writeValueAsBytes(Object value) throws JsonProcessingException {
      if (!(value instanceof File event)) return super.writeValueAsBytes(value);
      try {
        return Files.readAllBytes(event.toPath());
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }

  private Fc2016Program() {}
}
