package org.lagroups.multicast.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lagroups.multicast.tree.Bench.STREAM;
import static org.lagroups.multicast.tree.Bench.contact;
import static org.lagroups.multicast.tree.Bench.peer;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lagroups.core.group.Contact;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.multicast.tree.port.TreeSettings;
import org.lagroups.multicast.wire.TreeMessage;
import org.lagroups.multicast.wire.TreeMessage.Lineage;
import org.lagroups.multicast.wire.TreeMessage.Part;
import org.lagroups.multicast.wire.TreeMessage.Place;
import org.lagroups.multicast.wire.TreeMessage.Pulse;
import org.lagroups.multicast.wire.TreeMessage.Purpose;
import org.lagroups.multicast.wire.TreeMessage.Refer;
import org.lagroups.multicast.wire.TreeMessage.Seek;
import org.lagroups.multicast.wire.TreeMessage.Why;
import org.lagroups.multicast.wire.place.Option;
import org.lagroups.multicast.wire.place.Stand;

/** A node without a parent that is sent from one to the other. */
class SeekingTest {

  private static final TreeSettings SETTINGS = TreeSettings.DEFAULT;
  private static final GroupId GROUP = new GroupId(Bytes.fromHex("08".repeat(GroupId.LENGTH)));
  private static final Bytes TOKEN = Bytes.wrapOwned(new byte[TreeMessage.TOKEN_BYTES]);
  private static final long EPOCH = 5;
  private static final int SELF = 0;
  private static final int FIRST = 1;
  private static final int PARENT = 2;
  private static final int GRANDPARENT = 3;
  private static final int SOURCE = 4;

  private final Bench bench = Bench.receiver(SETTINGS, FIRST);

  @Test
  void asksOnceMoreAtOnceThenAfterPauses() {
    refer(FIRST, asked(FIRST).orElseThrow(), 2);
    refer(2, asked(2).orElseThrow());
    bench.pass(100);
    Seek again = asked(2).orElseThrow();
    refer(FIRST, asked(FIRST).orElseThrow());
    refer(2, again);
    bench.pass(100);
    assertThat(asked(2)).isEmpty();
    bench.pass(2 * SETTINGS.beatMillis());
    assertThat(asked(2)).isPresent();
  }

  @Test
  void asksWhoAnsweredWhenWhomItKnewFirstIsGone() {
    refer(FIRST, asked(FIRST).orElseThrow(), 2);
    bench.tree.onLinkDown(peer(FIRST));
    refer(2, asked(2).orElseThrow());
    bench.pass(100);
    assertThat(asked(2)).isPresent();
  }

  @Test
  void doesNotForgetTheSourceThoughNobodyHasAPlaceAtFirst() {
    adopted();
    lineage(contact(GRANDPARENT), contact(SOURCE));
    bench.from(PARENT, new Part(STREAM, Why.LEAVING));
    for (int search = 0; search < 3; search++) {
      Seek seek = seekWithin(SOURCE, 10 * SETTINGS.beatMillis()).orElseThrow();
      assertThat(seek.purpose()).isEqualTo(Purpose.ORPHAN);
      assertThat(seek.former()).contains(peer(PARENT));
      refer(SOURCE, seek);
      asked(GRANDPARENT).ifPresent(asked -> refer(GRANDPARENT, asked));
      asked(FIRST).ifPresent(asked -> refer(FIRST, asked));
    }
  }

  @Test
  void doesNotForgetTheSourceWhenItsNewParentGoesBeforeItHasSaidWhatIsAboveIt() {
    adopted();
    lineage(contact(SOURCE));
    asked(SOURCE);
    bench.from(PARENT, new TreeMessage.Yield(STREAM, List.of(new Option(contact(5), 1))));
    place(5, asked(5).orElseThrow());
    bench.from(5, pulse(EPOCH + 1));
    assertThat(bench.tree.parent().orElseThrow().node()).isEqualTo(peer(5));
    bench.from(5, new Part(STREAM, Why.LEAVING));
    assertThat(asked(SOURCE)).isPresent();
  }

  @Test
  void namesWhomItKnowsWhileItHasNoPlaceItself() {
    refer(FIRST, asked(FIRST).orElseThrow(), 2);
    refer(2, asked(2).orElseThrow());
    assertThat(named(6, Purpose.NEWCOMER)).containsExactly(contact(FIRST), contact(2));
    assertThat(named(7, Purpose.ORPHAN)).containsExactly(contact(FIRST), contact(2));
  }

  @Test
  void neverAsksItself() {
    refer(FIRST, asked(FIRST).orElseThrow(), SELF, 2);
    assertThat(asked(SELF)).isEmpty();
    assertThat(bench.linked).doesNotContain(peer(SELF));
    assertThat(asked(2)).isPresent();
  }

  private void adopted() {
    refer(FIRST, asked(FIRST).orElseThrow(), PARENT);
    place(PARENT, asked(PARENT).orElseThrow());
    bench.from(PARENT, pulse(EPOCH));
    assertThat(bench.tree.parent().orElseThrow().node()).isEqualTo(peer(PARENT));
  }

  private void lineage(Contact... ancestors) {
    bench.from(PARENT, new Lineage(STREAM, List.of(ancestors), List.of(), List.of(), List.of()));
  }

  private List<Contact> named(int asker, Purpose purpose) {
    bench.from(asker, Bench.seek(1, purpose));
    Refer refer = bench.last(asker, Refer.class).orElseThrow();
    return refer.options().stream().map(Option::contact).toList();
  }

  private Optional<Seek> asked(int peer) {
    return bench.last(peer, Seek.class);
  }

  private Optional<Seek> seekWithin(int peer, long millis) {
    for (long passed = 0; passed < millis; passed += 100) {
      Optional<Seek> seek = asked(peer);
      if (seek.isPresent()) {
        return seek;
      }
      bench.pass(100);
    }
    return Optional.empty();
  }

  private void refer(int from, Seek seek, int... to) {
    List<Option> options = IntStream.of(to).mapToObj(n -> new Option(contact(n), 1)).toList();
    bench.from(from, new Refer(STREAM, seek.number(), options));
  }

  private void place(int from, Seek seek) {
    bench.from(from, new Place(STREAM, seek.number(), GROUP, TOKEN, new Stand(EPOCH, 1)));
  }

  private Pulse pulse(long epoch) {
    return new Pulse(
        STREAM,
        new Stand(epoch, 1),
        bench.epochs.sign(epoch, Bench.PUBLISHER),
        Option.NOWHERE,
        Long.MAX_VALUE,
        Long.MAX_VALUE);
  }
}
