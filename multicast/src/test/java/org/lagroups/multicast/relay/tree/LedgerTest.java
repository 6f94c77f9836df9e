package org.lagroups.multicast.relay.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LedgerTest {

  private static final int CHUNK = 1_000;

  private final Splitter splitter = new Splitter(CHUNK);
  private final Ledger ledger = new Ledger();

  private Flight flight(long sequence, long members) {
    splitter.use(Map.of(Shape.star(members), 1.0), List.of());
    Flight flight =
        new Flight(sequence, CHUNK, splitter.next(0, CHUNK, false, any -> true).orElseThrow(), 0);
    ledger.add(flight);
    return flight;
  }

  @Test
  void keepsAChunkUntilAllHaveIt() {
    Flight flight = flight(7, 0b111);
    ledger.had(0, sequence -> sequence == 6, 10);
    ledger.had(0, sequence -> sequence == 7, 10);
    assertThat(flight.missing()).isEqualTo(0b110);
    assertThat(flight.mostNanosAgo(20)).isZero();
    ledger.had(2, sequence -> true, 30);
    assertThat(flight.mostNanosAgo(50)).isEqualTo(20);
    assertThat(ledger.has(flight)).isTrue();
    ledger.had(1, sequence -> true, 60);
    assertThat(ledger.isEmpty()).isTrue();
    assertThat(splitter.planned().getFirst().flyingBytes()).isZero();
  }

  @Test
  void doesNotWaitForThoseWhoLeft() {
    Flight one = flight(1, 0b11);
    flight(2, 0b11);
    ledger.had(0, sequence -> sequence == 1, 1);
    ledger.forget(Members.of(1), 2);
    assertThat(ledger.has(one)).isFalse();
    assertThat(ledger.flights()).hasSize(1);
  }

  @Test
  void aChunkThatIsSentAgainNoLongerFillsItsTree() {
    Flight flight = flight(1, 0b11);
    TreeFlow tree = splitter.planned().getFirst();
    assertThat(tree.flyingBytes()).isEqualTo(CHUNK);
    flight.resend(Shape.star(0b10), 5);
    flight.release();
    assertThat(flight.usualNanos()).as("as before").isEqualTo(tree.usualNanos());
    assertThat(tree.flyingBytes()).isZero();
    assertThat(flight.resends()).isEqualTo(1);
    assertThat(flight.sentNanosAgo(9)).isEqualTo(4);
    assertThat(flight.ageNanos(9)).isEqualTo(9);
  }

  @Test
  void isFullAtItsBound() {
    for (int i = 0; i < Ledger.MAX_FLIGHTS; i++) {
      assertThat(ledger.isFull()).isFalse();
      ledger.add(flight(i, 1));
      splitter.planned().getFirst().released(CHUNK);
    }
    assertThat(ledger.isFull()).isTrue();
  }
}
