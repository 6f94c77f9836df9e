package org.lagroups.node.control.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;
import org.lagroups.node.control.ApiEvent;
import org.lagroups.node.control.api.GroupList;
import org.lagroups.node.control.json.Json;
import org.lagroups.simnet.fuzz.ShortRun;
import tools.jackson.core.JacksonException;

/**
 * Whatever is behind the port of a node's control API: what a node says, or an error for people.
 */
final class AnswerFuzzTest {

  private final Answers answers = new Answers("restart it");

  @MethodSource("eventSamples")
  @FuzzTest(maxDuration = "30s")
  void events(byte[] input) throws IOException {
    EventReader reader =
        new EventReader(
            new InputStreamReader(new ByteArrayInputStream(input), StandardCharsets.UTF_8));
    try {
      int count = 0;
      for (Optional<ApiEvent> next = reader.next(); next.isPresent(); next = reader.next()) {
        assertThat(next.get().data()).isNotNull();
        count++;
      }
      assertThat(count).isLessThanOrEqualTo(input.length);
    } catch (ControlException refused) {
      assertForPeople(refused);
    }
  }

  @MethodSource("answerSamples")
  @FuzzTest(maxDuration = "30s")
  void answers(byte[] input) {
    assertForPeople(answers.refusal(400, input));
    try {
      GroupList list = answers.read(input, GroupList.class);
      assertThat(Json.read(Json.writeBytes(list), GroupList.class)).isEqualTo(list);
    } catch (ControlException refused) {
      assertForPeople(refused);
    }
  }

  @MethodSource("pointSamples")
  @FuzzTest(maxDuration = "30s")
  void placeOfANode(byte[] input) {
    try {
      assertThat(ControlClient.point(input).port()).isBetween(1, 65_535);
    } catch (JacksonException refused) {
      assertThat(refused.getMessage()).isNotBlank();
    }
  }

  @Test
  void shortRun() {
    ShortRun.on(eventSamples(), this::events);
    ShortRun.on(answerSamples(), this::answers);
    ShortRun.on(pointSamples(), this::placeOfANode);
  }

  static List<byte[]> eventSamples() {
    return utf8(
        ":\n\nid: 1\nevent: group.joined\ndata: {\"group\":\"g1\"}\n\nevent: gap\ndata: {}\n\n",
        "id:2\r\ndata: [1,\r\ndata:2]\r\n\r\n\r\ndata\rid\r\r");
  }

  static List<byte[]> answerSamples() {
    return utf8(
        "{\"error\":\"no-group\",\"message\":\"there is none\",\"hint\":\"\"}",
        "{\"groups\":[{\"group\":\"g1\",\"members\":2,\"attestsYou\":1,\"validityMillis\":60000}]}",
        "null");
  }

  static List<byte[]> pointSamples() {
    return utf8("{\"port\":40000,\"processId\":12}");
  }

  private static void assertForPeople(ControlException refused) {
    assertThat(refused.getMessage()).isNotNull();
    assertThat(refused.code()).isNotNull();
    assertThat(refused.hint()).isNotNull();
  }

  private static List<byte[]> utf8(String... texts) {
    return Stream.of(texts).map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
  }
}
