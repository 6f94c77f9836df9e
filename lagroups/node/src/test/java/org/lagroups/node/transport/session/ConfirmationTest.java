package org.lagroups.node.transport.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Delivery;
import org.lagroups.machine.ProtocolId;

/** When a session confirms what it received, in virtual time. */
final class ConfirmationTest {

  private static final int MESSAGE_BYTES = 60_000;
  private static final Bytes MESSAGE = Bytes.copyOf(new byte[MESSAGE_BYTES]);
  private static final ProtocolId PROTOCOL = new ProtocolId(1);

  private final SessionWorld world = new SessionWorld();
  private final SessionNode sender = world.add(1);
  private final SessionNode receiver = world.add(2);

  @BeforeEach
  void connect() {
    sender.keep(receiver);
    world.run(1_000);
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void aShortBurstIsConfirmedOnceAfterAMoment() {
    send(3);
    world.run(world.latencyMillis);
    assertThat(receiver.heard).as("what arrived").contains("message");
    assertThat(confirmations()).as("at once").isZero();
    world.run(1);
    assertThat(confirmations()).as("after a moment").isOne();
    world.run(1_000);
    assertThat(confirmations()).as("in all").isOne();
  }

  @Test
  void aLongBurstIsConfirmedWithoutWaiting() {
    send(20);
    world.run(world.latencyMillis);
    assertThat(confirmations()).isPositive();
  }

  @Test
  void aFewBytesAreNotConfirmed() {
    for (int i = 0; i < 10; i++) {
      assertThat(sender.sessions().send(receiver.id(), PROTOCOL, Delivery.BULK, Bytes.EMPTY))
          .isTrue();
    }
    world.run(1_000);
    assertThat(receiver.heard).contains("message");
    assertThat(confirmations()).isZero();
  }

  private void send(int messages) {
    for (int i = 0; i < messages; i++) {
      assertThat(sender.sessions().send(receiver.id(), PROTOCOL, Delivery.BULK, MESSAGE)).isTrue();
    }
  }

  private int confirmations() {
    return receiver.session().confirmations;
  }
}
