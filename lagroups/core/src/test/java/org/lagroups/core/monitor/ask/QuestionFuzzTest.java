package org.lagroups.core.monitor.ask;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;
import org.lagroups.core.monitor.vote.VotingMonitor;
import org.lagroups.machine.Bytes;
import org.lagroups.simnet.fuzz.ShortRun;

/** Whatever comes as a question or an answer, from a peer or a person. */
final class QuestionFuzzTest {

  /** No exception, and what is accepted has just this one encoding. */
  @MethodSource("messageSamples")
  @FuzzTest(maxDuration = "30s")
  void messages(byte[] input) {
    Bytes message = Bytes.copyOf(input);
    QuestionMessage.decode(message)
        .ifPresent(read -> {
          assertThat(read.encode()).isEqualTo(message);
          read.answer()
              .ifPresent(answer ->
                  assertThat(answer.length()).isBetween(1, VotingMonitor.MAX_ANSWER_BYTES));
        });
  }

  /** A question of just this text, or a refusal that says why. */
  @MethodSource("textSamples")
  @FuzzTest(maxDuration = "30s")
  void texts(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    try {
      Question question = Question.parse(text);
      assertThat(question.text()).isEqualTo(text).hasSizeLessThanOrEqualTo(Question.MAX_BYTES);
      assertThat(question.bytes().toArray()).isEqualTo(input);
    } catch (IllegalArgumentException refused) {
      assertThat(refused.getMessage()).isNotBlank();
    }
  }

  @Test
  void shortRun() {
    ShortRun.on(messageSamples(), this::messages);
    ShortRun.on(textSamples(), this::texts);
  }

  static List<byte[]> messageSamples() {
    return questions()
        .flatMap(question ->
            Stream.of(
                QuestionMessage.ask(question),
                QuestionMessage.answer(question, Bytes.fromHex("0af0".repeat(16)))))
        .map(message -> message.encode().toArray())
        .toList();
  }

  static List<byte[]> textSamples() {
    return questions().map(question -> question.bytes().toArray()).toList();
  }

  private static Stream<Question> questions() {
    return Stream.of(
            "dns host.example",
            "key [::1]:443",
            "http https://host.example:8443/a/b?c=%20#d",
            "http http://[::1]/")
        .map(Question::parse);
  }
}
