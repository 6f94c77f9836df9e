package org.lagroups.multicast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.api.CastCounters;
import org.lagroups.multicast.api.CastView;

class CastTextTest {

  private static final CastCounters SOME =
      new CastCounters(9, 1_000, 0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0);

  @Test
  void saysToHowManyASenderSendsItselfAndWhetherThereEverWasOne() {
    assertThat(progress(CastCounters.NONE, 0)).contains("to nobody yet");
    assertThat(progress(SOME, 1)).contains("to 1 receiver directly");
    assertThat(progress(SOME, 2)).contains("to 2 receivers directly");
    assertThat(progress(SOME, 0)).contains("to nobody any more");
  }

  @Test
  void saysWhatIsWaitedForWhenNothingComes() {
    assertThat(CastText.silence(received("asking", "live", 3_100)))
        .hasValue("The sender has not answered yet. It is asked for 15 s");
    assertThat(CastText.silence(received("running", "live", 3_100)))
        .hasValue("Nothing has come for 3 s");
    assertThat(CastText.silence(received("opening", "file", 3_100))).isEmpty();
    assertThat(CastText.silence(received("finishing", "file", 3_100))).isEmpty();
  }

  @Test
  void saysForHowLongNothingHasCome() {
    assertThat(CastText.progress(received("running", "file", 2_999))).doesNotContain("nothing");
    assertThat(CastText.progress(received("running", "file", 83_000)))
        .endsWith(", nothing for 1 min 23 s");
  }

  @Test
  void checksFilesInTheEndAndBringsOutStreams() {
    assertThat(CastText.progress(received("finishing", "file", 0))).contains("checking");
    assertThat(CastText.progress(received("finishing", "live", 0))).contains("bringing out");
  }

  private static String progress(CastCounters counters, int members) {
    List<NodeId> nodes = List.of(node(2), node(3)).subList(0, members);
    return CastText.progress(view(CastView.SENDS, "running", "live", nodes, 0, counters));
  }

  private static CastView received(String phase, String mode, long silentMillis) {
    return view(CastView.RECEIVES, phase, mode, List.of(), silentMillis, CastCounters.NONE);
  }

  private static CastView view(
      String role,
      String phase,
      String mode,
      List<NodeId> members,
      long silentMillis,
      CastCounters counters) {
    return new CastView(
        "s1",
        role,
        mode,
        "film.ts",
        phase,
        node(1),
        null,
        null,
        5,
        members,
        List.of(),
        0,
        List.of(),
        silentMillis,
        counters,
        List.of(),
        null,
        null);
  }

  private static NodeId node(int number) {
    return new NodeId(Bytes.fromHex("%02x".formatted(number).repeat(NodeId.LENGTH)));
  }
}
