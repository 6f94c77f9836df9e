package org.lagroups.multicast.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lagroups.multicast.tree.Bench.STREAM;
import static org.lagroups.multicast.tree.Bench.contact;
import static org.lagroups.multicast.tree.Bench.peer;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.multicast.tree.port.TreeSettings;
import org.lagroups.multicast.wire.TreeMessage;
import org.lagroups.multicast.wire.TreeMessage.Part;
import org.lagroups.multicast.wire.TreeMessage.Place;
import org.lagroups.multicast.wire.TreeMessage.Pulse;
import org.lagroups.multicast.wire.TreeMessage.Purpose;
import org.lagroups.multicast.wire.TreeMessage.Seek;
import org.lagroups.multicast.wire.TreeMessage.Take;
import org.lagroups.multicast.wire.place.Option;
import org.lagroups.multicast.wire.place.Stand;

/** A node five levels below the source whose parent knows of places elsewhere. */
class RisingTest {

  private static final TreeSettings SETTINGS = TreeSettings.DEFAULT.withLeastUptimeMillis(5_000);
  private static final GroupId GROUP = new GroupId(Bytes.fromHex("08".repeat(GroupId.LENGTH)));
  private static final Bytes TOKEN = Bytes.wrapOwned(new byte[TreeMessage.TOKEN_BYTES]);
  private static final int DEPTH = 5;
  private static final int PARENT = 1;
  private static final int GRANDPARENT = 2;
  private static final int SOURCE = 3;

  private final Bench bench = Bench.receiver(SETTINGS, PARENT);
  private long epoch = 5;

  @Test
  void goesToAnOpenPlaceThatIsClearlyNearerAndKeepsItsParentUntilItHasIt() {
    adopted();
    Optional<Seek> seek = seekWithin(40_000, DEPTH - 2);
    assertThat(seek.orElseThrow().purpose()).isEqualTo(Purpose.NEWCOMER);
    assertThat(bench.last(PARENT, Seek.class)).as("it would let go").isEmpty();
    int number = seek.get().number();
    bench.from(GRANDPARENT, new Place(STREAM, number, GROUP, TOKEN, new Stand(epoch, DEPTH - 1)));
    assertThat(bench.last(GRANDPARENT, Part.class)).as("no better than what it has").isPresent();
    bench.from(SOURCE, new Place(STREAM, number, GROUP, TOKEN, new Stand(epoch, 0)));
    passWithParent(2_000, DEPTH - 2);
    assertThat(bench.last(SOURCE, Take.class)).isPresent();
    assertThat(bench.tree.parent().orElseThrow().node()).isEqualTo(peer(PARENT));
    assertThat(bench.last(PARENT, Part.class)).isEmpty();
    bench.from(SOURCE, pulse(epoch + 1, 0, Option.NOWHERE));
    assertThat(bench.tree.parent().orElseThrow().node()).isEqualTo(peer(SOURCE));
    assertThat(bench.tree.stand()).isEqualTo(new Stand(epoch + 1, 1));
    assertThat(bench.last(PARENT, Part.class)).isPresent();
  }

  @Test
  void staysWhereItIsForTheSakeOfOneLevel() {
    adopted();
    assertThat(seekWithin(60_000, DEPTH - 1)).isEmpty();
  }

  /** Has a parent, whose parent is a child of the source. */
  private void adopted() {
    int number = bench.last(PARENT, Seek.class).orElseThrow().number();
    bench.from(PARENT, new Place(STREAM, number, GROUP, TOKEN, new Stand(epoch, DEPTH - 1)));
    bench.from(PARENT, pulse(epoch, DEPTH - 1, Option.NOWHERE));
    bench.from(
        PARENT,
        new TreeMessage.Lineage(
            STREAM,
            List.of(contact(GRANDPARENT), contact(SOURCE)),
            List.of(),
            List.of(),
            List.of()));
    assertThat(bench.tree.stand()).isEqualTo(new Stand(epoch, DEPTH));
  }

  /** What it asks the source, if it does. */
  private Optional<Seek> seekWithin(long millis, int openDepth) {
    for (long passed = 0; passed < millis; passed += SETTINGS.beatMillis()) {
      passWithParent(SETTINGS.beatMillis(), openDepth);
      Optional<Seek> seek = bench.last(SOURCE, Seek.class);
      if (seek.isPresent()) {
        return seek;
      }
    }
    return Optional.empty();
  }

  private void passWithParent(long millis, int openDepth) {
    for (long passed = 0; passed < millis; passed += SETTINGS.beatMillis()) {
      bench.pass(SETTINGS.beatMillis());
      epoch++;
      bench.from(PARENT, pulse(epoch, DEPTH - 1, openDepth));
    }
  }

  private Pulse pulse(long newest, int depth, int openDepth) {
    return new Pulse(
        STREAM,
        new Stand(newest, depth),
        bench.epochs.sign(newest, Bench.PUBLISHER),
        openDepth,
        Long.MAX_VALUE,
        Long.MAX_VALUE);
  }
}
