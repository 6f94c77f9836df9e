package org.lagroups.core.group.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.attestation.LinkInfo;
import org.lagroups.core.attestation.Reason;
import org.lagroups.core.attestation.ReasonCode;
import org.lagroups.core.group.LimitReachedException;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeAddress;
import org.lagroups.machine.NodeId;

/** The small parts of the protocol, each alone. */
class PartsTest {

  private static final long WALL = 1_000_000;

  @Test
  void numbersFollowTheClockWithinWhatIsDurable() {
    SequenceNumbers numbers = new SequenceNumbers(0);
    assertThat(numbers.next(WALL)).isEmpty();
    assertThat(numbers.extend(WALL)).isTrue();
    assertThat(numbers.next(WALL)).isEmpty();
    numbers.becameDurable(numbers.requested());
    assertThat(numbers.next(WALL)).isEqualTo(OptionalLong.of(WALL));
    assertThat(numbers.next(WALL)).isEqualTo(OptionalLong.of(WALL + 1));
    assertThat(numbers.next(WALL - 500)).isEqualTo(OptionalLong.of(WALL + 2));
    assertThat(numbers.extend(WALL)).as("enough is left").isFalse();
    assertThat(numbers.extend(WALL + SequenceNumbers.BLOCK / 2 + 1)).isTrue();
  }

  @Test
  void numbersGoOnBehindEverythingReserved() {
    SequenceNumbers numbers = new SequenceNumbers(WALL + SequenceNumbers.BLOCK);
    numbers.extend(WALL);
    assertThat(numbers.next(WALL)).isEmpty();
    numbers.becameDurable(numbers.requested());
    assertThat(numbers.next(WALL)).isEqualTo(OptionalLong.of(WALL + SequenceNumbers.BLOCK + 1));
    numbers.jumpAbove(WALL + SequenceNumbers.BLOCK + 100);
    assertThat(numbers.next(WALL)).isEqualTo(OptionalLong.of(WALL + SequenceNumbers.BLOCK + 101));
  }

  @Test
  void sixtyFourRequestsAreRememberedTheOldestForgottenFirst() {
    AskLog log = new AskLog(1_000);
    for (int i = 0; i < AskLog.MAX_REMEMBERED; i++) {
      assertThat(log.isNew(node(i), Bytes.EMPTY, 0)).isTrue();
    }
    assertThat(log.isNew(node(0), Bytes.EMPTY, 999)).isFalse();
    assertThat(log.isNew(node(0), Bytes.fromHex("01"), 999)).isTrue();
    assertThat(log.isNew(node(0), Bytes.EMPTY, 999)).as("pushed out").isTrue();
    assertThat(log.isNew(node(5), Bytes.EMPTY, 1_000)).as("long ago").isTrue();
  }

  @Test
  void sixtyFourFormerMembersAreRememberedTheLongestUnseenForgottenFirst() {
    Contacts contacts = new Contacts(List.of());
    for (int i = 0; i < 200; i++) {
      contacts.seen(node(i), List.of(), i);
    }
    contacts.trim(node -> node.compareTo(node(10)) < 0);
    assertThat(contacts.nodes()).hasSize(10 + Contacts.MAX_FORMER);
    assertThat(contacts.contains(node(0))).as("in the view").isTrue();
    assertThat(contacts.contains(node(135))).isFalse();
    assertThat(contacts.contains(node(136))).isTrue();
    assertThat(contacts.takeChanged()).isTrue();
    assertThat(contacts.takeChanged()).isFalse();
  }

  @Test
  void contactsKeepTheLastAddressesThatWereKnown() {
    List<NodeAddress> home = List.of(new NodeAddress("192.0.2.1", 4100));
    Contacts contacts = new Contacts(List.of());
    contacts.seen(node(1), home, 1);
    contacts.seen(node(1), List.of(), 2);
    contacts.movedTo(node(1), List.of());
    assertThat(contacts.addressesOf(node(1))).isEqualTo(home);
    contacts.movedTo(node(2), home);
    assertThat(contacts.contains(node(2))).isFalse();
    contacts.forget(node(1));
    assertThat(contacts.nodes()).isEmpty();
  }

  @Test
  void withdrawalsAreSaidForAsLongAsTheAttestationCouldHaveLasted() {
    Statements statements = new Statements(GroupSettings.DEFAULT);
    Reason slow = Reason.of(ReasonCode.TOO_SLOW);
    assertThat(statements.withdraw(node(1), slow, WALL)).isFalse();
    assertThat(statements.attest(node(1), LinkInfo.NONE)).isTrue();
    assertThat(statements.attest(node(1), LinkInfo.NONE)).as("nothing new").isFalse();
    assertThat(statements.attest(node(1), LinkInfo.ofRoundTrip(9))).as("only info").isFalse();
    assertThat(statements.withdraw(node(1), slow, WALL)).isTrue();
    assertThat(statements.withdrawnBecause(node(1))).contains(slow);
    assertThat(statements.dropEndedBy(WALL + 59_999)).isFalse();
    assertThat(statements.dropEndedBy(WALL + 60_000)).isTrue();
    assertThat(statements.withdrawn()).isEmpty();
    statements.attest(node(1), LinkInfo.NONE);
    statements.withdraw(node(1), slow, WALL);
    statements.attest(node(1), LinkInfo.NONE);
    assertThat(statements.withdrawn()).as("taken back").isEmpty();
  }

  @Test
  void nobodyAttestsToMoreThanTheGroupHasOrWithdrawsFromMoreThanSixtyFour() {
    Statements statements = new Statements(GroupSettings.DEFAULT);
    for (int i = 0; i < 63; i++) {
      statements.attest(node(i), LinkInfo.NONE);
    }
    assertThatThrownBy(() -> statements.attest(node(63), LinkInfo.NONE))
        .isInstanceOf(LimitReachedException.class);
    statements.attest(node(5), LinkInfo.ofRoundTrip(1));
    for (int i = 0; i < 100; i++) {
      statements.withdraw(node(i), Reason.of(ReasonCode.UNREACHABLE), WALL + i);
      statements.attest(node(i + 63), LinkInfo.NONE);
    }
    assertThat(statements.withdrawn()).hasSize(GroupSettings.HARD_MAX_MEMBERS);
    assertThat(statements.withdrawnBecause(node(99))).isPresent();
    assertThat(statements.withdrawnBecause(node(0))).isEmpty();
  }

  @Test
  void aDescriptionIsShort() {
    List<NodeAddress> nine = Collections.nCopies(9, new NodeAddress("192.0.2.1", 4100));
    assertThatThrownBy(() -> new LocalDescription("", nine))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new LocalDescription("x".repeat(65), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static NodeId node(int number) {
    return new NodeId(Bytes.fromHex("%064x".formatted(number)));
  }
}
