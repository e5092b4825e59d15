import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs requests to Function Compute 2016-08-15, for clients based on java.net.http: {@code new
 * ApiClient().setRequestInterceptor(new FcSignature(id, secret))}. The signature covers the method, Content-MD5,
 * Content-Type, Date, every x-fc- header and the decoded path.
 */
record FcSignature(String id, String secret) implements Consumer<HttpRequest.Builder> {
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT);

  @Override
  public void accept(HttpRequest.Builder builder) {
    var date = ZonedDateTime.now(ZoneOffset.UTC).format(HTTP_DATE);
    var request = builder.setHeader("Date", date).copy().build();
    var headers = request.headers();
    var fcHeaders = new TreeMap<String, String>();
    headers.map().forEach((name, values) -> {
      var lower = name.toLowerCase(Locale.ROOT);
      if (lower.startsWith("x-fc-")) fcHeaders.put(lower, values.get(0));
    });
    var signed = new StringBuilder();
    fcHeaders.forEach((name, value) -> signed.append(name).append(':').append(value).append('\n'));
    var text =
        String.join(
            "\n",
            request.method(),
            headers.firstValue("Content-MD5").orElse(""),
            headers.firstValue("Content-Type").orElse(""),
            date,
            signed + request.uri().getPath());
    builder.setHeader("Authorization", "FC " + id + ":" + toMac(text));
  }

  private String toMac(String text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
