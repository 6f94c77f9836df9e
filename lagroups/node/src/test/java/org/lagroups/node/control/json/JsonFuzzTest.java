package org.lagroups.node.control.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;
import org.lagroups.simnet.fuzz.Records;
import org.lagroups.simnet.fuzz.ShortRun;
import tools.jackson.core.JacksonException;

/** Whatever JSON is said to be a record of the API: one that is written and read back the same. */
final class JsonFuzzTest {

  private static final List<Class<?>> RECORDS = Records.in("org.lagroups.node.control.api");

  @MethodSource("samples")
  @FuzzTest(maxDuration = "30s")
  void records(byte[] input) {
    if (!isJson(input)) {
      return;
    }
    for (Class<?> type : RECORDS) {
      Object record;
      try {
        record = Json.read(input, type);
      } catch (JacksonException refused) {
        assertThat(refused.getOriginalMessage()).isNotBlank();
        continue;
      }
      assertThat(Json.readStrict(Json.writeBytes(record), type)).isEqualTo(record);
    }
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
    assertThat(RECORDS).hasSizeGreaterThan(30);
    ShortRun.on(samples(), this::records);
  }

  static List<byte[]> samples() {
    String node = "n1" + "a".repeat(60);
    return Stream.of(
            "{\"node\":\"%s\",\"reason\":{\"code\":\"left\",\"detail\":\"so\"}}",
            "{\"validityMillis\":60000,\"maxMembers\":20,\"robust\":\"majority/2\"}",
            "{\"validSeconds\":60}",
            "{\"link\":\"lag:join:\",\"timeoutMillis\":1}",
            "{\"from\":\"a\",\"to\":\"b\",\"count\":1,\"paths\":[[\"a\",\"b\"]],\"atMost\":2}",
            "{\"from\":\"a\",\"to\":\"b\",\"cost\":1e3,\"path\":[\"a\",null]}",
            "{\"answers\":[{\"question\":\"flow\",\"before\":-0.0,\"without\":[]}]}")
        .map(text -> text.formatted(node).getBytes(StandardCharsets.UTF_8))
        .toList();
  }
}
