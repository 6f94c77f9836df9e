package org.lagroups.multicast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.api.CastCounters;
import org.lagroups.multicast.api.CastPlace;
import org.lagroups.multicast.api.CastTop;
import org.lagroups.multicast.api.CastTree;
import org.lagroups.multicast.api.CastView;
import org.lagroups.multicast.stream.StreamId;
import org.lagroups.node.cli.Output;

class TopTextTest {

  private static final String STREAM =
      new StreamId(Bytes.fromHex("01".repeat(StreamId.LENGTH))).toString();

  private static final NodeId SOURCE = node(1);
  private static final NodeId MIDDLE = node(2);
  private static final NodeId LEAF = node(3);
  private static final NodeId OTHER = node(4);
  private static final CastCounters SENT =
      new CastCounters(100, 3_000_000, 4, 1, 0, 0, 0, 0, 0, 0, 9.5, 0, 0, 12.4);

  private static final CastCounters RECEIVED =
      new CastCounters(50, 1_500_000, 2, 0, 90, 2_900_000, 7, 3, 0, 5, 1.5, 9.1, 0, 30.2);

  @Test
  void showsASendersChildrenAndTheirsWithThePartOfTheBound() {
    CastTree tree =
        new CastTree(9, List.of(new CastTree.Hop(SOURCE, MIDDLE), new CastTree.Hop(MIDDLE, LEAF)));
    CastPlace place =
        new CastPlace(
            STREAM,
            0,
            List.of(),
            List.of(),
            List.of(
                new CastPlace.Child(MIDDLE, 9.12, 20, false, List.of(OTHER)),
                new CastPlace.Child(LEAF, 2, 3, true, List.of())),
            9.6,
            9.12,
            List.of(tree),
            SENT);
    assertThat(lines(SOURCE, 12, view(CastView.SENDS, "running", SENT, null), place))
        .containsExactly(
            "Uplink for all streams: at most 12 Mbit/s",
            "",
            "film.ts  " + STREAM.substring(0, 11),
            "  sends a file, running: 30 MB of 60 MB",
            "  out 9.50 Mbit/s",
            "  to each child 9.12 Mbit/s or more: 95% of the bound, 9.60 Mbit/s",
            "  chunks: 0 missed, 4 sent again, 1 late; round trip 12 ms",
            "  this node",
            "    %s  gets 9.12 Mbit/s, can send 20 Mbit/s".formatted(MIDDLE.abbreviated()),
            "      " + OTHER.abbreviated(),
            "    %s  gets 2.00 Mbit/s, can send 3.00 Mbit/s, does not keep up"
                .formatted(LEAF.abbreviated()),
            "  over one tree:",
            "    9.00 Mbit/s: this node → %s; %s → %s"
                .formatted(MIDDLE.abbreviated(), MIDDLE.abbreviated(), LEAF.abbreviated()));
  }

  @Test
  void showsWhoIsAboveAReceiverAndWhatComesFromWhom() {
    CastPlace place =
        new CastPlace(
            STREAM,
            2,
            List.of(MIDDLE, SOURCE),
            List.of(new CastPlace.Flow(MIDDLE, 6), new CastPlace.Flow(OTHER, 3.1)),
            List.of(),
            0,
            0,
            List.of(),
            CastCounters.NONE);
    assertThat(lines(LEAF, 0, view(CastView.RECEIVES, "running", RECEIVED, null), place))
        .containsExactly(
            "film.ts  " + STREAM.substring(0, 11),
            "  receives a file, running: 30 MB of 60 MB",
            "  in 9.10 Mbit/s, out 1.50 Mbit/s",
            "  chunks: 7 missed, 2 sent again, 3 late, 5 refused; round trip 30 ms",
            "  %s  source".formatted(SOURCE.abbreviated()),
            "    %s  brings 6.00 Mbit/s".formatted(MIDDLE.abbreviated()),
            "      this node  level 2",
            "  sibling %s  brings 3.10 Mbit/s".formatted(OTHER.abbreviated()));
  }

  @Test
  void showsAReceiversOwnChildrenToo() {
    CastPlace place =
        new CastPlace(
            STREAM,
            1,
            List.of(SOURCE),
            List.of(),
            List.of(new CastPlace.Child(LEAF, 4, 5, false, List.of())),
            8,
            4,
            List.of(new CastTree(8, List.of(new CastTree.Hop(MIDDLE, LEAF)))),
            SENT);
    assertThat(lines(MIDDLE, 0, view(CastView.RECEIVES, "running", RECEIVED, null), place))
        .contains(
            "  in 9.10 Mbit/s, out 11 Mbit/s",
            "  to each child 4.00 Mbit/s or more: 50% of the bound, 8.00 Mbit/s",
            "  chunks: 7 missed, 6 sent again, 4 late, 5 refused; round trip 30 ms",
            "    8.00 Mbit/s: this node → " + LEAF.abbreviated());
  }

  @Test
  void showsNoMoreThanAFewTrees() {
    CastTree tree = new CastTree(1, List.of(new CastTree.Hop(SOURCE, LEAF)));
    CastPlace place =
        new CastPlace(
            STREAM,
            0,
            List.of(),
            List.of(),
            List.of(),
            0,
            0,
            Collections.nCopies(11, tree),
            CastCounters.NONE);
    assertThat(lines(SOURCE, 0, view(CastView.SENDS, "running", SENT, null), place))
        .contains("  over 11 trees:")
        .endsWith("    and 3 more");
  }

  @Test
  void saysWhatIsWrongAndNothingOfAPlaceThatThereIsNot() {
    CastPlace nowhere =
        new CastPlace(
            STREAM, null, List.of(), List.of(), List.of(), 0, 0, List.of(), CastCounters.NONE);
    assertThat(
            lines(
                LEAF,
                0,
                view(CastView.RECEIVES, "failed", CastCounters.NONE, "the \u001b[2Jdisk is full"),
                nowhere))
        .hasSize(5)
        .element(4)
        .asString()
        .contains("disk is full")
        .doesNotContain("\u001b");
  }

  private static List<String> lines(NodeId self, double uplink, CastView view, CastPlace place) {
    PrintWriter nowhere = new PrintWriter(new StringWriter());
    return new TopText(new Output(nowhere, nowhere, false, false))
        .of(new CastTop(self, uplink, List.of(view), List.of(place)));
  }

  private static CastView view(
      String role, String phase, CastCounters counters, @Nullable String problem) {
    return new CastView(
        STREAM,
        role,
        "file",
        "film.ts",
        phase,
        SOURCE,
        null,
        60_000_000L,
        30_000_000,
        List.of(),
        List.of(),
        0,
        List.of(),
        0,
        counters,
        List.of(),
        problem,
        null);
  }

  private static NodeId node(int number) {
    return new NodeId(Bytes.fromHex("%02x".formatted(number).repeat(NodeId.LENGTH)));
  }
}
