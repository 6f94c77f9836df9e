package org.lagroups.fileshare.runtime.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;
import org.lagroups.node.control.ApiException;
import org.lagroups.node.control.json.Json;
import org.lagroups.simnet.fuzz.Records;
import org.lagroups.simnet.fuzz.ShortRun;
import tools.jackson.core.JacksonException;

/** Whatever a client asks of file sharing, or a node answers: that, or a refusal. */
final class RequestFuzzTest {

  private static final List<Class<?>> RECORDS = Records.in("org.lagroups.fileshare.api");

  /** Bodies and answers are written and read back the same. */
  @MethodSource("bodySamples")
  @FuzzTest(maxDuration = "30s")
  void bodies(byte[] input) {
    if (!isJson(input)) {
      return;
    }
    for (Class<?> type : RECORDS) {
      Object body;
      try {
        body = Json.read(input, type);
      } catch (JacksonException refused) {
        assertThat(refused.getOriginalMessage()).isNotBlank();
        continue;
      }
      assertThat(Json.readStrict(Json.writeBytes(body), type)).isEqualTo(body);
    }
  }

  @MethodSource("parameterSamples")
  @FuzzTest(maxDuration = "30s")
  void parameters(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    try {
      assertThat(SearchRoutes.number(text)).contains(Numbers.parse(text));
    } catch (ApiException refused) {
      assertThat(refused.status()).isEqualTo(400);
      assertThat(SearchRoutes.number(text)).isEmpty();
    }
    FileChoice.number(text).ifPresent(number -> assertThat(number).isBetween(0, 999_999));
    FileChoice.root(text)
        .ifPresent(root -> assertThat(FileChoice.root(root.toString())).contains(root));
  }

  /** What is no JSON is refused before its type matters. */
  private static boolean isJson(byte[] input) {
    try {
      return Json.readTree(input) != null;
    } catch (JacksonException refused) {
      assertThat(refused.getOriginalMessage()).isNotBlank();
      return false;
    }
  }

  @Test
  void shortRun() {
    assertThat(RECORDS).hasSizeGreaterThan(10);
    ShortRun.on(bodySamples(), this::bodies);
    ShortRun.on(parameterSamples(), this::parameters);
  }

  static List<byte[]> bodySamples() {
    return utf8(
        "{\"path\":\"/tmp\",\"groups\":null}",
        "{\"path\":\"/tmp\",\"groups\":[null]}",
        "{\"file\":\"1\",\"folder\":\"/tmp\"}",
        "{\"words\":\"holiday -draft\",\"groups\":[]}",
        "{\"file\":\"1\",\"paths\":3}",
        "{\"file\":\"1\",\"good\":false,\"reason\":\"not what it says\"}",
        "{\"downloads\":[]}");
  }

  static List<byte[]> parameterSamples() {
    return utf8("1", "-1", " 000007 ", "9223372036854775808", "last", "0a".repeat(32));
  }

  private static List<byte[]> utf8(String... texts) {
    return Stream.of(texts).map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
  }
}
