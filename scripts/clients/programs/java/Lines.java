import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Prints the result of each step as a JSON line that the runner reads. */
final class Lines {
  static final String URL = System.getenv("MOCK_URL");

  /** The error codes that the program forces. */
  static final List<String> FORCED_ERRORS = List.of(System.getenv("FORCED_ERRORS").split(","));

  /** The header that makes the mock return an error. */
  static Map<String, String> force(String code) {
    return Map.of("Prefer", "error=" + code);
  }

  static void show(String step, Map<String, Object> parts) {
    var line = new LinkedHashMap<String, Object>();
    line.put("step", step);
    line.putAll(parts);
    try {
      System.out.println(MAPPER.writeValueAsString(line));
    } catch (Exception failure) {
      throw new IllegalStateException(step, failure);
    }
  }

  /** Prints a decoded response, serialized by the mapper of the client. */
  static void showSuccess(String step, int status, Map<String, List<String>> headers, Object body, ObjectMapper mapper) {
    var parts = new LinkedHashMap<String, Object>();
    parts.put("status", status);
    if (status != 204) {
      var tag = headers.get("etag");
      if (tag != null) parts.put("etag", tag.get(0));
      parts.put("body", mapper.<JsonNode>valueToTree(body));
    }
    show(step, parts);
  }

  /** Prints a documented error, decoded into the error type of the client. */
  static <E> void showError(String step, int status, String body, Class<E> type, ObjectMapper mapper) {
    try {
      E error = mapper.readValue(body, type);
      show(step, Map.of("status", status, "error", mapper.<JsonNode>valueToTree(error)));
    } catch (Exception failure) {
      throw new IllegalStateException(step + ": " + status + " " + body, failure);
    }
  }

  private static final ObjectMapper MAPPER = new ObjectMapper().setSerializationInclusion(JsonInclude.Include.NON_NULL);

  private Lines() {}
}
