package org.lagroups.desktop.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lagroups.desktop.link.Samples;
import org.lagroups.desktop.screen.GroupHistory.Link;
import org.lagroups.desktop.screen.GroupHistory.Member;
import org.lagroups.desktop.screen.GroupHistory.Moment;
import org.lagroups.machine.NodeId;
import org.lagroups.node.control.api.GroupPast;
import org.lagroups.node.control.api.GroupPast.Change;

class PastMomentsTest {

  private static final List<NodeId> NODES = List.of(Samples.id(1), Samples.id(2), Samples.id(3));

  private final Moment now =
      new Moment(
          100_000,
          List.of(member(1, true), member(2, false)),
          List.of(new Link(0, 1), new Link(1, 0)));

  @Test
  void goesBackStepByStep() {
    List<Moment> before =
        before(
            new Change(20_000, GroupPast.ENTERED, 1, -1),
            new Change(40_000, GroupPast.ATTESTED, 1, 0),
            new Change(60_000, GroupPast.LOST, 0, 2),
            new Change(61_000, GroupPast.LEFT, 2, -1),
            new Change(80_000, GroupPast.ATTESTED, 0, 1));
    assertThat(before)
        .extracting(Moment::atMillis)
        .containsExactly(10_000L, 20_000L, 40_000L, 61_000L);
    assertThat(before)
        .extracting(PastMomentsTest::words)
        .containsExactly("1 3: 1>3", "1 2 3: 1>3", "1 2 3: 1>3 2>1", "1 2: 2>1");
  }

  @Test
  void saysWhoWasRobustAndCallsWhoIsGoneByTheNameThatItHad() {
    List<Moment> before =
        before(
            new Change(20_000, GroupPast.ROBUST, 1, -1),
            new Change(40_000, GroupPast.NOT_ROBUST, 0, -1),
            new Change(60_000, GroupPast.LEFT, 2, -1));
    assertThat(before.get(2).nodes())
        .extracting(Member::name)
        .contains(Samples.id(3).abbreviated());
    assertThat(before.get(0).nodes())
        .filteredOn(Member::isRobust)
        .extracting(Member::node)
        .containsExactly(Samples.id(1));
    assertThat(before.get(1).nodes())
        .filteredOn(Member::isRobust)
        .extracting(Member::node)
        .containsExactly(Samples.id(1), Samples.id(2));
  }

  @Test
  void whatMakesNoSenseChangesNothing() {
    assertThat(
            before(
                new Change(20_000, GroupPast.ATTESTED, 7, 1),
                new Change(30_000, GroupPast.ATTESTED, -1, 0),
                new Change(40_000, GroupPast.LOST, 0, 99),
                new Change(50_000, GroupPast.LOST, 0, -1),
                new Change(60_000, "hidden", 0, 1)))
        .allMatch(moment -> words(moment).equals(words(now)));
  }

  @Test
  void stopsWhereThereIsNoMoreRoom() {
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      changes.add(new Change(i * 10_000L, i % 2 == 0 ? GroupPast.LOST : GroupPast.ATTESTED, 0, 1));
    }
    List<Moment> before =
        PastMoments.before(
            now, new GroupPast(Samples.group(1), 0, NODES, changes), new Directory(), 100);
    assertThat(before).hasSizeBetween(25, 40);
  }

  private List<Moment> before(Change... changes) {
    GroupPast past = new GroupPast(Samples.group(1), 10_000, NODES, List.of(changes));
    return PastMoments.before(now, past, new Directory(), 1_000);
  }

  private static String words(Moment moment) {
    StringBuilder words = new StringBuilder();
    moment.nodes().stream()
        .map(one -> NODES.indexOf(one.node()) + 1)
        .sorted()
        .forEach(number -> words.append(words.isEmpty() ? "" : " ").append(number));
    words.append(':');
    moment.edges().stream()
        .map(link ->
            (NODES.indexOf(moment.nodes().get(link.from()).node()) + 1)
                + ">"
                + (NODES.indexOf(moment.nodes().get(link.to()).node()) + 1))
        .sorted()
        .forEach(edge -> words.append(' ').append(edge));
    return words.toString();
  }

  private static Member member(int number, boolean isOwn) {
    return new Member(Samples.id(number), "Node " + number, isOwn, number == 2);
  }
}
